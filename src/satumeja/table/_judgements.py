"""What is said of a threat or promise: how credible it is, and what it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from satumeja.display import Shown

if TYPE_CHECKING:
    from satumeja.model import Model
    from satumeja.table._reading import Conditional
    from satumeja.table._remedies import Remedy

__all__ = ["Answered", "Kind", "Threat", "Threats", "WayOut", "does"]

Kind = Literal["threat", "promise", "mixed", "idle"]


@dataclass(frozen=True, repr=False)
class Answered(Shown):
    """A move from the start that brings the condition about, and what is said to follow.

    Parameters
    ----------
    dm : str
        Who makes the move.
    to : int
        The number of the state it goes to.
    improves : bool
        Whether that state by itself is better for `dm` than the start.
    answers : tuple of int
        Numbers of the states to which carrying out what was said can lead.
    sanctioned : tuple of str
        The concepts under which one of the answers alone sanctions the move, if it
        improves.
    rewarded : bool
        Whether `dm` prefers one of the answers to the start.
    credibly : bool
        Whether it prefers one that is also an improvement for whoever carries it out.

    See Also
    --------
    Threat : Shows one for each such move.
    """

    dm: str
    to: int
    improves: bool
    answers: tuple[int, ...]
    sanctioned: tuple[str, ...]
    rewarded: bool
    credibly: bool

    def to_json(self) -> dict[str, Any]:
        """Return the move and its answers as plain data."""
        return {
            "dm": self.dm,
            "to": self.to,
            "improves": self.improves,
            "answers": list(self.answers),
            "sanctioned": list(self.sanctioned),
            "rewarded": self.rewarded,
            "credibly": self.credibly,
        }


@dataclass(frozen=True, repr=False)
class WayOut(Shown):
    """A move from the start out of the condition of a threat that is in force.

    Parameters
    ----------
    dm : str
        Who makes the move.
    to : int
        The number of the state it goes to.
    taken : bool
        Whether `dm` prefers that state to each one to which carrying out the threat,
        where that is an improvement for its maker, would lead from the start.

    See Also
    --------
    Threat : Shows one for each such move.
    """

    dm: str
    to: int
    taken: bool

    def to_json(self) -> dict[str, Any]:
        """Return the way out as plain data."""
        return {"dm": self.dm, "to": self.to, "taken": self.taken}


@dataclass(frozen=True, repr=False)
class Threat(Shown):
    """A threat or promise: how credible it is, and what it does from the start.

    Parameters
    ----------
    said : Conditional
        Who would do what, and on what condition.
    kind : {"threat", "promise", "mixed", "idle"}
        Whether carrying it out, the way its maker likes best, leaves those whom the
        condition is up to worse off (never better), better off (never worse), either,
        or as they were.
    due, credible_in : int
        In how many states the condition holds and what was said is not done yet but
        can be; in how many of them its maker prefers to do it.
    in_force : bool
        Whether it is due in the start already: do as asked, or else.
    moves : tuple of Answered
        The moves of others from the start that bring the condition about.
    ways_out : tuple of WayOut
        Where it is in force: the moves of others that end the condition.
    remedies : tuple of tuple of Promotion, or None
        Where it is not credible throughout or does nothing: the smallest promotions of
        preference statements that would make it both. None where not looked for.

    See Also
    --------
    threats : Makes it.
    """

    said: Conditional
    kind: Kind
    due: int
    credible_in: int
    in_force: bool
    moves: tuple[Answered, ...]
    ways_out: tuple[WayOut, ...]
    remedies: tuple[Remedy, ...] | None

    @property
    def credible(self) -> bool:
        """Whether its maker prefers to do as it said wherever it would have to."""
        return 0 < self.due == self.credible_in

    @property
    def deters(self) -> bool:
        """Whether it credibly sanctions all improvements that bring the condition about."""
        return _deters(self.moves)

    @property
    def induces(self) -> bool:
        """Whether it credibly rewards a move that is no improvement by itself."""
        return _induces(self.moves)

    @property
    def compels(self) -> bool:
        """Whether somebody prefers a way out of the condition to what is threatened."""
        return any(way.taken for way in self.ways_out)

    @property
    def works(self) -> bool:
        """Whether it is credible, and does what a threat, or a promise, is for."""
        return self.credible and does(self.kind, self.moves, self.ways_out)

    def to_json(self, model: Model) -> dict[str, Any]:
        """Return the threat as plain data."""
        remedies = self.remedies
        return {
            "by": self.said.by,
            "text": self.said.text,
            "statement": self.said.statement or None,
            "kind": self.kind,
            "due": self.due,
            "credible_in": self.credible_in,
            "credible": self.credible,
            "in_force": self.in_force,
            "deters": self.deters,
            "induces": self.induces,
            "compels": self.compels,
            "ways_out": [way.to_json() for way in self.ways_out],
            "moves": [move.to_json() for move in self.moves],
            "remedies": None
            if remedies is None
            else [[change.to_json(model) for change in remedy] for remedy in remedies],
        }


@dataclass(frozen=True, eq=False, repr=False)
class Threats(Shown):
    """The threats and promises of a conflict, from one start.

    Parameters
    ----------
    model : Model
        The conflict.
    start : int
        The number of the state from which they are judged.
    threats : tuple of Threat
        Those that preference statements make, in file order, then those put by hand.

    See Also
    --------
    satumeja.table.threats : Makes it.
    """

    model: Model
    start: int
    threats: tuple[Threat, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the answer as plain data, in the schema ``satumeja/threats/1``."""
        return {
            "schema": "satumeja/threats/1",
            "from": self.start,
            "threats": [threat.to_json(self.model) for threat in self.threats],
        }


def _deters(moves: Sequence[Answered]) -> bool:
    improving = [move for move in moves if move.improves]
    return bool(improving) and all("seq" in move.sanctioned for move in improving)


def _induces(moves: Sequence[Answered]) -> bool:
    return any(move.credibly for move in moves if not move.improves)


def does(kind: Kind, moves: Sequence[Answered], ways_out: Sequence[WayOut]) -> bool:
    """Decide whether a threat deters or compels, or a promise induces."""
    threatens, promises = kind in ("threat", "mixed"), kind in ("promise", "mixed")
    if threatens and (_deters(moves) or any(way.taken for way in ways_out)):
        return True
    return promises and _induces(moves)
