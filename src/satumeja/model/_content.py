"""What a part of a model holds, compared and kept by content alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import numpy as np

from satumeja.model._text import Text

if TYPE_CHECKING:
    from satumeja.model._model import Model

__all__ = ["Content", "content_of", "moves_alike"]


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


def moves_alike(first: Model, second: Model) -> bool:
    """Decide whether two models have the same sides, options, states and moves.

    What things are called, why they are so, and what is preferred may differ.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> chicken = load("chicken")
    >>> moves_alike(chicken, chicken.with_preferences(row="4 > 2 ~ 3 > 1"))
    True
    >>> moves_alike(chicken, load("prisoners-dilemma")), moves_alike(chicken, load("elmira"))
    (True, False)
    """
    return first is second or bool(_skeleton(first) == _skeleton(second))


def _skeleton(model: Model) -> tuple[Any, ...]:
    """Return what decides who can move where."""
    makers = tuple(
        (
            dm.id,
            tuple((part.id, part.direction, _levels(part.scale)) for part in dm.options),
            content_of(dm.moves),
            dm.shared,
            content_of(tuple(unseen.condition for unseen in dm.unseen)),
        )
        for dm in model.decision_makers
    )
    rules = content_of(tuple(rule.condition for rule in model.infeasible))
    barred = content_of(tuple((b.before, b.after, b.by) for b in model.irreversible))
    return makers, rules, barred, content_of(model.coalesce), model.state_ids


def _levels(scale: Any) -> tuple[str, tuple[str, ...]] | None:
    return None if scale is None else (scale.id, scale.levels)
