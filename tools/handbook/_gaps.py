"""What of the public face is not documented, or is documented and not there."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator

from handbook._faces import Name, Room, members

__all__ = ["gaps"]


def gaps(faces: Iterable[Room]) -> list[str]:
    """Find what the docstrings of public names leave out, or say wrongly.

    Parameters
    ----------
    faces : iterable of Room
        From `rooms`.

    Returns
    -------
    list of str
        One line each: a name without a docstring, a docstring that numpydoc cannot read, a
        parameter that is documented and not there, and one of a function or a class that is
        there and not spoken of: neither listed nor, in backticks, in the text. Of a method a
        name and a type, which its signature has, may be all there is to say.
    """
    names = (name for room in faces if room.name for name in room.names)
    return [gap for name in names for gap in _gaps_with_members(name)]


def _gaps_with_members(name: Name) -> Iterator[str]:
    if name.kind == "module":
        return
    yield from _gaps_of(name, unspoken=True)
    if name.kind == "class":
        for member in members(name):
            yield from _gaps_of(member, unspoken=False)


def _gaps_of(name: Name, *, unspoken: bool) -> Iterator[str]:
    if not name.doc:
        yield f"{name.whole} has no docstring"
        return
    try:
        documented = [each.lstrip("*") for each in name.parted.parameters]
    except ValueError as fault:
        yield f"{name.whole}: {fault}"
        return
    asked = _parameters(name)
    for each in documented:
        if each not in asked:
            yield f"{name.whole} has no parameter {each}"
    for each in asked if unspoken else ():
        if each not in documented and f"`{each}`" not in name.doc:
            yield f"{name.whole} does not say what {each} is"


def _parameters(name: Name) -> list[str]:
    """Give the parameters of a call, without the one that Python passes itself."""
    inherits = isinstance(name.thing, type) and issubclass(name.thing, Exception)
    if name.kind == "data" or name.how == "property":
        return []
    if inherits and "__init__" not in vars(name.thing):
        return []
    try:
        asked = list(inspect.signature(name.thing).parameters)
    except ValueError:  # made by the standard library, such as a plain exception
        return []
    return [each for each in asked if each != "self" and not each.startswith("_")]
