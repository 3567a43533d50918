"""Moves in option form, as reductions over sorted states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from satumeja.model import DecisionMaker, OptionStates, Ranks

__all__ = ["OptionMoves"]

Index = NDArray[np.intp]
Values = NDArray[np.int64]


@dataclass(frozen=True)
class _View:
    """The states among which some states of one decision maker can move.

    A *block* is what one decision maker can see of the conflict: the states equal
    in the options of the others. `order` lists states block by block, within a
    block from the most to the least preferred by the mover. The `receivers` are
    the states that can reach all of their block's part of the view: without
    one-way options that is everyone, otherwise the states of one combination of
    one-way options, the view then holding the combinations still open to them.
    """

    order: Index  # states, by block, best first
    starts: Index  # where each block starts in `order`
    lifts: Values  # falls from block to block, so that one running minimum serves all
    receivers: Index  # states that may move
    blocks: Index  # the block of each receiver
    better: Index  # place in `order` of the last state better than the receiver; -1: none


def _view(
    chosen: Index, receives: NDArray[np.bool_], blocks: Values, ranks: Ranks, lift: int
) -> _View:
    order = chosen[np.lexsort((-ranks[chosen], blocks[chosen]))]
    block, rank = blocks[order], ranks[order]
    new_block = np.concatenate([[True], block[1:] != block[:-1]])
    starts = np.flatnonzero(new_block)
    block_of = np.cumsum(new_block) - 1
    new_class = new_block.copy()
    new_class[1:] |= rank[1:] != rank[:-1]
    class_start = np.flatnonzero(new_class)[np.cumsum(new_class) - 1]
    better = np.where(class_start == starts[block_of], -1, class_start - 1)
    places = np.flatnonzero(receives[order])
    return _View(
        order=order,
        starts=starts,
        lifts=(len(starts) - 1 - block_of) * lift,
        receivers=order[places],
        blocks=block_of[places],
        better=better[places],
    )


class OptionMoves:
    """What each decision maker can reach in one move, in option form.

    A decision maker may change any of its own options at once, each in its
    permitted direction, landing in a feasible state; infeasible combinations in
    between do not block. Such moves are transitive, so a legal sequence of the
    others is any sequence, and alternating single reductions finds what it ends in.

    Parameters
    ----------
    states : OptionStates
        The n feasible states.
    decision_makers : sequence of DecisionMaker
        In the order of their options.
    ranks : sequence of int32 array, shape (n,)
        The ranks of each decision maker, higher is better.

    Notes
    -----
    Memory and one reduction cost O(n) a decision maker with two-way options, up to
    (3/2) ** w times that with w one-way options; setting up sorts once, O(n log n).
    """

    def __init__(
        self,
        states: OptionStates,
        decision_makers: Sequence[DecisionMaker],
        ranks: Sequence[Ranks],
    ) -> None:
        self._codes = states.codes
        self._own = states.masks
        self.size = len(states)
        forward, back = _one_way(decision_makers)
        self._one_way = [own & (forward | back) for own in self._own]
        self._flip = back
        self._views = [list(self._views_of(mover, rank)) for mover, rank in enumerate(ranks)]

    def _views_of(self, mover: int, ranks: Ranks) -> list[_View]:
        blocks = self._codes & ~self._own[mover]
        used = (self._codes ^ self._flip) & self._one_way[mover]
        views = []
        for spent in np.unique(used):
            receives = used == spent
            chosen = np.flatnonzero((used & spent) == spent)
            views.append(_view(chosen, receives, blocks, ranks, self.size + 2))
        return views

    def best(self, mover: int, values: Values) -> Values:
        """Return the highest value each state can reach by one move of `mover`, or staying."""
        return self._reduce(mover, values, np.maximum)

    def worst(self, mover: int, values: Values) -> Values:
        """Return the lowest value each state can reach by one move of `mover`, or staying."""
        return self._reduce(mover, values, np.minimum)

    def _reduce(self, mover: int, values: Values, reduction: np.ufunc) -> Values:
        result = np.empty_like(values)
        for view in self._views[mover]:
            by_block = reduction.reduceat(values[view.order], view.starts)
            result[view.receivers] = by_block[view.blocks]
        return result

    def _improved(self, mover: int, values: Values) -> Values:
        """Lower each value to the lowest one that an improvement of `mover` reaches."""
        result = values.copy()
        for view in self._views[mover]:
            running = np.minimum.accumulate(values[view.order] + view.lifts) - view.lifts
            found = np.where(view.better >= 0, running[view.better], self.size + 1)
            result[view.receivers] = np.minimum(result[view.receivers], found)
        return result

    def closure(self, movers: Sequence[int], values: Values, *, credible: bool) -> Values:
        """Return the lowest value reachable from each state by legal sequences of `movers`.

        Parameters
        ----------
        movers : sequence of int
            Who may move, by place in the model.
        values : int64 array, shape (n,)
            A value for each state, from 0 to n + 1.
        credible : bool
            Only moves that the mover prefers, from where it makes them.

        Returns
        -------
        int64 array, shape (n,)
            The minimum over the state itself and all that can be reached.

        Notes
        -----
        Alternates the movers' reductions until none of them lowers a value.
        """
        step = self._improved if credible else self.worst
        quiet, turn = 0, 0
        while quiet < len(movers):
            lower = step(movers[turn], values)
            quiet = quiet + 1 if np.array_equal(lower, values) else 1
            values, turn = lower, (turn + 1) % len(movers)
        return values

    def targets(self, mover: int, state: int) -> Index:
        """Return the states (0-based, ascending) that `mover` reaches from `state` in one move."""
        code, own = int(self._codes[state]), self._own[mover]
        if 1 << own.bit_count() <= self.size:
            combined = _subsets(own) | (code & ~own)
            places = np.minimum(np.searchsorted(self._codes, combined), self.size - 1)
            found = places[self._codes[places] == combined]
        else:
            found = np.flatnonzero((self._codes & ~own) == (code & ~own))
        one_way = self._one_way[mover]
        spent = (code ^ self._flip) & one_way
        open_to = ((self._codes[found] ^ self._flip) & spent) == spent
        return np.sort(found[open_to & (found != state)])


def _one_way(decision_makers: Sequence[DecisionMaker]) -> tuple[int, int]:
    """Return the options that only go forward, and those that only go back, as bit sets."""
    directions = [option.direction for dm in decision_makers for option in dm.options]
    forward = sum(1 << k for k, direction in enumerate(directions) if direction == "forward")
    back = sum(1 << k for k, direction in enumerate(directions) if direction == "back")
    return forward, back


def _subsets(mask: int) -> NDArray[np.int64]:
    """Return every subset of a bit set."""
    found = np.zeros(1, dtype=np.int64)
    for k in range(mask.bit_length()):
        if mask >> k & 1:
            found = np.concatenate([found, found | (1 << k)])
    return found
