"""The inclusion-minimal among many sets, as bit sets."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["minimal_sets"]

Sets = NDArray[np.int64]

# The lattice of 22 elements takes four megabytes an array, and each element more doubles it.
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
    minimal = _in_lattice(sets, size) if size <= _LATTICE else _by_layers(np.unique(sets))
    return minimal[np.lexsort((minimal, np.bitwise_count(minimal)))]


def _in_lattice(sets: Sets, size: int) -> Sets:
    # An axis for each element; which of them is which bit does not matter, as all are alike.
    present = np.zeros((2,) * size, dtype=np.bool_)
    present.reshape(-1)[sets] = True
    marked, below = present.copy(), np.zeros_like(present)
    for axis in range(size):
        without, with_it = (np.moveaxis(marked, axis, 0)[k] for k in (0, 1))
        with_it |= without
    for axis in range(size):
        np.moveaxis(below, axis, 0)[1] |= np.moveaxis(marked, axis, 0)[0]
    return np.flatnonzero(present & ~below).astype(np.int64)


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
