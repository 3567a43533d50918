"""Conditions on options: what they are, and in which states they hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from satumeja.display import ShownInLine
from satumeja.errors import QuestionError, did_you_mean

__all__ = [
    "AtLeast",
    "Binary",
    "BoolArray",
    "ByState",
    "Codes",
    "Condition",
    "Is",
    "Not",
    "Pattern",
    "Truths",
    "evaluate",
    "holds",
    "holds_in",
    "mask_of",
]

Codes = NDArray[np.int64]
"""The decimals of states, one each."""
BoolArray = NDArray[np.bool_]


@dataclass(frozen=True, repr=False)
class Is(ShownInLine):
    """Option number `option` (0-based, over all decision makers) is taken."""

    option: int


@dataclass(frozen=True)
class Pattern:
    """The options of `mask` are exactly as in `value` (both bit sets)."""

    mask: int
    value: int


@dataclass(frozen=True, repr=False)
class AtLeast(ShownInLine):
    """At least `count` of the options of `mask` (a bit set) are taken."""

    count: int
    mask: int


@dataclass(frozen=True, repr=False)
class Not(ShownInLine):
    """`part` does not hold."""

    part: Condition


_JOINING = ("and", "or", "if", "iff")
"""The words that join two conditions."""


@dataclass(frozen=True, repr=False)
class Binary(ShownInLine):
    """Two conditions joined by ``and``, ``or``, ``if`` or ``iff``; ``p if q`` is q -> p.

    Parameters
    ----------
    operator : str
        One of these words.
    left, right : Condition
        What it joins, in the order written.

    Raises
    ------
    QuestionError
        If the operator is none of these words.
    """

    operator: str
    left: Condition
    right: Condition

    def __post_init__(self) -> None:
        if self.operator not in _JOINING:
            words = ", ".join(_JOINING)
            near = did_you_mean(self.operator, _JOINING)
            raise QuestionError(
                f'no condition is joined by "{self.operator}"{near} (known: {words})'
            )


Condition = Is | Pattern | AtLeast | Not | Binary
"""Something said of the options of a state: any of these."""


class Truths(Protocol):
    """Where conditions hold among some states, in a form that ``&``, ``|`` and ``~`` join."""

    def option(self, option: int) -> Any:
        """Return where an option is taken."""

    def pattern(self, mask: int, value: int) -> Any:
        """Return where the options of `mask` are as in `value`."""

    def at_least(self, count: int, mask: int) -> Any:
        """Return where at least `count` of the options of `mask` are taken."""


@dataclass(frozen=True)
class ByState:
    """Truths as one bool a state."""

    codes: Codes

    def option(self, option: int) -> BoolArray:
        """Return where an option is taken."""
        taken: BoolArray = (self.codes & (1 << option)) != 0
        return taken

    def pattern(self, mask: int, value: int) -> BoolArray:
        """Return where the options of `mask` are as in `value`."""
        alike: BoolArray = (self.codes & mask) == value
        return alike

    def at_least(self, count: int, mask: int) -> BoolArray:
        """Return where at least `count` of the options of `mask` are taken."""
        many: BoolArray = np.bitwise_count(self.codes & mask) >= count
        return many


def evaluate(condition: Condition, truths: Truths) -> Any:
    """Decide where a condition holds, in the form that `truths` has it."""
    match condition:
        case Is(option):
            return truths.option(option)
        case Pattern(mask, value):
            return truths.pattern(mask, value)
        case AtLeast(count, mask):
            return truths.at_least(count, mask)
        case Not(part):
            return ~evaluate(part, truths)
    left, right = evaluate(condition.left, truths), evaluate(condition.right, truths)
    match condition.operator:
        case "and":
            return left & right
        case "or":
            return left | right
        case "if":
            return left | ~right
    return (left & right) | ~(left | right)


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
    truth: BoolArray = evaluate(condition, ByState(codes))
    return truth


@dataclass(frozen=True)
class _OneState:
    """Truths about one combination of options, however many there are."""

    code: int

    def option(self, option: int) -> np.bool_:
        """Return whether an option is taken."""
        return np.bool_(self.code >> option & 1)

    def pattern(self, mask: int, value: int) -> np.bool_:
        """Return whether the options of `mask` are as in `value`."""
        return np.bool_(self.code & mask == value)

    def at_least(self, count: int, mask: int) -> np.bool_:
        """Return whether at least `count` of the options of `mask` are taken."""
        return np.bool_((self.code & mask).bit_count() >= count)


def holds_in(condition: Condition, code: int) -> bool:
    """Decide whether a condition holds in one state, given as a bit set of any width.

    Examples
    --------
    >>> holds_in(Binary("if", Is(0), Is(99)), 1 << 99)
    False
    """
    return bool(evaluate(condition, _OneState(code)))


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
