"""Edits of a YAML text in place: what is not edited, comments too, stays byte for byte."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Sequence
from typing import Any

import yaml

from satumeja.errors import ModelError, OutputError, QuestionError, did_you_mean
from satumeja.formats.trees import data, read_python, read_yaml
from satumeja.formats.writing import write_yaml

__all__ = ["edit", "key_path", "read_value"]

Key = str | int
_STEP = re.compile(r"\.?(?P<word>[^.\[\]+]+)|\[(?P<place>\d{1,6})\]|(?P<end>\+)$")
_LOADER: type = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


def key_path(text: str) -> list[Key]:
    """Read the way to a part of a file; a ``+`` at its end is the place after a list's last.

    Parameters
    ----------
    text : str
        Keys apart by points, places of a list (0-based) in brackets.

    Returns
    -------
    list of str and int
        The steps, as `edit` takes them; -1 for the place after the last.

    Raises
    ------
    QuestionError
        If it is no such way.

    See Also
    --------
    edit : Takes it.

    Examples
    --------
    >>> key_path("decision_makers.russia.preferences[2]")
    ['decision_makers', 'russia', 'preferences', 2]
    """
    steps, at = list[Key](), 0
    while at < len(text):
        match = _STEP.match(text, at)
        if match is None:
            raise QuestionError(f'"{text}" is no way to a part of a model, such as a.b[2] or a.b+')
        steps.append(match["word"] or (int(match["place"]) if match["place"] else -1))
        at = match.end()
    if not steps:
        raise QuestionError("say which part of the model to set, such as status_quo")
    return steps


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
    edit : Puts it into a file.

    Examples
    --------
    >>> read_value("[talk, {statement: -attack}]")
    ['talk', {'statement': '-attack'}]
    """
    return data(read_yaml(text, "the value"))


def edit(text: str, path: Sequence[Key], value: Any, name: str = "model.yaml") -> str:
    r"""Set one part of a YAML text, and leave the rest as it is.

    Parameters
    ----------
    text : str
        A model file in YAML; it need not be a sound model.
    path : sequence of str and int
        Keys, and places (from 0) in lists; -1 at the end is the place after a list's last.
    value : object
        What goes there, as plain dicts, lists, texts and numbers.
    name : str
        The file, for the faults.

    Returns
    -------
    str
        The text with that part changed. Comments, order, quotes and layout of everything
        else are kept byte for byte; comments inside what is replaced go with it.

    Raises
    ------
    ModelError
        If the text is not YAML.
    QuestionError
        If the path leads nowhere.
    OutputError
        If it cannot be done without changing something else.

    See Also
    --------
    key_path, read_value : Read what is written on a command line for it.
    dump : A model as text anew.

    Notes
    -----
    The new text is read again, and given only if it says just what was asked for.

    Examples
    --------
    >>> print(edit("a: 1  # one\nb: [x, y]   # two\n", ["b", 0], "z"), end="")
    a: 1  # one
    b: [z, y]   # two
    """
    before = data(read_yaml(text, name))
    wanted = _with(before, path, data(read_python({"": value}))[""])
    edited = _Text(text).put(list(path), value)
    # Whatever layout the text has: what counts is that it now says just this, and no more.
    try:
        is_right = data(read_yaml(edited, name)) == wanted
    except ModelError:
        is_right = False
    if not is_right:
        raise OutputError(f"{name}: this part cannot be set without touching others; edit it")
    return edited


def _with(before: Any, path: Sequence[Key], value: Any) -> Any:
    """Return the data with one part set."""
    root = copy.deepcopy(before)
    here = root
    for depth, step in enumerate(path):
        last = depth == len(path) - 1
        if isinstance(here, list) and isinstance(step, int) and -1 <= step < len(here):
            if last:
                if step < 0:
                    here.append(value)
                else:
                    here[step] = value
                return root
            here = here[step]
        elif isinstance(here, dict) and isinstance(step, str):
            if last:
                here[step] = value
                return root
            if step not in here:
                raise QuestionError(f'there is no "{step}"{did_you_mean(step, list(here))}')
            here = here[step]
        else:
            where = ".".join(map(str, path[:depth])) or "the file"
            raise QuestionError(f'{where} has no place "{step}"')
    return root


