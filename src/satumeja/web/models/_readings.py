"""Another reading of a conflict: a copy of its file, to be changed where beliefs differ."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from satumeja import formats
from satumeja.formats.trees import data, read_yaml
from satumeja.web.cases import Loaded, ReadOnlyError
from satumeja.web.routing import Call
from satumeja.web.shapes import ReadingBody, ReadingMade

__all__ = ["make_reading"]


def make_reading(call: Call) -> ReadingMade:
    """Copy a model as a reading of the same conflict, comments and all, into a new file."""
    body: ReadingBody = call.body
    loaded = call.case.read(call.names["file"])
    if not loaded.is_editable:
        raise ReadOnlyError(f"{loaded.name} is only shown; save it as YAML to make readings of it")
    loaded.sound()
    name = " ".join(body.name.split())
    text = formats.apply(loaded.text, _operations(loaded, name), name=loaded.name)
    path = PurePath(loaded.name)
    made = call.case.add(f"{path.stem} {name}{path.suffix}", text)
    return ReadingMade(file=made.name, version=made.version)


def _operations(loaded: Loaded, name: str) -> list[dict[str, Any]]:
    """Name the reading, and the file it was made of with the readings that file names."""
    tree = data(read_yaml(loaded.text, loaded.name))
    stated = tree.get("readings") or []
    others = [loaded.name, *(other for other in stated if other != loaded.name)]
    return [
        {"op": "set", "at": ["reading"], "value": name},
        {"op": "set", "at": ["readings"], "value": others},
    ]
