"""What is known of a language, kept in data files: one folder a language.

Each room that reads keeps its own ``languages`` folder: `satumeja.report` what the
shape of a text needs (dates, sentences, page furniture), `satumeja.dossier` who
speaks and acts. Adding a language is adding a folder to both.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

__all__ = ["LANGUAGES", "knowledge", "word_choice"]

LANGUAGES = ("en", "id")
"""The languages that can be read."""


@cache
def knowledge(room: str, *path: str) -> Mapping[str, Any]:
    """Read one data file of a room's ``languages`` folder.

    Parameters
    ----------
    room : str
        The package that owns the folder, such as ``satumeja.report``.
    *path : str
        Folder and file under it, without ``.toml``.

    Returns
    -------
    mapping
        The file's tables, read once.
    """
    file = files(room).joinpath("languages", *path[:-1], f"{path[-1]}.toml")
    return MappingProxyType(tomllib.loads(file.read_text(encoding="utf-8")))


def word_choice(words: Any) -> str:
    r"""Spell a regular expression that matches any of `words`, longest first.

    Examples
    --------
    >>> word_choice(["di", "di luar"])
    '(?:di\\ luar|di)'
    """
    import re

    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in ordered) + ")"
