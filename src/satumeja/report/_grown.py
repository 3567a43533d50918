"""A sequence that is added to without being copied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar, overload

__all__ = ["Grown"]

_Item = TypeVar("_Item")


class Grown(Sequence[_Item]):
    """A sequence that never changes; one with an item more shares all it has with it.

    Examples
    --------
    >>> few = Grown[int]().and_one(1)
    >>> more = few.and_one(2)
    >>> list(few), list(more), more[-1]
    ([1], [1, 2], 2)
    """

    def __init__(self, items: list[_Item] | None = None) -> None:
        self._items = items if items is not None else []
        self._length = len(self._items)

    def and_one(self, item: _Item) -> Grown[_Item]:
        """Give the sequence with one more behind."""
        shared = self._items if len(self._items) == self._length else list(self)
        shared.append(item)
        return Grown(shared)

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, place: int) -> _Item: ...
    @overload
    def __getitem__(self, place: slice) -> list[_Item]: ...
    def __getitem__(self, place: int | slice) -> _Item | list[_Item]:
        """Give one item, or some."""
        if isinstance(place, slice):
            return [self._items[at] for at in range(*place.indices(self._length))]
        return self._items[range(self._length)[place]]

    def __iter__(self) -> Iterator[_Item]:
        return (self._items[at] for at in range(self._length))
