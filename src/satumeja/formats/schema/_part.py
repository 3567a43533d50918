"""The parts of a model file: mappings with known keys, each a class that says what it may hold."""

from __future__ import annotations

import inspect
from typing import Any, ClassVar, dataclass_transform

from satumeja.errors import did_you_mean
from satumeja.formats.schema._shapes import Maybe, Schema, Shape
from satumeja.formats.trees import Faults, Map, Node, Path

__all__ = ["Field", "Part", "PartOf", "field"]


class Field:
    """What a key may hold, and what is said of it.

    Parameters
    ----------
    shape : Shape
        The shape of its value.
    default : object
        Its value where the key is left out; without one, no part is without the key.
    title : str
        What its value is called where another was found: "a list of options".
    description : str
        What it means, for those who write a file.
    alias : str
        The key, where it is no name in Python.
    **further : object
        What is added to its schema.
    """

    def __init__(
        self,
        shape: Shape,
        *,
        default: Any = ...,
        title: str = "",
        description: str = "",
        alias: str = "",
        **further: Any,
    ) -> None:
        self.shape, self.title, self.alias = shape, title, alias
        self.is_needed = default is ...
        self._default = default
        self._described = ({"description": description} if description else {}) | further

    def default(self) -> Any:
        """Give the value of a key that is left out, for nobody else to change."""
        return self._default.copy() if isinstance(self._default, list | dict) else self._default

    def schema(self, key: str) -> Schema:
        """Give the JSON Schema of the key."""
        default = {} if self.is_needed else {"default": self._default}
        title = self.title or ("" if _is_part(self.shape) else key.replace("_", " ").title())
        titled = {"title": title} if title else {}
        shaped = default | self.shape.schema() | self._described | titled
        return dict(sorted(shaped.items()))


def field(shape: Shape, **said: Any) -> Any:
    """Say what a key of a part may hold, as `Field` does."""
    return Field(shape, **said)


@dataclass_transform(kw_only_default=True, field_specifiers=(field,))
class Part:
    """What every mapping of the file shares: no key but the known ones."""

    fields: ClassVar[dict[str, tuple[str, Field]]] = {}
    """By key, the attribute and what it may hold; those of the classes it builds on come first."""

    stated: frozenset[str]
    """The attributes that were given, and not left to be what they are without a word."""

    def __init_subclass__(cls) -> None:
        """Take the fields out of the body of a class."""
        bases = [getattr(base, "fields", {}) for base in reversed(cls.__mro__[1:])]
        cls.fields = {key: pair for fields in bases for key, pair in fields.items()}
        for name, value in list(vars(cls).items()):
            if isinstance(value, Field):
                cls.fields[value.alias or name] = name, value
                delattr(cls, name)

    def __init__(self, **values: Any) -> None:
        self.stated = frozenset(values)
        for name, field in self.fields.values():
            setattr(self, name, values[name] if name in values else field.default())

    @classmethod
    def read(cls, node: Map, path: Path, faults: Faults) -> Part:
        """Read a mapping; note what is wrong below it, what is missing and what nobody knows."""
        values = {}
        for key, (name, field) in cls.fields.items():
            if key in node.entries:
                value = node.entries[key].value
                values[name] = field.shape.read(value, (*path, key), faults, field.title)
            elif field.is_needed:
                faults.add(f'missing key "{key}"', path, key=True)
        for key in node.entries:
            if key not in cls.fields:
                keys = list(cls.fields)
                instead = did_you_mean(key, keys) or f"; known are {', '.join(keys)}"
                faults.add(f'unknown key "{key}"{instead}', (*path, key), key=True)
        return cls(**values)

    @classmethod
    def schema(cls) -> Schema:
        """Give the JSON Schema of such a mapping."""
        needed = [key for key, (_, field) in cls.fields.items() if field.is_needed]
        return {
            "additionalProperties": False,
            "description": inspect.getdoc(cls),
            "properties": {key: field.schema(key) for key, (_, field) in cls.fields.items()},
            **({"required": needed} if needed else {}),
            "title": cls.__name__,
            "type": "object",
        }


class PartOf(Shape):
    """A mapping with known keys."""

    def __init__(self, part: type[Part]) -> None:
        super().__init__(f"a mapping with the keys {', '.join(part.fields)}")
        self.part = part

    def fits(self, node: Node) -> bool:
        """Tell whether a node is a mapping."""
        return isinstance(node, Map)

    def value(self, node: Map, path: Path, faults: Faults) -> Part:
        """Give the part."""
        return self.part.read(node, path, faults)

    def schema(self) -> Schema:
        """Refer to the schema of the part."""
        return {"$ref": f"#/$defs/{self.part.__name__}"}


def _is_part(shape: Shape) -> bool:
    """Tell whether a shape has a name of its own."""
    return isinstance(shape.inner[0] if isinstance(shape, Maybe) else shape, PartOf)
