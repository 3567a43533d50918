"""What proves a verdict on a further concept: the moves, in the shape the concept gives them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from satumeja.stability.explicit import Sanction, Step, Verdict

__all__ = [
    "CoalitionVerdict",
    "ForesightVerdict",
    "Joint",
    "Outlook",
    "Proof",
    "Reply",
    "Route",
    "Sanction",
    "SimultaneousVerdict",
    "Step",
    "Verdict",
]


@dataclass(frozen=True)
class Joint:
    """Improvements made at once: each of `others` moves from the state itself.

    With the improvement of the focal decision maker they add up to `result`.

    Parameters
    ----------
    improvement : int
        The state that the focal decision maker improves to.
    others : tuple of Step
        What the others do at the same time.
    result : int
        The state all of it leads to.
    """

    improvement: int
    others: tuple[Step, ...]
    result: int


@dataclass(frozen=True)
class SimultaneousVerdict:
    """Whether a state is stable under simultaneous sanctioning, and why.

    Parameters
    ----------
    state : int
        The state's number.
    dm, concept : str
        For whom, under which concept.
    stable : bool
        The verdict.
    improvements : tuple of int
        The unilateral improvements from the state, most preferred first.
    improvement : int or None
        If unstable, the most preferred improvement that nothing sanctions.
    sanctions : tuple of Sanction
        If stable, a shortest sequential sanction of each improvement that has one.
    joints : tuple of Joint
        If stable, a simultaneous sanction of each other improvement.
    """

    state: int
    dm: str
    concept: str
    stable: bool
    improvements: tuple[int, ...] = ()
    improvement: int | None = None
    sanctions: tuple[Sanction, ...] = ()
    joints: tuple[Joint, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the verdict as plain data."""
        return _plain(self)


@dataclass(frozen=True)
class Outlook:
    """What i expects of a move when it looks `horizon` moves ahead, itself included.

    `path` are the moves that follow until somebody stays or the horizon is reached, on
    the way to the worst end for i.

    Parameters
    ----------
    horizon : int
        How many moves ahead i looks.
    move : int
        The state that i moves to.
    path : tuple of Step
        What follows.
    """

    horizon: int
    move: int
    path: tuple[Step, ...]


@dataclass(frozen=True)
class ForesightVerdict:
    """Whether a decision maker with foresight stays, and what it expects if it does not.

    Parameters
    ----------
    state : int
        The state's number.
    dm, concept : str
        For whom, under which concept.
    stable : bool
        The verdict.
    outlooks : tuple of Outlook
        If stable, the outlook of each move at each horizon in question; none ends better
        than the state. If not, that of a best move at one horizon; it ends better.
    recurs : int or None
        Under non-myopic stability, after how many further moves of foresight all
        expectations return: the horizons in question are so many in a row.
    """

    state: int
    dm: str
    concept: str
    stable: bool
    outlooks: tuple[Outlook, ...] = ()
    recurs: int | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the verdict as plain data."""
        return _plain(self)


@dataclass(frozen=True)
class Route:
    """How a group brings a state about: the legal sequence `path` of its members, to `to`.

    Parameters
    ----------
    group : tuple of str
        Its members, by id.
    to : int
        The state it leads to.
    path : tuple of Step
        The moves, each with who makes it.
    """

    group: tuple[str, ...]
    to: int
    path: tuple[Step, ...]


@dataclass(frozen=True)
class Reply:
    """How the others answer an improvement of a coalition: `routes`, one after the other.

    Parameters
    ----------
    improvement : int
        The state that the coalition improves to.
    routes : tuple of Route
        What the others do, group by group.
    """

    improvement: int
    routes: tuple[Route, ...]


@dataclass(frozen=True)
class CoalitionVerdict:
    """Whether a state is stable for a coalition, and why.

    Parameters
    ----------
    state : int
        The state's number.
    coalition : tuple of str
        Its members.
    concept : str
        Under which concept.
    stable : bool
        The verdict.
    improvements : tuple of Route
        A shortest way to each coalition improvement.
    improvement : int or None
        If unstable, an improvement that nobody answers.
    replies : tuple of Reply
        If stable under a concept with sanctions, an answer to each improvement.
    """

    state: int
    coalition: tuple[str, ...]
    concept: str
    stable: bool
    improvements: tuple[Route, ...] = ()
    improvement: int | None = None
    replies: tuple[Reply, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the verdict as plain data."""
        return _plain(self)


Proof = Verdict | SimultaneousVerdict | ForesightVerdict | CoalitionVerdict


def _plain(verdict: SimultaneousVerdict | ForesightVerdict | CoalitionVerdict) -> dict[str, Any]:
    plain: dict[str, Any] = _as_lists(asdict(verdict))
    return plain


def _as_lists(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_lists(item) for key, item in value.items()}
    return [_as_lists(item) for item in value] if isinstance(value, tuple) else value
