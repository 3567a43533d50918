"""What in a file refers to something in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from satumeja.formats.editing._paths import Key
from satumeja.formats.editing._rename import renaming

__all__ = ["uses"]

_FREE = "renamed"


def uses(data: Any, at: Sequence[Key]) -> list[tuple[Key, ...]]:
    """List what refers to a part by its id: what a new id of it would change.

    Parameters
    ----------
    data : object
        The data of a file, as plain texts, lists and mappings.
    at : sequence of str and int
        A decision maker, an option, a level, a source, a table or, in graph form, a state.

    Returns
    -------
    list of tuple
        The ways to the texts and keys that name it, without the part itself.

    Raises
    ------
    QuestionError
        If nothing can refer to it.

    Examples
    --------
    >>> makers = {"a": {"options": {"x": None}, "preferences": ["-x"]}}
    >>> uses({"decision_makers": makers}, ["decision_makers", "a", "options", "x"])
    [('decision_makers', 'a', 'preferences', 0)]
    """
    free = _FREE
    while free in str(data):
        free += "_"
    own = tuple(at)
    changes = [change.path for change in renaming(data, list(at), free)]
    return sorted((path for path in changes if path[: len(own)] != own), key=_order)


def _order(path: Sequence[Key]) -> list[tuple[bool, Key]]:
    return [(isinstance(step, str), step) for step in path]
