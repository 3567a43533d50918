"""YAML 1.2 without its traps: every value is text, and nothing refers to anything else."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache

import yaml

from satumeja.errors import Fault, ModelError, not_utf8
from satumeja.formats.trees._builder import Builder
from satumeja.formats.trees._disk import require_text
from satumeja.formats.trees._nodes import Node, Scalar

__all__ = ["read_yaml"]

_LOADER: type = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_SHORT, _KEPT = 200_000, 6
"""Trees of so many texts up to this length are kept; they are never changed."""
_IN_PLAIN_WORDS = {
    "mapping values are not allowed in this context": 'a ":" that cannot be here; check the '
    "indentation, or quote the text that holds it",
    "mapping values are not allowed here": 'a ":" that cannot be here; check the indentation, '
    "or quote the text that holds it",
    "could not find expected ':'": 'a key without its ":"',
    "did not find expected key": "a key expected; check the indentation and the quotes",
    "did not find expected '-' indicator": 'an entry of the list, with "-", expected; '
    "check the indentation",
    "did not find expected ',' or ']'": 'a list in which a "," or the "]" is missing',
    "did not find expected ',' or '}'": 'a mapping in which a "," or the "}" is missing',
    "did not find expected node content": "a value expected",
    "found unexpected end of stream": "a quoted text that does not end",
    "found unknown escape character": 'an unknown "\\" sequence in a text in double quotes; '
    "use single quotes",
    "found character that cannot start any token": "a character that cannot begin a value; "
    "quote the text",
    "found incompatible YAML document": "this version of YAML is not read; leave the line out",
}
_BEGUN_EARLIER = {
    "could not find expected ':'",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
    "found unexpected end of stream",
}


def read_yaml(text: str, file: str) -> Node:
    """Read a YAML text into a tree.

    Parameters
    ----------
    text : str
        The text; its size is the caller's to check.
    file : str
        The file as the user named it.

    Returns
    -------
    Node
        The tree; plain values are not interpreted, so ``no`` and ``2021-12-23`` are text.

    Raises
    ------
    ModelError
        If the text is not YAML, or uses what a model file has no need of: anchors,
        aliases, tags, several documents, duplicate keys, deep nesting.

    Notes
    -----
    Parser events are taken one by one, so limits hold before anything grows. The parser looks
    up to 1,024 characters ahead; what it stumbles on there is told only where nothing before
    it is at fault, so the fault told is the first in the text, whichever parser reads it.

    Examples
    --------
    >>> read_yaml("title: no", "m.yaml").entries["title"].value
    Scalar(text='no', line=1, column=8, plain=True, start=8)
    """
    if len(text) > _SHORT:
        return _read(text, file)
    return _read_lately(text, file)


@lru_cache(maxsize=_KEPT)
def _read_lately(text: str, file: str) -> Node:
    """Read a text that is often read again soon: before and after an edit, then as a model."""
    return _read(text, file)


def _read(text: str, file: str) -> Node:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ModelError(Fault(not_utf8(text), file)) from None
    require_text(text, file)
    builder, lines = Builder(file), _BREAK.split(text)
    try:
        _take_all(text, builder, lines)
    except yaml.MarkedYAMLError as error:
        with suppress(yaml.MarkedYAMLError):
            _take_all(text[: _reached(error)], Builder(file), lines)
        raise _syntax(error, builder, lines) from None
    return builder.finish()


def _take_all(text: str, builder: Builder, lines: list[str]) -> None:
    documents = 0
    for event in yaml.parse(text, Loader=_LOADER):
        documents += isinstance(event, yaml.DocumentStartEvent)
        if documents > 1:
            raise _refuse(builder, event, "a second document; a file holds one model")
        _take(event, builder, lines)


def _reached(error: yaml.MarkedYAMLError) -> int:
    """Count the characters that were read soundly before an error."""
    marks = (error.context_mark, error.problem_mark)
    return min((mark.index for mark in marks if mark is not None), default=0)


def _place(event: yaml.Event) -> tuple[int, int]:
    """Return the 0-based line and column of an event."""
    if event.start_mark is None:  # the parsers always set it
        raise AssertionError
    return event.start_mark.line, event.start_mark.column


def _refuse(builder: Builder, event: yaml.Event, message: str) -> ModelError:
    line, column = _place(event)
    return builder.fault(message, line + 1, column + 1)


def _take(event: yaml.Event, builder: Builder, lines: list[str]) -> None:
    if isinstance(event, yaml.AliasEvent):
        raise _refuse(builder, event, f'"*{event.anchor}" refers elsewhere; write the value out')
    if isinstance(event, yaml.CollectionEndEvent):
        builder.close()
    if not isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)):
        return
    if event.anchor is not None:
        raise _refuse(builder, event, f'an anchor "&{event.anchor}" has no place in a model file')
    if event.tag is not None:
        raise _refuse(builder, event, f'a tag "{event.tag}" has no place in a model file')
    line, column = _place(event)
    if isinstance(event, yaml.CollectionStartEvent):
        is_map = isinstance(event, yaml.MappingStartEvent)
        builder.open(line + 1, column + 1, is_map=is_map)
        return
    plain = event.implicit[0]
    start = column if plain else column + 1
    # an empty value at the end can stand on a line after the last
    literal = line < len(lines) and lines[line].startswith(event.value, start)
    place = start + 1 if literal else 0
    builder.add(Scalar(event.value, line + 1, column + 1, plain, place))


def _syntax(error: yaml.MarkedYAMLError, builder: Builder, lines: list[str]) -> ModelError:
    problem, mark = error.problem or "", error.problem_mark or error.context_mark
    message = _IN_PLAIN_WORDS.get(problem, f"not YAML: {problem}")
    if problem in _BEGUN_EARLIER and error.context_mark:
        mark = error.context_mark
    if mark is None:
        return builder.fault(message, 0, 0)
    line = lines[mark.line] if mark.line < len(lines) else ""
    if line[mark.column : mark.column + 1] == "\t":
        message = "a tab where only spaces can indent"
    return builder.fault(message, mark.line + 1, mark.column + 1)
