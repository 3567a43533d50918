"""Chains of improvements in a cube, one part of it after another.

The opponents of a decision maker, the focal one, never change its own options. So the states of
each value of these are a part by themselves: one that stays in a processor's cache through all
turns of the opponents. The compiled kernel goes the same way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.stability.explicit._improvements import PLACES, padded, run_down, spread

__all__ = ["Field", "Opponent", "best_apart"]

Cells = NDArray[np.unsignedinteger]
Field = tuple[int, int]
"""The lowest bit of a state that is an option of somebody's own, and how many there are."""

# States that are worked on at a time, and the places of each in the order of two opponents.
_CHUNK = 1 << 16
_FULL_ROUNDS = 2
_LINE = 16  # orders that stand together in a line of a cache


@dataclass(frozen=True)
class Opponent:
    """The blocks of an opponent, all of whose options are two-way.

    Parameters
    ----------
    order : int32 array, shape (states of a block, blocks)
        As of `Table`, blocks numbered by the bits that are not the opponent's own.
    field : (int, int)
        Its own options.
    ties : bool
        Whether any states of a block tie.
    """

    order: NDArray[np.int32]
    field: Field
    ties: bool


@dataclass(frozen=True)
class _Columns:
    """The blocks of an opponent in some parts, a column each."""

    places: NDArray[np.intp]
    ties: NDArray[np.int32] | None
    start: int
    width: int

    def of(self, columns: NDArray[np.intp]) -> _Columns:
        ties = None if self.ties is None else self.ties.take(columns, axis=1)
        return _Columns(self.places.take(columns, axis=1), ties, self.start, self.width)

    def lowered(self, packed: Cells, lane: np.dtype[Any]) -> Cells:
        """Return the values that the states, as they stand, are lowered to."""
        values: Cells = packed.take(self.places)
        if self.ties is None:
            run_down(values.view(lane))
            return values
        lowest = values.copy()
        run_down(lowest.view(lane))
        # A state is no improvement on one it ties with; see `_improvements`.
        above = lowest[:-1]
        above |= spread(self.ties, packed.dtype)
        run_down(above.view(lane))
        np.minimum(above.view(lane), values[1:].view(lane), out=values[1:].view(lane))
        return values

    def numbers(self, places: NDArray[np.intp]) -> NDArray[np.intp]:
        """Return the columns that some places are in."""
        inner = (1 << self.start) - 1
        return (places >> (self.start + self.width) << self.start) | (places & inner)


def best_apart(
    ranks: Cells, focal: Field, values: Sequence[Cells], opponents: Sequence[Opponent]
) -> list[Cells]:
    """Return for each block of the focal decision maker the best its states are left with.

    Parameters
    ----------
    ranks : unsigned array, shape (cells,)
        Of the focal decision maker; 0 for infeasible cells.
    focal : (int, int)
        Its own options, all of them two-way.
    values : sequence of unsigned array
        One or two, a number for each cell or for each block of the focal decision maker.
    opponents : sequence of Opponent
        All others who have options.

    Returns
    -------
    list of unsigned array
        For each of `values`, by block: the highest that a state of it has of the lesser of its
        rank and of the lowest value that chains of improvements from it lead to.
    """
    rank, dtype = _apart(ranks, focal), ranks.dtype
    count, cells = rank.shape
    by_part = [v.reshape(1, -1) if v.size == cells else _apart(v, focal) for v in values]
    turned = [_turned(opponent, focal) for opponent in opponents]
    best = [np.zeros(cells, dtype) for _ in values]
    step = max(1, _CHUNK // cells)
    for first in range(0, count, step):
        some = slice(first, first + step)
        costs = _costs(rank[some], [v[some] if len(v) > 1 else v for v in by_part])
        columns = [
            _columns(order[some], opponent, focal, first, cells)
            for order, opponent in zip(turned, opponents, strict=True)
        ]
        _close(columns, costs.reshape(-1).view(f"u{costs.itemsize * costs.shape[-1]}"), dtype)
        for lane, so_far in enumerate(best):
            left = np.minimum(costs[..., lane] + dtype.type(1), rank[some])
            np.maximum(so_far, left.max(axis=0), out=so_far)
    return best


def _apart(cells: Cells, focal: Field) -> Cells:
    """Return the cells of each value of the focal options in a row."""
    start, width = focal
    blocks = cells.reshape(-1, 1 << width, 1 << start).swapaxes(0, 1)
    return np.ascontiguousarray(blocks).reshape(1 << width, -1)


def _turned(opponent: Opponent, focal: Field) -> NDArray[np.int32]:
    """Return the order of an opponent by value of the focal options: value, row, outer, inner."""
    rows, (start, width) = len(opponent.order), focal
    inner = start if start <= opponent.field[0] else start - opponent.field[1]
    by_value = opponent.order.reshape(rows, -1, 1 << width, 1 << inner).transpose(2, 0, 1, 3)
    # Values apart by less than a line are brought together once, not part by part.
    return by_value if 1 << inner >= _LINE else np.ascontiguousarray(by_value)


def _columns(
    order: NDArray[np.int32], opponent: Opponent, focal: Field, first: int, cells: int
) -> _Columns:
    """Take columns apart into places within some parts, and ties."""
    order = order.swapaxes(0, 1).reshape(len(opponent.order), -1)
    (start, width), whole = focal, order & (PLACES - 1)
    place = (whole >> (start + width) << start) | (whole & ((1 << start) - 1))
    place += ((whole >> start & ((1 << width) - 1)) - first) * cells
    own, many = opponent.field
    return _Columns(
        place.astype(np.intp),
        order[1:] >> 31 if opponent.ties else None,
        own if own < start else own - width,
        many,
    )


def _costs(rank: Cells, values: Sequence[Cells]) -> Cells:
    """Return values less one, a lane each, the highest there is in infeasible cells."""
    dtype, lanes = rank.dtype, padded(len(values))
    most = np.iinfo(dtype).max
    costs = np.full((*rank.shape, lanes), most, dtype)
    for lane, value in enumerate(values):
        costs[..., lane] = value - dtype.type(1)
    infeasible = rank == 0
    if infeasible.any():
        costs[infeasible] = most
    return costs


def _close(opponents: Sequence[_Columns], packed: Cells, lane: np.dtype[Any]) -> None:
    """Let opponents take turns until nothing is lowered."""
    for _ in range(_FULL_ROUNDS if len(opponents) > 1 else 1):
        for opponent in opponents:
            # In the first rounds most values are lowered: nobody asks which.
            packed[opponent.places] = opponent.lowered(packed, lane)
    if not opponents:
        return
    stale = [np.ones(opponent.places.shape[1], dtype=np.bool_) for opponent in opponents]
    stale[-1][:] = False
    turn = 0
    while any(columns.any() for columns in stale):
        for place in _turn(opponents[turn], stale[turn], packed, lane):
            for other, columns in zip(opponents, stale, strict=True):
                if other is not opponents[turn]:
                    columns[other.numbers(place)] = True
        turn = (turn + 1) % len(opponents)


def _turn(
    opponent: _Columns, stale: NDArray[np.bool_], packed: Cells, lane: np.dtype[Any]
) -> Iterator[NDArray[np.intp]]:
    """Lower the values in stale columns, which then are not; give the places where it did."""
    if stale.all():
        columns = opponent
    elif stale.any():
        columns = opponent.of(np.flatnonzero(stale))
    else:
        return
    stale[:] = False
    values = columns.lowered(packed, lane)
    lowered = values != packed.take(columns.places)
    if lowered.any():
        where = columns.places[lowered]
        packed[where] = values[lowered]
        yield where
