"""Models out: as YAML or JSON that gives the same model again, or as .gmcr or .nfg."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from satumeja.errors import LimitError, OutputError
from satumeja.formats.trees import MAX_BYTES, MAX_NODES
from satumeja.formats.writing import native_data, write_yaml
from satumeja.model import Model

__all__ = ["dump"]


def dump(model: Model, name: str = "model.yaml") -> str:
    """Write a model as text.

    Parameters
    ----------
    model : Model
        A sound model.
    name : str
        Where the text is to go: its suffix says whether it is YAML (``.yaml``, ``.yml``),
        JSON (``.json``), of GMCR+ (``.gmcr``) or of Gambit (``.nfg``), and files that the
        model names by a path from its own folder are named from the folder of `name` instead.

    Returns
    -------
    str
        A whole file. Read again, YAML and JSON give the same model; what `.gmcr` and
        `.nfg` cannot hold is told at `to_gmcr` and `to_nfg`. Comments of the file the model
        came from are not in it; in YAML, the notes of the model are, as comments.

    Raises
    ------
    OutputError
        If the suffix is none of these, or the model has what the format cannot hold.
    LimitError
        If the text were longer than what is read again.

    See Also
    --------
    save : Writes to a file, and keeps the text a model came from where it can.
    loads : Reads it again.
    to_gmcr, to_nfg : What a ``.gmcr`` and a ``.nfg`` file holds.

    Examples
    --------
    >>> from satumeja.formats import loads
    >>> print(dump(loads('''
    ... {"satumeja": 1, "title": "Chicken", "decision_makers": {
    ...   "row": {"options": {"dare": null}, "preferences": ["-col.dare", "row.dare"]},
    ...   "col": {"options": {"dare": "Go on"}, "ranking": [1, [2, 3], 4]}}}
    ... ''', "chicken.json")), end="")
    satumeja: 1
    title: Chicken
    languages: [en]
    decision_makers:
      row:
        options:
          dare:
        preferences:
          - -col.dare
          - row.dare
      col:
        options:
          dare: Go on
        ranking:
          - [1]
          - [2, 3]
          - [4]
    """
    suffix = Path(name).suffix.lower()
    if suffix == ".gmcr":
        from satumeja.formats.gmcr import to_gmcr

        text = to_gmcr(model)
    elif suffix == ".nfg":
        from satumeja.formats.nfg import to_nfg

        text = to_nfg(model)
    elif suffix in (".yaml", ".yml"):
        notes = "".join(f"# {' '.join(note.split())}\n" for note in model.notes)
        text = notes + write_yaml(_bounded(native_data(model, Path(name).parent)))
    elif suffix == ".json":
        data = _bounded(native_data(model, Path(name).parent))
        text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    else:
        raise OutputError(
            f'{name}: a model is written as .yaml, .json, .gmcr or .nfg, not "{suffix}"'
        )
    if len(text.encode()) > MAX_BYTES:
        raise LimitError(f"{name}: the model takes more than the {MAX_BYTES >> 20} MB of a file")
    return text


def _bounded(data: dict[str, Any]) -> dict[str, Any]:
    count = _count(data)
    if count > MAX_NODES:
        message = f"the model takes {count:,} keys and values; a file may have {MAX_NODES:,}"
        raise LimitError(message)
    return data


def _count(data: object) -> int:
    """Count keys and values, as the readers do."""
    if isinstance(data, dict):
        return 1 + sum(1 + _count(value) for value in data.values())
    if isinstance(data, list):
        return 1 + sum(map(_count, data))
    return 1
