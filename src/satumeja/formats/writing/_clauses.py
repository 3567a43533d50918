"""Any condition as patterns of which at least one fits: its disjunctive normal form."""

from __future__ import annotations

from satumeja.model import AtLeast, Binary, Condition, Is, Not
from satumeja.model.kit import Pattern, mask_of

__all__ = ["clauses"]

_MOST_STEPS = 5_000


def clauses(condition: Condition, most: int) -> tuple[Pattern, ...] | None:
    """Write a condition as patterns: it holds where at least one of them fits.

    Parameters
    ----------
    condition : Condition
        Any condition.
    most : int
        How many options the patterns may name in all.

    Returns
    -------
    tuple of Pattern, or None
        None where there would be more. No pattern at all stands for a condition that
        never holds, a pattern without options for one that always does.

    Notes
    -----
    The states are halved option by option until the condition is decided in each part;
    the parts in which it holds are then freed of every option they can do without. Cost:
    the number of parts times the size of the condition; it is given up after 5,000.

    Examples
    --------
    >>> clauses(Binary("if", Is(0), Is(1)), most=10)
    (Pattern(mask=1, value=1), Pattern(mask=2, value=0))
    """
    options, patterns = mask_of(condition), dict[Pattern, None]()
    waiting, named = [Pattern(0, 0)], 0
    for _ in range(_MOST_STEPS):
        if not waiting or named > most:
            break
        part = waiting.pop()
        truth = _truth(condition, part)
        if truth is None:
            waiting += _halves(part, options)
        elif truth:
            pattern = _freed(condition, part)
            named += 0 if pattern in patterns else pattern.mask.bit_count()
            patterns[pattern] = None
    return None if waiting or named > most else tuple(patterns)


def _halves(part: Pattern, options: int) -> list[Pattern]:
    """Split a part at the first option that is open in it; taken comes last, to be met first."""
    # The lowest bit alone: of options that are open, the first.
    still_open = options & ~part.mask
    option = still_open & -still_open
    mask = part.mask | option
    return [Pattern(mask, part.value), Pattern(mask, part.value | option)]


def _freed(condition: Condition, part: Pattern) -> Pattern:
    """Leave out of a part, in which the condition holds, every option it can do without."""
    for k in range(part.mask.bit_length()):
        mask = part.mask & ~(1 << k)
        freer = Pattern(mask, part.value & mask)
        if _truth(condition, freer):
            part = freer
    return part


def _truth(condition: Condition, part: Pattern) -> bool | None:
    """Decide a condition where only the options of `part` are known; None where open."""
    match condition:
        case Is(option):
            return bool(part.value >> option & 1) if part.mask >> option & 1 else None
        case Pattern(mask, value):
            if (value ^ part.value) & mask & part.mask:
                return False
            return None if mask & ~part.mask else True
        case AtLeast(count, mask):
            taken = (part.value & mask).bit_count()
            missing = taken + (mask & ~part.mask).bit_count() < count
            return True if taken >= count else (False if missing else None)
        case Not(inner):
            truth = _truth(inner, part)
            return None if truth is None else not truth
        case Binary(operator, left, right):
            return _joined(operator, _truth(left, part), _truth(right, part))


def _joined(operator: str, left: bool | None, right: bool | None) -> bool | None:
    """Join two truths, of which either may be open (Kleene's three-valued logic)."""
    if operator == "iff":
        return None if left is None or right is None else left == right
    if operator == "if":
        right = None if right is None else not right
    deciding = operator != "and"  # one true part decides an "or", one false part an "and"
    if deciding in (left, right):
        return deciding
    return None if left is None or right is None else not deciding
