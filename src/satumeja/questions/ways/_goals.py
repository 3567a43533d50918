"""The shortest ways to the equilibria, or to states that are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Shown
from satumeja.model import StateName
from satumeja.questions.ways._paths import Move, Paths
from satumeja.stability import Analysis

__all__ = ["Goal", "goals"]


@dataclass(frozen=True, repr=False)
class Goal(Shown):
    """A state to get to, and shortest legal paths to it.

    Parameters
    ----------
    state : int
        Its number.
    concepts : tuple of str
        Those of the concepts analysed under which it is an equilibrium.
    moves : int or None
        How many moves it is away; None where it is out of reach.
    paths : tuple of tuple of Move
        The paths; none where it is out of reach.

    See Also
    --------
    goals : Makes it.
    """

    state: int
    concepts: tuple[str, ...]
    moves: int | None
    paths: tuple[tuple[Move, ...], ...]

    def to_json(self) -> dict[str, Any]:
        """Return the goal as plain data."""
        return {
            "state": self.state,
            "concepts": list(self.concepts),
            "moves": self.moves,
            "paths": [[move.to_json() for move in path] for path in self.paths],
        }


def goals(
    analysis: Analysis, found: Paths, states: Sequence[StateName] | None = None, most: int = 1
) -> Iterator[Goal]:
    """Give the shortest ways to states, one by one.

    Parameters
    ----------
    analysis : Analysis
        An analysed model.
    found : Paths
        From `paths`, of the same model.
    states : sequence of int or str, optional
        Where to, by number or name; where none are given, to the equilibria: those within reach
        first, those under more concepts before others, then the nearer ones.
    most : int
        How many paths to each.

    Yields
    ------
    Goal
        Each state with its concepts and paths.

    Raises
    ------
    QuestionError
        If there is no such state.

    See Also
    --------
    paths : Finds what can come about.
    Paths.to : Paths to one state, whatever it is.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.questions import paths
    >>> from satumeja.stability import analyse
    >>> model = load("elmira")
    >>> ways = paths(model, improvements=True)
    >>> [(goal.state, goal.moves) for goal in goals(analyse(model, ["nash"]), ways)]
    [(5, 1), (8, None), (9, None)]
    """
    holds = {c.id: analysis.is_equilibrium(c.id) for c in analysis.concepts}
    if states is None:
        states = _nearest_first(found, np.sum(list(holds.values()), axis=0))
    for state in states:
        number = found.model.require_state(state)
        paths = tuple(found.to(number, most))
        moves = int(found.moves[number - 1])
        concepts = tuple(concept for concept, at in holds.items() if at[number - 1])
        yield Goal(number, concepts, moves if moves >= 0 else None, paths)


def _nearest_first(paths: Paths, times: NDArray[np.int64]) -> list[int]:
    places = np.flatnonzero(times)
    away = paths.moves[places]
    ordered: list[int] = (
        places[np.lexsort((places, away, -times[places], away < 0))] + 1
    ).tolist()
    return ordered
