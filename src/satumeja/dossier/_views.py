"""What many reports say together: what happened when, who stands where, what is disputed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from satumeja.dossier._types import Act, Statement
from satumeja.dossier._whole import Whole
from satumeja.report import shown

__all__ = ["Dispute", "Group", "Moment", "Position", "disputes", "positions", "same", "timeline"]

_CLAIMS = ("accuse", "claim")
_FOR = ("offer", "agree", "promise", "agree_to_talk", "concede")
_AGAINST = ("reject", "deny")
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
    """A claim or accusation and the denials that answer it."""

    claim: Moment
    denials: tuple[Moment, ...]


@dataclass(frozen=True)
class Group:
    """Statements that may be one and the same, reported more than once."""

    keys: tuple[str, ...]
    likeness: float


def timeline(whole: Whole) -> tuple[Moment, ...]:
    """Give what was done and said, in order of time; what has no day comes last.

    Notes
    -----
    A statement stands once for each act done in it, or once as ``say``.
    """
    acted = {act.statement for act in whole.dossier.acts if act.statement}
    moments = [_of_act(whole, act) for act in whole.dossier.acts]
    moments += [
        _of_statement(whole, one) for one in whole.dossier.statements if one.id not in acted
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


def _of_statement(whole: Whole, one: Statement) -> Moment:
    """Give a statement that is no act as a moment."""
    report = whole.report_of(one.id)
    words = shown(whole.dossier.words(one.content))
    day = one.date or report.day
    return Moment(*(day, one.date is None, one.id, "say", one.speaker, None, None, words))


def positions(whole: Whole) -> tuple[Position, ...]:
    """Give where each actor stands on each issue, with every source of it."""
    found: dict[tuple[str, str], list[Moment]] = {}
    for moment in timeline(whole):
        if moment.actor and moment.issue and moment.kind in _STANCES:
            found.setdefault((moment.actor, moment.issue), []).append(moment)
    return tuple(
        Position(actor, issue, tuple(stances), _changed(stances))
        for (actor, issue), stances in sorted(found.items())
    )


def _changed(stances: Iterable[Moment]) -> bool:
    """Whether stances on both sides were taken on different days."""
    days = {
        side: {one.day for one in stances if one.kind in kinds}
        for side, kinds in (("for", _FOR), ("against", _AGAINST))
    }
    return any(one != other for one in days["for"] for other in days["against"])


def disputes(whole: Whole) -> tuple[Dispute, ...]:
    """Set claims and accusations against the denials of those they are about.

    Notes
    -----
    A denial answers a claim where the one accused makes it within 45 days and both are
    about the same issue, or one of them names none and they stand in the same report, or
    the denial is directed at the one who claims.
    """
    acts = {act.id: act for act in whole.dossier.acts}
    moments = [moment for moment in timeline(whole) if moment.key in acts]
    denials = [moment for moment in moments if moment.kind == "deny"]
    found = []
    for claim in moments:
        if claim.kind not in _CLAIMS or claim.target is None:
            continue
        answers = tuple(one for one in denials if _answers(whole, one, claim))
        if answers:
            found.append(Dispute(claim, answers))
    return tuple(found)


def _answers(whole: Whole, denial: Moment, claim: Moment) -> bool:
    """Whether a denial answers a claim."""
    if denial.actor is None or denial.actor != claim.target:
        return False
    if denial.day and claim.day and abs((denial.day - claim.day).days) > _DISPUTE_DAYS:
        return False
    if denial.issue and claim.issue:
        return denial.issue == claim.issue
    together = denial.key.split("#")[0] == claim.key.split("#")[0]
    return together or denial.target == claim.actor


def same(whole: Whole) -> tuple[Group, ...]:
    """Propose which statements of different reports are one and the same.

    Notes
    -----
    By the same speaker, within three days, in the same language, and at least half of the
    shorter one's runs of four letters in the other. Only proposed: nothing is joined.
    """
    by_speaker: dict[tuple[str, str], list[tuple[Statement, frozenset[str]]]] = {}
    for one in whole.dossier.statements:
        if one.speaker is not None:
            language = whole.report_of(one.id).language
            shingles = _shingles(whole.dossier.words(one.content))
            by_speaker.setdefault((one.speaker, language), []).append((one, shingles))
    groups = [group for members in by_speaker.values() for group in _grouped(whole, members)]
    return tuple(sorted(groups, key=lambda group: group.keys))


def _shingles(words: str) -> frozenset[str]:
    """Give the runs of four letters of a text."""
    plain = re.sub(r"\W+", " ", words.lower()).strip()
    return frozenset(plain[i : i + _SHINGLE] for i in range(max(len(plain) - _SHINGLE + 1, 1)))


def _grouped(whole: Whole, members: list[tuple[Statement, frozenset[str]]]) -> Iterator[Group]:
    """Put the statements of one speaker that are alike together."""
    left = list(members)
    while left:
        first, shingles = left.pop(0)
        alike = [
            (other, likeness)
            for other, theirs in left
            if _near(whole, first, other) and (likeness := _likeness(shingles, theirs)) >= _ALIKE
        ]
        if alike:
            taken = {other.id for other, _ in alike}
            left = [member for member in left if member[0].id not in taken]
            likeness = min(likeness for _, likeness in alike)
            keys = (first.id, *(other.id for other, _ in alike))
            yield Group(keys, round(likeness, 3))


def _near(whole: Whole, one: Statement, other: Statement) -> bool:
    """Whether two statements are of different reports and near in time."""
    reports = whole.report_of(one.id), whole.report_of(other.id)
    days = one.date or reports[0].day, other.date or reports[1].day
    if reports[0] == reports[1] or days[0] is None or days[1] is None:
        return False
    return abs((days[0] - days[1]).days) <= _DAYS_APART


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Give the share of the shorter's runs the longer has."""
    return len(one & other) / max(min(len(one), len(other)), 1)
