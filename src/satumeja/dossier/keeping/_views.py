"""What many reports say together: what happened when, who stands where, what is disputed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from satumeja.dossier._types import Act, Statement
from satumeja.dossier.keeping._whole import Whole
from satumeja.report.kit import shown

__all__ = ["Dispute", "Group", "Moment", "Position", "disputes", "positions", "same", "timeline"]

_CLAIMS = ("accuse", "claim")
_FOR = ("offer", "agree", "promise", "agree_to_talk", "concede")
_AGAINST = ("reject", "refuse", "deny")
_STANCES = (*_FOR, *_AGAINST, "demand", "threaten", "red_line", "warn")
_DAYS_APART = 3
_DISPUTE_DAYS = 45
_ALIKE = 0.5
_SHINGLE = 4


@dataclass(frozen=True)
class Moment:
    """Something done or said on a day.

    Parameters
    ----------
    day : datetime.date or None
        When: the day named, else the day of the report.
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
    """

    day: dt.date | None
    reported: bool
    key: str
    kind: str
    actor: str | None
    target: str | None
    issue: str | None
    words: str


@dataclass(frozen=True)
class Position:
    """Where an actor stands on an issue, by every report, the latest last.

    Parameters
    ----------
    actor, issue : str
        Who, and about what.
    stances : tuple of Moment
        What it did and said about it, in order of time.
    changed : bool
        Whether it was for it at one time and against it at another.
    """

    actor: str
    issue: str
    stances: tuple[Moment, ...]
    changed: bool


@dataclass(frozen=True)
class Dispute:
    """A claim or accusation and the denials that answer it.

    Parameters
    ----------
    claim : Moment
        What was claimed, or who was accused of what.
    denials : tuple of Moment
        What answers it, in order of time.
    """

    claim: Moment
    denials: tuple[Moment, ...]


@dataclass(frozen=True)
class Group:
    """Statements that may be one and the same, reported more than once."""

    keys: tuple[str, ...]
    likeness: float


def timeline(whole: Whole) -> tuple[Moment, ...]:
    """Give what was done and said, in order of time; what has no day comes last.

    Parameters
    ----------
    whole : Whole
        What a dossier file holds, from `whole`.

    Notes
    -----
    A statement stands once for each act done in it, or once as ``say``.
    """
    acted = {act.statement for act in whole.dossier.acts if act.statement}
    moments = [_of_act(whole, act) for act in whole.dossier.acts]
    moments += [
        _of_statement(whole, statement)
        for statement in whole.dossier.statements
        if statement.id not in acted
    ]
    return tuple(sorted(moments, key=_in_time))


def _in_time(moment: Moment) -> tuple[dt.date, int, int, str]:
    """Order by day, then report, then place."""
    report, _, local = moment.key.partition("#")
    number = re.sub(r"\D", "", local)
    return moment.day or dt.date.max, int(report[1:] or 0), int(number or 0), local


def _of_act(whole: Whole, act: Act) -> Moment:
    """Give an act as a moment."""
    report = whole.report_of(act.id)
    words = shown(whole.dossier.words(act.span))
    day = act.date or report.day
    return Moment(
        *(day, act.date is None, act.id, act.kind, act.actor, act.target, act.issue, words)
    )


def _of_statement(whole: Whole, statement: Statement) -> Moment:
    """Give a statement that is no act as a moment."""
    report = whole.report_of(statement.id)
    words = shown(whole.dossier.words(statement.content))
    day = statement.date or report.day
    return Moment(
        *(day, statement.date is None, statement.id, "say", statement.speaker, None, None, words)
    )


def positions(whole: Whole) -> tuple[Position, ...]:
    """Give where each actor stands on each issue, with every source of it.

    Parameters
    ----------
    whole : Whole
        What a dossier file holds, from `whole`.
    """
    disputed: dict[tuple[str, str], list[Moment]] = {}
    for moment in timeline(whole):
        if moment.actor and moment.issue and moment.kind in _STANCES:
            disputed.setdefault((moment.actor, moment.issue), []).append(moment)
    return tuple(
        Position(actor, issue, tuple(stances), _changed(stances))
        for (actor, issue), stances in sorted(disputed.items())
    )


def _changed(stances: Iterable[Moment]) -> bool:
    """Whether stances on both sides were taken on different days."""
    days = {
        side: {statement.day for statement in stances if statement.kind in kinds}
        for side, kinds in (("for", _FOR), ("against", _AGAINST))
    }
    return any(statement != other for statement in days["for"] for other in days["against"])


def disputes(whole: Whole) -> tuple[Dispute, ...]:
    """Set claims and accusations against the denials of those they are about.

    Parameters
    ----------
    whole : Whole
        What a dossier file holds, from `whole`.

    Notes
    -----
    A denial answers a claim where the one accused makes it within 45 days and both are
    about the same issue, or one of them names none and they stand in the same report, or
    the denial is directed at the one who claims.
    """
    acts = {act.id for act in whole.dossier.acts}
    moments = [moment for moment in timeline(whole) if moment.key in acts]
    denials: dict[str | None, list[Moment]] = {}
    for moment in moments:
        if moment.kind == "deny":
            denials.setdefault(moment.actor, []).append(moment)
    disputed = []
    for claim in moments:
        if claim.kind not in _CLAIMS or claim.target is None:
            continue
        about = denials.get(claim.target, ())
        answers = tuple(statement for statement in about if _answers(statement, claim))
        if answers:
            disputed.append(Dispute(claim, answers))
    return tuple(disputed)


def _answers(denial: Moment, claim: Moment) -> bool:
    """Whether a denial by the one accused answers a claim."""
    if denial.day and claim.day and abs((denial.day - claim.day).days) > _DISPUTE_DAYS:
        return False
    if denial.issue and claim.issue:
        return denial.issue == claim.issue
    together = denial.key.split("#")[0] == claim.key.split("#")[0]
    return together or denial.target == claim.actor


@dataclass(frozen=True)
class _Said:
    """A statement as it is compared: where, when, and its runs of letters."""

    key: str
    report: str
    day: int
    runs: frozenset[str]


def same(whole: Whole) -> tuple[Group, ...]:
    """Propose which statements of different reports are one and the same.

    Parameters
    ----------
    whole : Whole
        What a dossier file holds, from `whole`.

    Notes
    -----
    By the same speaker, within three days, in the same language, and at least half of the
    shorter one's runs of four letters in the other. Only proposed: nothing is joined.
    """
    by_speaker: dict[tuple[str, str], list[_Said]] = {}
    for statement in whole.dossier.statements:
        report = whole.report_of(statement.id)
        day = statement.date or report.day
        if statement.speaker is not None and day is not None:
            runs = _runs(whole.dossier.words(statement.content))
            said = _Said(statement.id, report.key, day.toordinal(), runs)
            by_speaker.setdefault((statement.speaker, report.language), []).append(said)
    groups = [group for members in by_speaker.values() for group in _grouped(members)]
    return tuple(sorted(groups, key=lambda group: group.keys))


def _runs(words: str) -> frozenset[str]:
    """Give the runs of four letters of a text."""
    plain = re.sub(r"\W+", " ", words.lower()).strip()
    return frozenset(plain[i : i + _SHINGLE] for i in range(max(len(plain) - _SHINGLE + 1, 1)))


def _grouped(members: list[_Said]) -> Iterator[Group]:
    """Put the statements of one speaker that are alike together, each in one group at most."""
    by_day: dict[int, dict[int, _Said]] = {}
    for place, statement in enumerate(members):
        by_day.setdefault(statement.day, {})[place] = statement
    for place, first in enumerate(members):
        if by_day[first.day].pop(place, None) is None:
            continue
        days = range(first.day - _DAYS_APART, first.day + _DAYS_APART + 1)
        near = {at: statement for day in days for at, statement in by_day.get(day, {}).items()}
        alike = {
            at: likeness
            for at, statement in sorted(near.items())
            if statement.report != first.report
            and (likeness := _likeness(first.runs, statement.runs)) >= _ALIKE
        }
        for at in alike:
            del by_day[members[at].day][at]
        if alike:
            keys = (first.key, *(members[at].key for at in alike))
            yield Group(keys, round(min(alike.values()), 3))


def _likeness(statement: frozenset[str], other: frozenset[str]) -> float:
    """Give the share of the shorter's runs the longer has."""
    return len(statement & other) / max(min(len(statement), len(other)), 1)