class _Text:
    """A text with the places of its parts."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.line_end = "\r\n" if "\r\n" in text else "\n"
        self.root = yaml.compose(text, Loader=_LOADER)

    def put(self, path: list[Key], value: Any) -> str:
        *way, last = path
        parent = self.root
        for step in way:
            parent = _child(parent, step)
        if parent is None:
            raise OutputError("this part cannot be set; edit the file")
        old = _child(parent, last) if last != -1 else None
        if old is not None:
            return self.replaced(parent, old, value)
        return self.added(parent, last, value)

    def replaced(self, parent: yaml.Node, old: yaml.Node, value: Any) -> str:
        start, end = old.start_mark.index, self.end(old)
        before = self.text[:start]
        if _is_flow(parent) or not _is_block(value) or _is_flow(old):
            written = _flow(value)
            gap = "" if before.endswith((" ", "\n", "[", "{", "(")) else " "
            return before + gap + written + self.text[end:]
        column = old.start_mark.column
        if not _is_flow(old) and isinstance(old, yaml.CollectionNode):
            return before + self.block(value, column) + self.text[end:]
        if isinstance(parent, yaml.SequenceNode):
            return before + self.block(value, column) + self.text[end:]
        return (
            before.rstrip(" ")
            + self.line_end
            + self.block(value, parent.start_mark.column + 2, first=True)
            + self.text[end:]
        )

    def added(self, parent: yaml.Node, key: Key, value: Any) -> str:
        children = parent.value if isinstance(parent, yaml.CollectionNode) else []
        if _is_flow(parent) or not children:
            written = _flow(value) if key == -1 else f"{_flow(key)}: {_flow(value)}"
            return self.into_flow(parent, written, bool(children))
        place = self.end(parent)
        entry = [value] if key == -1 else {key: value}
        column = parent.start_mark.column
        lines = self.block(entry, column, first=True)
        return self.text[:place] + self.line_end + lines + self.text[place:]

    def into_flow(self, parent: yaml.Node, written: str, more: bool) -> str:
        """Add to a collection on one line, or open one where there is nothing."""
        if not isinstance(parent, yaml.CollectionNode):
            raise OutputError("a key can only be added to a mapping, a place to a list")
        place = self.end(parent) - 1
        inside = self.text[:place].rstrip()
        inside += " " if inside.endswith(":") else ""
        return inside + (", " if more else "") + written + self.text[place:]

    def end(self, node: yaml.Node) -> int:
        """Return where the text of a node ends, comments and line ends after it left out."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self.end(last[1] if isinstance(last, tuple) else last)
        place: int = node.end_mark.index
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            return len(self.text[:place].rstrip())
        return place

    def block(self, value: Any, column: int, *, first: bool = False) -> str:
        """Write a value on lines of its own, indented to a column."""
        indent = " " * column
        lines = write_yaml(value).rstrip("\n").split("\n")
        joined = (self.line_end + indent).join(lines)
        return (indent if first else "") + joined


def _child(node: yaml.Node | None, step: Key) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        child: yaml.Node = node.value[step]
        return child
    return None


def _is_flow(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def _is_block(value: Any) -> bool:
    return isinstance(value, dict | list) and bool(value)


def _flow(value: Any) -> str:
    """Write a value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flow(k)}: {_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    plain = re.fullmatch(r"[^\W\d][\w ./-]*[\w.]|\w|-?\d+(\.\d+)?", text)
    is_word = plain and text not in ("null", "Null", "NULL") and "  " not in text
    return text if is_word else json.dumps(text, ensure_ascii=False)
