"""The text of a file for a model that came from it, comments and all."""

from __future__ import annotations

import os
from pathlib import Path

from satumeja.formats._load import is_gmcr, load
from satumeja.formats.editing import edit
from satumeja.formats.trees import read_json
from satumeja.formats.writing import native_data
from satumeja.model import Model

__all__ = ["restated"]

_YAML = (".yaml", ".yml")


def restated(model: Model, path: str | os.PathLike[str]) -> str | None:
    """Give the text of the file a model came from, if it still says what the model does.

    Parameters
    ----------
    model : Model
        A sound model.
    path : str or path-like
        Where the text is to go; paths of sources are named from there.

    Returns
    -------
    str or None
        None where the model came from no file, is not what its file says any more, or
        is to be written in another format.
    """
    origin, target = model.origin, Path(path)
    if origin is None or not origin.is_file() or _kind(origin) != _kind(target):
        return None
    if _kind(target) not in ("yaml", "json") or load(origin) != model:
        return None
    text = origin.read_bytes().decode("utf-8")
    if _kind(target) == "json" and is_gmcr(read_json(text, str(origin)), ".json"):
        return None
    data = native_data(model, target.parent)
    moved = list[tuple[list[str], object]]()
    for name, source in data.get("sources", {}).items():
        stated = next(listed for listed in model.sources if listed.id == name)
        for key in ("report", "dossier"):
            if source.get(key, "") != getattr(stated, key):
                moved.append((["sources", name, key], source[key]))
    if tuple(data.get("readings", ())) != model.readings:
        moved.append((["readings"], data["readings"]))
    if moved and _kind(target) == "json":
        return None
    for key_path, value in moved:
        text = edit(text, key_path, value, str(path))
    return text


def _kind(path: Path) -> str:
    suffix = path.suffix.lower()
    return "yaml" if suffix in _YAML else suffix.removeprefix(".")
