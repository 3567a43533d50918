"""The moves of a model, for drawing and for choosing which states to show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from satumeja.display import ShownInLine

if TYPE_CHECKING:
    from satumeja.model import Ranks
    from satumeja.stability import Analysis, Explicit

__all__ = ["Arc", "Moves", "Shown"]

Shown = Literal["auto", "all", "improvements"]
_FEW_ARCS = 40


@dataclass(frozen=True, repr=False)
class Arc(ShownInLine):
    """A line of the integrated graph: moves of one decision maker between two states.

    Parameters
    ----------
    dm : int
        Whose moves, by place in the model.
    start, end : int
        State numbers. An improvement leads from `start` to `end`.
    improves : bool
        Whether the mover prefers `end` to `start`.
    returns : bool
        Whether moves from `end` to `start` are shown as well.
    """

    dm: int
    start: int
    end: int
    improves: bool
    returns: bool


class Moves:
    """Who can move where in an analysed model, by state number.

    Parameters
    ----------
    analysis : Analysis
        The model and the ranks of its states.
    """

    def __init__(self, analysis: Analysis) -> None:
        self.analysis, self.model = analysis, analysis.model
        self.movers = range(len(self.model.decision_makers))

    @property
    def _engine(self) -> Explicit:
        return self.analysis.explicit

    def ranks(self, mover: int) -> Ranks:
        """Return the ranks of all states for `mover`, 1 the least preferred."""
        return self._engine.ranks[mover]

    def targets(self, mover: int, number: int) -> NDArray[np.intp]:
        """Return the states that `mover` can reach from a state in one move."""
        found: NDArray[np.intp] = self._engine.moves.targets(mover, number - 1) + 1
        return found

    def improvements(self, mover: int, number: int) -> NDArray[np.intp]:
        """Return the states `mover` can reach from a state in one move and prefers to it."""
        ranks, found = self._engine.ranks[mover], self.targets(mover, number)
        better: NDArray[np.intp] = found[ranks[found - 1] > ranks[number - 1]]
        return better

    def neighbours(self, number: int) -> list[int]:
        """List the states one move away from a state, improvements first."""
        better = [t for m in self.movers for t in self.improvements(m, number).tolist()]
        others = [t for m in self.movers for t in self.targets(m, number).tolist()]
        return list(dict.fromkeys(better + others))

    def arcs(
        self, numbers: Sequence[int], shown: Shown, mover: int | None = None
    ) -> tuple[list[Arc], Shown]:
        """List the arcs of all, or of one, between some states, and which moves they stand for.

        In option form the improvements of one decision maker compose, so with
        "improvements" an arc that is two others in a row is left out.
        """
        movers = self.movers if mover is None else (mover,)
        pairs = list(self._pairs(numbers, movers))
        if shown == "auto":
            shown = "all" if len(pairs) <= _FEW_ARCS else "improvements"
        if shown == "all":
            return pairs, shown
        improving = [replace(arc, returns=False) for arc in pairs if arc.improves]
        composed = self.model.moves_by_options
        return _covering(improving) if composed else improving, shown

    def _pairs(self, numbers: Sequence[int], movers: Sequence[int]) -> Iterator[Arc]:
        states = np.array(sorted(numbers), dtype=np.intp) - 1
        if not len(states):
            return
        for mover in movers:
            ranks = self._engine.ranks[mover][states]
            ahead = self._engine.moves.among(mover, states)
            gains, level = ranks[None, :] > ranks[:, None], ranks[None, :] == ranks[:, None]
            first = np.arange(len(states))[:, None] < np.arange(len(states))[None, :]
            drawn = ahead & (~ahead.T | gains | (level & first))
            for start, end in np.argwhere(drawn).tolist():
                ends = int(states[start]) + 1, int(states[end]) + 1
                yield Arc(mover, *ends, bool(gains[start, end]), bool(ahead[end, start]))


def _covering(arcs: Sequence[Arc]) -> list[Arc]:
    """Leave out each arc that is two other arcs of the same decision maker in a row."""
    ahead: dict[tuple[int, int], set[int]] = {}
    for arc in arcs:
        ahead.setdefault((arc.dm, arc.start), set()).add(arc.end)
    return [
        arc
        for arc in arcs
        if not any(
            arc.end in ahead.get((arc.dm, middle), ()) for middle in ahead[arc.dm, arc.start]
        )
    ]
