"""What is public and can be come by: gathered by going from results to what they hold."""

from __future__ import annotations

import inspect
from collections import deque
from collections.abc import Collection, Iterator, Mapping
from enum import Enum
from functools import cache, cached_property
from importlib import import_module
from itertools import islice
from typing import Any

from satumeja.errors import SatuMejaError

__all__ = ["ROOMS", "gathered", "public_classes"]

ROOMS = (
    *("report", "dossier", "model", "formats", "evidence", "stability", "table", "questions"),
    *("brief", "front", "gallery", "exports", "exchange", "schemas", "errors"),
)
_EACH, _FIRST, _DEEP = 12, 30, 7


@cache
def public_classes() -> dict[type, str]:
    """Give the classes that faces list and that hold something, with their names."""
    classes = dict[type, str]()
    for room in ROOMS:
        face = import_module(f"satumeja.{room}")
        for name in face.__all__:
            thing = getattr(face, name)
            if inspect.isclass(thing) and not issubclass(thing, Exception | Enum):
                classes.setdefault(thing, f"{room}.{name}")
    return classes


def gathered(roots: Collection[Any]) -> dict[type, list[Any]]:
    """Give some things of every class that can be come by from others, and of no one many."""
    things = dict[type, list[Any]]()
    known, waiting = dict[int, Any](), deque((root, 0) for root in roots)
    while waiting:
        thing, depth = waiting.popleft()
        if id(thing) in known or depth > _DEEP:
            continue
        known[id(thing)] = thing  # kept, so that no other thing is given its id
        if type(thing).__module__.startswith("satumeja"):
            alike = things.setdefault(type(thing), [])
            if len(alike) >= _EACH:
                continue
            alike.append(thing)
        waiting.extend((part, depth + 1) for part in _parts(thing))
    return things


def _parts(thing: Any) -> Iterator[Any]:
    """Give what a thing holds."""
    if isinstance(thing, Mapping):
        yield from islice(thing.values(), _FIRST)
    elif isinstance(thing, list | tuple | set | frozenset):
        yield from islice(thing, _FIRST)
    if not type(thing).__module__.startswith("satumeja"):
        return
    for name, member in inspect.getmembers_static(type(thing)):
        if name.startswith("_") or callable(member):
            continue
        if isinstance(member, property | cached_property) or inspect.ismemberdescriptor(member):
            try:
                yield getattr(thing, name)
            except (SatuMejaError, AttributeError):
                continue  # not of this one
    yield from getattr(thing, "__dict__", {}).values()
