"""Where the states of graphs stood, kept in the folder of a case; never precious."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from satumeja.brief import GraphPlaces
from satumeja.errors import OutputError, QuestionError
from satumeja.files import write_whole
from satumeja.web.cases import Case

__all__ = ["keep_places", "kept_places"]

_FILE = Path(".satumeja", "view.json")
_LARGEST = 4_000_000
_PLACES = "places"


def kept_places(case: Case, file: str) -> GraphPlaces | None:
    """Return where the states of a model stood when its case was shown last."""
    data = _read(case).get(_PLACES)
    if not isinstance(data, dict) or file not in data:
        return None
    with suppress(QuestionError):
        return GraphPlaces.from_json(data[file])
    return None


def keep_places(case: Case, file: str, places: GraphPlaces) -> None:
    """Keep where the states of a model stand; nothing where nothing is written, or it is kept."""
    if case.read_only:
        return
    view = _read(case)
    kept = view.get(_PLACES)
    kept = kept if isinstance(kept, dict) else {}
    now = json.loads(json.dumps(places.to_json()))
    if kept.get(file) == now:
        return
    text = json.dumps(view | {_PLACES: kept | {file: now}}, ensure_ascii=False)
    with suppress(OutputError):
        write_whole(case.folder / _FILE, text.encode())


def _read(case: Case) -> dict[str, Any]:
    path = case.folder / _FILE
    try:
        if path.stat().st_size > _LARGEST:
            return {}
        view = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return view if isinstance(view, dict) else {}
