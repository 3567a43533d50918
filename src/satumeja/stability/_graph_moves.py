"""Moves in graph form, as reductions over arcs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from satumeja.model import DecisionMaker, Ranks

__all__ = ["GraphMoves"]

Index = NDArray[np.intp]
Values = NDArray[np.int64]


@dataclass(frozen=True)
class _Arcs:
    """Arcs sorted by where they start; `first` is the place of each start's first arc."""

    start: Index
    first: Index
    end: Index


def _arcs(pairs: NDArray[np.int64]) -> _Arcs:
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    start, first = np.unique(pairs[:, 0], return_index=True)
    return _Arcs(start, first, pairs[:, 1])


def _along(arcs: _Arcs, values: Values, reduction: np.ufunc, result: Values) -> Values:
    """Reduce `values` over the ends of the arcs of each state, into a copy of `result`."""
    result = result.copy()
    if len(arcs.start):
        found = reduction.reduceat(values[arcs.end], arcs.first)
        result[arcs.start] = reduction(result[arcs.start], found)
    return result


class GraphMoves:
    """What each decision maker can reach in one move, in graph form.

    Moves need not be transitive, so who moved last matters: in a legal sequence
    nobody moves twice in a row.

    Parameters
    ----------
    size : int
        How many states there are (n).
    decision_makers : sequence of DecisionMaker
        With their moves.
    ranks : sequence of int32 array, shape (n,)
        The ranks of each decision maker, higher is better.

    Notes
    -----
    Memory O(n * DMs + arcs); one reduction O(n + arcs of the mover).
    """

    def __init__(
        self, size: int, decision_makers: Sequence[DecisionMaker], ranks: Sequence[Ranks]
    ) -> None:
        self.size = size
        pairs = [
            np.zeros((0, 2), dtype=np.int64) if dm.moves is None else dm.moves
            for dm in decision_makers
        ]
        self._moves = [_arcs(p) for p in pairs]
        self._improvements = [
            _arcs(p[rank[p[:, 1]] > rank[p[:, 0]]]) for p, rank in zip(pairs, ranks, strict=True)
        ]

    def best(self, mover: int, values: Values) -> Values:
        """Return the highest value each state can reach by one move of `mover`, or staying."""
        return _along(self._moves[mover], values, np.maximum, values)

    def closure(self, movers: Sequence[int], values: Values, *, credible: bool) -> Values:
        """Return the lowest value reachable from each state by legal sequences of `movers`.

        Parameters
        ----------
        movers : sequence of int
            Who may move, by place in the model.
        values : int64 array, shape (n,)
            A value for each state, from 0 to n + 1.
        credible : bool
            Only moves that the mover prefers, from where it makes them.

        Returns
        -------
        int64 array, shape (n,)
            The minimum over the state itself and all that can be reached.

        Notes
        -----
        ``led[j]`` is the lowest value of the sequences in which j moves first; after
        its move anyone but j goes on. Rounds of O(arcs) until nothing is lowered, as
        many as the longest of the cheapest sequences has moves.
        """
        arcs = self._improvements if credible else self._moves
        nothing = np.full(self.size, self.size + 1, dtype=np.int64)
        led = dict.fromkeys(movers, nothing)
        quiet, turn = 0, 0
        while quiet < len(movers):
            mover = movers[turn]
            then = [led[other] for other in movers if other != mover]
            onward = np.minimum.reduce([values, *then])
            lower = _along(arcs[mover], onward, np.minimum, nothing)
            quiet = quiet + 1 if np.array_equal(lower, led[mover]) else 1
            led[mover], turn = lower, (turn + 1) % len(movers)
        lowest: Values = np.minimum.reduce([values, *led.values()])
        return lowest

    def targets(self, mover: int, state: int) -> Index:
        """Return the states (0-based, ascending) that `mover` reaches from `state` in one move."""
        arcs = self._moves[mover]
        place = int(np.searchsorted(arcs.start, state))
        if place == len(arcs.start) or arcs.start[place] != state:
            return np.zeros(0, dtype=np.intp)
        last = arcs.first[place + 1] if place + 1 < len(arcs.first) else len(arcs.end)
        return np.unique(arcs.end[arcs.first[place] : last])
