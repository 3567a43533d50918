"""Who stands where: what each actor did and said on each issue, or on what has none yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from satumeja.display import Shown
from satumeja.dossier.grading import independent
from satumeja.dossier.keeping._garbage import uncollected
from satumeja.dossier.keeping._moments import Moment, moments
from satumeja.dossier.keeping._topics import Topic, topics
from satumeja.dossier.keeping._whole import Whole

__all__ = ["STANCES", "Position", "narrowed", "positions"]

_FOR = ("offer", "agree", "promise", "agree_to_talk", "concede")
_AGAINST = ("reject", "refuse", "deny")
_OTHER = ("demand", "threaten", "red_line", "warn", "principle", "support", "protest", "retreat")
STANCES = frozenset((*_FOR, *_AGAINST, *_OTHER))
"""The kinds of acts by which somebody takes a position."""


@dataclass(frozen=True, repr=False)
class Position(Shown):
    """Where an actor stands on an issue, by every report, the latest last.

    Parameters
    ----------
    actor : str
        Who.
    issue : str or None
        About what; None where nobody named the issue yet.
    stances : tuple of Moment
        What it did and said about it, in order of time.
    changed : bool
        Whether it was for it at one time and against it at another, both known for certain.
    topic : Topic or None
        What it is about in the reports' own words, where it has no issue.
    sources, independent : int
        In how many reports that stands, and how many of them are independent.
    """

    actor: str
    issue: str | None
    stances: tuple[Moment, ...]
    changed: bool
    topic: Topic | None = None
    sources: int = 0
    independent: int = 0

    @property
    def first(self) -> dt.date | None:
        """The first day of any of it; None where none is known."""
        return min((moment.day for moment in self.stances if moment.day), default=None)

    @property
    def last(self) -> dt.date | None:
        """The last day of any of it; None where none is known."""
        return max((moment.last for moment in self.stances if moment.last), default=None)

    @property
    def doubtful(self) -> bool:
        """Whether the first or the last day is one that is not certain."""
        ends = (self.first, self.last)
        return any(
            moment.doubtful and (moment.day in ends or moment.last in ends)
            for moment in self.stances
        )


def positions(whole: Whole) -> tuple[Position, ...]:
    """Give where each actor stands on each issue, with every source of it.

    Parameters
    ----------
    whole : Whole
        What a dossier file holds, from `whole`.

    Returns
    -------
    tuple of Position
        By actor, those on an issue first. Every act by which somebody takes a position is in
        one of them: what has no issue stands with what is put in the same words or nearly so.

    Notes
    -----
    Reports that share an agency, an outlet or half of their text are no independent sources
    (`independent`). The order in which reports were read changes nothing. Cost is about linear in
    the acts.
    """
    acts = [act for act in whole.dossier.acts if act.kind in STANCES]
    with uncollected():
        taken = moments(whole, acts)
        unnamed = topics(whole, [moment for moment in taken if moment.issue is None])
        stances: dict[tuple[str, str | Topic], list[Moment]] = {}
        for act in taken:
            about = unnamed[act.key] if act.issue is None else act.issue
            stances.setdefault((act.actor or "", about), []).append(act)
        listed = [_position(*key, own, whole.origins) for key, own in stances.items()]
    return tuple(sorted(listed, key=_by_actor))


def narrowed(position: Position, stances: Sequence[Moment], whole: Whole) -> Position:
    """Give a position by some of its acts alone: whether it changed, and by how many reports.

    Parameters
    ----------
    position : Position
        The position.
    stances : sequence of Moment
        Those of its acts that are to count, in order of time.
    whole : Whole
        The dossier it is from.
    """
    about = position.topic or position.issue or ""
    return _position(position.actor, about, stances, whole.origins)


def _position(
    actor: str,
    about: str | Topic,
    stances: Sequence[Moment],
    origins: Mapping[str, frozenset[str]],
) -> Position:
    """Draw up one position."""
    issue, topic = (about, None) if isinstance(about, str) else (None, about)
    reports = {moment.key.partition("#")[0] for moment in stances}
    return Position(
        *(actor, issue, tuple(stances), _changed(stances)),
        *(topic, len(reports), independent(origins[report] for report in reports)),
    )


def _by_actor(position: Position) -> tuple[str, bool, str]:
    """Order by actor, those on an issue first."""
    words = position.topic.words if position.topic else ""
    return position.actor, position.issue is None, position.issue or words


def _changed(stances: Iterable[Moment]) -> bool:
    """Whether stances on both sides were taken on days known to be different."""
    kinds = {moment.kind for moment in stances}
    if kinds.isdisjoint(_FOR) or kinds.isdisjoint(_AGAINST):
        return False
    certain = [moment for moment in stances if moment.day and not moment.doubtful]
    pro, contra = (
        [moment for moment in certain if moment.kind in side] for side in (_FOR, _AGAINST)
    )
    return _earlier(pro, contra) or _earlier(contra, pro)


def _earlier(stances: Sequence[Moment], others: Sequence[Moment]) -> bool:
    """Whether any of the stances was over before any of the others began."""
    ends = [moment.last for moment in stances if moment.last]
    begins = [moment.day for moment in others if moment.day]
    return bool(ends and begins) and min(ends) < max(begins)
