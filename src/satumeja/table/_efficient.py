"""Which of many packages are efficient: the Pareto front of their ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from satumeja.table._ground import Mask

__all__ = ["efficient"]


def efficient(values: NDArray[np.integer]) -> Mask:
    """Decide which rows no other row is at least as good as in all columns and better in one.

    Parameters
    ----------
    values : int array, shape (packages, members)
        How good each package is for each member; more is better.

    Returns
    -------
    bool array, shape (packages,)
        True for the efficient ones; equal rows are efficient together.

    Notes
    -----
    For one or two members a sort and a running maximum decide, O(n log n). For more,
    the row with the highest sum among those left is efficient and strikes out all it
    dominates, until none is left: O(n) for each efficient row.

    Examples
    --------
    >>> efficient(np.array([[1, 3], [2, 2], [1, 2], [3, 1], [2, 2]])).tolist()
    [True, True, False, True, True]
    """
    return _by_sweep(values) if values.shape[1] <= 2 else _by_striking_out(values)


def _by_sweep(values: NDArray[np.integer]) -> Mask:
    """From the best of the first member down, the other's value must be higher than before."""
    order = np.lexsort((-values[:, -1], -values[:, 0]))
    first, last = values[order, 0], values[order, -1]
    new = np.ones(len(order), dtype=np.bool_)
    new[1:] = (first[1:] != first[:-1]) | (last[1:] != last[:-1])
    highest = np.maximum.accumulate(last)
    leads = np.ones(len(order), dtype=np.bool_)
    leads[1:] = last[1:] > highest[:-1]
    flags = np.empty(len(order), dtype=np.bool_)
    flags[order] = leads[np.flatnonzero(new)[np.cumsum(new) - 1]]  # equal rows together
    return flags


def _by_striking_out(values: NDArray[np.integer]) -> Mask:
    # What dominates a row has a higher sum, so nothing that is left dominates the first one.
    order = np.argsort(-values.sum(axis=1, dtype=np.int64), kind="stable")
    columns, flags = [column[order] for column in values.T], np.zeros(len(values), dtype=np.bool_)
    while len(order):
        equal, better = (np.full(len(order), start) for start in (True, False))
        for column in columns:
            equal &= column == column[0]
            better |= column > column[0]
        flags[order[equal]] = True
        # Whatever is better in nothing is as good at most: dominated, or equal and flagged.
        columns, order = [column[better] for column in columns], order[better]
    return flags
