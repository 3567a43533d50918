"""Decimals of states in documents: exact at any size, or as text for programs that round."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

__all__ = ["decimals_as_strings", "rounded_decimals"]

_SAFE = 2**53 - 1
"""The largest number below which all whole numbers differ in floating point."""


def decimals_as_strings(document: Any) -> Any:
    """Return a document with the decimals of its states as strings.

    JSON has numbers of any size, but JavaScript, jq and many others read them as floating
    point, where decimals beyond 2^53 are no longer told apart.

    Parameters
    ----------
    document : dict or list
        What `to_json` of an answer gives, or a part of it; it is left as it is.

    Returns
    -------
    dict or list
        A copy in which each decimal is a string of its digits. It fits the same schema.

    See Also
    --------
    schema : Says where decimals are: wherever it refers to ``decimal``.

    Examples
    --------
    >>> decimals_as_strings({"number": 7, "decimal": 9, "form": "YNN|YNN|NN"})
    {'number': 7, 'decimal': '9', 'form': 'YNN|YNN|NN'}
    """
    return _with(document, str)


def rounded_decimals(document: Any) -> int:
    """Count the decimals in a document that floating point may not tell apart.

    Parameters
    ----------
    document : dict or list
        What `to_json` of an answer gives, or a part of it.

    Returns
    -------
    int
        How many decimals beyond 2^53 it has.

    See Also
    --------
    decimals_as_strings : Keeps them apart.

    Examples
    --------
    >>> rounded_decimals({"number": 1, "decimal": 2**53 + 1})
    1
    """
    wide = list[int]()

    def noted(decimal: int) -> int:
        if decimal > _SAFE:
            wide.append(decimal)
        return decimal

    _with(document, noted)
    return len(wide)


def _with(part: Any, change: Callable[[int], object]) -> Any:
    """Copy a part of a document, and change the decimals in it."""
    if isinstance(part, list):
        return [_with(item, change) for item in part]
    if not isinstance(part, dict):
        return part
    decimals = set(_keys(part))
    return {
        key: _changed(value, change) if key in decimals else _with(value, change)
        for key, value in part.items()
    }


def _keys(part: dict[str, Any]) -> Iterator[str]:
    """Name the keys of a part that hold decimals."""
    if "decimal" in part:
        yield from ("decimal", "members")
    if part.get("sample_of") == "decimals":
        yield "sample"


def _changed(value: Any, change: Callable[[int], object]) -> Any:
    if isinstance(value, list):
        return [_changed(item, change) for item in value]
    return change(value) if isinstance(value, int) else value
