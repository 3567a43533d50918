"""Conditions on all combinations of options at once, sixty-four to a machine word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from satumeja.model._conditions import ByState, Codes, Condition, evaluate

__all__ = ["BLOCK", "AllStates", "fill_their_range", "scores"]

Words = NDArray[np.uint64]
Bits = NDArray[np.uint8]
Scores = NDArray[np.unsignedinteger]

BLOCK = 1 << 18
"""How many states are looked at together: their words stay in the processor's cache."""

_DENSE_SHARE = 16
_EVERY = np.uint64(0xFFFFFFFFFFFFFFFF)
_WITHIN = [  # bit k of the place of a bit within its word
    np.uint64(sum(1 << place for place in range(64) if place >> k & 1)) for k in range(6)
]


@dataclass(frozen=True)
class AllStates:
    """Truths about the states `first` to `first + count - 1`, a bit each.

    `first` is a multiple of 64. Options 0 to 5 are the same in each word; a higher
    one is the same throughout a word.
    """

    first: int
    count: int

    @property
    def words(self) -> int:
        """How many words there are."""
        return max(1, self.count >> 6)

    def option(self, option: int) -> Words:
        """Return where an option is taken."""
        if option < len(_WITHIN):
            return np.full(self.words, _WITHIN[option])
        words = np.arange(self.first >> 6, (self.first >> 6) + self.words, dtype=np.uint64)
        return np.uint64(0) - ((words >> np.uint64(option - 6)) & np.uint64(1))

    def pattern(self, mask: int, value: int) -> Words:
        """Return where the options of `mask` are as in `value`."""
        alike = np.full(self.words, np.uint64(0) if value & ~mask else _EVERY)
        for option in _options(mask):
            alike &= self.option(option) if value >> option & 1 else ~self.option(option)
        return alike

    def at_least(self, count: int, mask: int) -> Words:
        """Return where at least `count` of the options of `mask` are taken."""
        taken = [np.full(self.words, _EVERY)]
        for option in _options(mask):
            more = self.option(option)
            taken.append(np.zeros_like(more))
            for k in range(min(count, len(taken) - 1), 0, -1):
                taken[k] |= taken[k - 1] & more
        return taken[max(count, 0)] if count < len(taken) else np.zeros_like(taken[0])

    def bits(self, words: Words) -> Bits:
        """Return one 0 or 1 a state."""
        return np.unpackbits(
            words.astype("<u8").view(np.uint8), count=self.count, bitorder="little"
        )


def _options(mask: int) -> Iterator[int]:
    return (option for option in range(mask.bit_length()) if mask >> option & 1)


def fill_their_range(codes: Codes) -> bool:
    """Decide whether states are so many of all combinations that looking at all is faster."""
    return len(codes) > 0 and int(codes.max()) < _DENSE_SHARE * len(codes)


def scores(conditions: Sequence[Condition], codes: Codes) -> Scores:
    """Write the truths of conditions as a binary number for each state, the first one highest.

    Parameters
    ----------
    conditions : sequence of Condition
        At most 64.
    codes : int64 array, shape (n,)
        States as bit sets.

    Notes
    -----
    Where the states fill their range, all of it is looked at, a bit a state:
    hundredths of a nanosecond a node of a condition. Otherwise a nanosecond or two.
    """
    if fill_their_range(codes):
        size = 1 << int(codes.max()).bit_length()
        return _scored(conditions, size, _all_states)[codes]
    return _scored(conditions, len(codes), lambda first, count: _listed(codes, first, count))


Judge = Callable[[Condition], NDArray[np.bool_] | Bits]


def _all_states(first: int, count: int) -> Judge:
    states = AllStates(first, count)
    return lambda condition: states.bits(evaluate(condition, states))


def _listed(codes: Codes, first: int, count: int) -> Judge:
    states = ByState(codes[first : first + count])
    return lambda condition: np.asarray(evaluate(condition, states), dtype=np.bool_)


def _scored(
    conditions: Sequence[Condition], size: int, judge_at: Callable[[int, int], Judge]
) -> Scores:
    found = np.zeros(size, dtype=np.min_scalar_type((1 << len(conditions)) - 1))
    for first in range(0, size, BLOCK):
        block = found[first : first + BLOCK]
        judge = judge_at(first, len(block))
        for condition in conditions:
            block <<= 1
            block |= judge(condition)
    return found
