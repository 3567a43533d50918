"""What a part of a model holds, compared and kept by content alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import PurePath
from typing import Any

import numpy as np

from satumeja.model._text import Text

__all__ = ["Content", "content_of"]


def content_of(value: Any) -> Any:
    """Return what a value holds as plain tuples, which compare and hash.

    Words count in every language they are in, mappings whatever their order.

    Examples
    --------
    >>> content_of({"b": [1, 2]}) == content_of({"b": (1, 2)})
    True
    >>> content_of(Text({"en": "Peace", "id": "Damai"})) == content_of(Text("Peace"))
    False
    """
    if isinstance(value, Text):
        return (str(value), *value.by_language.items())
    if is_dataclass(value):
        aside = getattr(value, "_aside", ())
        stated = (field.name for field in fields(value) if field.name not in aside)
        return (type(value).__name__, *(content_of(getattr(value, name)) for name in stated))
    if isinstance(value, np.ndarray):
        return value.shape, value.tobytes()
    if isinstance(value, Mapping):
        return frozenset((key, content_of(part)) for key, part in value.items())
    if isinstance(value, list | tuple):
        return tuple(map(content_of, value))
    return str(value) if isinstance(value, PurePath) else value


class Content:
    """A part of a model: equal to another that holds the same, whatever was derived from it.

    Pickles hold what was stated, and nothing that follows from it.
    """

    _aside: tuple[str, ...] = ()
    """The fields that do not count: where it came from."""

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if type(self) is not type(other) or not isinstance(other, Content):
            return NotImplemented
        return bool(content_of(self) == content_of(other))

    def __hash__(self) -> int:
        return hash(content_of(self))

    def __getstate__(self) -> dict[str, Any]:
        names = (field.name for field in fields(self))  # type: ignore[arg-type]
        return {name: getattr(self, name) for name in names}
