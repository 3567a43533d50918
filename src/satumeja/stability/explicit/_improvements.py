"""Chains of improvements, block by block: what SEQ and SSEQ turn on.

A *block* of a decision maker is a set of states that differ in its own options only.
In one move it can go from a state of a block to any other, so its improvements are
the states of the block that it prefers, and "the lowest value an improvement
reaches" is a running minimum from the best state of the block down. A `Table` holds
many blocks side by side, one a column, so that numpy works on whole rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "PLACES",
    "Mover",
    "Table",
    "flagged",
    "lanes_a_word",
    "lower",
    "padded",
    "run_down",
    "spread",
]

Places = NDArray[np.int32]
Packed = NDArray[np.unsignedinteger]
Flags = NDArray[np.bool_]

PLACES = 1 << 30
"""Places of states in a table are below this; the bits above are flags."""

_SENDS = 30
_TIES = 31
# A chunk and its copies fit into a processor's second-level cache; with fewer columns than
# the narrowest, numpy's cost a call outweighs its cost an element.
_CHUNK = 1 << 16
_NARROWEST = 512
_SMALL = 1 << 13
_NARROW = 64  # elements of a row, from which on a call of numpy for each is worth it
_WORD = 8  # bytes that one gather fetches of a place


@dataclass(frozen=True)
class Table:
    """Blocks as columns, each from the most to the least preferred state.

    Parameters
    ----------
    order : int32 array, shape (rows, columns)
        Places of states, with two flags: the sign bit says that the state ties with
        the one above it, bit 30 that it can be reached but not left (one-way options).
        Shorter columns are filled up at the top with a place whose value is the
        highest there is, which lowers nothing and which nothing lowers.
    blocks : index array, shape (columns,), optional
        The number of each column's block; by default the column's own.
    sends : bool
        Whether bit 30 is set anywhere.
    ties : bool
        Whether the sign bit may be set anywhere.
    """

    order: Places
    blocks: NDArray[np.int32] | None = None
    sends: bool = False
    ties: bool = True

    @cached_property
    def whole(self) -> _Whole:
        """What a visit to all columns needs, for a table so small that each visit is one."""
        return _Whole.of(self.order, sends=self.sends)

    def same_order(self, other: Table) -> bool:
        """Say whether the same states stand in the same places, with the same flags."""
        return np.array_equal(self.order, other.order)

    @property
    def is_small(self) -> bool:
        """Whether to pick columns out of it would cost as much as to visit them all."""
        return self.order.size <= _SMALL


@dataclass(frozen=True)
class _Columns:
    """Some columns of a table, their flags taken apart: 0, or -1 where a flag is set."""

    places: Places
    ties: Places
    sends: Places | None

    @classmethod
    def of(cls, order: Places, *, sends: bool) -> _Columns:
        sending = (order[1:] << (_TIES - _SENDS)) >> _TIES if sends else None
        return cls(order & (PLACES - 1), order[1:] >> _TIES, sending)


@dataclass(frozen=True)
class _Whole:
    """A small table made ready once to be visited whole, again and again."""

    places: Places
    below: Places  # the same but for the first row, which nothing is above
    above: NDArray[np.intp]  # for each of these, where the class above its own ends
    sends: Places | None

    @classmethod
    def of(cls, order: Places, *, sends: bool) -> _Whole:
        columns = _Columns.of(order, sends=sends)
        rows, count = order.shape
        # A class begins where nothing ties with the row above; in a table that has one row of
        # its own on top, which lowers nothing, what is above it is in the row of its number.
        above = np.where(columns.ties, 0, np.arange(1, rows)[:, None])
        for upper, row in pairwise(above):
            np.maximum(upper, row, out=row)
        above = above * count + np.arange(count)
        return cls(columns.places, columns.places[1:], above, columns.sends)


def lanes_a_word(lane: np.dtype[np.unsignedinteger]) -> int:
    """Return how many lanes of a type `lower` takes at the cost of one."""
    return _WORD // lane.itemsize


def padded(lanes: int) -> int:
    """Return how many lanes make up a machine word that so many fit into."""
    return 1 << (lanes - 1).bit_length()


def flagged(places: Places, ties: Flags, sends: Flags) -> Places:
    """Put the flags of a table on places; `ties` lacks the first row, which has none."""
    order = places | sends.astype(np.int32) << _SENDS
    order[1:] |= ties.astype(np.int32) << _TIES
    return order


@dataclass(frozen=True)
class Mover:
    """The tables of one decision maker, and the blocks they are made of.

    Parameters
    ----------
    tables : sequence of Table
        A two-way block is in one of them; with one-way options a block is in one
        table for each combination of them that can be spent.
    count : int
        How many blocks there are.
    block_of : function
        The numbers of the blocks that some places are in.
    """

    tables: Sequence[Table]
    count: int
    block_of: Callable[[NDArray[np.int32]], NDArray[np.integer]]

    def improves_as(self, other: Mover) -> bool:
        """Say whether the blocks are ordered alike, so that the same moves improve."""
        return all(map(Table.same_order, self.tables, other.tables))


def lower(
    movers: Sequence[Mover],
    values: NDArray[np.unsignedinteger],
    kept: Sequence[Sequence[int]] = (),
) -> None:
    """Lower each value to the lowest that a chain of improvements reaches, in place.

    Parameters
    ----------
    movers : sequence of Mover
        Who may improve, each from the state the one before led to.
    values : unsigned array, shape (places, lanes)
        Values for each place, in as many lanes as `padded` says, of one machine word at the
        most; lanes do not mix, but share the work.
    kept : sequence of sequence of int, optional
        For each mover the lanes that it leaves as they are: those of its own stability.

    Notes
    -----
    The movers take turns until nothing is lowered. A turn visits the blocks in which
    something was lowered since the mover's last one, and costs some eight nanoseconds
    a state and word, most of it gathering and scattering. Large cubes of two-way options
    go through less of them at a time (`_apart`), and the compiled kernel through all cubes.
    """
    # The lanes in one machine word: gathering and scattering are the cost, and one gather
    # then serves them all.
    packed: Packed = values.reshape(-1).view(f"u{values.itemsize * values.shape[1]}")
    masks = [_mask(lanes, values.dtype, values.shape[1]) for lanes in kept] or [None] * len(movers)
    if all(table.is_small for mover in movers for table in mover.tables):
        _lower_few(movers, packed, values.dtype, masks)
        return
    stale = [np.ones(mover.count, dtype=np.bool_) for mover in movers]
    turn = 0
    while any(blocks.any() for blocks in stale):
        lowered = _turn(movers[turn], packed, values.dtype, stale[turn], masks[turn])
        stale[turn][:] = False
        for place, other in enumerate(movers):
            if place != turn:
                _mark(other, stale[place], lowered)
        turn = (turn + 1) % len(movers)


def _lower_few(
    movers: Sequence[Mover],
    packed: Packed,
    lane: np.dtype[np.unsignedinteger],
    masks: Sequence[np.unsignedinteger | None],
) -> None:
    """Lower the values of so few states that to tell stale blocks apart would cost more."""
    quiet, turn = 0, 0
    while quiet < len(movers):
        is_lower = False
        for table in movers[turn].tables:
            if len(table.order) > 1:
                where, above, before = _lowered_few(table.whole, packed, lane, masks[turn])
                if (above != before).any():
                    packed[where] = above
                    is_lower = True
        # Moves of one mover join into one, so after its turn it is quiet itself.
        quiet = 1 if is_lower else quiet + 1
        turn = (turn + 1) % len(movers)


def _lowered_few(
    whole: _Whole,
    packed: Packed,
    lane: np.dtype[np.unsignedinteger],
    kept: np.unsignedinteger | None,
) -> tuple[Places, Packed, Packed]:
    """Return the places of all rows but the first, their lowered values, and what they were."""
    old = packed.take(whole.places)
    running = np.empty((len(old) + 1, old.shape[1]), dtype=packed.dtype)
    running[0], running[1:] = np.iinfo(packed.dtype).max, old
    run_down(running.view(lane))
    above: Packed = running.take(whole.above)
    if whole.sends is not None:
        # What can be reached but not left keeps its own value.
        above |= spread(whole.sends, packed.dtype)
    if kept is not None:
        above |= kept
    np.minimum(above.view(lane), old[1:].view(lane), out=above.view(lane))
    return whole.below, above, old[1:]


def _mask(
    lanes: Sequence[int], lane: np.dtype[np.unsignedinteger], count: int
) -> np.unsignedinteger | None:
    """Return a word with all bits of some lanes set: a value that lowers nothing there."""
    if not lanes:
        return None
    word = np.zeros(count, dtype=lane)
    word[list(lanes)] = np.iinfo(lane).max
    mask: np.unsignedinteger = word.view(f"u{lane.itemsize * count}")[0]
    return mask


def _mark(mover: Mover, stale: Flags, lowered: Sequence[Places] | None) -> None:
    """Mark the blocks that some lowered places are in; None: all blocks."""
    if lowered is None:
        stale[:] = True
    else:
        for places in lowered:
            stale[mover.block_of(places)] = True


def _turn(
    mover: Mover,
    packed: Packed,
    lane: np.dtype[np.unsignedinteger],
    stale: Flags,
    kept: np.unsignedinteger | None,
) -> list[Places] | None:
    """Lower the values in the stale blocks of a mover; return where, None for many places."""
    lowered: list[Places] | None = []
    for table in mover.tables:
        for columns in _visited(table, stale):
            where = _chunk(columns, packed, lane, kept)
            if where is None or lowered is None:
                # Too many to list: marking every block of the others is cheaper.
                lowered = None
            elif len(where):
                lowered.append(where)
    return lowered


def _visited(table: Table, stale: Flags) -> Iterator[_Columns]:
    """Give the columns of a table whose blocks are stale, as many at a time as suit a cache."""
    rows, count = table.order.shape
    if rows == 1:
        return
    visited = np.flatnonzero(stale if table.blocks is None else stale[table.blocks])
    step = max(_NARROWEST, _CHUNK // rows)
    for start in range(0, len(visited), step):
        if len(visited) == count:
            # All blocks are visited: a slice is a view, where `take` would copy.
            order = table.order[:, start : start + step]
        else:
            order = table.order.take(visited[start : start + step], axis=1)
        yield _Columns.of(order, sends=table.sends)


def _chunk(
    columns: _Columns,
    packed: Packed,
    lane: np.dtype[np.unsignedinteger],
    kept: np.unsignedinteger | None,
) -> Places | None:
    """Lower the values in some columns; return where, None for many places."""
    above, before = _lowered(columns, packed, lane, kept)
    places, lowered = columns.places[1:], above != before
    count = np.count_nonzero(lowered)
    if count * 8 > columns.places.size:
        packed[places] = above
        return None
    where: Places = places[lowered]
    packed[where] = above[lowered]
    return where


def _lowered(
    columns: _Columns,
    packed: Packed,
    lane: np.dtype[np.unsignedinteger],
    kept: np.unsignedinteger | None,
) -> tuple[Packed, Packed]:
    """Return the lowered values of all rows but the first, and what they were."""
    old = packed.take(columns.places)
    lowest = old.copy()
    run_down(lowest.view(lane))
    above = lowest[:-1]  # now, for each row but the first, the lowest value above it
    # A state is no improvement on one it ties with: all bits set is the highest value,
    # which lowers nothing, until the running minimum brings the value above the class.
    above |= spread(columns.ties, packed.dtype)
    run_down(above.view(lane))  # a tie takes over from the start of its class
    if columns.sends is not None:
        # What can be reached but not left keeps its own value.
        above |= spread(columns.sends, packed.dtype)
    if kept is not None:
        above |= kept
    np.minimum(above.view(lane), old[1:].view(lane), out=above.view(lane))
    return above, old[1:]


def spread(flags: Places, dtype: np.dtype[np.unsignedinteger]) -> Packed:
    """Widen 0 and -1 to no bits and all bits."""
    return flags.astype(f"i{dtype.itemsize}").view(dtype)


def run_down(rows: NDArray[np.unsignedinteger]) -> None:
    """Replace each row by the minimum of it and those above, in place."""
    # `accumulate` walks down one column after another, which misses the cache on wide
    # rows; a loop over the rows streams them.
    if rows.shape[1] < _NARROW:
        np.minimum.accumulate(rows, axis=0, out=rows)
        return
    for upper, row in pairwise(rows):
        np.minimum(upper, row, out=row)
