"""Find things by where they start, without going through all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

__all__ = ["Starts"]

Item = TypeVar("Item")


class Starts(Generic[Item]):
    """Things in the order of their starts.

    Parameters
    ----------
    items : iterable
        The things.
    start : callable
        Where a thing starts.

    Examples
    --------
    >>> Starts([(5, 9), (0, 4), (7, 8)], lambda span: span[0]).within(1, 7)
    [(5, 9)]
    """

    def __init__(self, items: Iterable[Item], start: Callable[[Item], int]) -> None:
        self._start = start
        self._items = sorted(items, key=start)
        self._starts = [start(item) for item in self._items]

    def add(self, item: Item) -> None:
        """Put one more thing in its place."""
        start = self._start(item)
        place = bisect_left(self._starts, start + 1)
        self._starts.insert(place, start)
        self._items.insert(place, item)

    def within(self, start: int, end: int) -> Sequence[Item]:
        """Give the things that start from `start` on and before `end`."""
        return self._items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def last_before(self, place: int) -> Item | None:
        """Give the last thing that starts at `place` or before."""
        index = bisect_left(self._starts, place + 1)
        return self._items[index - 1] if index else None
