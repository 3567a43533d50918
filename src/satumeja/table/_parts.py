"""The parts of packages: what each member does in one, and what is without that."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from satumeja.model import MergedStates, Model, OptionStates

if TYPE_CHECKING:
    from satumeja.table._ground import Index, Mask

__all__ = ["Parts", "change_between"]

Codes = NDArray[np.int64]
Sways = NDArray[np.int8]
"""Whom a part of a package sways: 1 for the package, -1 against it, 0 neither way."""


def change_between(
    model: Model, start: int, end: int, members: Sequence[str] = ()
) -> tuple[int, int]:
    """Return from and to which combination of options a package goes.

    Parameters
    ----------
    model : Model
        In option form.
    start, end : int
        The states (0-based); of a coalesced one any member can be left or entered.
    members : sequence of str
        Who may change options, each in its permitted direction; anybody, in any direction,
        where none is named or they cannot lead there.

    Returns
    -------
    tuple of int
        The decimals of two members of these states, between which the fewest options change.
    """
    states = model.states
    if not isinstance(states, OptionStates):
        raise AssertionError("states in graph form are no combinations of options")
    leave, enter = states.members(start + 1), states.members(end + 1)
    before, after = (side.ravel() for side in np.meshgrid(leave, enter, indexing="ij"))
    changed, (forward, back) = before ^ after, model.one_way
    # A forward option that is dropped, a backward one that is taken up.
    barred = changed & (~_own(model, members) | (forward & before) | (back & after))
    best = int(np.lexsort((np.bitwise_count(changed), barred != 0))[0])
    return int(before[best]), int(after[best])


def _own(model: Model, members: Sequence[str]) -> int:
    ids = [dm.id for dm in model.decision_makers]
    return sum(model.masks[place] for place, dm in enumerate(ids) if dm in members)


class Parts:
    """What each member does in packages, and what would be without that.

    Parameters
    ----------
    model : Model
        In option form.
    start : int
        The state (0-based) that the packages change.
    members : sequence of str
        Who sits at the table.
    packages : index array
        States (0-based) that they can bring about together.

    Attributes
    ----------
    sizes : uint8 array, shape (packages,)
        How many options each of them changes.
    """

    def __init__(self, model: Model, start: int, members: Sequence[str], packages: Index) -> None:
        states = model.states
        assert isinstance(states, OptionStates)  # noqa: S101 - only options have parts
        self.members, self.packages = tuple(members), packages
        before, after = _ends(model, states, start, members, packages)
        self.sizes = np.bitwise_count(before ^ after)
        self._changed: dict[str, Mask] = {
            dm: ((before ^ after) & _own(model, [dm])) != 0 for dm in members
        }
        self._without = {
            dm: states.places((after & ~own) | (before & own))
            for dm in members
            for own in [_own(model, [dm])]
        }

    def changes(self, dm: str) -> Mask:
        """Say in which packages a member itself changes something."""
        return self._changed[dm]

    def compared(self, of: str) -> tuple[Index, Index]:
        """Return where a member has a part that can be left out, and what is without it.

        Returns
        -------
        index array and index array
            Places of packages, and the state (0-based) that each of them is without that part:
            those where the rest is feasible.
        """
        without = self._without[of]
        there = np.flatnonzero(self._changed[of] & (without >= 0))
        return there, without[there]

    def moved(self, gives: Mapping[str, Mask], sways: Callable[[str, str], Sways]) -> Mask:
        """Say which packages ask nobody merely to suffer what others do.

        One of those who give changes something itself. No part of another is worse for one who
        gives than if that were left out, unless the other gives too, and gains nothing by it.

        Parameters
        ----------
        gives : mapping of str to bool array, shape (packages,)
            By member: for which packages it would have to give something.
        sways : callable of str and str
            Gives for a member's part, and who compares: 1 where that one prefers the package
            to what is without the part, -1 the other way round, else 0; shape (packages,) or
            (packages, profiles). Red lines count as stated: what crosses one is no better
            for being put up with.

        Returns
        -------
        bool array, shape (packages,) or (packages, profiles)
            Which do.
        """
        gained = {dm: sways(dm, dm) > 0 for dm in self.members}
        shape = (-1,) + (1,) * (next(iter(gained.values())).ndim - 1)
        giving = {dm: gives[dm].reshape(shape) for dm in self.members}
        moved: Mask = np.logical_or.reduce(
            [giving[dm] & self._changed[dm].reshape(shape) for dm in self.members]
        )
        for dm in self.members:
            for other in self.members:
                if other != dm:
                    takes = ~giving[other] | gained[other]
                    moved = moved & ~(giving[dm] & (sways(other, dm) < 0) & takes)
        return moved


def _ends(
    model: Model, states: OptionStates, start: int, members: Sequence[str], packages: Index
) -> tuple[Codes, Codes]:
    """Return for each package the combinations of options it goes from and to."""
    if not isinstance(states, MergedStates):
        return np.full(len(packages), states.codes[start]), states.codes[packages]
    pairs = [change_between(model, start, end, members) for end in packages.tolist()]
    before, after = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    return before, after
