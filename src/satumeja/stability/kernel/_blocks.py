"""What the compiled kernel does with a cube of all combinations of options, block by block.

A *block* of a decision maker is a set of states that differ in its own options only, which are
neighbouring bits of a state. Blocks are numbered by the other bits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["BlockOrder", "best_after_chains", "covers", "lowest_by_chains", "sort_blocks"]

Values = NDArray[Any]  # unsigned, one for each state or for each block

_WIDEST = 15  # options of its own: a state of a block has 16 bits, and one flags ties
_MOST_MOVERS = 32
_MOST_OPTIONS = 31


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
    one_way, back : int
        Which of the own options are one-way, and which of these can only be given up.
    """

    order: NDArray[np.uint16]
    start: int
    width: int
    ties: bool
    one_way: int = 0
    back: int = 0


def covers(widths: Sequence[int]) -> bool:
    """Say whether the kernel takes decision makers with so many options each."""
    return max(widths) <= _WIDEST and sum(widths) <= _MOST_OPTIONS and len(widths) <= _MOST_MOVERS


def sort_blocks(
    ranks: Values, start: int, width: int, one_way: int = 0, back: int = 0
) -> BlockOrder:
    """Sort the states of each block of a decision maker.

    Parameters
    ----------
    ranks : unsigned array, shape (2 ** options,)
        By state; 0 for infeasible ones.
    start, width, one_way, back : int
        As of the result.

    Notes
    -----
    Runs without Python's lock. Cost: a sorting network, O(w ** 2) a state.
    """
    from satumeja.stability.kernel import _compiled

    order = np.empty((ranks.size >> width, 1 << width), dtype=np.uint16)
    ties = _compiled.sort_blocks(ranks, start, width, order)
    return BlockOrder(order, start, width, ties, one_way, back)


def lowest_by_chains(
    ranks: Values,
    start: int,
    width: int,
    values: Sequence[Values],
    opponents: Sequence[BlockOrder],
) -> list[Values]:
    """Return the lowest values that chains of improvements of the opponents of one lead to.

    Parameters
    ----------
    ranks : unsigned array, shape (2 ** options,)
        Of the one whose stability is decided; 0 for infeasible states.
    start, width : int
        The lowest bit of a state that is an option of its own, and how many there are.
    values : sequence of unsigned array
        One or two, of the type of the ranks: a number for each state, or for each block of
        the one whose stability is decided.
    opponents : sequence of BlockOrder
        Of all others who have options, in the order of these.

    Returns
    -------
    list of unsigned array
        For each of `values`, by state, the start included; infeasible states hold 0.
    """
    lowest = _closed(ranks, start, width, values, opponents, best=False)
    if start:
        return lowest
    # Of the lowest options they come by value, the states of each value together.
    return [low.reshape(1 << width, -1).T.reshape(-1) for low in lowest]


def best_after_chains(
    ranks: Values,
    start: int,
    width: int,
    values: Sequence[Values],
    opponents: Sequence[BlockOrder],
) -> list[Values]:
    """Return for each block the best that its states are left with after such chains.

    Parameters
    ----------
    ranks, start, width, values, opponents
        As of `lowest_by_chains`.

    Returns
    -------
    list of unsigned array
        For each of `values`, by block: the highest that a state of it has of the lesser of its
        rank and of the lowest value that chains from it lead to.
    """
    return _closed(ranks, start, width, values, opponents, best=True)


def _closed(
    ranks: Values,
    start: int,
    width: int,
    values: Sequence[Values],
    opponents: Sequence[BlockOrder],
    *,
    best: bool,
) -> list[Values]:
    from satumeja.stability.kernel import _compiled

    out = [np.empty(ranks.size >> (width if best else 0), ranks.dtype) for _ in values]
    # Two are closed at the cost of one, and where one is asked for it is closed twice.
    _compiled.chains(
        ranks,
        start,
        width,
        (values[0], values[-1]),
        tuple((o.order, o.start, o.width, o.ties, o.one_way, o.back) for o in opponents),
        (out[0], out[1] if len(out) > 1 else None),
        best,
    )
    return out
