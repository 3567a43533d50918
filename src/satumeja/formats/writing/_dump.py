"""Models out: as the YAML or JSON that gives the same model when it is read, or as .gmcr."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml

from satumeja.errors import LimitError, OutputError
from satumeja.formats.gmcr._write import to_gmcr
from satumeja.formats.trees._builder import MAX_NODES
from satumeja.formats.trees._disk import MAX_BYTES
from satumeja.formats.writing._native import native_data
from satumeja.formats.writing._native_rules import Row
from satumeja.model import Model

__all__ = ["dump", "write_yaml"]

_WIDTH = 99
# Line breaks that a YAML reader takes for its own, unless they are escaped.
_BREAKS = re.compile("[\r\x85\u2028\u2029]")


def dump(model: Model, name: str = "model.yaml") -> str:
    """Write a model as text.

    Parameters
    ----------
    model : Model
        A sound model.
    name : str
        Where the text is to go: its suffix says whether it is YAML (``.yaml``, ``.yml``),
        JSON (``.json``) or of GMCR+ (``.gmcr``), and files that the model names by a path
        from its own folder are named from the folder of `name` instead.

    Returns
    -------
    str
        A whole file. Read again, YAML and JSON give the same model; what `.gmcr` cannot
        hold is told at `to_gmcr`. Comments of the file the model came from are not in it;
        in YAML, the notes of the model are, as comments.

    Raises
    ------
    OutputError
        If the suffix is none of these, or the model has what the format cannot hold.
    LimitError
        If the text were longer than what is read again.

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
        text = to_gmcr(model)
    elif suffix in (".yaml", ".yml"):
        notes = "".join(f"# {' '.join(note.split())}\n" for note in model.notes)
        text = notes + write_yaml(_bounded(native_data(model, Path(name).parent)))
    elif suffix == ".json":
        data = _bounded(native_data(model, Path(name).parent))
        text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    else:
        raise OutputError(f'{name}: a model is written as .yaml, .json or .gmcr, not "{suffix}"')
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


class _Dumper(yaml.SafeDumper):
    """Writes what a person would: lists indented, no references, long texts as blocks."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        del indentless
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = '"' if _BREAKS.search(text) else ("|" if "\n" in text else None)
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _row(dumper: yaml.SafeDumper, row: Row) -> yaml.SequenceNode:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", row, flow_style=True)


def _nothing(dumper: yaml.SafeDumper, _: None) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:null", "")


_Dumper.add_representer(str, _text)
_Dumper.add_representer(Row, _row)
_Dumper.add_representer(type(None), _nothing)


def write_yaml(data: Any) -> str:
    """Write plain data as a person would."""
    return yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)
