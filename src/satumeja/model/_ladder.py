"""Classes of states that tie, one above the other, of which single states are moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from satumeja.model._preferences import Ranks

__all__ = ["Ladder", "Placing"]

Placing = Literal["above", "below", "level_with"]
"""Where an edit by hand puts a state, as seen from another."""


class Ladder:
    """A ranking of states in which single states are put elsewhere.

    Parameters
    ----------
    ranks : int32 array, shape (n,)
        The rank of each state, without gaps; 1 is the least preferred.

    Notes
    -----
    A list of classes, each linked to the one above and the one below; links and members are
    kept of those alone that were touched. Cost: O(1) a move, O(n) for all ranks.

    Examples
    --------
    >>> ladder = Ladder(np.array([1, 2, 2, 3], dtype=np.int32))
    >>> ladder.put(0, "above", 2), ladder.put(0, "above", 1)
    (True, False)
    >>> ladder.ranks().tolist()
    [2, 1, 1, 3]
    """

    def __init__(self, ranks: Ranks) -> None:
        self._before = ranks
        self._sizes = np.bincount(ranks, minlength=1)
        self._top = len(self._sizes)  # above the highest class, as 0 is below the lowest
        self._newest = self._top
        self._class_of: dict[int, int] = {}
        self._size: dict[int, int] = {}
        self._higher: dict[int, int] = {}
        self._lower: dict[int, int] = {}

    def put(self, state: int, placing: Placing, anchor: int) -> bool:
        """Put a state next to another, both by their places; say whether that changes anything."""
        old, there = self._class(state), self._class(anchor)
        if placing == "level_with":
            if old == there:
                return False
            self._leave(state)
            self._enter(state, there)
            return True
        beyond = self._above(there) if placing == "above" else self._below(there)
        if beyond == old and self._members(old) == 1:
            return False
        self._leave(state)
        below = there if placing == "above" else self._below(there)
        self._enter(state, self._insert(below))
        return True

    def ranks(self) -> Ranks:
        """Return the rank of each state, 1 the least preferred."""
        kept = self._sizes > 0
        for name, size in self._size.items():
            if name < self._top:
                kept[name] = size > 0
        inserted = [k for k in range(self._top + 1, self._newest + 1) if self._members(k)]
        chains = {self._below(k): k for k in inserted if self._below(k) < self._top}
        added = np.zeros(self._top + 1, dtype=np.int64)
        heights = dict[int, tuple[int, int]]()  # the class that a chain stands on, and how high
        for base, name in chains.items():
            height, rung = 1, name
            while rung > self._top:
                heights[rung] = base, height
                height, rung = height + 1, self._above(rung)
            added[base + 1] += height - 1
        kept[0] = False
        rank_of = np.cumsum(kept) + np.cumsum(added)[: self._top]
        ranks: Ranks = rank_of[self._before].astype(np.int32)
        for place, name in self._class_of.items():
            base, height = heights.get(name, (name, 0))
            ranks[place] = rank_of[base] + height
        return ranks

    def _class(self, state: int) -> int:
        return self._class_of.get(state, int(self._before[state]))

    def _members(self, name: int) -> int:
        size = self._size.get(name)
        return int(self._sizes[name]) if size is None else size

    def _above(self, name: int) -> int:
        return self._higher.get(name, name + 1)

    def _below(self, name: int) -> int:
        return self._lower.get(name, name - 1)

    def _link(self, lower: int, higher: int) -> None:
        self._higher[lower], self._lower[higher] = higher, lower

    def _leave(self, state: int) -> None:
        old = self._class(state)
        self._size[old] = self._members(old) - 1
        if not self._size[old]:
            self._link(self._below(old), self._above(old))

    def _enter(self, state: int, name: int) -> None:
        self._class_of[state] = name
        self._size[name] = self._members(name) + 1

    def _insert(self, below: int) -> int:
        """Make an empty class directly above another."""
        self._newest += 1
        above, self._size[self._newest] = self._above(below), 0
        self._link(below, self._newest)
        self._link(self._newest, above)
        return self._newest
