"""The dense layout: a hypercube of all combinations of options."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from functools import cached_property
from itertools import groupby
from types import EllipsisType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from satumeja.model import DecisionMaker, Direction, OptionStates
from satumeja.stability.explicit._apart import Opponent, best_apart
from satumeja.stability.explicit._improvements import Mover, Table, flagged, lower, padded
from satumeja.stability.explicit._option_moves import OptionMoves, Words, subsets

__all__ = ["Dense"]

Cells = NDArray[np.unsignedinteger]
Rows = NDArray[Any]

# So many keys are sorted at a time: they and their copy stay in the cache.
_CHUNK = 1 << 17
_WORTH_PARTS = 1 << 16  # with fewer cells, the cost of numpy's calls is more than what is saved


class Dense(OptionMoves):
    """Moves over an array that has a cell for each combination of options.

    The options of a decision maker are neighbouring bits of a state, so it moves
    along axes of its own: one for each run of two-way options, one of length 2 for
    each one-way option. Infeasible cells hold 0 and stand aside.

    Parameters
    ----------
    states : OptionStates
        The n feasible states; best where they are many of all combinations.
    decision_makers : sequence of DecisionMaker
        In the order of their options.
    ranks : sequence of unsigned array, shape (n,)
        Of one type, whose highest value is no rank.

    Notes
    -----
    A value that does not change along an axis may be stored once: every array here
    broadcasts to the shape of the cube. The highest or lowest value within reach is a
    reduction along the mover's axes, which streams memory once. Chains of
    improvements need each block sorted once, four bytes a cell, and (3/2)**w times
    that for w one-way options of a mover.
    """

    def __init__(
        self,
        states: OptionStates,
        decision_makers: Sequence[DecisionMaker],
        ranks: Sequence[Cells],
    ) -> None:
        super().__init__(states, decision_makers)
        self._shape, self._axes = _axes(decision_makers)
        self._cells = 1 << sum(states.widths)
        self._is_full = self._cells == self.size
        self._movers: dict[int, Mover] = {}
        self._rank(ranks)

    def _rank(self, ranks: Sequence[Cells]) -> None:
        self.ranks = [self.lay(rank) for rank in ranks]
        most = self.ranks[0].dtype.type(np.iinfo(self.ranks[0].dtype).max)
        self._wall: Cells | None = None if self._is_full else (self.ranks[0] == 0) * most

    def reranked(self, ranks: Sequence[Cells], anew: Sequence[int]) -> Self:
        """Return the same moves under other ranks, which differ for those in `anew` alone."""
        new = copy(self)
        new._movers = {k: mover for k, mover in self._movers.items() if k not in anew}
        new._rank(ranks)
        return new

    def improves_as(self, other: Self, mover: int) -> bool:
        """Say whether `mover` improves by the same moves as in `other`; False if in doubt."""
        if mover not in other._movers:  # no credible concept was decided there
            return False
        self.prepare(mover)
        return self._movers[mover].improves_as(other._movers[mover])

    @classmethod
    def memory(
        cls, size: int, decision_makers: Sequence[DecisionMaker], item: int, threads: int
    ) -> int:
        """Estimate the bytes that analysing `size` states takes, `item` bytes a value."""
        cells = 1 << sum(len(dm.options) for dm in decision_makers)
        views, makers = cls.views(decision_makers), len(decision_makers)
        thresholds = 0 if views == makers else 5 * makers
        return int(cells * (4 * views + item * (makers + thresholds + 6 * threads)))

    def lay(self, values: NDArray[np.unsignedinteger]) -> Cells:
        """Put values of the listed states into their cells, 0 elsewhere."""
        if self._is_full:
            return values.reshape(self._shape)
        cells = np.zeros(self._cells, dtype=values.dtype)
        cells[self._codes] = values
        return cells.reshape(self._shape)

    def listed(self, cells: Cells) -> NDArray[np.unsignedinteger]:
        """Return the values of the listed states."""
        flat = np.broadcast_to(cells, self._shape).reshape(-1)
        return flat if self._is_full else flat[self._codes]

    def best(self, mover: int, values: Cells) -> Cells:
        """Return the highest value each state can reach by one move of `mover`, or staying."""
        return self._along(mover, values, np.maximum)

    def _along(self, mover: int, values: Cells, reduction: np.ufunc) -> Cells:
        for axis, way in self._axes[mover]:
            if values.shape[axis] == 1:  # the same all along it: nothing to reduce
                continue
            if way == "both":
                values = reduction.reduce(values, axis=axis, keepdims=True)
            else:
                # A one-way option is left as it is or taken up: only one side gains.
                values = values.copy()
                sides = np.moveaxis(values, axis, 0)
                no, yes = sides[:1], sides[1:]
                reduction(no, yes, out=no if way == "forward" else yes)
        return values

    def joined(self, movers: Sequence[int], words: Words) -> Words:
        """Return the bits that any state has which sequences of `movers` lead to, or the start."""
        if self.is_full:
            for mover in movers:
                words = self._along(mover, words, np.bitwise_or)
            return words
        words, last = words & self._feasible_bits, dict[int, Words]()
        quiet, turn = 0, 0
        while quiet < len(movers):
            within_reach = self._along(movers[turn], words, np.bitwise_or)
            if turn in last and np.array_equal(within_reach, last[turn]):
                quiet += 1
            else:
                # Nobody stops in an infeasible cell, so nothing goes on from one.
                words, quiet = within_reach & self._feasible_bits, 1
                last[turn] = within_reach
            turn = (turn + 1) % len(movers)
        return words

    @cached_property
    def _feasible_bits(self) -> Words:
        """Every bit set in the cells that are states."""
        return self.lay(np.full(self.size, ~np.uint64(0)))

    def lowest(
        self, movers: Sequence[int], values: Sequence[Cells], *, credible: bool
    ) -> list[Cells]:
        """Return the lowest values reachable by sequences of `movers`, the start included.

        Parameters
        ----------
        movers : sequence of int
            Who may move, by place in the model.
        values : sequence of unsigned array
            One or two, of the same type; what infeasible cells hold does not matter.
        credible : bool
            Only moves that the mover prefers, from where it makes them.

        Returns
        -------
        list of unsigned array
            For each of `values`; infeasible cells hold 0.
        """
        if not credible:
            return [self._closure(movers, value) for value in values]
        return self._improved(movers, values)

    def _improved(
        self, movers: Sequence[int], values: Sequence[Cells], kept: Sequence[Sequence[int]] = ()
    ) -> list[Cells]:
        dtype, lanes = values[0].dtype, padded(len(values))
        costs = np.empty((*self._shape, lanes), dtype=dtype)
        costs[..., len(values) :] = np.iinfo(dtype).max
        for lane, value in enumerate(values):
            costs[..., lane] = self._costs(value)
        tabled = [self._tabled(mover) for mover in movers]
        lower(tabled, costs.reshape(self._cells, -1), kept)
        return [costs[..., lane] + 1 for lane in range(len(values))]

    def thresholds(self, focal: int, values: Sequence[Cells]) -> list[Cells]:
        """Return the rank of the best state `focal` holds by a move, or by staying.

        Parameters
        ----------
        focal, values
            As of `OptionMoves.thresholds`.
        """
        opponents = [k for k, own in enumerate(self._own) if own and k != focal]
        if (
            self._cells < _WORTH_PARTS
            or self._one_way[focal]
            or any(map(self._one_way.__getitem__, opponents))
        ):
            return super().thresholds(focal, values)
        parted = [
            Opponent(table.order, self._field(k), table.ties)
            for k in opponents
            for table in self._tabled(k).tables
        ]
        flat = self._flat_values(focal, values)
        best = best_apart(self._flat(self.ranks[focal]), self._field(focal), flat, parted)
        return [cells.reshape(self._by_block(focal)) for cells in best]

    def _by_block(self, focal: int) -> tuple[int, ...]:
        """Return the shape of what is the same for all states of a block."""
        own = {axis for axis, _ in self._axes[focal]}
        return tuple(1 if axis in own else length for axis, length in enumerate(self._shape))

    def _flat_values(self, focal: int, values: Sequence[Cells]) -> list[NDArray[Any]]:
        """Return values flat, one for each cell or for each block of `focal`."""
        block = self._by_block(focal)
        return [self._flat(v, block if v.shape == block else self._shape) for v in values]

    def _flat(self, cells: Cells, shape: tuple[int, ...] | None = None) -> NDArray[Any]:
        return np.ascontiguousarray(np.broadcast_to(cells, shape or self._shape)).reshape(-1)

    def _costs(self, values: Cells) -> Cells:
        """Return values less one, so that infeasible cells, from 0, become the highest."""
        costs: Cells = values - 1
        return costs if self._wall is None else np.maximum(costs, self._wall)

    def _closure(self, movers: Sequence[int], values: Cells) -> Cells:
        if self._wall is None:  # one mover's moves do not depend on the others' options
            # From the outermost axis in: the first pass is the long one, and goes fastest there.
            for mover in sorted(movers, reverse=True):
                values = self._along(mover, values, np.minimum)
            return values
        # Infeasible cells stand in the way of sequences, so the movers take turns until
        # each has changed nothing since its last turn.
        costs, last = self._costs(values), dict[int, Cells]()
        quiet, turn = 0, 0
        while quiet < len(movers):
            mover = movers[turn]
            within_reach = self._along(mover, costs, np.minimum)
            if mover in last and np.array_equal(within_reach, last[mover]):
                quiet += 1
            else:
                # The wall goes back up: nobody stops in an infeasible cell.
                costs, quiet = np.maximum(within_reach, self._wall), 1
                last[mover] = within_reach
            turn = (turn + 1) % len(movers)
        return costs + 1

    def prepare(self, mover: int) -> None:
        """Sort the blocks of `mover`, which its chains of improvements need."""
        self._tabled(mover)

    def _tabled(self, mover: int) -> Mover:
        if mover not in self._movers:
            start, width = self._field(mover)
            self._movers[mover] = Mover(
                tables=self._tables(mover, start, width),
                count=self._cells >> width,
                block_of=lambda places: (
                    (places >> (start + width) << start) | (places & ((1 << start) - 1))
                ),
            )
        return self._movers[mover]

    def _field(self, mover: int) -> tuple[int, int]:
        """Return the lowest bit of the options of `mover`, and how many there are."""
        own = self._own[mover]
        return (own & -own).bit_length() - 1 if own else 0, own.bit_count()

    def _tables(self, mover: int, start: int, width: int) -> list[Table]:
        """Make a table of all blocks for each combination of one-way options spent."""
        one_way = self._one_way[mover] >> start
        back = (self._back & self._own[mover]) >> start
        views = subsets(one_way).tolist()
        columns = self._cells >> width
        orders = [
            np.empty((1 << (width - spent.bit_count()), columns), np.int32) for spent in views
        ]
        for first, keys in _sorted_blocks(self.ranks[mover], start, width):
            last = first + len(keys)
            own = (keys & ((1 << width) - 1)).astype(np.int32)
            block = np.arange(first, last, dtype=np.int32)[:, None]
            places = (block >> start << (start + width)) | (block & ((1 << start) - 1))
            places = places + (own << start)
            used = (own ^ back) & one_way
            for order, spent in zip(orders, views, strict=True):
                shown = (used & spent) == spent if spent else ...
                order[:, first:last] = _columns(places, keys >> width, used != spent, shown)
        return [
            Table(order, sends=bool(one_way), ties=bool((order < 0).any())) for order in orders
        ]


def _axes(
    decision_makers: Sequence[DecisionMaker],
) -> tuple[tuple[int, ...], list[list[tuple[int, Direction]]]]:
    """Return the shape of the cube, highest bits first, and the axes of each mover.

    Two-way axes come first, from the outside in: these reductions are the fastest,
    and leave less for the others.
    """
    bits = [
        (mover, option.direction, k if option.direction != "both" else -1)
        for mover, dm in enumerate(decision_makers)
        for k, option in enumerate(dm.options)
    ]
    runs = [(*key[:2], len(list(run))) for key, run in groupby(bits)][::-1]
    axes: list[list[tuple[int, Direction]]] = [[] for _ in decision_makers]
    for axis, (mover, way, _) in enumerate(runs):
        axes[mover].append((axis, way))
    shape = tuple(1 << length for *_, length in runs)
    return shape, [sorted(own, key=lambda axis: axis[1] != "both") for own in axes]


def _sorted_blocks(
    ranks: Cells, start: int, width: int
) -> Iterator[tuple[int, NDArray[np.uint64]]]:
    """Sort the states of each block, best first, infeasible ones before all.

    Yields the number of a first block, and for it and the following ones a row of
    keys: how far the rank is from the highest number there is, then the bits of the
    mover's own options.
    """
    most, bits = np.iinfo(ranks.dtype).max, ranks.dtype.itemsize * 8 + width
    # Rank and own options in one integer: a plain sort is several times faster than argsort.
    own: NDArray[Any] = np.arange(1 << width, dtype=np.uint32 if bits <= 32 else np.uint64)
    blocks = ranks.reshape(-1, 1 << width, 1 << start)
    inner = min(1 << start, max(1, _CHUNK >> width))
    outer = max(1, (_CHUNK >> width) // inner)
    for high in range(0, len(blocks), outer):
        for low in range(0, 1 << start, inner):
            some = blocks[high : high + outer, :, low : low + inner].transpose(0, 2, 1)
            # Rank 0, the infeasible, wraps round to the highest and so sorts to the top.
            keys = (most - (some - 1)).astype(own.dtype).reshape(-1, 1 << width) << width | own
            keys.sort(axis=1)
            yield (high << start) + low, keys


def _columns(
    places: Rows, ranks: Rows, sends: Rows, shown: Rows | EllipsisType
) -> NDArray[np.int32]:
    """Turn sorted blocks, a row each, into flagged columns of what is shown of them."""
    place, rank, send = (part[shown].reshape(len(part), -1).T for part in (places, ranks, sends))
    return flagged(place, rank[1:] == rank[:-1], send)
