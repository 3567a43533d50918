"""A dossier file as it stands, worked out once for each version of it."""

from __future__ import annotations

import datetime as dt
import os
import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from satumeja import dossier
from satumeja.web.cases import Case
from satumeja.web.once import once
from satumeja.web.reports._alike_names import alike_names
from satumeja.web.reports._held import dossier_path
from satumeja.web.routing import RefusedError

if TYPE_CHECKING:
    from satumeja.dossier import Act, Moment, Position, Statement, Whole

__all__ = ["Standing", "standing", "version_of"]

_ROOM = 3


def version_of(path: Path) -> str:
    """Return what tells whether a dossier file was written since.

    Parameters
    ----------
    path : Path
        The file; what is only in its log counts too.
    """
    parts = list[str]()
    for name in (path, path.with_name(path.name + "-wal")):
        try:
            status = os.stat(name)
        except OSError:
            continue
        if status.st_size:
            parts.append(f"{status.st_mtime_ns:x}.{status.st_size:x}.{status.st_ino:x}")
    return "-".join(parts)


class Standing:
    """A dossier file as it stood when it was read, by all reports or those of a day.

    Parameters
    ----------
    path : Path
        The file.
    as_of : datetime.date or None
        Leave out what was published later.

    Notes
    -----
    Each part is worked out when it is first asked for. Cost is that of reading the whole file.
    """

    def __init__(self, path: Path, as_of: dt.date | None = None) -> None:
        self.path, self.version = path, version_of(path)
        self._lock = threading.RLock()
        self._hits: OrderedDict[str, dict[str, int]] = OrderedDict()
        with dossier.DossierFile(path) as file:
            self.whole: Whole = dossier.whole(file, as_of, may_be_empty=True)
            self.happenings = dossier.happenings(file, self.whole, as_of)

    def take_over(self, before: Standing) -> None:
        """Take over what an earlier version worked out of the texts alone, where these stayed."""
        if _texts(before.whole) == _texts(self.whole) and "copies" in vars(before.whole):
            vars(self.whole)["copies"] = before.whole.copies

    @once
    def grades(self) -> dossier.Grades:
        """The grades of all that stands in it."""
        return dossier.Grades(self.whole)

    @once
    def positions(self) -> tuple[Position, ...]:
        """Where each actor stands on each issue."""
        return dossier.positions(self.whole)

    @once
    def timeline(self) -> tuple[Moment, ...]:
        """What was said and done, in order of time; what has no day last."""
        return (*dossier.timeline(self.whole), *dossier.undated(self.whole))

    @once
    def disputes(self) -> tuple[dossier.Dispute, ...]:
        """What is disputed."""
        return dossier.disputes(self.whole)

    @once
    def same(self) -> Sequence[tuple[tuple[str, ...], float]]:
        """Statements that may be one and the same, and how alike they are."""
        return [(group.keys, group.likeness) for group in dossier.same(self.whole)]

    @once
    def suggestions(self) -> dossier.Suggestions:
        """What its statements and acts suggest for models."""
        return dossier.Suggestions(self.whole)

    @once
    def draft_parties(self) -> tuple[dossier.DraftParty, ...]:
        """Who could decide in a model made of it."""
        return dossier.draft_parties(self.whole)

    @once
    def names(self) -> Sequence[tuple[str, str]]:
        """Pairs of actors that may be one by their names."""
        return alike_names(self.whole.dossier.actors)

    @once
    def moments(self) -> Mapping[str, Moment]:
        """Each act, and each statement that is none, by key."""
        return {moment.key: moment for moment in self.timeline}

    @once
    def moments_of(self) -> Mapping[str, list[Moment]]:
        """The moments of each statement."""
        listed: dict[str, list[Moment]] = {}
        for moment in self.timeline:
            listed.setdefault(self.statement_of(moment.key), []).append(moment)
        return listed

    @once
    def items(self) -> Mapping[str, Act | Statement]:
        """Each act and statement, by key."""
        values: list[Act | Statement] = [*self.whole.dossier.statements, *self.whole.dossier.acts]
        return {value.id: value for value in values}

    def statement_of(self, key: str) -> str:
        """Return the statement a moment is, or rests on; empty where it is told by the report."""
        item = self.items[key]
        return key if isinstance(item, dossier.Statement) else item.statement or ""

    @once
    def copies_of(self) -> Mapping[str, int]:
        """How many other reports carry the text of a report."""
        return {
            key: len(copies.reports) - 1 for copies in self.whole.copies for key in copies.reports
        }

    def holding(self, words: str) -> dict[str, int]:
        """Return the statements and reports that have some words, with the place of each.

        Parameters
        ----------
        words : str
            The words, whole or begun, in any order.
        """
        with self._lock:
            if words not in self._hits:
                with dossier.DossierFile(self.path) as file:
                    hits = dossier.matches(file, words)
                self._hits[words] = {key: place for place, key in enumerate(hits)}
                while len(self._hits) > 20:
                    self._hits.popitem(last=False)
            return self._hits[words]

    def having(self, moments: Iterable[Moment], words: str) -> list[Moment]:
        """Return those of some moments whose statement, or own words, have some words."""
        hits, plain = self.holding(words), words.casefold().split()
        return [
            moment
            for moment in moments
            if self.statement_of(moment.key) in hits
            or (
                not self.statement_of(moment.key)
                and moment.key.partition("#")[0] in hits
                and all(word in moment.words.casefold() for word in plain)
            )
        ]


def _texts(whole: Whole) -> list[tuple[str, str, dt.date | None]]:
    """Return what tells whether the texts of a dossier, and their order, are the same."""
    return [(report.key, report.sha256, report.day) for report in whole.reports]


_kept: OrderedDict[tuple[str, str, dt.date | None], Standing] = OrderedDict()
_keeping = threading.Lock()


def standing(case: Case, as_of: dt.date | None = None) -> Standing:
    """Return the dossier of a case as it stands now; what was worked out of it stays.

    Parameters
    ----------
    case : Case
        The case.
    as_of : datetime.date, optional
        Leave out what was published later.

    Raises
    ------
    RefusedError
        The case has no dossier yet.
    ReportError
        The file cannot be used as a dossier.
    """
    path = dossier_path(case)
    if not path.exists():
        raise RefusedError("not_found", "this case has no reports yet; drop some first")
    with _keeping:
        key = (str(path), version_of(path), as_of)
        made = _kept.get(key)
        if made is None:
            made = Standing(path, as_of)
            for other in [other for other in _kept if other[::2] == key[::2]]:
                made.take_over(_kept.pop(other))
            _kept[key] = made
        _kept.move_to_end(key)
        while len(_kept) > _ROOM:
            _kept.popitem(last=False)
    return made
