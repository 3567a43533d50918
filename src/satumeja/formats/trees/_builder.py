"""Builds the tree of a file from what its reader meets, within limits all formats share."""

from __future__ import annotations

from dataclasses import dataclass, field

from satumeja.display import CONTROL
from satumeja.errors import Fault, ModelError
from satumeja.formats.trees._faults import first_of, one_line
from satumeja.formats.trees._nodes import Entry, List, Map, Node, Scalar

__all__ = ["CONTROL", "MAX_DEPTH", "MAX_NODES", "Builder"]

MAX_DEPTH = 32
MAX_NODES = 200_000


@dataclass(slots=True)
class _Open:
    """A list or mapping that is still being read."""

    is_map: bool
    line: int
    column: int
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: Scalar | None = None

    def close(self) -> Node:
        if self.is_map:
            return Map(self.entries, self.line, self.column)
        return List(tuple(self.items), self.line, self.column)


class Builder:
    """Builds a tree from what a reader meets, within the limits every format shares.

    Parameters
    ----------
    file : str
        The file as the user named it, for the faults.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self._stack: list[_Open] = []
        self._count = 0
        self._faults: list[Fault] = []

    def fault(self, message: str, line: int, column: int) -> ModelError:
        """Return the error that ends the reading here."""
        return ModelError(Fault(one_line(message), self.file, line, column, self.path()))

    def path(self) -> tuple[str | int, ...]:
        """Return the keys and places down to what is being read."""
        steps = list[str | int]()
        for part in self._stack:
            if not part.is_map:
                steps.append(len(part.items))
            elif part.key is not None:
                steps.append(part.key.text)
        return tuple(steps)

    def open(self, line: int, column: int, *, is_map: bool) -> None:
        """Begin a list or a mapping."""
        if self._expects_key():
            raise self.fault("a key is a word, not a list or a mapping", line, column)
        if len(self._stack) == MAX_DEPTH:
            raise self.fault(f"nested more than {MAX_DEPTH} levels deep", line, column)
        self._tally(line, column)
        self._stack.append(_Open(is_map, line, column))

    def close(self) -> None:
        """End the innermost list or mapping."""
        self._put(self._stack.pop().close())

    def add(self, scalar: Scalar) -> None:
        """Add a piece of text, as a key where one is due."""
        self._tally(scalar.line, scalar.column)
        control = CONTROL.search(scalar.text)
        if control:
            code = f"U+{ord(control[0]):04X}"
            raise self.fault(f"a control character, {code}, in a text", scalar.line, scalar.column)
        if self._expects_key():
            self._stack[-1].key = scalar
        else:
            self._put(scalar)

    def finish(self) -> Node:
        """Return the whole tree, or raise the faults met on the way."""
        if self._faults:
            raise first_of(self._faults, self.file)
        if self.root is None or (isinstance(self.root, Scalar) and self.root.is_null):
            raise ModelError(Fault("the file is empty", self.file))
        return self.root

    def _expects_key(self) -> bool:
        return bool(self._stack) and self._stack[-1].is_map and self._stack[-1].key is None

    def _tally(self, line: int, column: int) -> None:
        self._count += 1
        if self._count > MAX_NODES:
            raise self.fault(f"more than {MAX_NODES:,} keys and values", line, column)

    def _put(self, node: Node) -> None:
        if not self._stack:
            self.root = node
            return
        top = self._stack[-1]
        if not top.is_map:
            top.items.append(node)
            return
        key, top.key = top.key, None
        if key is None:  # a mapping's value always follows its key
            raise AssertionError
        first = top.entries.setdefault(key.text, Entry(key, node)).key
        if first is not key:
            again = f'duplicate key "{key.text}"'
            again += f"; first on line {first.line}" if first.line else ""
            path = (*self.path(), key.text)
            self._faults.append(Fault(one_line(again), self.file, key.line, key.column, path))
