"""The preference statements of a model, put in other orders many at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.model import Model, OptionStates, Prioritisation, holds
from satumeja.questions._orders import dense_ranks

__all__ = ["Orders", "Statements", "side_by_side"]

Orders = NDArray[np.int64]
"""Places (0-based) of statements, the most important first, one order a column; -1 is none."""

_AT_ONCE = 32  # statements whose truths are one number, exact with the rank before them


class Statements:
    """The truth of every statement in every state, so that new orders are ranked quickly.

    Parameters
    ----------
    model : Model
        The conflict; in graph form it has no statements.

    Attributes
    ----------
    counts : dict of int to int
        How many statements each decision maker states, by place; who has none is left out.
    """

    def __init__(self, model: Model) -> None:
        states, self._truth = model.states, dict[int, NDArray[np.float64]]()
        for place, dm in enumerate(model.decision_makers):
            if isinstance(states, OptionStates) and isinstance(dm.preference, Prioritisation):
                rows = [holds(s.condition, states.codes) for s in dm.preference.statements]
                truth = np.zeros((len(states), len(rows) + 1))  # the last is of none
                truth[:, : len(rows)] = np.array(rows).reshape(len(rows), len(states)).T
                self._truth[place] = truth
        self.counts = {place: truth.shape[1] - 1 for place, truth in self._truth.items()}

    def ranks(self, place: int, orders: Orders) -> NDArray[Any]:
        """Rank the states by a decision maker's statements in other orders, or some of them.

        Parameters
        ----------
        place : int
            Whose, by place in the model.
        orders : int64 array, shape (statements, profiles)
            An order a column.

        Returns
        -------
        array, shape (n, profiles)
            Ranks without gaps, 1 the least preferred.

        Notes
        -----
        The truths of 32 statements at a time are a binary number, and all such numbers one
        product of matrices; in floating point, which has room for them and for a rank.
        """
        truth = self._truth[place]
        ranks = np.ones((len(truth), orders.shape[1]), dtype=np.int64)
        for first in range(0, len(orders), _AT_ONCE):
            some = orders[first : first + _AT_ONCE]
            weights = np.zeros((truth.shape[1], orders.shape[1]))
            halving = 2.0 ** np.arange(len(some) - 1, -1, -1)[:, None]
            np.put_along_axis(weights, some, halving, axis=0)
            ranks = dense_ranks(truth @ weights + ranks * 2.0**_AT_ONCE)
        return ranks


def side_by_side(orders: Sequence[Sequence[int]], longest: int) -> Orders:
    """Make each order a column; the shorter ones go on with -1.

    Examples
    --------
    >>> side_by_side([[1, 0], [1]], 2).tolist()
    [[1, 1], [0, -1]]
    """
    columns = np.full((longest, len(orders)), -1, dtype=np.int64)
    for column, order in enumerate(orders):
        columns[: len(order), column] = order
    return columns
