"""The inclusion-minimal among many sets, as bit sets."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["minimal_sets"]

Sets = NDArray[np.int64]

_LATTICE = 22


def minimal_sets(sets: Sets, size: int) -> Sets:
    """Return the sets of which no other one given is a part.

    Parameters
    ----------
    sets : int64 array
        Sets as bit sets, in any order, with repetitions.
    size : int
        How many elements there may be: bits from 0 to size - 1.

    Returns
    -------
    int64 array
        Each minimal set once: the smaller ones first, then by their bits.

    Notes
    -----
    Up to 22 elements, one pass over the lattice of all 2**size sets for each element
    marks whatever has a given set as a part; a set is minimal if it is given and none of
    the sets with one element less is marked. Beyond, the sets are taken layer by layer
    of equal size, each layer striking out what contains one of its sets: O(minimal sets
    times sets left).

    Examples
    --------
    >>> minimal_sets(np.array([0b110, 0b011, 0b111, 0b110]), 3).tolist()
    [3, 6]
    """
    found = _in_lattice(sets, size) if size <= _LATTICE else _by_layers(np.unique(sets))
    return found[np.lexsort((found, np.bitwise_count(found)))]


def _in_lattice(sets: Sets, size: int) -> Sets:
    given = np.zeros((2,) * size, dtype=np.bool_)
    given.reshape(-1)[sets] = True
    marked, below = given.copy(), np.zeros_like(given)
    for axis in range(size):
        without, with_it = (np.moveaxis(marked, axis, 0)[k] for k in (0, 1))
        with_it |= without
    for axis in range(size):
        np.moveaxis(below, axis, 0)[1] |= np.moveaxis(marked, axis, 0)[0]
    return np.flatnonzero(given & ~below).astype(np.int64)


def _by_layers(left: Sets) -> Sets:
    sizes, minimal = np.bitwise_count(left), list[Sets]()
    while len(left):
        layer = left[sizes == sizes.min()]
        minimal.append(layer)
        left = left[sizes > sizes.min()]
        for least in layer.tolist():
            left = left[(left & least) != least]
        sizes = np.bitwise_count(left)
    return np.concatenate([np.zeros(0, dtype=np.int64), *minimal])
