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
    of the order found; the one before is given back. From one to the next a set is handed as
    it is: the space that is sifted begins in the order of the one before, and ends in that of
    the next.
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
        space = before.beside(self._names, before.little)
        members = before.copied(members, space)
        self._names = self._sifted(space, members)
        self.order = self._names[: len(self._names) - len(self._last)]
        self.states = self._laid_out(before.beside(self._names, before.roomy))
        # From where it is small and in the new order already: each node is one step.
        members = space.copied(members, self._space)
        self._most = max(self.small, _GROWN * self._space.size(members))
        return members

    def _sifted(self, space: OxiddSpace, members: Node) -> list[str]:
        """Find the order in which a set and what it grows by are small, and put `space` in it."""
        states = self._laid_out(space)
        scales = [states.own_scales[mover] for mover in self.movers]
        for scale in scales:  # laid out, and kept by `states`: they count as `members` does
            _ = scale.above, scale.level
        space.tidy()
        marks = {mark for scale in scales for mark in scale.marks}
        moving = marks.union(states.options)
        before = space.places(self._names)
        end = len(self._names) - len(self._last)
        # The lowest first: a tenth less time than the other way round.
        rising = [name for name in reversed(self._names) if name in moving]
        order = sift(space, before, space.places(rising), end)
        return [space.names[place] for place in order]
