"""Moves in graph form: arcs that follow no rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from typing import Self

import numpy as np
from numpy.typing import NDArray

from satumeja.model import DecisionMaker, GraphStates
from satumeja.model.kit import distinct
from satumeja.stability.explicit._moves import Values

__all__ = ["Arcs", "GraphMoves"]

Index = NDArray[np.intp]
States = NDArray[np.integer]


class Arcs:
    """Arcs sorted by one end, `near`; those of state s are `far[first[s]:first[s + 1]]`."""

    def __init__(self, size: int, near: States, far: States) -> None:
        # One integer an arc: sorting brings equal arcs together. Ends may be 32-bit, and the
        # product of two of them is not.
        keys = np.sort(near * np.int64(size) + far)
        keys = keys[np.diff(keys, prepend=-1) > 0]
        self.near, self.far = (keys // size).astype(np.int32), (keys % size).astype(np.int32)
        self.first = np.concatenate([[0], np.cumsum(np.bincount(self.near, minlength=size))])

    def of(self, states: Index) -> tuple[States, Index]:
        """Return the far ends of the arcs of some states, and how many each state has."""
        first, counts = self.first[states], self.first[states + 1] - self.first[states]
        # One range over the arcs of all states, moved at each of them to where its arcs are.
        skipped = np.repeat(first - np.cumsum(counts) + counts, counts)
        return self.far[skipped + np.arange(len(skipped))], counts


class GraphMoves:
    """What each decision maker can reach in one move, in graph form.

    Moves need not be transitive, so who moved last matters: in a legal sequence
    nobody moves twice in a row.

    Parameters
    ----------
    states : GraphStates
        The n states.
    decision_makers : sequence of DecisionMaker
        With their moves.
    ranks : sequence of unsigned array, shape (n,)
        Of one type, whose highest value is no rank.

    Notes
    -----
    Memory O(n * DMs + arcs); one reduction O(n + arcs of the mover).
    """

    alone = False

    def __init__(
        self,
        states: GraphStates,
        decision_makers: Sequence[DecisionMaker],
        ranks: Sequence[Values],
    ) -> None:
        self.size, self.ranks = len(states), list(ranks)
        none = np.zeros((0, 2), dtype=np.int64)
        pairs = [none if dm.moves is None else dm.moves for dm in decision_makers]
        self._out = [Arcs(self.size, *own.T) for own in pairs]
        self._into = [
            [self._turned(mover, improving=improving) for mover in range(len(ranks))]
            for improving in (False, True)
        ]

    def thresholds(self, focal: int, values: Sequence[Values]) -> list[Values]:
        """Return the rank of the best state `focal` holds once the others improve, or staying."""
        lowest = self.credible({focal: values})[focal]
        return [self.best(focal, np.minimum(self.ranks[focal], low)) for low in lowest]

    def reranked(self, ranks: Sequence[Values], anew: Sequence[int]) -> Self:
        """Return the same moves under other ranks, which differ for those in `anew` alone."""
        new = copy(self)
        new.ranks = list(ranks)
        moves, improvements = self._into
        turned = [
            new._turned(mover, improving=True) if mover in anew else arcs
            for mover, arcs in enumerate(improvements)
        ]
        new._into = [moves, turned]
        return new

    def improves_as(self, other: Self, mover: int) -> bool:
        """Say whether `mover` improves by the same moves as in `other`."""
        own, theirs = self._into[True][mover], other._into[True][mover]
        return np.array_equal(own.near, theirs.near) and np.array_equal(own.far, theirs.far)

    def _turned(self, mover: int, *, improving: bool) -> Arcs:
        arcs = self.arcs(mover, improving=improving)
        return Arcs(self.size, arcs.far, arcs.near)

    @classmethod
    def memory(
        cls, size: int, decision_makers: Sequence[DecisionMaker], item: int, threads: int
    ) -> int:
        """Estimate the bytes that analysing `size` states takes, `item` bytes a value."""
        arcs = [0 if dm.moves is None else len(dm.moves) for dm in decision_makers]
        makers = len(arcs)
        values = item * (6 * makers + (makers + 2) * threads) + 8 * (3 * makers + 4 * threads)
        return size * values + 24 * sum(arcs) + 32 * max(arcs) * (1 + threads)

    def lay(self, values: Values) -> Values:
        """Return the values: here each listed state has its place."""
        return values

    listed = lay

    def best(self, mover: int, values: Values) -> Values:
        """Return the highest value each state can reach by one move of `mover`, or staying."""
        arcs = self._out[mover]
        return np.maximum(values, self.highest(mover, values[arcs.far]))

    def highest(self, mover: int, values: Values) -> Values:
        """Return for each state the highest of its arcs' values, 0 where it has none."""
        arcs, result = self._out[mover], np.zeros(self.size, dtype=values.dtype)
        # `reduceat` knows no empty group: it would give a state without arcs the next one's.
        starts = np.flatnonzero(np.diff(arcs.first))
        if len(starts):
            result[starts] = np.maximum.reduceat(values, arcs.first[starts])
        return result

    def arcs(self, mover: int, *, improving: bool = False) -> Arcs:
        """Return the moves of `mover`, or only those it prefers, by where they start."""
        arcs, rank = self._out[mover], self.ranks[mover]
        if not improving:
            return arcs
        better = rank[arcs.far] > rank[arcs.near]
        return Arcs(self.size, arcs.near[better], arcs.far[better])

    def lowest(
        self, movers: Sequence[int], values: Sequence[Values], *, credible: bool
    ) -> list[Values]:
        """Return the lowest values reachable by legal sequences of `movers`, or staying.

        Parameters
        ----------
        movers : sequence of int
            Who may move, by place in the model.
        values : sequence of unsigned array, shape (n,)
            None of them the highest number of its type.
        credible : bool
            Only moves that the mover prefers, from where it makes them.

        Notes
        -----
        Values spread backward along the arcs, a range of them at a time: once a range is
        done, nothing in it changes any more, so a node (state, who moved last) is
        expanded about once, however long the sequences are.
        """
        arcs = [self._into[credible][mover] for mover in movers]
        return [_spread(arcs, value) for value in values]

    def credible(self, values: Mapping[int, Sequence[Values]]) -> dict[int, list[Values]]:
        """Return the lowest values that improvements of the others of each lead to."""
        everyone = range(len(self.ranks))
        return {
            focal: self.lowest([k for k in everyone if k != focal], own, credible=True)
            for focal, own in values.items()
        }

    def prepare(self, mover: int) -> None:
        """Do nothing: the arcs are sorted from the start."""

    def targets(self, mover: int, state: int) -> Index:
        """Return the states (0-based, ascending) that `mover` reaches from `state` in one move."""
        arcs = self._out[mover]
        return arcs.far[arcs.first[state] : arcs.first[state + 1]].astype(np.intp)

    def among(self, mover: int, states: Index) -> NDArray[np.bool_]:
        """Say which of some states (0-based) `mover` reaches from which: rows are the starts."""
        reached = np.zeros((len(states), len(states)), dtype=np.bool_)
        column = np.full(self.size, -1, dtype=np.intp)
        column[states] = np.arange(len(states))
        for row, state in enumerate(states.tolist()):
            places = column[self.targets(mover, state)]
            reached[row, places[places >= 0]] = True
        return reached


