"""Classes of fields, as `dataclasses` makes them, for a tenth of what those take at start.

A command makes one to three hundred of them before it answers, and for each the library compiles
six methods out of text. Here a method is compiled when it is first used, and most never are.
"""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, FrozenInstanceError, fields
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]


def _dataclass(
    cls: Any = None,
    /,
    *,
    frozen: bool = False,
    eq: bool = True,
    repr: bool = True,  # noqa: A002  # the library's own word
) -> Any:
    """Make a class of fields, as `dataclasses.dataclass` does.

    Parameters
    ----------
    cls : type
        A class with fields that are annotated.
    frozen : bool
        Whether nothing of its kind changes.
    eq : bool
        Whether what has equal fields is equal, and has the same hash where it does not change.
    repr : bool
        Whether it is shown by its fields.

    Returns
    -------
    type
        The same class. All that `dataclasses` has for such classes takes it.

    Notes
    -----
    Takes 0.05 ms a class, and 0.08 more for each method that is used; the library takes 0.2 to
    0.5 ms up to Python 3.12.

    Examples
    --------
    >>> @dataclass(frozen=True)
    ... class Leg:
    ...     start: int
    ...     by: str = "row"
    >>> Leg(1), Leg(1) == Leg(1, "row"), dataclasses.replace(Leg(1), by="column")
    (Leg(start=1, by='row'), True, Leg(start=1, by='column'))
    """
    if cls is None:
        return lambda cls: _dataclass(cls, frozen=frozen, eq=eq, repr=repr)
    words, cls.__doc__ = cls.__doc__, cls.__doc__ or "-"  # else the library makes some up
    # What is made of a class of fields is held to be frozen or not as that one is.
    inherits = dataclasses.is_dataclass(cls)
    dataclasses.dataclass(init=False, eq=False, repr=False, frozen=frozen and inherits)(cls)
    cls.__doc__, marks = words, cls.__dataclass_params__
    marks.init, marks.eq, marks.repr, marks.frozen = True, eq, repr, frozen
    added: dict[str, Any] = {"__init__": _filling_once if frozen else _filling}
    if repr:
        added["__repr__"] = _showing
    if eq:
        added |= {"__eq__": _comparing, "__hash__": _hashing if frozen else None}
    if frozen:
        added |= {"__setattr__": _keeping, "__delattr__": _holding}
    for name, write in added.items():
        if cls.__dict__.get(name) is None:  # Python puts None for the hash of what says __eq__
            setattr(cls, name, write and _Late(cls, name, write))
    return cls


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _dataclass


class _Late:
    """A method that is compiled when it is first looked up, and then in the place of this."""

    def __init__(self, cls: type, name: str, write: Callable[[Any], Any]) -> None:
        self._cls, self._name, self._write = cls, name, write

    def __get__(self, thing: object, owner: type | None = None) -> Any:
        method = self._write(self._cls)
        setattr(self._cls, self._name, method)
        return method.__get__(thing, owner)


def _compiled(cls: type, head: str, lines: Iterable[str], **known: Any) -> Any:
    """Compile a method that knows some values, with the globals of the module of its class."""
    name = head.partition("(")[0]
    body = "\n  ".join((f"def {head}:", *lines))
    text = f"def make({', '.join(known)}):\n {body}\n return {name}"
    made = dict[str, Any]()
    exec(text, vars(sys.modules[cls.__module__]), made)  # noqa: S102  # names of fields alone
    method = made["make"](**known)
    method.__qualname__ = f"{cls.__qualname__}.{name}"
    return method


class _Anew:
    """What a signature has for a value that is made anew for everyone."""

    def __repr__(self) -> str:
        return "<factory>"


def _filling(cls: type[Any], sets: str = "self.{0} = {1}") -> Any:
    """Write what sets the fields of a new thing."""
    values: dict[str, Any] = {"_ANEW": _Anew(), "_set": object.__setattr__}
    taken, lines = ["self"], list[str]()
    for field in fields(cls):
        name, usual = field.name, f"_usual_{field.name}"
        parameter = value = name
        if field.default_factory is not MISSING:
            values[usual] = field.default_factory
            parameter, value = f"{name}=_ANEW", f"{usual}() if {name} is _ANEW else {name}"
        elif field.default is not MISSING:
            values[usual] = field.default
            parameter = f"{name}={usual}"
        if field.init:
            taken.append(parameter)
        if field.init or field.default_factory is not MISSING:
            lines.append(sets.format(name, value if field.init else f"{usual}()"))
    lines.append("self.__post_init__()" if hasattr(cls, "__post_init__") else "pass")
    method = _compiled(cls, f"__init__({', '.join(taken)})", lines, **values)
    method.__annotations__ = {field.name: field.type for field in fields(cls) if field.init}
    method.__annotations__["return"] = None
    return method


def _filling_once(cls: type[Any]) -> Any:
    """Write what sets the fields of a new thing that refuses to be changed."""
    return _filling(cls, "_set(self, {0!r}, {1})")


def _comparing(cls: type[Any]) -> Any:
    """Write what takes two things for equal."""
    compared = [field for field in fields(cls) if field.compare]
    lines = (
        "if other.__class__ is self.__class__:",
        f"  return {_values('self', compared)} == {_values('other', compared)}",
        "return NotImplemented",
    )
    return _compiled(cls, "__eq__(self, other)", lines)


def _hashing(cls: type[Any]) -> Any:
    """Write what gives equal things the same hash."""
    hashed = (field for field in fields(cls) if (field.hash, field.compare) in _HASHED)
    return _compiled(cls, "__hash__(self)", [f"return hash({_values('self', hashed)})"])


_HASHED = ((None, True), (True, True), (True, False))
"""What is said of the hash of a field, and of comparing it, where it has part in the hash."""


def _values(of: str, chosen: Iterable[Field[Any]]) -> str:
    return f"({''.join(f'{of}.{field.name}, ' for field in chosen)})"


def _showing(cls: type[Any]) -> Any:
    """Write what shows a thing by its fields."""
    shown = (f"{field.name}={{self.{field.name}!r}}" for field in fields(cls) if field.repr)
    line = f"return f'{{self.__class__.__qualname__}}({', '.join(shown)})'"
    return recursive_repr()(_compiled(cls, "__repr__(self)", [line]))


def _keeping(cls: type[Any]) -> Any:
    """Write what refuses to change the fields of a thing."""
    return _refusing(cls, "__setattr__(self, name, value)", "assign to", "name, value")


def _holding(cls: type[Any]) -> Any:
    """Write what refuses to take the fields of a thing away."""
    return _refusing(cls, "__delattr__(self, name)", "delete", "name")


def _refusing(cls: type[Any], head: str, done: str, given: str) -> Any:
    names = {field.name for field in fields(cls)}
    lines = (
        "if type(self) is Own or name in names:",
        f"  raise Refused(f'cannot {done} field {{name!r}}')",
        f"super(Own, self).{head.partition('(')[0]}({given})",
    )
    return _compiled(cls, head, lines, Own=cls, names=names, Refused=FrozenInstanceError)
