"""Conditions written out, as `parse_condition` reads them."""

from __future__ import annotations

from collections.abc import Sequence

from satumeja.errors import LimitError
from satumeja.formats.writing._clauses import clauses
from satumeja.model import AtLeast, Binary, Condition, Is, Not
from satumeja.model.kit import Pattern

__all__ = ["MOST_NAMED", "write_condition", "write_patterns"]

# Four words and signs an option at most, of the 600 that a condition may have.
MOST_NAMED = 150
_SIGNS = {"and": "&", "or": "|", "if": "if", "iff": "iff"}


def write_condition(condition: Condition, names: Sequence[str]) -> str:
    """Write a condition out.

    Parameters
    ----------
    condition : Condition
        Any condition.
    names : sequence of str
        How each option is called, in order.

    Returns
    -------
    str
        What `parse_condition` reads as this condition; a count of options or a pattern,
        for which there is no sign, as one of the same truth.

    Raises
    ------
    LimitError
        If a count of options comes to more words than a condition may have.

    Examples
    --------
    >>> write_condition(Binary("iff", Is(0), Not(Binary("or", Is(1), Is(2)))), ["a", "b", "c"])
    'a iff -(b | c)'
    >>> write_condition(AtLeast(2, 0b111), ["a", "b", "c"])
    '(a & b) | (a & c) | (b & c)'
    """
    match condition:
        case Is(option):
            return names[option]
        case Not(part):
            return f"-{_grouped(part, names)}"
        case Binary(operator, left, right):
            same = isinstance(left, Binary) and left.operator == operator
            first = write_condition(left, names) if same else _grouped(left, names)
            return f"{first} {_SIGNS[operator]} {_grouped(right, names)}"
        case Pattern() | AtLeast():
            patterns = clauses(condition, MOST_NAMED)
            if patterns is None:
                raise LimitError("a count of options is too long to be written as a condition")
            return write_patterns(patterns, names)


def _grouped(part: Condition, names: Sequence[str]) -> str:
    text = write_condition(part, names)
    return text if isinstance(part, Is | Not) else f"({text})"


def write_patterns(patterns: Sequence[Pattern], names: Sequence[str]) -> str:
    """Write out that at least one of some patterns fits.

    Examples
    --------
    >>> write_patterns([Pattern(0b11, 0b01), Pattern(0b100, 0b100)], ["a", "b", "c"])
    '(a & -b) | c'
    >>> write_patterns([Pattern(0, 0)], ["a"]), write_patterns([], ["a"])
    ('a | -a', 'a & -a')
    """
    if not all(pattern.mask for pattern in patterns):
        return f"{names[0]} | -{names[0]}"
    if not patterns:
        return f"{names[0]} & -{names[0]}"
    texts = [_pattern(pattern, names) for pattern in patterns]
    if len(texts) == 1:
        return texts[0]
    return " | ".join(f"({text})" if "&" in text else text for text in texts)


def _pattern(pattern: Pattern, names: Sequence[str]) -> str:
    named = [k for k in range(len(names)) if pattern.mask >> k & 1]
    return " & ".join(f"{'' if pattern.value >> k & 1 else '-'}{names[k]}" for k in named)
