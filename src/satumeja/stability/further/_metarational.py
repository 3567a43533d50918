"""The one shape that metarational concepts share, whatever preferences are like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from satumeja.stability.further._relations import (
    Path,
    Rows,
    bits,
    legal_sequences,
    shortest_sequence,
)

__all__ = ["Flags", "Metarational"]

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Metarational:
    """Who would leave where, what would hold them, and what the others can do about it.

    A state s is stable for the focal party when for each t in ``leave[s]`` the others
    can bring about, by a legal sequence from t, some u in ``hold[s]`` from which no
    counter-move leaves ``hold[s]``. Nash, GMR, SMR and SEQ and their kin for unknown,
    strong, fuzzy and probabilistic preference, for attitudes and for coalitions differ
    only in these relations.

    Parameters
    ----------
    leave : Rows
        The states the focal party would leave each state for.
    hold : Rows
        The states whose threat holds it in each state.
    answers : mapping of int to Rows
        The moves each of the others may make in a sanction; empty: no sanctions.
    counter : Rows, optional
        The counter-moves the focal party reckons with; None: it does not.

    Notes
    -----
    A sequence may come back to where it began, and t may itself be in ``hold[s]``: then
    a return to t is a sanction, as the logical definitions have it. Cost: the closure
    of `answers`, then O(n) a pair of state and reason to leave it.

    Examples
    --------
    >>> chase = Metarational(leave=[0b10, 0], hold=[0b01, 0b11], answers={1: [0, 0b01]})
    >>> chase.stable(0), chase.answer(0, 1)
    (True, ((1, 0),))
    """

    leave: Rows
    hold: Rows
    answers: Mapping[int, Rows]
    counter: Rows | None = None

    @cached_property
    def reach(self) -> Rows:
        """What the others can bring about from each state."""
        return legal_sequences(self.answers, len(self.leave))

    def deters(self, state: int, end: int) -> bool:
        """Decide whether ending in `end` would hold the focal party in `state`."""
        threats = self.hold[state]
        if not threats >> end & 1:
            return False
        return self.counter is None or not self.counter[end] & ~threats

    def answered(self, state: int, reason: int) -> bool:
        """Decide whether the others can answer leaving `state` for `reason`."""
        threats = self.reach[reason] & self.hold[state]
        return any(self.deters(state, end) for end in bits(threats))

    def stable(self, state: int) -> bool:
        """Decide whether `state` is stable for the focal party."""
        return all(self.answered(state, reason) for reason in bits(self.leave[state]))

    def flags(self) -> Flags:
        """Decide which states are stable for the focal party."""
        return np.array([self.stable(state) for state in range(len(self.leave))], dtype=np.bool_)

    def answer(self, state: int, reason: int) -> Path:
        """Find a shortest legal sequence from `reason` that holds the focal party in `state`."""
        return shortest_sequence(self.answers, reason, lambda end: self.deters(state, end))
