"""Moves in option form: what both layouts of the explicit engine share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from satumeja.model import DecisionMaker, OptionStates
from satumeja.stability.explicit._improvements import lanes_a_word

__all__ = ["OptionMoves", "Words", "subsets"]

Index = NDArray[np.intp]
Values = NDArray[np.unsignedinteger]
Words = NDArray[np.uint64]
"""For each state a set of up to 64 things, as the bits of a word."""


class OptionMoves:
    """Who can move where, in option form.

    A decision maker may change any of its own options at once, each in its
    permitted direction, landing in a feasible state; infeasible combinations in
    between do not block. Such moves are transitive, so a legal sequence of the
    others is any sequence, and alternating single moves finds what it ends in.

    Parameters
    ----------
    states : OptionStates
        The n feasible states.
    decision_makers : sequence of DecisionMaker
        In the order of their options.
    """

    alone = False
    """Whether credible concepts are decided for each decision maker by itself at less cost."""

    ranks: list[Values]

    def __init__(self, states: OptionStates, decision_makers: Sequence[DecisionMaker]) -> None:
        self.size = len(states)
        self._codes = states.codes
        self._own = states.masks
        directions = [option.direction for dm in decision_makers for option in dm.options]
        forward = sum(1 << k for k, way in enumerate(directions) if way == "forward")
        self._back = sum(1 << k for k, way in enumerate(directions) if way == "back")
        self._one_way = [own & (forward | self._back) for own in self._own]

    @staticmethod
    def views(decision_makers: Sequence[DecisionMaker]) -> float:
        """Return how many times the states stand in the tables of all decision makers."""
        # Of a one-way option one view shows all states, another those where it is spent.
        one_way = [sum(o.direction != "both" for o in dm.options) for dm in decision_makers]
        return sum(1.5**count for count in one_way)

    def credible(self, values: Mapping[int, Sequence[Values]]) -> dict[int, list[Values]]:
        """Return the lowest values that improvements of the others of each lead to.

        Parameters
        ----------
        values : mapping of int to sequence of unsigned array
            By whose stability is decided, by place: one or two, of the same type, the same
            number for each.

        Returns
        -------
        dict of int to list of unsigned array
            As `lowest` gives them for its others, the start included.

        Notes
        -----
        As many of them as fit a machine word are decided together, at the cost of one: the
        moves are the same, but for each one's own.
        """
        lowest = dict[int, list[Values]]()
        focals = list(values)
        lanes = len(values[focals[0]])
        group = max(1, lanes_a_word(values[focals[0]][0].dtype) // lanes)
        if len(self._own) == 2:
            group = 1  # each has one opponent, whose first turn is the last: nothing to share
        for first in range(0, len(focals), group):
            some = focals[first : first + group]
            movers = [k for k in range(len(self._own)) if some != [k]]
            kept = [
                [some.index(k) * lanes + lane for lane in range(lanes)] if k in some else []
                for k in movers
            ]
            together = self._improved(movers, [v for focal in some for v in values[focal]], kept)
            lowest |= {
                focal: together[k * lanes : (k + 1) * lanes] for k, focal in enumerate(some)
            }
        return lowest

    def best(self, mover: int, values: Values) -> Values:
        """Return the highest value each state can reach by one move of `mover`, or staying."""
        raise NotImplementedError

    def thresholds(self, focal: int, values: Sequence[Values]) -> list[Values]:
        """Return the rank of the best state `focal` holds by a move, or by staying.

        Parameters
        ----------
        focal : int
            Whose stability is decided, by place.
        values : sequence of unsigned array
            One or two, of one type: what `focal` is left with where improvements of the
            others end.
        """
        lowest = self.credible({focal: values})[focal]
        return [self.best(focal, np.minimum(self.ranks[focal], low)) for low in lowest]

    def _improved(
        self, movers: Sequence[int], values: Sequence[Values], kept: Sequence[Sequence[int]] = ()
    ) -> list[Values]:
        """Lower values by improvements of some movers, each leaving the lanes kept from it."""
        raise NotImplementedError

    @property
    def codes(self) -> NDArray[np.int64]:
        """The feasible states, as the bits of their options."""
        return self._codes

    @property
    def masks(self) -> Sequence[int]:
        """The options of each mover, as the bits of a state."""
        return self._own

    @property
    def is_full(self) -> bool:
        """Whether every combination of options is feasible."""
        return self.size == 1 << sum(own.bit_count() for own in self._own)

    def spent(self, mover: int) -> NDArray[np.int64]:
        """Return for each state which one-way options of a mover cannot be changed any more."""
        used: NDArray[np.int64] = (self._codes ^ self._back) & self._one_way[mover]
        return used

    def joined(self, movers: Sequence[int], words: Words) -> Words:
        """Return the bits that any state has which sequences of `movers` lead to, or the start.

        Parameters
        ----------
        movers : sequence of int
            Who may move, by place in the model.
        words : uint64 array
            Laid out; where there is no state, nothing.
        """
        raise NotImplementedError

    def targets(self, mover: int, state: int) -> Index:
        """Return the states (0-based, ascending) that `mover` reaches from `state` in one move."""
        code, own = int(self._codes[state]), self._own[mover]
        # What is fewer is gone through: combinations of the mover's options, or all states.
        if 1 << own.bit_count() <= self.size:
            combined = subsets(own) | (code & ~own)
            places = np.minimum(np.searchsorted(self._codes, combined), self.size - 1)
            block = places[self._codes[places] == combined]
        else:
            block = np.flatnonzero((self._codes & ~own) == (code & ~own))
        one_way = self._one_way[mover]
        # With those that go back turned round, every one-way option can be taken up alone.
        spent = (code ^ self._back) & one_way
        open_to = ((self._codes[block] ^ self._back) & spent) == spent
        return np.sort(block[open_to & (block != state)])

    def among(self, mover: int, states: Index) -> NDArray[np.bool_]:
        """Say which of some states (0-based) `mover` reaches from which: rows are the starts."""
        codes, own, one_way = self._codes[states], self._own[mover], self._one_way[mover]
        start, end = codes[:, None], codes[None, :]
        spent = (start ^ self._back) & one_way
        open_to = ((end ^ self._back) & spent) == spent
        reached: NDArray[np.bool_] = open_to & ((start & ~own) == (end & ~own)) & (start != end)
        return reached


def subsets(mask: int) -> NDArray[np.int64]:
    """Return every subset of a bit set, ascending.

    Examples
    --------
    >>> subsets(0b101).tolist()
    [0, 1, 4, 5]
    """
    every = np.zeros(1, dtype=np.int64)
    for k in range(mask.bit_length()):
        if mask >> k & 1:
            every = np.concatenate([every, every | (1 << k)])
    return every
