"""What the others bring about by improvements of groups of them, in option form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property, reduce
from operator import or_
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.model.kit import distinct
from satumeja.stability.explicit import Explicit, OptionMoves
from satumeja.stability.further._relations import Rows, bits, rows_of

__all__ = ["ClassImprovements"]

Index = NDArray[np.intp]
Values = NDArray[np.unsignedinteger]
Flags = NDArray[np.bool_]

_PAIRS_AT_ONCE = 1 << 18  # pairs of states that are compared at a time, to stay in the cache


class ClassImprovements:
    """Chains of coalition improvements of groups of some decision makers, in option form.

    A state u is a *class improvement* on t for some group if legal moves of its members lead
    from t to u and all of them prefer u. The largest group that may do it is that of everybody
    who prefers u; so one comparison a pair of states is enough, whatever the number of groups.

    Parameters
    ----------
    engine : Explicit
        Of a model in which moves follow from options; either all combinations are feasible, or
        no option is one-way, so that a pair of states tells who leads from one to the other.

    Notes
    -----
    States that differ in options of nobody among the movers fall apart into slices, which no
    chain leaves. In a slice of m states every pair is compared, m * m bits; then each state is
    gone back from once, from the lowest value up, whatever the chains are like.
    """

    def __init__(self, engine: Explicit) -> None:
        assert isinstance(engine.moves, OptionMoves)  # noqa: S101 - whoever asks has looked
        self._moves, self._ranks = engine.moves, [*engine.ranks]
        self._component = cache(self._components)

    @cached_property
    def _spent(self) -> list[NDArray[np.uint64] | None]:
        """The one-way options spent in each state, by mover; None for a mover without any."""
        spent = (self._moves.spent(mover) for mover in range(len(self._ranks)))
        return [used.astype(np.uint64) if used.any() else None for used in spent]

    def lowest(self, movers: Sequence[int], values: Sequence[Values]) -> list[Values]:
        """Return the lowest values that class improvements lead to, the start included.

        Parameters
        ----------
        movers : sequence of int
            Of whom any group may improve, by place in the model; two or more.
        values : sequence of unsigned array, shape (n,)
            Any number of them.
        """
        lowered = [value.copy() for value in values]
        for slices in self._slices(movers):
            rows = self._leading(movers, slices)
            for value in lowered:
                for places, led_from in zip(slices, rows, strict=True):
                    value[places] = _settled(led_from, value[places])
        return lowered

    def _slices(self, movers: Sequence[int]) -> Iterator[Index]:
        """Give the slices of two states or more, some of like length at a time, a row each."""
        group = tuple(sorted(movers))
        own = reduce(or_, (self._moves.masks[mover] for mover in group), 0)
        label = self._moves.codes & ~own if self._moves.is_full else self._component(group)
        order = np.argsort(label, kind="stable")
        starts = np.flatnonzero(np.diff(label[order], prepend=-1))
        lengths = np.diff(starts, append=len(order))
        for length in distinct(lengths[lengths > 1]).tolist():
            rows = order[starts[lengths == length][:, None] + np.arange(length)]
            together = max(1, _PAIRS_AT_ONCE // length**2)
            for first in range(0, len(rows), together):
                yield rows[first : first + together]

    def _components(self, group: tuple[int, ...]) -> Index:
        """Give the same number to states that a group leads between."""
        label = np.arange(self._moves.size)
        blocks = [
            np.unique(self._moves.codes & ~self._moves.masks[mover], return_inverse=True)[1]
            for mover in group
        ]
        quiet = 0
        while quiet < len(blocks):
            for block in blocks:
                lowest = np.full(int(block.max()) + 1, len(label))
                np.minimum.at(lowest, block, label)
                quiet = quiet + 1 if np.array_equal(lowest[block], label) else 1
                label = lowest[block]
                if quiet == len(blocks):
                    break
        return label

    def _leading(self, movers: Sequence[int], slices: Index) -> list[Rows]:
        """Give for each slice which of its states improve to each of them, as rows of bits."""
        count, length = slices.shape
        compare = self._by_options if self._moves.is_full else self._by_components
        rows = list[int]()
        step = max(1, _PAIRS_AT_ONCE // (length * count))
        for first in range(0, length, step):
            led = compare(movers, slices, slices[:, first : first + step])
            rows += rows_of(led.transpose(1, 0, 2).reshape(-1, length))
        # Of the first ends of all slices come all rows, then of the next.
        return [rows[k::count] for k in range(count)]

    def _by_options(self, movers: Sequence[int], starts: Index, ends: Index) -> Flags:
        """Decide it where all is feasible: whoever's options differ prefers the end."""
        improves = np.ones((len(starts), ends.shape[1], starts.shape[1]), dtype=np.bool_)
        for mover in movers:
            own = self._own_choice(mover)
            better = _compared(np.less, self._ranks[mover], starts, ends)
            if (used := self._spent[mover]) is not None:
                better &= _compared(lambda a, b: (a & ~b) == 0, used, starts, ends)
            improves &= better | _compared(np.equal, own, starts, ends)
        return improves

    def _own_choice(self, mover: int) -> NDArray[Any]:
        """Return what a mover does with its options in each state, as a small number."""
        own = self._moves.masks[mover]
        low = (own & -own).bit_length() - 1 if own else 0
        return ((self._moves.codes & own) >> low).astype(np.min_scalar_type(own >> low))

    def _by_components(self, movers: Sequence[int], starts: Index, ends: Index) -> Flags:
        """Decide it where not all is feasible: all who prefer the end lead there together."""
        shape = (len(starts), ends.shape[1], starts.shape[1])
        willing = np.zeros(shape, dtype=np.intp)
        for bit, mover in enumerate(movers):
            better = _compared(np.less, self._ranks[mover], starts, ends)
            willing |= better.astype(np.intp) << bit
        groups = [tuple(movers[k] for k in bits(some)) for some in range(1 << len(movers))]
        labels = np.stack([self._component(group) for group in groups])
        flat, size = labels.reshape(-1), labels.shape[1]
        willing *= size
        led: Flags = flat[willing + starts[:, None, :]] == flat[willing + ends[:, :, None]]
        return led


def _compared(test: Any, values: NDArray[Any], starts: Index, ends: Index) -> Flags:
    """Compare the values of all starts with those of all ends, slice by slice."""
    compared: Flags = test(values[starts][:, None, :], values[ends][:, :, None])
    return compared


def _settled(led_from: Rows, values: Values) -> Values:
    """Spread each value to the states that lead to it, the lowest first."""
    settled, unsettled = values.tolist(), (1 << len(values)) - 1
    for start in np.argsort(values, kind="stable").tolist():
        if not unsettled >> start & 1:
            continue
        unsettled ^= 1 << start
        low, front = settled[start], [start]
        while front and unsettled:
            if new := led_from[front.pop()] & unsettled:
                unsettled ^= new
                for state in bits(new):
                    settled[state] = low
                    front.append(state)
    return np.array(settled, dtype=values.dtype)
