"""Dicts, lists and values made in Python, as the same tree a file gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from numbers import Number

from satumeja.formats.trees._builder import Builder
from satumeja.formats.trees._nodes import Node, Scalar
from satumeja.model import Text

__all__ = ["read_python"]


def read_python(value: object) -> Node:
    """Read what Python code states into a tree; its nodes have no line.

    Raises
    ------
    ModelError
        If it holds anything but text, numbers, dates, truth values, None, lists and
        mappings, or is nested too deeply.

    Examples
    --------
    >>> read_python({"satumeja": 1}).entries["satumeja"].value.text
    '1'
    """
    builder = Builder("")
    _add(value, builder)
    return builder.finish()


def _add(value: object, builder: Builder) -> None:
    if isinstance(value, Text) and value.by_language:
        value = value.by_language
    if isinstance(value, Mapping):
        builder.open(0, 0, is_map=True)
        for key, part in value.items():
            builder.add(_scalar(key, builder))
            _add(part, builder)
        builder.close()
    elif isinstance(value, Sequence) and not isinstance(value, (str, bytes, bytearray)):
        builder.open(0, 0, is_map=False)
        for part in value:
            _add(part, builder)
        builder.close()
    else:
        builder.add(_scalar(value, builder))


def _scalar(value: object, builder: Builder) -> Scalar:
    if isinstance(value, str):
        return Scalar(str(value))
    if value is None:
        return Scalar("null", plain=True)
    if isinstance(value, bool):
        return Scalar(str(value).lower(), plain=True)
    if isinstance(value, date):
        return Scalar(value.isoformat())
    if isinstance(value, Number) and _is_short(value):
        return Scalar(str(value), plain=True)
    raise builder.fault(f"a {type(value).__name__} has no place in a model", 0, 0)


def _is_short(value: Number) -> bool:
    """Tell whether a number can be written at all: Python refuses whole ones of great length."""
    return not isinstance(value, int) or value.bit_length() < 1024
