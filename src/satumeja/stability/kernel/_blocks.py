"""What the compiled kernel does with blocks of a cube, called from Python."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["WIDEST", "BlockOrder", "sort_blocks"]

WIDEST = 15
"""How many options of its own a decision maker may have: a bit of sixteen flags ties."""


@dataclass(frozen=True)
class BlockOrder:
    """The blocks of one decision maker, the states of each from best to worst.

    Parameters
    ----------
    order : uint16 array, shape (blocks, states of a block)
        The own options of each state; the highest bit says that the state ties with the one
        before it. Infeasible states stand first.
    start, width : int
        The lowest bit of a state that is an own option, and how many there are.
    ties : bool
        Whether any states of a block tie.
    """

    order: NDArray[np.uint16]
    start: int
    width: int
    ties: bool


def sort_blocks(ranks: NDArray[np.unsignedinteger], start: int, width: int) -> BlockOrder:
    """Sort the states of each block of a decision maker.

    Parameters
    ----------
    ranks : unsigned array, shape (2 ** options,)
        By state; 0 for infeasible ones.
    start, width : int
        As of the result.

    Notes
    -----
    Runs without Python's lock. Cost: a sorting network, O(w ** 2) a state.
    """
    from satumeja.stability.kernel import _compiled

    order = np.empty((ranks.size >> width, 1 << width), dtype=np.uint16)
    ties = _compiled.sort_blocks(ranks, start, width, order)
    return BlockOrder(order, start, width, ties)
