"""Closures in an order of the variables that suits them, with memory given back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from satumeja.stability.symbolic._closures import Closures
from satumeja.stability.symbolic._model import SymbolicModel, supports_of
from satumeja.stability.symbolic._order import with_last
from satumeja.stability.symbolic._sifting import sift
from satumeja.stability.symbolic._space import Node

if TYPE_CHECKING:
    from satumeja.stability.symbolic._oxidd import OxiddSpace

__all__ = ["ArrangedClosures"]

_GROWN = 3
"""Grown so many times since it was last looked for, another order may suit better."""


class ArrangedClosures(Closures):
    """The closures of the sanctions against one decision maker, in an order of their own.

    Parameters
    ----------
    states : SymbolicModel
        The model, in a space of oxidd's.
    focal : int
        Against whom, by place in the model.
    order : sequence of str
        The options at least, in the order to begin with; afterwards all variables but the
        marks of `focal`, in the order found.

    Notes
    -----
    A closure is a function from states to levels of `focal`, so its marks stand at the end: a
    diagram has at most a chain of them for each level there. Small sets stay in the space of
    `states`. Where a set has grown, the other variables are sifted in a space that remembers
    hardly any results, as these are forgotten at each exchange, and all goes on in a new space
    of the order found; the one before is given back.
    """

    small = 1000
    """Sets of so many nodes are small in any order."""

    def __init__(self, states: SymbolicModel, focal: int, order: Sequence[str]) -> None:
        self._given = states
        by_maker = supports_of(states.model)
        supports = {mark: about for own in by_maker for mark, about in own.items()}
        self._last = list(by_maker[focal])
        self._names = with_last(order, supports, self._last)
        super().__init__(states, focal, order)
        self._most = self.small

    @property
    def _space(self) -> OxiddSpace:
        """The space that closures are in now."""
        return cast("OxiddSpace", self.states.space)

    def _laid_out(self, space: OxiddSpace) -> SymbolicModel:
        return SymbolicModel(self._given.model, space, self._given)

    def arranged(self, members: Node) -> Node:
        """Give the same set, once the variables are in an order that suits it."""
        before = self._space
        if before.size(members) <= self._most:
            return members
        self._names = self._sifted(members)
        self.order = self._names[: len(self._names) - len(self._last)]
        self.states = self._laid_out(before.beside(self._names, before.roomy))
        members = before.copied(members, self._space)
        self._most = max(self.small, _GROWN * self._space.size(members))
        return members

    def _sifted(self, members: Node) -> list[str]:
        """Find the order in which a set and what it grows by are small."""
        before = self._space
        space = before.beside(self._names, before.little)
        states = self._laid_out(space)
        # Kept while the order is looked for: they count.
        scales = [states.own_scales[mover] for mover in self.movers]
        kept = [relation for scale in scales for relation in (scale.above, scale.level)]
        kept.append(before.copied(members, space))
        space.tidy()
        moving = {mark for scale in scales for mark in scale.marks} | set(states.options)
        end = len(self._names) - len(self._last)
        return sift(space, self._names, [name for name in self._names if name in moving], end)
