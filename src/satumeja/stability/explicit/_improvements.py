"""Chains of improvements, block by block: what SEQ and SSEQ turn on.

A *block* of a decision maker is a set of states that differ in its own options only.
In one move it can go from a state of a block to any other, so its improvements are
the states of the block that it prefers, and "the lowest value an improvement
reaches" is a running minimum from the best state of the block down. A `Table` holds
many blocks side by side, one a column, so that numpy works on whole rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

__all__ = ["PLACES", "Mover", "Table", "flagged", "lower"]

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
    """

    order: Places
    blocks: NDArray[np.int32] | None = None
    sends: bool = False


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


def lower(movers: Sequence[Mover], values: NDArray[np.unsignedinteger]) -> None:
    """Lower each value to the lowest that a chain of improvements reaches, in place.

    Parameters
    ----------
    movers : sequence of Mover
        Who may improve, each from the state the one before led to.
    values : unsigned array, shape (places, lanes)
        One or two values for each place; lanes do not mix, but share the work.

    Notes
    -----
    The movers take turns until nothing is lowered. A turn visits the blocks in which
    something was lowered since the mover's last one, and costs some eight nanoseconds
    a state and two lanes, most of it gathering and scattering. The same turns compiled
    (numba, one thread) took 0.4 of that, which did not seem worth a second code path.
    """
    # One or two lanes in one machine word: gathering and scattering are the cost, and one
    # gather then serves both.
    packed: Packed = values.reshape(-1).view(f"u{values.itemsize * values.shape[1]}")
    stale = [np.ones(mover.count, dtype=np.bool_) for mover in movers]
    turn = 0
    while any(blocks.any() for blocks in stale):
        lowered = _turn(movers[turn], packed, values.dtype, stale[turn])
        stale[turn][:] = False
        for place, other in enumerate(movers):
            if place != turn:
                _mark(other, stale[place], lowered)
        turn = (turn + 1) % len(movers)


def _mark(mover: Mover, stale: Flags, lowered: Sequence[Places] | None) -> None:
    """Mark the blocks that some lowered places are in; None: all blocks."""
    if lowered is None:
        stale[:] = True
    else:
        for places in lowered:
            stale[mover.block_of(places)] = True


def _turn(
    mover: Mover, packed: Packed, lane: np.dtype[np.unsignedinteger], stale: Flags
) -> list[Places] | None:
    """Lower the values in the stale blocks of a mover; return where, None for many places."""
    lowered: list[Places] | None = []
    for table in mover.tables:
        rows, columns = table.order.shape
        visited = np.flatnonzero(stale if table.blocks is None else stale[table.blocks])
        step = max(_NARROWEST, _CHUNK // rows)
        for start in range(0, len(visited) if rows > 1 else 0, step):
            chosen = visited[start : start + step]
            if len(visited) == columns:
                # All blocks are visited: a slice is a view, where `take` would copy.
                order = table.order[:, start : start + step]
            else:
                order = table.order.take(chosen, axis=1)
            where = _chunk(order, packed, lane, sends=table.sends)
            if where is None or lowered is None:
                # Too many to list: marking every block of the others is cheaper.
                lowered = None
            elif len(where):
                lowered.append(where)
    return lowered


def _chunk(
    order: Places, packed: Packed, lane: np.dtype[np.unsignedinteger], *, sends: bool
) -> Places | None:
    """Lower the values in some columns; return where, None for many places."""
    places = order & (PLACES - 1)
    old = packed.take(places)
    lowest = old.copy()
    _run_down(lowest.view(lane))
    above = lowest[:-1]  # now, for each row but the first, the lowest value above it
    # A state is no improvement on one it ties with: all bits set is the highest value,
    # which lowers nothing, until the running minimum brings the value above the class.
    above |= _spread(order[1:] >> _TIES, packed.dtype)
    _run_down(above.view(lane))  # a tie takes over from the start of its class
    if sends:
        # What can be reached but not left keeps its own value.
        above |= _spread((order[1:] << (_TIES - _SENDS)) >> _TIES, packed.dtype)
    np.minimum(above.view(lane), old[1:].view(lane), out=above.view(lane))
    lowered = above != old[1:]
    count = np.count_nonzero(lowered)
    if count * 8 > old.size:
        packed[places[1:]] = above
        return None
    where: Places = places[1:][lowered]
    packed[where] = above[lowered]
    return where


def _spread(flags: Places, dtype: np.dtype[np.unsignedinteger]) -> Packed:
    """Widen 0 and -1 to no bits and all bits."""
    return flags.astype(f"i{dtype.itemsize}").view(dtype)


def _run_down(rows: NDArray[np.unsignedinteger]) -> None:
    """Replace each row by the minimum of it and those above, in place."""
    # `accumulate` walks down one column after another, which misses the cache on wide
    # rows; a loop over the rows streams them.
    if rows.shape[1] < _NARROWEST // 2:
        np.minimum.accumulate(rows, axis=0, out=rows)
        return
    for upper, row in pairwise(rows):
        np.minimum(upper, row, out=row)
