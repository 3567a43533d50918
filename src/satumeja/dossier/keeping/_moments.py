"""When what was: acts and statements of many reports as moments, in order of time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from satumeja.display import ShownInLine
from satumeja.dossier._types import Act, Statement, period
from satumeja.dossier.keeping._garbage import uncollected
from satumeja.dossier.keeping._reports import KeptReport
from satumeja.dossier.keeping._standing import made_of
from satumeja.dossier.keeping._whole import Whole
from satumeja.report.kit import shown

__all__ = ["Moment", "moments", "timeline", "undated"]


@dataclass(frozen=True, repr=False)
class Moment(ShownInLine):
    """Something done or said, and when.

    Parameters
    ----------
    day : datetime.date or None
        When, or its first day: the day named, else the day of the report.
    reported : bool
        Whether the day is the report's and not named by it.
    key : str
        The act or statement.
    kind : str
        The kind of act; ``say`` for a statement that is none.
    actor, target, issue : str or None
        By whom, towards whom, about what.
    words : str
        The words of the report.
    last : datetime.date or None
        The last day it may have been on.
    precision : str or None
        How precisely that is known: ``day``, ``week``, ``month``, ``year`` or ``span``.
    doubtful : bool
        Whether the day rests on a caption, on a file's time or on a guess.
    due, due_end : datetime.date or None
        First and last day by which what is demanded, threatened or promised falls due.
    due_precision : str or None
        How precisely that is known.
    """

    day: dt.date | None
    reported: bool
    key: str
    kind: str
    actor: str | None
    target: str | None
    issue: str | None
    words: str
    last: dt.date | None = None
    precision: str | None = None
    doubtful: bool = False
    due: dt.date | None = None
    due_end: dt.date | None = None
    due_precision: str | None = None

    @property
    def when(self) -> str:
        """When it was, in ISO form and no more precisely than it is known; empty for unknown."""
        return period(self.day, self.last, self.precision) if self.day else ""

    @property
    def deadline(self) -> str:
        """By when it falls due, in ISO form; empty where nothing is said of that."""
        return period(self.due, self.due_end, self.due_precision) if self.due else ""


def timeline(whole: Whole) -> tuple[Moment, ...]:
    """Give what was done and said, in order of time; what has no day is in `undated`.

    Parameters
    ----------
    whole : Whole
        What a dossier file holds, from `whole`.

    Returns
    -------
    tuple of Moment
        By their first day; those of one day by the names of their reports, so that the order
        in which reports were read changes nothing.

    Notes
    -----
    A statement stands once for each act done in it, or once as ``say``. Cost is linear in
    these, but for sorting them.
    """
    dateless = _dateless(whole)
    items: Iterable[Act | Statement] = _items(whole)
    if dateless:
        items = (item for item in items if _has_day(item) or _report(item) not in dateless)
    return moments(whole, items)


def undated(whole: Whole) -> tuple[Moment, ...]:
    """Give what was done and said on a day nobody knows, by the names of the reports.

    Parameters
    ----------
    whole : Whole
        What a dossier file holds, from `whole`.

    Returns
    -------
    tuple of Moment
        Those whose words name no day, in reports of which none is known either.
    """
    dateless = _dateless(whole)
    if not dateless:
        return ()
    items = (item for item in _items(whole) if not _has_day(item) and _report(item) in dateless)
    return moments(whole, items)


def moments(whole: Whole, items: Iterable[Act | Statement]) -> tuple[Moment, ...]:
    """Give acts and statements as moments, in order of time, those without a day last.

    Parameters
    ----------
    whole : Whole
        What a dossier file holds.
    items : iterable of Act or Statement
        Of that.
    """
    # By name, not by number: that would be the order in which they happened to be read.
    by_name = sorted(whole.reports, key=lambda report: (report.name, report.sha256))
    ranks = {report.key: (rank, report) for rank, report in enumerate(by_name)}
    text, never = whole.dossier.report.text, dt.date.max
    rows = []
    with uncollected():
        for item in items:
            rank, report = ranks[_report(item)]
            moment = _moment(item, report, text)
            place = (item.span if isinstance(item, Act) else item.content)[0] - report.begin
            rows.append((moment.day or never, rank, place, item.id, moment))
    rows.sort()  # no two have one id, so that moments themselves are never compared
    return tuple(row[-1] for row in rows)


def _items(whole: Whole) -> Iterator[Act | Statement]:
    """Give each act, and each statement that is none."""
    acts = whole.dossier.acts
    acted = {act.statement for act in acts}
    yield from acts
    yield from (item for item in whole.dossier.statements if item.id not in acted)


def _report(item: Act | Statement) -> str:
    """Give the report an item is of."""
    return item.id.partition("#")[0]


def _has_day(item: Act | Statement) -> bool:
    """Whether it is known when it was said or done, by its own words."""
    return item.is_dated if isinstance(item, Act) else item.date is not None


def _dateless(whole: Whole) -> set[str]:
    """Give the reports of which no day is known."""
    return {report.key for report in whole.reports if report.day is None}


def _moment(item: Act | Statement, report: KeptReport, text: str) -> Moment:
    """Give an act or a statement as a moment: on its own day, else on that of its report."""
    own = _has_day(item)
    day = item.date if own else report.day
    fields: dict[str, Any] = {
        "day": day,
        "reported": not own,
        "key": item.id,
        "last": (item.date_end or day) if own else day,
        "precision": ((item.precision or "day") if own else "day") if day else None,
        "doubtful": item.date_doubtful if own else report.day_doubtful,
    }
    if isinstance(item, Act):
        fields |= {"kind": item.kind, "actor": item.actor, "target": item.target}
        fields |= {"issue": item.issue, "words": shown(text[slice(*item.span)])}
        fields |= {"due": item.due, "due_end": item.due_end or item.due}
        fields["due_precision"] = item.due_precision
    else:
        fields |= {"kind": "say", "actor": item.speaker, "target": None, "issue": None}
        fields["words"] = shown(text[slice(*item.content)])
        fields |= {"due": None, "due_end": None, "due_precision": None}
    return made_of(Moment, fields)
