"""What is known of a language, kept in data files: one folder a language.

Each room that reads keeps its own ``languages`` folder: `satumeja.report` what the
shape of a text needs (dates, sentences, page furniture), `satumeja.dossier` who
speaks and acts. Adding a language is adding a folder to both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from satumeja.shipped import tables_of

__all__ = ["LANGUAGES", "knowledge", "musts_of", "word_choice"]

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
    folder = Path(__file__).parents[1] / room.rpartition(".")[2] / "languages"
    file = folder.joinpath(*path[:-1], f"{path[-1]}.toml")
    return MappingProxyType(tables_of(file.read_text(encoding="utf-8")))


def word_choice(words: Any) -> str:
    r"""Spell a regular expression that matches any of `words`, longest first.

    Examples
    --------
    >>> word_choice(["di", "di luar"])
    '(?:di\\ luar|di)'
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in ordered) + ")"


_CLOSED = re.compile(r"</\w+>|\\(?:x..|u.{4}|.)|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_GROUP = re.compile(r"\([^()]*\)")
_OPTIONAL = re.compile(r"(?:<\w+>|.)(?:[?*]|\{0)", re.DOTALL)
_MUST = re.compile(r"<\w+>|[A-Za-z]{2,}")


@cache
def musts_of(form: str) -> tuple[str, ...]:
    r"""Give words and slots without which a form matches nothing.

    To look for them takes a thousandth of what it takes to compile the form.

    Parameters
    ----------
    form : str
        A regular expression, with slots in angle brackets.

    Notes
    -----
    What stands in a group or a class, or may be left out, is none of them; nor is anything of a
    form that has another beside it.

    Examples
    --------
    >>> musts_of("between <day>(?:st|nd)? and <day>,? <year>?"), musts_of("in|by <day>")
    (('between', '<day>', 'and', '<day>'), ())
    """
    left, groups = _CLOSED.sub("\0", form), 1
    while groups:
        left, groups = _GROUP.subn("\0", left)
    either = "|" in left or "(?i" in form  # in small letters, or in others
    return () if either else tuple(_MUST.findall(_OPTIONAL.sub("\0", left)))
