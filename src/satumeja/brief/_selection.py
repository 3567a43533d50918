"""Which states are worth showing where there are too many to show them all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from satumeja.brief._moves import Moves
from satumeja.stability import Analysis

__all__ = ["Selection", "drawn_states", "listed_states", "marks_of", "ranked_equilibria"]

LISTED = 100
DRAWN = 60
_CHOSEN = 40


@dataclass(frozen=True)
class Selection:
    """Some states, ascending, and how many of the model are left out."""

    numbers: tuple[int, ...]
    left_out: int


def ranked_equilibria(analysis: Analysis, most: int) -> list[int]:
    """List equilibria, those under the most concepts first, ties by number."""
    times = sum(analysis.is_equilibrium(c.id).astype(int) for c in analysis.concepts)
    found = [(-int(times[k]), k + 1) for k in times.nonzero()[0]]
    return [number for _, number in sorted(found)[:most]]


def marks_of(analysis: Analysis) -> tuple[frozenset[int], frozenset[int]]:
    """Return the equilibria under some concept, and those under every concept."""
    some = {n for c in analysis.concepts for n in analysis.equilibria(c.id).tolist()}
    return frozenset(some), frozenset(analysis.strong_equilibria.tolist())


def _choose(analysis: Analysis, wanted: Iterable[int], most: int) -> Selection:
    numbers = tuple(sorted(list(dict.fromkeys(wanted))[:most]))
    return Selection(numbers, len(analysis.model.states) - len(numbers))


def listed_states(analysis: Analysis, moves: Moves) -> Selection:
    """Choose the rows of a table: all states, or the status quo, equilibria and neighbours."""
    size = len(analysis.model.states)
    if size <= LISTED:
        return Selection(tuple(range(1, size + 1)), 0)
    start = analysis.model.status_quo_number
    wanted = [start] if start else []
    wanted += ranked_equilibria(analysis, _CHOSEN // 2)
    wanted += moves.neighbours(start) if start else []
    return _choose(analysis, wanted or range(1, size + 1), _CHOSEN)


def drawn_states(analysis: Analysis, moves: Moves) -> Selection:
    """Choose the states of a graph: all, or the status quo, equilibria and paths to them."""
    size = len(analysis.model.states)
    if size <= DRAWN:
        return Selection(tuple(range(1, size + 1)), 0)
    start = analysis.model.status_quo_number
    goals = ranked_equilibria(analysis, _CHOSEN // 2)
    wanted = ([start] if start else []) + goals
    wanted += moves.paths(start, goals) if start else []
    return _choose(analysis, wanted or range(1, size + 1), DRAWN)
