"""The parts of packages as conditions, where nobody could list the packages."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import reduce

from satumeja.model import AtLeast, Binary, Condition, Is, Model, Not
from satumeja.model.kit import Pattern, mask_of
from satumeja.stability import StateSet
from satumeja.table._changes import statements_of

__all__ = ["moved"]

_NEVER: Condition = AtLeast(1, 0)  # at least one of no options
_ALWAYS: Condition = AtLeast(0, 0)


def moved(
    packages: StateSet, model: Model, members: Sequence[str], code: int, giving: Collection[str]
) -> StateSet:
    """Return those packages that ask nobody merely to suffer what others do.

    As `Parts.moved` does. What is suffered is taken away a part and a statement at a time:
    who prefers what, as one condition, would be too much.

    Parameters
    ----------
    packages : StateSet
        The packages.
    model : Model
        In option form; the members state what they prefer.
    members : sequence of str
        Who sits at the table.
    code : int
        The decimal of the state that packages change.
    giving : collection of str
        Which members would have to give something for them.
    """
    ids = [dm.id for dm in model.decision_makers]
    own = {dm: mask for dm, mask in zip(ids, model.masks, strict=True) if dm in members}
    packages = packages.where(_any([_changed(own[dm], code) for dm in giving]))
    for other, mask in own.items():
        with_part = packages.where(_changed(mask, code))
        with_part = with_part.where(_feasible_without(model, mask, code))
        for dm in giving:
            if dm != other:
                for suffered in _swayed(with_part, model, dm, mask, code, -1):
                    taken = [suffered]
                    if other in giving:
                        taken = list(_swayed(suffered, model, other, mask, code, 1))
                    for some in taken:
                        packages -= some
    return packages


def _swayed(
    packages: StateSet, model: Model, dm: str, mask: int, code: int, sign: int
) -> Iterator[StateSet]:
    """Yield the packages that somebody prefers (1), or not (-1), to what is without a part.

    Some at a time, by the statement that decides: the first in which the two differ.
    """
    for statement in statements_of(model[dm]):
        if not packages:
            return
        if mask_of(statement.condition) & mask:
            wish, without = statement.condition, _fixed(statement.condition, mask, code)
            if sign < 0:
                wish, without = without, wish
            yield packages.where(_both(wish, Not(without)))
            packages = packages.where(Binary("iff", wish, without))


def _feasible_without(model: Model, mask: int, code: int) -> Condition:
    return Not(_any([_fixed(rule.condition, mask, code) for rule in model.infeasible]))


def _changed(mask: int, code: int) -> Condition:
    return Not(Pattern(mask, code & mask))


def _fixed(condition: Condition, mask: int, code: int) -> Condition:
    """Return what a condition says of the other options, those of `mask` being as in `code`."""
    match condition:
        case Is(option) if mask >> option & 1:
            return _ALWAYS if code >> option & 1 else _NEVER
        case Pattern(of, value):
            if (value ^ code) & of & mask:
                return _NEVER
            return Pattern(of & ~mask, value & ~mask)
        case AtLeast(count, of):
            return AtLeast(max(0, count - (of & mask & code).bit_count()), of & ~mask)
        case Not(part):
            return Not(_fixed(part, mask, code))
        case Binary(operator, left, right):
            return Binary(operator, _fixed(left, mask, code), _fixed(right, mask, code))
    return condition


def _both(left: Condition, right: Condition) -> Condition:
    return Binary("and", left, right)


def _any(parts: Sequence[Condition]) -> Condition:
    return reduce(lambda left, right: Binary("or", left, right), parts, _NEVER)
