"""The shapes a value of a model file may have: each reads a tree, and tells itself as JSON Schema.

A file knows text, lists, mappings and nothing, so these few say all there is to say of one. They
are made each time the program starts, in less time than any library for the checking of data takes
to be loaded, and than most models take to be decided.
"""

from __future__ import annotations

from typing import Any

from satumeja.formats.trees import Faults, List, Map, Node, Path, Scalar

__all__ = ["AnyOf", "ListOf", "MapOf", "Maybe", "Nothing", "Schema", "Shape", "Text"]

Schema = dict[str, Any]


def _in_words(node: Node) -> str:
    match node:
        case Scalar(text):
            return "nothing" if node.is_null else f'"{text[:40]}"'
        case List():
            return "a list"
        case Map():
            return "a mapping"


class Shape:
    """What a value may be.

    Parameters
    ----------
    title : str
        What such a value is called where another was found.
    *inner : Shape
        The shapes of what it holds.
    """

    def __init__(self, title: str, *inner: Shape) -> None:
        self.title, self.inner = title, inner

    def fits(self, node: Node) -> bool:
        """Tell whether a node is of the kind that this is read from."""
        raise NotImplementedError

    def value(self, node: Any, path: Path, faults: Faults) -> Any:
        """Give what a node that fits holds; note what is wrong below it."""
        raise NotImplementedError

    def read(self, node: Node, path: Path, faults: Faults, title: str = "") -> Any:
        """Read a node; where it is something else, note that and give None.

        Parameters
        ----------
        node : Scalar, List or Map
            What was written.
        path : tuple of str and int
            Where it stands.
        faults : Faults
            Where faults are noted.
        title : str
            What the key calls its value, if it does.
        """
        if self.fits(node):
            return self.value(node, path, faults)
        return faults.add(f"expected {title or self.title}, found {_in_words(node)}", path)

    def schema(self) -> Schema:
        """Give the JSON Schema of such values."""
        raise NotImplementedError

    def titled(self) -> Schema:
        """Give the JSON Schema where no key says what such a value is called."""
        return self.schema()


class Text(Shape):
    """Text as it was written, whatever it is to mean.

    Parameters
    ----------
    *types : str
        The types of JSON that an editor may take it for.
    **further : object
        What else an editor may know of it.
    """

    def __init__(self, *types: str, **further: Any) -> None:
        super().__init__("text")
        typed = {"type": list(types) if len(types) > 1 else types[0]} if types else {}
        self._schema = typed | further

    def fits(self, node: Node) -> bool:
        """Tell whether a node is text."""
        return isinstance(node, Scalar) and not node.is_null

    def value(self, node: Scalar, path: Path, faults: Faults) -> str:
        """Give the text."""
        return node.text

    def schema(self) -> Schema:
        """Give what an editor may take it for."""
        return dict(self._schema)


class Nothing(Shape):
    """A key without a value."""

    def __init__(self) -> None:
        super().__init__("nothing")

    def fits(self, node: Node) -> bool:
        """Tell whether nothing is written."""
        return isinstance(node, Scalar) and node.is_null

    def value(self, node: Scalar, path: Path, faults: Faults) -> None:
        """Give None."""

    def schema(self) -> Schema:
        """Give the schema of nothing."""
        return {"type": "null"}


class ListOf(Shape):
    """Values in order."""

    def __init__(self, item: Shape, title: str = "") -> None:
        super().__init__(title or "a list", item)
        self._item, self._own = item, {"title": title} if title else {}

    def fits(self, node: Node) -> bool:
        """Tell whether a node is a list."""
        return isinstance(node, List)

    def value(self, node: List, path: Path, faults: Faults) -> list[Any]:
        """Give the values."""
        read = self._item.read
        return [read(item, (*path, k), faults) for k, item in enumerate(node.items)]

    def schema(self) -> Schema:
        """Give the schema of a list."""
        return {"items": self._item.titled(), "type": "array"}

    def titled(self) -> Schema:
        """Give the schema with what the list is called."""
        return dict(sorted((self.schema() | self._own).items()))


class MapOf(Shape):
    """Values by keys that the writer of a file chooses."""

    def __init__(self, item: Shape, *, least: int = 0) -> None:
        super().__init__("a mapping", item)
        self._item, self._least = item, least

    def fits(self, node: Node) -> bool:
        """Tell whether a node is a mapping."""
        return isinstance(node, Map)

    def value(self, node: Map, path: Path, faults: Faults) -> dict[str, Any] | None:
        """Give the values by key."""
        if len(node.entries) < self._least:
            faults.add("at least one entry expected", path)
            return None
        read = self._item.read
        entries = node.entries.items()
        return {key: read(entry.value, (*path, key), faults) for key, entry in entries}

    def schema(self) -> Schema:
        """Give the schema of a mapping."""
        least = {"minProperties": self._least} if self._least else {}
        return {"additionalProperties": self._item.titled(), **least, "type": "object"}


class AnyOf(Shape):
    """One of several shapes, told apart by the kind of the node.

    Parameters
    ----------
    *shapes : Shape
        Shapes of different kinds of nodes.
    expected : str
        What such a value is called, whatever the key calls it.
    **further : str
        What is added to its schema.
    """

    def __init__(self, *shapes: Shape, expected: str, **further: str) -> None:
        super().__init__(expected, *shapes)
        self._further = further

    def fits(self, node: Node) -> bool:
        """Tell whether one of the shapes fits."""
        return any(shape.fits(node) for shape in self.inner)

    def value(self, node: Node, path: Path, faults: Faults) -> Any:
        """Give what the shape that fits makes of the node."""
        return next(shape for shape in self.inner if shape.fits(node)).value(node, path, faults)

    def read(self, node: Node, path: Path, faults: Faults, title: str = "") -> Any:
        """Read a node; what is expected is the same below every key."""
        return super().read(node, path, faults)

    def schema(self) -> Schema:
        """Give the schemas of all."""
        return self._further | {"oneOf": [shape.schema() for shape in self.inner]}


class Maybe(Shape):
    """A value, or nothing where its key is written without one."""

    def __init__(self, shape: Shape) -> None:
        super().__init__(shape.title, shape)
        self._shape = shape

    def read(self, node: Node, path: Path, faults: Faults, title: str = "") -> Any:
        """Give the value, or None."""
        if isinstance(node, Scalar) and node.is_null:
            return None
        return self._shape.read(node, path, faults, title)

    def schema(self) -> Schema:
        """Give the schema of the value, or of nothing."""
        return {"anyOf": [self._shape.schema(), {"type": "null"}]}
