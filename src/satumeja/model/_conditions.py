"""Conditions on options: what they are, and in which states they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "AtLeast",
    "Binary",
    "BoolArray",
    "Codes",
    "Condition",
    "Is",
    "Not",
    "Pattern",
    "holds",
    "mask_of",
]

Codes = NDArray[np.int64]
BoolArray = NDArray[np.bool_]


@dataclass(frozen=True)
class Is:
    """Option number `option` (0-based, over all decision makers) is taken."""

    option: int


@dataclass(frozen=True)
class Pattern:
    """The options of `mask` are exactly as in `value` (both bit sets)."""

    mask: int
    value: int


@dataclass(frozen=True)
class AtLeast:
    """At least `count` of the options of `mask` (a bit set) are taken."""

    count: int
    mask: int


@dataclass(frozen=True)
class Not:
    """`part` does not hold."""

    part: Condition


@dataclass(frozen=True)
class Binary:
    """Two conditions joined by ``and``, ``or``, ``if`` or ``iff``; ``p if q`` is q -> p."""

    operator: str
    left: Condition
    right: Condition


Condition = Is | Pattern | AtLeast | Not | Binary

_JOIN: dict[str, Callable[[BoolArray, BoolArray], Any]] = {
    "and": np.logical_and,
    "or": np.logical_or,
    "if": lambda left, right: left | ~right,
    "iff": np.equal,
}


def holds(condition: Condition, codes: Codes) -> BoolArray:
    """Decide in which states a condition holds.

    Parameters
    ----------
    condition : Condition
        Any condition.
    codes : int64 array, shape (n,)
        States as bit sets: bit k is set where option k (0-based) is taken.

    Returns
    -------
    bool array, shape (n,)
        True where the condition holds.

    Notes
    -----
    Cost: O(n) a node of the condition, in a few bytes a state of working memory.

    Examples
    --------
    >>> holds(Binary("if", Is(0), Is(1)), np.arange(4)).tolist()
    [True, True, False, True]
    """
    truth: BoolArray
    match condition:
        case Is(option):
            truth = (codes & (1 << option)) != 0
        case Pattern(mask, value):
            truth = (codes & mask) == value
        case AtLeast(count, mask):
            truth = np.bitwise_count(codes & mask) >= count
        case Not(part):
            truth = ~holds(part, codes)
        case Binary(operator, left, right):
            truth = _JOIN[operator](holds(left, codes), holds(right, codes))
    return truth


def _leaves(condition: Condition) -> Iterator[Is | Pattern | AtLeast]:
    match condition:
        case Not(part):
            yield from _leaves(part)
        case Binary(_, left, right):
            yield from _leaves(left)
            yield from _leaves(right)
        case leaf:
            yield leaf


def mask_of(condition: Condition) -> int:
    """Return the options a condition speaks of, as a bit set.

    Examples
    --------
    >>> bin(mask_of(Binary("or", Is(0), Not(Is(3)))))
    '0b1001'
    """
    mask = 0
    for leaf in _leaves(condition):
        mask |= 1 << leaf.option if isinstance(leaf, Is) else leaf.mask
    return mask
