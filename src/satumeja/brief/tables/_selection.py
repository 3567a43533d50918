"""Which states are worth showing where there are too many to show them all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from satumeja.brief.tables._moves import Moves
from satumeja.errors import LimitError

if TYPE_CHECKING:
    from satumeja.stability import Analysis

__all__ = ["DRAWN", "Marks", "Selection", "drawn_states", "listed_states", "marks_of"]

LISTED = 100
DRAWN = 60
_CHOSEN = 40
_MOST_DRAWN = 2_048


@dataclass(frozen=True)
class Selection:
    """Some states, ascending, and how many of the model are left out."""

    numbers: tuple[int, ...]
    left_out: int


@dataclass(frozen=True, eq=False)
class Marks:
    """Which states are equilibria: under how many of the concepts analysed."""

    times: NDArray[np.int64]
    concepts: int

    def some(self, number: int) -> bool:
        """Decide whether a state is an equilibrium under some concept."""
        return bool(self.times[number - 1])

    def every(self, number: int) -> bool:
        """Decide whether a state is an equilibrium under every concept."""
        return bool(self.times[number - 1] == self.concepts)

    def best(self, most: int) -> list[int]:
        """List equilibria, those under the most concepts first, ties by number."""
        found = np.flatnonzero(self.times)
        order = found[np.argsort(-self.times[found], kind="stable")]
        return [int(k) + 1 for k in order[:most]]


def marks_of(analysis: Analysis) -> Marks:
    """Count for each state the concepts under which it is an equilibrium."""
    times = np.zeros(len(analysis.model.states), dtype=np.int64)
    for concept in analysis.concepts:
        times += analysis.is_equilibrium(concept.id)
    return Marks(times, len(analysis.concepts))


def _choose(analysis: Analysis, wanted: Iterable[int], most: int) -> Selection:
    numbers = tuple(sorted(list(dict.fromkeys(wanted))[:most]))
    return Selection(numbers, len(analysis.model.states) - len(numbers))


@lru_cache(maxsize=1)
def listed_states(analysis: Analysis) -> Selection:
    """Choose the rows of a table: all states, or the status quo, equilibria and neighbours."""
    size = len(analysis.model.states)
    if size <= LISTED:
        return Selection(tuple(range(1, size + 1)), 0)
    start = analysis.model.status_quo_number
    wanted: list[int] = [start] if start else []
    wanted += marks_of(analysis).best(_CHOSEN // 2)
    wanted += Moves(analysis).neighbours(start) if start else []
    return _choose(analysis, wanted or range(1, size + 1), _CHOSEN)


def drawn_states(analysis: Analysis, most: int = DRAWN) -> Selection:
    """Choose the states of a graph: all, or the status quo, equilibria and paths to them.

    Raises
    ------
    LimitError
        If more than 2,048 were to be drawn.
    """
    size = len(analysis.model.states)
    if size <= most:
        _require_drawable(size)
        return Selection(tuple(range(1, size + 1)), 0)
    start = analysis.model.status_quo_number
    goals = marks_of(analysis).best(_CHOSEN // 2)
    wanted = ([start] if start else []) + goals
    if start:
        from satumeja.questions import paths

        found = paths(analysis.model, start, improvements=True, engine=analysis.explicit)
        ways = [way for goal in goals for way in found.to(goal)]
        wanted += [move.end for way in ways for move in way]
    if not wanted:
        _require_drawable(most)
    return _choose(analysis, wanted or range(1, size + 1), most)


def _require_drawable(count: int) -> None:
    """Refuse a graph in which nobody could find a state, before it is laid out."""
    if count > _MOST_DRAWN:
        raise LimitError(
            f"{count:,} states are more than the {_MOST_DRAWN:,} a graph is drawn of; asked for"
            " fewer, it shows the status quo, equilibria and the ways to them"
        )
