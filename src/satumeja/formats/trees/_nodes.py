"""The tree a model file is read into: text, lists and mappings, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

__all__ = ["Entry", "List", "Map", "Node", "Scalar", "data"]

_NULL = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Scalar:
    """One piece of text, as written: ``no``, ``-5`` and ``2021-12-23`` stay themselves.

    Parameters
    ----------
    text : str
        The text, without its quotes.
    line, column : int
        1-based place of its first character or quote; 0 where it comes from no file.
    plain : bool
        Whether it stood without quotes; only then can it be a null.
    start : int
        Column of the first character of `text` where the text stands in the file
        character by character, else 0: so a word inside it can be pointed at.
    """

    text: str
    line: int = 0
    column: int = 0
    plain: bool = False
    start: int = 0

    @property
    def is_null(self) -> bool:
        """Whether it says that there is nothing here."""
        return self.plain and self.text in _NULL


@dataclass(frozen=True, slots=True)
class List:
    """Nodes in order."""

    items: tuple[Node, ...]
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """A key, with its own place, and its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Map:
    """Entries by the text of their key, in file order."""

    entries: dict[str, Entry]
    line: int = 0
    column: int = 0


Node = Scalar | List | Map


def data(node: Node) -> Any:
    """Return the tree as plain strings, None, lists and dicts.

    Examples
    --------
    >>> data(List((Scalar("no", plain=True), Scalar("~", plain=True))))
    ['no', None]
    """
    match node:
        case Scalar(text):
            return None if node.is_null else text
        case List(items):
            return [data(item) for item in items]
        case Map(entries):
            return {key: data(entry.value) for key, entry in entries.items()}
