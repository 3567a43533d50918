"""Where cases are: in ``Satu Meja`` in the person's own folder, and wherever one was opened."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from satumeja.errors import OutputError
from satumeja.files import write_whole

if TYPE_CHECKING:
    from satumeja.web.cases import Cases

__all__ = ["memorise", "memory", "remember", "shelf_folder", "take_in"]

_MOST = 20
_OPENED = "opened.json"


def shelf_folder() -> Path:
    """Return the folder of new cases, there or not."""
    return Path.home() / "Satu Meja"


def take_in(cases: Cases, opened: Path | None = None) -> None:
    """Let the server know all cases there are now; two of one name get numbers.

    Parameters
    ----------
    cases : Cases
        Those of the server.
    opened : Path, optional
        The folder it is opened with, which keeps its name.
    """
    there = {cases.folder(name) for name in cases.names()}
    for folder in (*([opened] if opened else []), *_on_shelf(), *_recent()):
        if folder not in there:
            there.add(folder)
            cases.add(_free(folder.name or "case", cases.names()), folder)


def remember(folder: Path) -> None:
    """Keep that a case was opened, for the list of the next time."""
    folders = [folder, *(other for other in _recent() if other != folder)]
    memorise(_OPENED, json.dumps({"opened": [str(path) for path in folders[:_MOST]]}, indent=1))


def _on_shelf() -> Iterator[Path]:
    with suppress(OSError):
        for path in sorted(shelf_folder().iterdir(), key=lambda path: path.name.casefold()):
            if path.is_dir() and not path.name.startswith("."):
                yield path.resolve()


def _recent() -> list[Path]:
    """List the folders that were opened and are still there, the last one first."""
    try:
        content: Any = json.loads(memory(_OPENED).read_bytes())
        opened = content["opened"]
        listed = opened[:_MOST] if isinstance(opened, list) else ()  # no more was ever kept
        folders = [Path(name) for name in listed if isinstance(name, str)]
        return [folder for folder in folders if folder.is_absolute() and folder.is_dir()]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []


def memorise(name: str, content: str) -> None:
    """Keep something of a person from one time to the next; a full disk is no matter."""
    with suppress(OSError, OutputError):
        memory(name).parent.mkdir(parents=True, exist_ok=True)
        write_whole(memory(name), content + "\n")


def memory(name: str) -> Path:
    """Return a file of what is kept of a person from one time to the next, there or not."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    return base / "satumeja" / name


def _free(name: str, taken: list[str]) -> str:
    number, tried = 2, name
    while tried in taken:
        tried, number = f"{name} ({number})", number + 1
    return tried
