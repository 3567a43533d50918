"""What the files in the folder of a case are."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal, TypeAlias

from satumeja.files import is_database

__all__ = ["EDITABLE", "FileKind", "kind_by_ending", "kind_of"]

FileKind: TypeAlias = Literal["yaml", "json", "gmcr", "nfg", "xlsx", "database", ""]
"""What a file is, as far as a case has a use for it; empty where it has none."""

EDITABLE = ("yaml", "json")
"""The kinds of models that are edited in place; the others are shown."""

_BY_ENDING: dict[str, FileKind] = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
    ".gmcr": "gmcr",
    ".nfg": "nfg",
    ".xlsx": "xlsx",
    ".db": "database",
    ".sqlite": "database",
    ".dossier": "database",
}
_LOOKED_AT = 1 << 20
_NATIVE = re.compile(rb"^(?:\xef\xbb\xbf)?['\"]?satumeja['\"]?[ \t]*:", re.MULTILINE)
_NATIVE_IN_BRACES = re.compile(rb"[{,]\s*\"satumeja\"\s*:|^\s*\{\s*satumeja\s*:")
_OF_GMCR = re.compile(rb'"decisionMakers"\s*:')


def kind_by_ending(path: Path) -> FileKind:
    """Tell what a file is by its ending alone.

    Examples
    --------
    >>> kind_by_ending(Path("talks.yml")), kind_by_ending(Path("notes.txt"))
    ('yaml', '')
    """
    return _BY_ENDING.get(path.suffix.lower(), "")


def kind_of(path: Path) -> FileKind:
    """Tell what a file is, by its ending and what stands in it.

    Parameters
    ----------
    path : Path
        A file that may be anybody's.

    Notes
    -----
    A file in YAML or JSON is a model where it says so on top, ``satumeja: 1``, sound or not.
    """
    kind = kind_by_ending(path)
    if kind == "database":
        return kind if is_database(path) else ""
    if kind not in EDITABLE:
        return kind
    try:
        with path.open("rb") as stream:
            head = stream.read(_LOOKED_AT)
    except OSError:
        return ""
    if _NATIVE.search(head) or _NATIVE_IN_BRACES.search(head):
        return kind
    return "gmcr" if kind == "json" and _OF_GMCR.search(head) else ""
