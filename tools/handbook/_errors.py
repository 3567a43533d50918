"""The table of errors, made from the classes."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import satumeja
from handbook._faces import rooms
from handbook._prose import table
from satumeja.errors import SatuMejaError

__all__ = ["every_error", "exception_table", "public_errors"]


def every_error() -> tuple[type[SatuMejaError], ...]:
    """Give every class of errors that the package defines, whether or not it is public.

    Those of the app are left out: they never leave it.

    Returns
    -------
    tuple of type
        The base first, then each with those derived from it.
    """
    for module in pkgutil.walk_packages(satumeja.__path__, "satumeja."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    return tuple(_with_derived(SatuMejaError))


def _with_derived(error: type[SatuMejaError]) -> Iterator[type[SatuMejaError]]:
    yield error
    for derived in error.__subclasses__():
        module = derived.__module__
        if module.startswith("satumeja") and not module.startswith("satumeja.web"):
            yield from _with_derived(derived)


def public_errors() -> dict[type[SatuMejaError], str]:
    """Give the errors that a room exports, each with the first room that does."""
    found: dict[type[SatuMejaError], str] = {}
    for room in rooms():
        for name in room.names:
            thing = name.thing
            if isinstance(thing, type) and issubclass(thing, SatuMejaError):
                found[thing] = "errors" if room.name == "errors" else found.get(thing, room.name)
    return found


def exception_table() -> str:
    """Make the table of errors.

    Returns
    -------
    str
        A table in Markdown: each error, what it is one of, and what it says.
    """
    homes = public_errors()
    rows = (
        [_link(error, homes), _bases(error, homes), (error.__doc__ or "").partition("\n")[0]]
        for error in every_error()
    )
    return table(["error", "is one of", "says that"], rows)


def _link(error: type[SatuMejaError], homes: dict[type[SatuMejaError], str]) -> str:
    room = homes[error]
    return f"[`{error.__name__}`](python/{room}.md#class-{error.__name__.lower()})"


def _bases(error: type[SatuMejaError], homes: dict[type[SatuMejaError], str]) -> str:
    bases = (base for base in error.__bases__ if base in homes)
    return ", ".join(_link(base, homes) for base in bases)
