"""Values as the text that goes into a file: on one line, or on lines of their own."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from satumeja.formats.trees import data, read_python, read_yaml
from satumeja.formats.writing import write_yaml

__all__ = ["as_text", "flow", "indented", "is_block", "read_value", "restyled"]

_NULLS = ("null", "Null", "NULL")
_WORD = re.compile(r"[^\W\d][\w ./-]*[\w.]|\w|-?\d+(\.\d+)?")


def read_value(text: str) -> Any:
    """Read a value as a model file would hold it: plain lists, mappings and texts.

    Parameters
    ----------
    text : str
        A value in YAML.

    Returns
    -------
    object
        A text, None, or lists and dicts of these; nothing is taken for a number or a date.

    Raises
    ------
    ModelError
        If it is not YAML.

    See Also
    --------
    edit, apply : Put it into a file.

    Examples
    --------
    >>> read_value("[talk, {statement: -attack}]")
    ['talk', {'statement': '-attack'}]
    """
    return data(read_yaml(text, "the value"))


def as_text(value: Any) -> Any:
    """Return plain data as a file gives it: every value a text, None, or a collection of these."""
    return data(read_python({"": value}))[""]


def is_block(value: Any) -> bool:
    """Say whether a value is written on lines of its own where there is room for it."""
    return isinstance(value, dict | list | tuple) and bool(value)


def flow(value: Any) -> str:
    """Write a value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{flow(k)}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    is_word = _WORD.fullmatch(text) and text not in _NULLS and "  " not in text
    return text if is_word else json.dumps(text, ensure_ascii=False)


def indented(value: Any, column: int, line_end: str) -> str:
    """Write a value on lines of its own, each indented to a column, with a line end each."""
    lines = write_yaml(value).rstrip("\n").split("\n")
    return "".join(" " * column + line + line_end if line else line_end for line in lines)


def restyled(raw: str, style: str | None, text: str) -> str:
    """Write a text in the quotes that another stood in.

    Parameters
    ----------
    raw : str
        How the other was written.
    style : str or None
        Its quotes, as YAML has them.
    text : str
        What is to stand there now: the same words but for a name.

    Examples
    --------
    >>> restyled("'-talk'", "'", "-speak"), restyled("talk", None, "null")
    ("'-speak'", '"null"')
    """
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    if style == '"':
        return json.dumps(text, ensure_ascii=False)
    is_plain = not style and "\n" not in raw and _stays_plain(text)
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def _stays_plain(text: str) -> bool:
    """Say whether a text without quotes is read as itself, inside brackets too."""
    try:
        node = yaml.compose(f"[{text}]", Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return False
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    is_text = len(items) == 1 and isinstance(items[0], yaml.ScalarNode) and not items[0].style
    return bool(is_text) and items[0].value == text and text not in ("", "~", *_NULLS)
