"""Orders of things, many at a time: random, or all of them one after another.

Draws take raw bits from PCG64, whose stream numpy promises to keep; what numpy's
distributions make of them may change from version to version.
"""

from __future__ import annotations

from math import factorial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.stability.explicit import rank_type
from satumeja.stability.kernel import LARGEST_DRAWN, draw_ranks, kernel_in_use

__all__ = ["dense_ranks", "listed_orders", "random_orders", "random_ranks", "ranks_of_orders"]

Numbers = NDArray[Any]

_KEYS = 1 << 14  # random numbers sorted at a time, to stay in the cache


def listed_orders(size: int, first: int, count: int) -> Numbers:
    """List orders of 0 to `size` - 1 in lexicographic order, `count` from number `first` on.

    Returns
    -------
    int64 array, shape (size, count)
        One order a column.

    Examples
    --------
    >>> listed_orders(3, 0, 6).T.tolist()
    [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    """
    left = np.arange(first, first + count, dtype=np.int64)
    orders = np.empty((size, count), dtype=np.int64)
    for place in range(size):
        orders[place], left = np.divmod(left, factorial(size - 1 - place))
    # Each entry now counts among those not placed before it; make it count among all.
    for place in range(size - 2, -1, -1):
        orders[place + 1 :] += orders[place + 1 :] >= orders[place]
    return orders


def random_orders(size: int, count: int, stream: np.random.PCG64) -> Numbers:
    """Draw orders of 0 to `size` - 1, each as likely: int64 array, shape (size, count)."""
    if _is_drawn_compiled(size):
        return _drawn_compiled(size, count, 0.0, stream).astype(np.int64) - 1
    return _drawn_places(size, count, stream, np.dtype(np.int64))


def _drawn_places(
    size: int, count: int, stream: np.random.PCG64, kind: np.dtype[Any]
) -> NDArray[Any]:
    places = np.empty((size, count), dtype=kind)
    rows = max(1, _KEYS // max(1, size))
    for first in range(0, count, rows):
        part = places[:, first : first + rows]
        part[:] = _sorting_orders(stream.random_raw(part.size).reshape(-1, size)).T
    return places


def _sorting_orders(keys: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return what sorts each row, as a stable sort of its places by their keys does."""
    size = keys.shape[1]
    places = np.uint64((1 << (size - 1).bit_length()) - 1)
    # Numbers are sorted faster than places by number: the lowest bits of a key give way to its
    # place. Where keys agree in all others, which is rare, the whole keys are sorted.
    packed = keys & ~places
    packed |= np.arange(size, dtype=np.uint64)
    packed.sort(axis=1)
    alike = ((packed[:, 1:] ^ packed[:, :-1]) <= places).any(axis=1)
    packed &= places
    if alike.any():
        packed[alike] = keys[alike].argsort(axis=1, kind="stable")
    return packed


def _is_drawn_compiled(size: int) -> bool:
    return 1 <= size <= LARGEST_DRAWN and kernel_in_use() == "compiled"


def _drawn_compiled(size: int, count: int, ties: float, stream: np.random.PCG64) -> Numbers:
    ranks = np.empty((size, count), dtype=rank_type(size))
    draw_ranks(stream, ties, ranks)
    return ranks


def random_ranks(size: int, count: int, ties: float, stream: np.random.PCG64) -> Numbers:
    """Draw weak orders: a strict one, each as likely, then neighbours tied at random.

    Parameters
    ----------
    size, count : int
        How many things are ranked, how many times.
    ties : float
        The probability, from 0 to 1, that two neighbours in the strict order tie.
    stream : PCG64
        Where chance comes from.

    Returns
    -------
    array of rank_type(size), shape (size, count)
        Ranks without gaps, 1 the lowest.
    """
    if _is_drawn_compiled(size):
        return _drawn_compiled(size, count, ties, stream)
    places = _drawn_places(size, count, stream, rank_type(size))
    if not ties:
        places += 1
        return places
    # 53 bits are what a float holds exactly: every multiple of 2 ** -53 below 1 is as likely.
    drawn = (stream.random_raw(size * count).reshape(size, count) >> 11) * 2.0**-53
    breaks = drawn >= ties
    breaks[0] = True
    classes = breaks.cumsum(axis=0, dtype=rank_type(size))
    ranks: Numbers = np.take_along_axis(classes, places.astype(np.intp), axis=0)
    return ranks


def ranks_of_orders(orders: Numbers) -> Numbers:
    """Turn orders, most preferred first, one a column, into ranks, 1 the least preferred."""
    size = len(orders)
    ranks = np.empty(orders.shape, dtype=rank_type(size))
    descending = np.arange(size, 0, -1, dtype=ranks.dtype)[:, None]
    np.put_along_axis(ranks, orders, descending, axis=0)
    return ranks


def dense_ranks(scores: Numbers) -> Numbers:
    """Replace scores by ranks without gaps, column by column, the lowest having rank 1.

    Examples
    --------
    >>> dense_ranks(np.array([[5, 1], [7, 1], [5, 0]])).tolist()
    [[1, 2], [2, 2], [1, 1]]
    """
    order = scores.argsort(axis=0, kind="stable")
    ascending = np.take_along_axis(scores, order, axis=0)
    rises = np.ones(scores.shape, dtype=np.bool_)
    rises[1:] = ascending[1:] != ascending[:-1]
    ranks = np.empty(scores.shape, dtype=rank_type(len(scores)))
    np.put_along_axis(ranks, order, rises.cumsum(axis=0, dtype=ranks.dtype), axis=0)
    return ranks
