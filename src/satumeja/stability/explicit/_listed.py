"""The listed layout: few feasible states of many combinations of options."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from satumeja.model import DecisionMaker, OptionStates
from satumeja.model.kit import distinct
from satumeja.stability.explicit._improvements import PLACES, Mover, Table, flagged, lower, padded
from satumeja.stability.explicit._option_moves import OptionMoves, Words

__all__ = ["Listed"]

Index = NDArray[np.intp]
Values = NDArray[np.unsignedinteger]


@dataclass(frozen=True)
class _View:
    """What some states of a mover can reach: all of their blocks that a few tables show.

    Without one-way options there is one view, of everything for everyone; otherwise
    one for each combination of them spent, which shows what is still open to it.
    """

    receivers: Index | slice
    tables: list[Table]


class Listed(OptionMoves):
    """Moves over an array that has a place for each feasible state.

    Parameters
    ----------
    states : OptionStates
        The n feasible states, out of up to 62 options.
    decision_makers : sequence of DecisionMaker
        In the order of their options.
    ranks : sequence of unsigned array, shape (n,)
        Of one type, whose highest value is no rank.

    Notes
    -----
    The states are sorted once for each mover, O(n log n). Its tables take four to
    eight bytes a state, up to (3/2)**w times that for w one-way options.
    """

    def __init__(
        self,
        states: OptionStates,
        decision_makers: Sequence[DecisionMaker],
        ranks: Sequence[Values],
    ) -> None:
        super().__init__(states, decision_makers)
        self.ranks = list(ranks)
        self._blocks = [
            np.unique(self._codes & ~own, return_inverse=True)[1].astype(np.int32)
            for own in self._own
        ]
        self._views = [list(self._views_of(mover)) for mover in range(len(ranks))]

    def reranked(self, ranks: Sequence[Values], anew: Sequence[int]) -> Self:
        """Return the same moves under other ranks, which differ for those in `anew` alone."""
        new = copy(self)
        new.ranks = list(ranks)
        new._views = [
            list(new._views_of(mover)) if mover in anew else views
            for mover, views in enumerate(self._views)
        ]
        return new

    def improves_as(self, other: Self, mover: int) -> bool:
        """Say whether `mover` improves by the same moves as in `other`; False if in doubt."""
        # Of what ties any order will do, so that the same improvements may be told as others.
        return self._mover(mover).improves_as(other._mover(mover))

    def _views_of(self, mover: int) -> Iterator[_View]:
        rank, blocks, one_way = self.ranks[mover], self._blocks[mover], self._one_way[mover]
        used = (self._codes ^ self._back) & one_way
        for spent in distinct(used) if one_way else [0]:
            shown = np.flatnonzero((used & spent) == spent)
            tables = list(
                _tables(shown, rank[shown], blocks[shown], used[shown] != spent, self.size)
            )
            yield _View(np.flatnonzero(used == spent) if one_way else slice(None), tables)

    @classmethod
    def memory(
        cls, size: int, decision_makers: Sequence[DecisionMaker], item: int, threads: int
    ) -> int:
        """Estimate the bytes that analysing `size` states takes, `item` bytes a value."""
        makers = len(decision_makers)
        values = item * (5 * makers + 6 * threads)
        return int(size * (8 * cls.views(decision_makers) + 4 * makers + 24 * threads + values))

    def lay(self, values: Values) -> Values:
        """Return the values: here each listed state has its place."""
        return values

    listed = lay

    def best(self, mover: int, values: Values) -> Values:
        """Return the highest value each state can reach by one move of `mover`, or staying."""
        return self._along(mover, values, np.maximum, 0)

    def _along(self, mover: int, values: Values, reduction: np.ufunc, empty: int) -> Values:
        # One place more, which the filling of columns points to and which changes nothing.
        filled, result = np.append(values, values.dtype.type(empty)), np.empty_like(values)
        blocks = self._blocks[mover]
        # Blocks that a view does not show keep what was there; none of its receivers is in one.
        of_block = np.empty(int(blocks.max()) + 1, dtype=values.dtype)
        for view in self._views[mover]:
            for table in view.tables:
                of_block[table.blocks] = reduction.reduce(
                    filled.take(table.order & (PLACES - 1)), axis=0
                )
            result[view.receivers] = of_block[blocks[view.receivers]]
        return result

    def joined(self, movers: Sequence[int], words: Words) -> Words:
        """Return the bits that any state has which sequences of `movers` lead to, or the start."""
        quiet, turn = 0, 0
        while quiet < len(movers):
            within_reach = self._along(movers[turn], words, np.bitwise_or, 0)
            quiet = quiet + 1 if np.array_equal(within_reach, words) else 1
            words, turn = within_reach, (turn + 1) % len(movers)
        return words

    def lowest(
        self, movers: Sequence[int], values: Sequence[Values], *, credible: bool
    ) -> list[Values]:
        """Return the lowest values reachable by sequences of `movers`, the start included.

        Parameters
        ----------
        movers : sequence of int
            Who may move, by place in the model.
        values : sequence of unsigned array, shape (n,)
            One or two, of the same type.
        credible : bool
            Only moves that the mover prefers, from where it makes them.
        """
        if not credible:
            return [self._closure(movers, value) for value in values]
        return self._improved(movers, values)

    def _improved(
        self, movers: Sequence[int], values: Sequence[Values], kept: Sequence[Sequence[int]] = ()
    ) -> list[Values]:
        dtype, lanes = values[0].dtype, len(values)
        costs = np.full((self.size + 1, padded(lanes)), np.iinfo(dtype).max, dtype)
        costs[:-1, :lanes] = np.stack(values, axis=1)
        lower([self._mover(mover) for mover in movers], costs, kept)
        return list(np.ascontiguousarray(costs[:-1, :lanes].T))

    def _closure(self, movers: Sequence[int], values: Values) -> Values:
        most, quiet, turn = np.iinfo(values.dtype).max, 0, 0
        while quiet < len(movers):
            lowered = self._along(movers[turn], values, np.minimum, most)
            # Moves of one mover join into one, so after its turn it is quiet itself.
            quiet = quiet + 1 if np.array_equal(lowered, values) else 1
            values, turn = lowered, (turn + 1) % len(movers)
        return values

    def prepare(self, mover: int) -> None:
        """Do nothing: the blocks are sorted from the start."""

    def _mover(self, mover: int) -> Mover:
        blocks = self._blocks[mover]
        tables = [table for view in self._views[mover] for table in view.tables]
        return Mover(tables, int(blocks.max()) + 1, lambda places: blocks[places])


def _tables(
    states: Index, ranks: Values, blocks: NDArray[np.int32], sends: NDArray[np.bool_], filler: int
) -> Iterator[Table]:
    """Sort states block by block, best first, and make columns of blocks of like length."""
    most = np.iinfo(ranks.dtype).max
    # Block and rank in one integer; among ties any order will do, as they are flagged.
    keys = (blocks.astype(np.int64) << (ranks.dtype.itemsize * 8)) | (most - ranks)
    order = np.argsort(keys)
    block, rank = blocks[order], ranks[order]
    starts = np.flatnonzero(np.concatenate([[True], block[1:] != block[:-1]]))
    lengths = np.diff(starts, append=len(order))
    # Columns of 2 ** height rows are high enough, and less than half of one is filling; less
    # a half, so that a power of two takes no row more than it has.
    height = np.frexp(lengths - 0.5)[1]
    for power in np.flatnonzero(np.bincount(height)).tolist():
        chosen = np.flatnonzero(height == power)
        below = np.arange(-(1 << power), 0)[:, None] + lengths[chosen]
        rows = np.where(below >= 0, starts[chosen] + below, -1)
        there = rows >= 0
        ties = there[:-1] & (rank[rows[1:]] == rank[rows[:-1]])
        places = np.where(there, states[order][rows], filler).astype(np.int32)
        yield Table(
            flagged(places, ties, there & sends[order][rows]),
            block[starts[chosen]],
            bool(sends.any()),
        )
