"""Another reading of a model: the same, under another name, to be changed in one belief."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any, cast

from satumeja import formats
from satumeja.model import Model
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
    name = body.name.strip()
    others = [loaded.name, *(file for file in model.readings if file != loaded.name)]
    changes: list[dict[str, Any]] = [
        *_untitled(model),
        {"op": "set", "at": ["reading"], "value": name},
        {"op": "set", "at": ["readings"], "value": others},
    ]
    stem = PurePosixPath(loaded.name).stem
    added = case.add(f"{stem}-{name}.yaml", formats.apply(text, changes))
    return Saved(name=added.name)


def _untitled(model: Model) -> list[dict[str, Any]]:
    """Take the name of the reading it was made of out of the title."""
    reading = model.reading
    if not reading:
        return []
    titles = {
        language: title.removesuffix(f" ({reading.in_language(language)})")
        for language, title in model.title.by_language.items()
    }
    if titles:
        return [
            {"op": "set", "at": ["title", language], "value": title}
            for language, title in titles.items()
            if title != model.title.by_language[language]
        ]
    plain = str(model.title).removesuffix(f" ({reading})")
    return [] if plain == str(model.title) else [{"op": "set", "at": ["title"], "value": plain}]
