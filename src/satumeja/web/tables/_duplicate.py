"""Another reading of a model: the same, under another name, to be changed in one belief."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any, cast

from satumeja import formats
from satumeja.web.routing import Call, RefusedError
from satumeja.web.shapes import NewReading, Saved

__all__ = ["duplicate"]


def duplicate(call: Call) -> Saved:
    """Write a copy of a model beside it, called by the name of the reading.

    Comments and all else stay as they are, byte for byte. The copy names the model it was
    made of, and that one's readings, so that its brief sets them side by side.
    """
    body, case = cast("NewReading", call.body), call.case
    if case.read_only:
        raise RefusedError("read_only", "this case is only looked at; nothing is written")
    loaded = case.read(call.names["file"])
    model = loaded.sound()
    text = loaded.text if loaded.kind == "yaml" else formats.dump(model, "model.yaml")
    others = [loaded.name, *(name for name in model.readings if name != loaded.name)]
    changes: list[dict[str, Any]] = [
        {"op": "set", "path": ["reading"], "value": body.name.strip()},
        {"op": "set", "path": ["readings"], "value": others},
    ]
    stem = PurePosixPath(loaded.name).stem
    added = case.add(f"{stem}-{body.name.strip()}.yaml", formats.apply(text, changes))
    return Saved(name=added.name)
