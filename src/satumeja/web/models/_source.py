"""The file of a model as it is written: its text, and what it says as plain data."""

from __future__ import annotations

from typing import Any

from satumeja.errors import ModelError
from satumeja.formats.trees import data, read_yaml
from satumeja.web.cases import Loaded
from satumeja.web.routing import Call
from satumeja.web.shapes import FaultShape, SourceText

__all__ = ["source"]


def source(call: Call) -> SourceText:
    """Give the text of a model, and what it says."""
    loaded = call.case.read(call.names["file"])
    if loaded.kind not in ("yaml", "json"):
        return SourceText(version=loaded.version, text="", data={}, faults=())
    faults = tuple(
        FaultShape(
            message=fault.message,
            file=fault.file,
            line=fault.line,
            column=fault.column,
            path=fault.path,
        )
        for fault in loaded.faults
    )
    content = loaded.derived("content", lambda: _content(loaded))
    return SourceText(version=loaded.version, text=loaded.text, data=content, faults=faults)


def _content(loaded: Loaded) -> dict[str, Any]:
    """Return what the file says; nothing where it cannot be read at all."""
    try:
        content = data(read_yaml(loaded.text, loaded.name))
    except ModelError:
        return {}
    return content if isinstance(content, dict) else {}
