"""Which of the names on a list stand there again."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

__all__ = ["repeated"]

Name = TypeVar("Name", bound=Hashable)


def repeated(names: Iterable[Name]) -> Iterator[tuple[int, Name]]:
    """Yield each name that stands earlier on a list already, with its place (from 0).

    Examples
    --------
    >>> list(repeated(["russia", "us", "russia", "russia"]))
    [(2, 'russia'), (3, 'russia')]
    """
    passed = set[Name]()
    for place, name in enumerate(names):
        if name in passed:
            yield place, name
        passed.add(name)