def _ranges(values: Values) -> Iterator[tuple[int, int]]:
    """Cut the values into ranges (above, up to), each twice as wide as the one before."""
    # The lowest values, which nothing overrides, go first and nearly one by one; doubling
    # keeps the ranges as few as the logarithm of the ranks.
    above, width, most = 0, 1, int(values.max())
    while above < most:
        yield above, above + width
        above, width = above + width, width * 2


def _spread(arcs: Sequence[Arcs], values: Values) -> Values:
    """Spread each value to all that can lead there, alternating the movers of `arcs`.

    ``onward[k]`` is the lowest value where mover k did the last move, so that another
    has to go on; the last row is for a start, where anyone may.
    """
    onward = [values.copy() for _ in range(len(arcs) + 1)]
    for above, up_to in _ranges(values):
        front = [np.flatnonzero((row > above) & (row <= up_to)) for row in onward[:-1]]
        while any(len(states) for states in front):
            for mover, states in enumerate(front):
                front[mover] = states[:0]
                starts, counts = arcs[mover].of(states)
                carried = np.repeat(onward[mover][states], counts)
                for row, low in enumerate(onward):
                    if row != mover:
                        lowered = starts[carried < low[starts]]
                        np.minimum.at(low, starts, carried)
                        if row < len(front):  # nobody moves into a start: it spreads no further
                            front[row] = _distinct(front[row], lowered, len(values))
    return onward[-1]


def _distinct(some: Index, others: States, size: int) -> Index:
    """Return the states in either list, each once."""
    both = np.concatenate([some, others])
    # A short list is sorted; for a long one a pass over marks of all states is cheaper.
    if len(both) * 16 < size:
        return distinct(both)
    marked = np.zeros(size, dtype=np.bool_)
    marked[both] = True
    return np.flatnonzero(marked)
