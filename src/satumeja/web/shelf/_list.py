"""The cases there are, without opening any: what lies in their folders."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import yaml

from satumeja.errors import SatuMejaError
from satumeja.model import Text
from satumeja.web.cases import Folder
from satumeja.web.routing import Call
from satumeja.web.shapes import CaseLine, CaseList
from satumeja.web.shelf._places import shelf_folder, take_in

__all__ = ["case_list"]

_HEAD = 8_000
_TITLE = re.compile(r"^title:[^\n]*(?:\n[ \t]+[^\n]*)*", re.MULTILINE)


def case_list(call: Call) -> CaseList:
    """List the cases, the one that was changed last first."""
    take_in(call.cases)
    every = (_line(name, call.cases.folder(name), call.language) for name in call.cases.names())
    lines = [line for line in every if line is not None]
    lines.sort(key=lambda line: line.changed or "", reverse=True)
    return CaseList(folder=str(shelf_folder()), cases=lines)


def _line(name: str, path: Path, language: str) -> CaseLine | None:
    """Tell of a case what its folder shows; None where the folder is gone."""
    try:
        folder = Folder(path)
    except SatuMejaError:
        return None
    models, dossier = folder.models(), folder.dossier()
    files = [folder.folder / model.name for model in models] + ([dossier] if dossier else [])
    times = [file.stat().st_mtime for file in files if file.exists()]
    return CaseLine(
        name=name,
        title=_title(files[0], language) if models else "",
        reports=len(folder.reports()),
        models=len(models),
        changed=_moment(max(times)) if times else None,
        elsewhere="" if path.parent == shelf_folder().resolve() else str(path),
    )


def _moment(seconds: float) -> str:
    return dt.datetime.fromtimestamp(seconds).astimezone().isoformat(timespec="seconds")


def _title(path: Path, language: str) -> str:
    """Read the title of a model without the rest of it; empty where it cannot be read."""
    try:
        with path.open(encoding="utf-8") as stream:
            head = stream.read(_HEAD)
        there = _TITLE.search(head)
        title: Any = yaml.load(there[0], yaml.BaseLoader)["title"] if there else ""  # noqa: S506 texts alone
        words = Text(title).in_language(language)
        return words if isinstance(words, str) else ""
    except (OSError, ValueError, TypeError, AttributeError, yaml.YAMLError, SatuMejaError):
        return ""
