"""The moves of a small model, ready for any preferences: what does not depend on these."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.model import Model
from satumeja.stability.explicit._reaches import Index, Reach, StateSets, reaches

__all__ = ["ProfileMoves", "Profiles", "all_bits"]

Profiles = NDArray[Any]  # ranks of many profiles, or values like them: unsigned, narrow


class ProfileMoves:
    """What everybody, and the opponents of everybody, can bring about in a model.

    Parameters
    ----------
    model : Model
        In option form or graph form; its preferences are not looked at.
    """

    def __init__(self, model: Model) -> None:
        self.size = len(model.states)
        self.movers = range(len(model.decision_makers))
        self.reach: Sequence[Reach] = reaches(model)

    @cached_property
    def others(self) -> list[StateSets]:
        """What the opponents of each decision maker can bring about from each state."""
        places = np.arange(self.size)
        padding = [all_bits(reach.arcs == places, np.uint8)[:, :, None] for reach in self.reach]
        # A column for each state, 0 there alone: its lowest value is 0 where it is reached.
        away = all_bits(~np.eye(self.size, dtype=np.bool_), np.uint8)
        unreached = [self.closure(focal, away, padding) for focal in self.movers]
        return [StateSets.gathered(np.flatnonzero(row == 0) for row in rows) for rows in unreached]

    @cached_property
    def parts(self) -> list[list[Index]]:
        """By decision maker: the states that moves of its opponents join, and no two parts."""
        return [
            _parts(self.size, [self.reach[j].arcs for j in self.movers if j != focal])
            for focal in self.movers
        ]

    def closure(self, focal: int, values: Profiles, refused: Sequence[NDArray[Any]]) -> Profiles:
        """Return the lowest values the opponents of `focal` can bring about from each state.

        ``led[j]`` is the lowest value of the legal sequences in which j moves first;
        after its move anyone but j goes on. `refused` has, by mover, arc and state, all
        bits set where the mover does not make that move: nothing is higher.
        """
        movers = [mover for mover in self.movers if mover != focal]
        led = {mover: np.full_like(values, np.iinfo(values.dtype).max) for mover in movers}
        onward, ahead, lower = (np.empty_like(values) for _ in range(3))
        quiet, turn = 0, 0
        while quiet < len(movers):
            mover = movers[turn]
            _lowest([values, *(led[other] for other in movers if other != mover)], onward)
            np.copyto(lower, led[mover])
            for ends, refusal in zip(self.reach[mover].arcs, refused[mover], strict=True):
                onward.take(ends, axis=0, out=ahead, mode="clip")
                np.bitwise_or(ahead, refusal, out=ahead)
                np.minimum(lower, ahead, out=lower)
            quiet = quiet + 1 if np.array_equal(lower, led[mover]) else 1
            # The old values are the buffer of the next turn: rounds take no new memory.
            led[mover], lower = lower, led[mover]
            turn = (turn + 1) % len(movers)
        return _lowest([values, *led.values()], onward)


def all_bits(flags: NDArray[np.bool_], kind: Any) -> NDArray[Any]:
    """Return all bits set where a flag is, none elsewhere."""
    bits = flags.astype(kind)
    np.negative(bits, out=bits)  # unsigned, -1 wraps round to all bits
    return bits


def _lowest(values: Sequence[Profiles], into: Profiles) -> Profiles:
    np.copyto(into, values[0])
    for other in values[1:]:
        np.minimum(into, other, out=into)
    return into


def _parts(size: int, arcs: Iterable[Index]) -> list[Index]:
    """Part states so that no arc leads from one part to another."""
    label = np.arange(size)
    ends = [row for table in arcs for row in table]
    while True:
        lower = label.copy()
        for row in ends:  # a lower label passes along an arc both ways
            np.minimum(lower, lower[row], out=lower)
            np.minimum.at(lower, row, lower)
        lower = lower[lower]
        if np.array_equal(lower, label):
            break
        label = lower
    order = np.argsort(label, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(label[order])) + 1)
