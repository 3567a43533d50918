"""The parts of packages as conditions, where nobody could list the packages."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import reduce

from satumeja.model import AtLeast, Binary, Condition, Is, Model, Not
from satumeja.model.kit import Pattern, mask_of
from satumeja.stability import StateSet
from satumeja.table._changes import statements_of

__all__ = ["SymbolicParts"]

_NEVER: Condition = AtLeast(1, 0)  # at least one of no options
_ALWAYS: Condition = AtLeast(0, 0)


class SymbolicParts:
    """What each member does in packages nobody could list, and who would merely suffer it.

    What a package is without a part is the package with that member's options as they were: a
    condition on the others' options alone. So no second copy of the options is needed.

    Parameters
    ----------
    reached : StateSet
        What the members can bring about.
    model : Model
        In option form; the members state what they prefer.
    members : sequence of str
        Who sits at the table.
    code : int
        The decimal of the state that packages change.
    """

    def __init__(self, reached: StateSet, model: Model, members: Sequence[str], code: int) -> None:
        self.reached, self.model, self.code = reached, model, code
        ids = [dm.id for dm in model.decision_makers]
        self.own = {dm: mask for dm, mask in zip(ids, model.masks, strict=True) if dm in members}
        self._left_out = dict[str, StateSet]()
        self._swayed = dict[tuple[str, str, int], StateSet]()

    def moved(self, packages: StateSet, giving: Collection[str]) -> StateSet:
        """Return those packages that ask nobody merely to suffer what others do.

        As `Parts.moved` does.

        Parameters
        ----------
        packages : StateSet
            The packages, all of which ask the same members for something.
        giving : collection of str
            Whom.
        """
        packages = packages.where(_any([_changed(self.own[dm], self.code) for dm in giving]))
        for other in self.own:
            for dm in giving:
                if dm != other and packages:
                    suffered = packages & self._with_part(other) & self._sways(other, dm, -1)
                    if other in giving:
                        suffered &= self._sways(other, other, 1)
                    packages -= suffered
        return packages

    def _with_part(self, dm: str) -> StateSet:
        """Return where a member has a part that can be left out: the rest is feasible."""
        if dm not in self._left_out:
            mask, code = self.own[dm], self.code
            rest = [_fixed(rule.condition, mask, code) for rule in self.model.infeasible]
            some = self.reached.where(_changed(mask, code))
            self._left_out[dm] = some.where(Not(_any(rest)))
        return self._left_out[dm]

    def _sways(self, of: str, dm: str, sign: int) -> StateSet:
        """Return what `dm` prefers (1), or not (-1), to the same without the part of `of`."""
        if (of, dm, sign) not in self._swayed:
            preferred = self._preferred(dm, self.own[of], sign)
            self._swayed[of, dm, sign] = self.reached.where(preferred)
        return self._swayed[of, dm, sign]

    def _preferred(self, dm: str, mask: int, sign: int) -> Condition:
        preferred = _NEVER
        # From the last up: the first in which the two differ decides over all that follow.
        for statement in reversed(statements_of(self.model[dm])):
            wish = statement.condition
            if mask_of(wish) & mask:
                better, less = wish, _fixed(wish, mask, self.code)
                if sign < 0:
                    better, less = less, better
                alike = _both(Binary("iff", better, less), preferred)
                preferred = Binary("or", _both(better, Not(less)), alike)
        return preferred


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
