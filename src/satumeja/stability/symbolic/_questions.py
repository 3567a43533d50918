"""What is asked of an engine, each question by itself: so that what is answered is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from satumeja.display import Shown
from satumeja.stability._budget import Reason
from satumeja.stability._concepts import CONCEPTS
from satumeja.stability._hold import Hold
from satumeja.stability.symbolic._engine import SymbolicEngine
from satumeja.stability.symbolic._holding import hold_of_code
from satumeja.stability.symbolic._space import Node
from satumeja.stability.symbolic._witness import SymbolicVerdict, verdict

__all__ = ["Explained", "Feasible", "HoldOf", "KnownFor", "Question", "StableFor", "VerdictOn"]


class Question(Protocol):
    """Something that an engine can answer."""

    def answer(self, engine: SymbolicEngine) -> Any:
        """Answer it, or raise `SpentError`."""


@dataclass(frozen=True)
class Feasible:
    """Which states are feasible: of many rules that may be the hardest of all."""

    def answer(self, engine: SymbolicEngine) -> Node:
        """Give the states."""
        return engine.states.feasible


@dataclass(frozen=True)
class StableFor:
    """Which states are stable under a concept for a decision maker, by place in the model."""

    concept: str
    place: int

    def answer(self, engine: SymbolicEngine) -> Node:
        """Give the states."""
        return engine.stable(self.concept, self.place)


@dataclass(frozen=True)
class KnownFor:
    """The same where it was decided on the way to something else."""

    concept: str
    place: int

    def answer(self, engine: SymbolicEngine) -> Node | None:
        """Give the states, or None."""
        if not engine.knows(self.concept, self.place):
            return None
        return engine.stable(self.concept, self.place)


@dataclass(frozen=True)
class VerdictOn:
    """Whether one state is stable, and why; so many improvements are named at the most."""

    concept: str
    place: int
    code: int
    most: int = 1

    def answer(self, engine: SymbolicEngine) -> SymbolicVerdict:
        """Give the verdict, which costs a closure at the level of the state alone."""
        with engine.space.limited():
            return verdict(engine, CONCEPTS[self.concept], self.place, self.code, self.most)


@dataclass(frozen=True)
class HoldOf:
    """What it takes for a state to hold."""

    code: int
    most: int

    def answer(self, engine: SymbolicEngine) -> Hold:
        """Give the answer of all sides."""
        with engine.space.limited():
            return hold_of_code(engine, self.code, self.most)


@dataclass(frozen=True, repr=False)
class Explained(Shown):
    """Verdicts on a state, as far as they could be found.

    Parameters
    ----------
    verdicts : tuple of SymbolicVerdict
        By concept, and of each by decision maker.
    undecided : mapping of (str, str) to {"time", "memory"}
        Of the others, by concept and decision maker, what there was too little of.

    See Also
    --------
    SymbolicAnalysis.explain_within : Makes it.
    """

    verdicts: tuple[SymbolicVerdict, ...]
    undecided: Mapping[tuple[str, str], Reason]

    def undecided_json(self) -> list[dict[str, str]]:
        """Return what could not be found as plain data."""
        return [
            {"concept": concept, "dm": dm, "reason": reason}
            for (concept, dm), reason in self.undecided.items()
        ]
