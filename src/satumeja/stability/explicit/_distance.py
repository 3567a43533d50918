"""How far a state is from being an equilibrium."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from satumeja.model import Ranks
from satumeja.stability.explicit._moves import Values

__all__ = ["Distance", "changes"]


@dataclass(frozen=True, eq=False)
class Distance:
    """The preferences that would have to be given up to make each state an equilibrium.

    A *change* is a pair of states of which a decision maker prefers the first to the
    second and would no longer do so; the changes of all decision makers add up. Between
    strict orders this is the Kendall distance: the fewest swaps of neighbours.

    Parameters
    ----------
    changes : int64 array, shape (n,)
        For each state the changes that are enough; 0 for an equilibrium.
    shares : mapping of str to int64 array, shape (n,)
        The part of each decision maker in them.
    exact : bool
        Whether fewer are not enough: so under Nash, GMR and SMR if nobody is
        indifferent between any states. Otherwise `changes` is an upper bound.

    Notes
    -----
    State s is stable for i iff its rank is at least the threshold V(s). Raising s alone
    in the order of i, to the level V(s), gives up the preference of each state x with
    ``rank(s) < rank(x) <= V(s)`` over s, and does not change V(s). No fewer will do under
    Nash, GMR and SMR: if s is unstable, there is an improvement all of whose answers (or
    replies to them) i ranks at V(s) or higher; to be stable, s must be no worse than one
    of them, y, so for each such x either x is no longer preferred to s, or y no longer to
    x. Under SEQ and SSEQ it can be cheaper to change whether a sanction is credible for
    somebody else. In graph form, where raising s may take the improvement out of a
    sanction that passes through s, what makes s a Nash equilibrium is counted under
    SSEQ (and, with the matrix convention, under SEQ).

    References
    ----------
    .. [1] Kendall, "A new measure of rank correlation", Biometrika, 1938.
    .. [2] Kinsara, Kilgour & Hipel, "Inverse approach to the graph model for conflict
       resolution", IEEE Trans. SMC: Systems, 2015, where the inverse question is put.
    """

    changes: NDArray[np.int64]
    shares: Mapping[str, NDArray[np.int64]]
    exact: bool


def changes(ranks: Ranks, thresholds: Values) -> NDArray[np.int64]:
    """Count for each state the states it must be raised past in one order.

    Examples
    --------
    >>> changes(np.array([1, 2, 3]), np.array([3, 2, 3])).tolist()
    [2, 0, 0]
    """
    up_to = np.cumsum(np.bincount(ranks))
    lacking: NDArray[np.int64] = np.maximum(up_to[thresholds] - up_to[ranks], 0)
    return lacking
