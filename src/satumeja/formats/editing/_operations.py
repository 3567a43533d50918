"""Changes to a model text, as plain data."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from satumeja.display import ShownInLine
from satumeja.errors import QuestionError, did_you_mean
from satumeja.formats.editing._paths import Key, key_path

__all__ = [
    "Insert",
    "Move",
    "Off",
    "On",
    "Operation",
    "Remove",
    "Rename",
    "Set",
    "Way",
    "as_operation",
    "way",
]

Way: TypeAlias = str | Sequence[Key]


def way(part: Way) -> list[Key]:
    """Return the way to a part as its steps."""
    return key_path(part) if isinstance(part, str) else list(part)


@dataclass(frozen=True, repr=False)
class Set(ShownInLine):
    """Set a part: as JSON ``{"op": "set", "at": "status_quo", "value": "N|N"}``.

    Parameters
    ----------
    at : str, or sequence of str and int
        The part; a new key, or the place after a list's last, adds to the end.
    value : object
        What goes there, as plain data.

    See Also
    --------
    apply : Does it.
    """

    at: Way
    value: Any


@dataclass(frozen=True, repr=False)
class Insert(ShownInLine):
    """Put a new item to a place of a list, or a new key into a mapping.

    As JSON ``{"op": "insert", "at": "a.b[0]", "value": "talk"}``, or
    ``{"op": "insert", "at": "a.key", "value": "x", "after": "other"}``.

    Parameters
    ----------
    at : str, or sequence of str and int
        In a list, the place it is to have; in a mapping, its key.
    value : object
        The item, as plain data.
    after : str or None
        In a mapping, the key it comes after.
    place : int or None
        In a mapping, its place among the keys; without either it is the last.

    See Also
    --------
    apply : Does it.
    """

    at: Way
    value: Any
    after: str | None = None
    place: int | None = None


@dataclass(frozen=True, repr=False)
class Remove(ShownInLine):
    """Take an item out with its comments: ``{"op": "remove", "at": "a.b[1]"}``.

    Parameters
    ----------
    at : str, or sequence of str and int
        The item.

    See Also
    --------
    apply : Does it.
    Off : Only comments it out.
    """

    at: Way


@dataclass(frozen=True, repr=False)
class Move(ShownInLine):
    """Move an item with its comments: ``{"op": "move", "from": "a.b[2]", "to": "a.b[0]"}``.

    Parameters
    ----------
    from_ : str, or sequence of str and int
        The item; its key in JSON is ``from``.
    to : str, or sequence of str and int
        The list or mapping, as it is called before, and as the last step the place there that
        the item has afterwards. In a mapping the last step can also be the key it is to have.
    after : str or None
        In a mapping, the key it comes after, where `to` ends with a key.
    place : int or None
        In a mapping, its place among the keys, where `to` ends with a key.

    See Also
    --------
    apply : Does it.
    """

    from_: Way
    to: Way
    after: str | None = None
    place: int | None = None


@dataclass(frozen=True, repr=False)
class Rename(ShownInLine):
    """Give another id to something, here and wherever it is referred to.

    As JSON ``{"op": "rename", "at": "decision_makers.us", "to": "usa"}``.

    Parameters
    ----------
    at : str, or sequence of str and int
        A decision maker, an option, a level, a source, a table or, in graph form, a state.
    to : str
        The new id.

    See Also
    --------
    apply : Does it.
    """

    at: Way
    to: str


@dataclass(frozen=True, repr=False)
class Off(ShownInLine):
    """Comment an item out: ``{"op": "off", "at": "a.b[1]"}``.

    Parameters
    ----------
    at : str, or sequence of str and int
        The item; it has lines of its own.

    See Also
    --------
    On : Takes it in again.
    apply : Does it.
    """

    at: Way


@dataclass(frozen=True, repr=False)
class On(ShownInLine):
    """Take in again what is commented out: ``{"op": "on", "at": "a.b[1]"}``.

    Parameters
    ----------
    at : str, or sequence of str and int
        The place, or the key, that it has when it is in again.
    nth : int
        Which, where several are commented out at one place; 1 is the first.

    See Also
    --------
    Off : Comments out.
    apply : Does it.
    """

    at: Way
    nth: int = 1


Operation: TypeAlias = Set | Insert | Remove | Move | Rename | Off | On
_WAY = "a way to a part, such as a.b[2]"
_KINDS: Mapping[str, tuple[Callable[..., Operation], tuple[str, ...], tuple[str, ...]]] = {
    "set": (Set, ("at", "value"), ()),
    "insert": (Insert, ("at", "value"), ("after", "place")),
    "remove": (Remove, ("at",), ()),
    "move": (Move, ("from", "to"), ("after", "place")),
    "rename": (Rename, ("at", "to"), ()),
    "off": (Off, ("at",), ()),
    "on": (On, ("at",), ("nth",)),
}
"""By name: the class, the keys an operation must have, and those it may."""


def as_operation(stated: Operation | Mapping[str, Any]) -> Operation:
    """Read an operation that may be plain data.

    Raises
    ------
    QuestionError
        If it is none; the message says what was meant.

    Examples
    --------
    >>> as_operation({"op": "move", "from": "a[1]", "to": "a[0]"})
    Move(from_='a[1]', to='a[0]')
    """
    if isinstance(stated, Operation):
        return stated
    if not isinstance(stated, Mapping) or not isinstance(stated.get("op"), str):
        names = ", ".join(_KINDS)
        raise QuestionError(f'an operation is a mapping with the key "op": {names}')
    name = stated["op"]
    if name not in _KINDS:
        meant = did_you_mean(name, list(_KINDS)) or f"; known are {', '.join(_KINDS)}"
        raise QuestionError(f'unknown operation "{name}"{meant}')
    make, needed, others = _KINDS[name]
    for key in stated:
        if key not in ("op", *needed, *others):
            meant = did_you_mean(str(key), [*needed, *others])
            listed = ", ".join((*needed, *others))
            raise QuestionError(f'"{name}" has no key "{key}"{meant or f"; known are {listed}"}')
    for key in needed:
        if key not in stated:
            raise QuestionError(f'"{name}" needs the key "{key}"')
    for key, value in stated.items():
        _check(name, key, value)
    return make(
        **{"from_" if key == "from" else key: stated[key] for key in stated if key != "op"}
    )


def _check(name: str, key: str, value: Any) -> None:
    is_text = isinstance(value, str)
    is_number = isinstance(value, int) and not isinstance(value, bool)
    if key == "after" or (key == "to" and name == "rename"):
        sound, expected = is_text, "a text"
    elif key in ("place", "nth"):
        sound, expected = is_number, "a whole number"
    elif key in ("at", "from", "to"):
        steps = value if isinstance(value, list | tuple) else [0 if is_text else None]
        sound = bool(steps) and all(
            isinstance(step, str | int) and not isinstance(step, bool) for step in steps
        )
        expected = _WAY
    else:
        return
    if not sound:
        raise QuestionError(f'"{key}" of "{name}" is {expected}')
