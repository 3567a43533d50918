"""The words and rules that come with the program, as TOML, read in a fifth of the usual time.

A value of such a file is as good as JSON, and JSON is read by what is compiled; the library for
TOML goes through it sign by sign.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

__all__ = ["tables_of"]

_LINE = re.compile(
    r'(?:([\w.-]+|"[^"\\]+") = (?:"([^"\\]*)"|(.+))|\[\[([\w.-]+)\]\]|\[([\w.-]+)\]|#.*)?'
)
_TEXT = re.compile(r'"([^"\\]*)"|\'([^\']*)\'|\'{3}\n?([^\']*)\'{3}|"{3}\n?([^"\\]*)"{3}')
_UNLIKE_JSON = re.compile(r'("(?:[^"\\]|\\.)*")( =)?|\'([^\']*)\'|([\w-]+) =|#.*|,(?=\s*[\]}])')
_OPENED = {"[": "]", '"""': '"""', "'''": "'''"}
"""What ends a value that goes on in further lines."""


def tables_of(text: str) -> dict[str, Any]:
    r"""Read TOML that is known to be right: what is wrong with it is not all found.

    Parameters
    ----------
    text : str
        What a file holds.

    Returns
    -------
    dict
        The same as of ``tomllib.loads``.

    Examples
    --------
    >>> tables_of('[count.states]\none = "a state"\nfew = [1, 2]  # or so\n')
    {'count': {'states': {'one': 'a state', 'few': [1, 2]}}}
    """
    try:
        return _read(text)
    except ValueError:  # a date, say, or a line that is parted in some rare way
        import tomllib

        return tomllib.loads(text)


def _read(text: str) -> dict[str, Any]:
    """Read what is written as files of this program are."""
    whole = dict[str, Any]()
    table, lines = whole, iter(text.split("\n"))
    for line in lines:
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError(line)
        key, words, value, listed, head = match.groups()
        if key:
            *path, last = [key[1:-1]] if key[0] == '"' else key.split(".")
            within = _at(table, path) if path else table
            within[last] = _value(value, lines) if words is None else words
        elif head:
            table = _at(whole, head.split("."))
        elif listed:
            *path, last = listed.split(".")
            table = dict[str, Any]()
            _at(whole, path).setdefault(last, []).append(table)
    return whole


def _at(table: dict[str, Any], path: list[str]) -> dict[str, Any]:
    """Give the table that a path leads to; of several under one name, the last."""
    for part in path:
        inner = table.setdefault(part, {})
        table = inner[-1] if isinstance(inner, list) else inner
    return table


def _value(text: str, lines: Iterator[str]) -> Any:
    """Read a value that begins so, and goes on in the next lines where it is not at its end."""
    if end := _OPENED.get(text):
        for line in lines:
            text += f"\n{line}"
            if line.endswith(end):
                break
    if plain := _TEXT.fullmatch(text):
        return plain[plain.lastindex or 1]
    try:
        return json.loads(text)
    except ValueError:
        return json.loads(_UNLIKE_JSON.sub(_as_json, text))


def _as_json(part: re.Match[str]) -> str:
    """Write a text or a key, and leave out what counts for nothing."""
    text, is_key, literal, key = part.groups()
    if text is not None:
        return f"{text}:" if is_key else text
    if literal is not None:
        return json.dumps(literal)
    return "" if key is None else f'"{key}":'
