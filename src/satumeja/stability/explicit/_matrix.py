"""The convention of the matrix papers: a state is no sanction of itself.

It changes verdicts in graph form only, and only under concepts without counter-moves:
in option form the others cannot bring a state back that one has left, and from a state
with an improvement that improvement is a counter-move.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from satumeja.stability.explicit._graph_moves import Arcs, GraphMoves
from satumeja.stability.explicit._moves import Values

__all__ = ["threshold"]

Places = NDArray[np.intp]
States = NDArray[np.integer]
Pair = tuple[Places, Places]


def threshold(moves: GraphMoves, focal: int, *, credible: bool) -> Values:
    """Return the lowest rank at which each state is stable, leaving it out of its sanctions.

    Parameters
    ----------
    moves : GraphMoves
        Who can move where, with the ranks.
    focal : int
        For whom.
    credible : bool
        Whether the others sanction only by improvements (SEQ) or by any move (GMR).

    Notes
    -----
    For each state the two worst that the others can lead to: where the worst is the
    state that was left, the other one counts. Rounds of O(arcs), as many as the longest
    of the sequences needed has moves.

    References
    ----------
    .. [1] Xu, Hipel & Kilgour, "Matrix representation of solution concepts in
       multiple-decision-maker graph models", IEEE Trans. SMC-A, 2009.
    """
    rank, arcs = moves.ranks[focal], moves.arcs(focal)
    # Places have no ties, so the state that was left is told from one that is liked as well.
    worst_first = np.argsort(rank, kind="stable")
    place = np.empty(moves.size, dtype=np.intp)
    place[worst_first] = np.arange(moves.size)
    others = [mover for mover in range(len(moves.ranks)) if mover != focal]
    sequences = [moves.arcs(mover, improving=credible) for mover in others]
    first, second = _two_lowest_reached(sequences, place)
    by_place = np.append(rank[worst_first], rank.dtype.type(np.iinfo(rank.dtype).max))

    def left_for(states: States, targets: States) -> Values:
        counted = np.where(first[targets] == place[states], second[targets], first[targets])
        lowest: Values = by_place[counted]
        return np.minimum(rank[targets], lowest)

    # A state counts among its own targets, as everywhere: what that asks of its rank, it has.
    every = np.arange(moves.size)
    staying, moving = left_for(every, every), left_for(arcs.near, arcs.far)
    return np.maximum(staying, moves.highest(focal, moving))


def _two_lowest_reached(arcs: Sequence[Arcs], place: Places) -> Pair:
    """Return the two lowest places that sequences lead to, the start's own included."""
    none = np.full(len(place), len(place))
    led: list[Pair] = [(none, none) for _ in arcs]
    quiet, turn = 0, 0
    while quiet < len(arcs):
        onward = [pair for mover, pair in enumerate(led) if mover != turn]
        two_lowest = _along(arcs[turn], _two_lowest([(place, none), *onward]), none)
        quiet = quiet + 1 if np.array_equal(two_lowest, led[turn]) else 1
        led[turn], turn = two_lowest, (turn + 1) % len(arcs)
    return _two_lowest([(place, none), *led])


def _two_lowest(pairs: Sequence[Pair]) -> Pair:
    every = np.concatenate([np.stack(pair) for pair in pairs])
    first = every.min(axis=0)
    return first, np.where(every == first, len(first), every).min(axis=0)


def _along(arcs: Arcs, onward: Pair, none: Places) -> Pair:
    """Return the two lowest places that the arcs of each state lead to."""
    first, second = none.copy(), none.copy()
    starts = np.flatnonzero(np.diff(arcs.first))
    if len(starts):
        low, high = (part[arcs.far] for part in onward)
        begin = arcs.first[starts]
        first[starts] = np.minimum.reduceat(low, begin)
        # Where an arc brings the lowest itself, its second may be the second of all.
        other = np.where(low == first[arcs.near], high, low)
        second[starts] = np.minimum.reduceat(other, begin)
    return first, second
