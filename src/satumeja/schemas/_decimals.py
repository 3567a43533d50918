"""Decimals of states in documents: exact at any size, or as text for programs that round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from satumeja.documents import Listing, Rows, are_scalars

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
    return _as_text(document)


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
    return _beyond(document)


def _beyond(part: Any) -> int:
    """Count the decimals in a part of a document that are beyond what is safe."""
    if isinstance(part, list):
        return 0 if are_scalars(part) else sum(map(_beyond, part))
    if isinstance(part, Listing):
        return sum(map(_beyond, part.parts()))
    if not isinstance(part, dict | Rows):
        return 0
    columns = part.columns if isinstance(part, Rows) else part
    keys, total = set(_keys(columns)), 0
    for key, value in columns.items():
        count = _large if key in keys else _beyond
        total += sum(map(count, Listing(value).parts())) if part is not columns else count(value)
    return total


def _large(value: Any) -> int:
    """Count the large numbers among what stands where decimals do."""
    if isinstance(value, list):
        # Of a million states the decimals stand in long lists, most of them of small ones.
        plain = set(map(type, value)) == {int}
        return sum(map(_SAFE.__lt__, value)) if plain else sum(map(_large, value))
    return isinstance(value, int) and value > _SAFE


def _as_text(part: Any) -> Any:
    """Copy a part of a document, with the decimals in it as text."""
    if isinstance(part, list):
        return part if are_scalars(part) else [_as_text(item) for item in part]
    if isinstance(part, Listing):
        return part.changed(_as_text)
    if not isinstance(part, dict | Rows):
        return part
    decimals = set(_keys(part.columns if isinstance(part, Rows) else part))

    def changed(key: str, value: Any) -> Any:
        return _digits(value) if key in decimals else _as_text(value)

    if isinstance(part, Rows):
        return part.changed(changed)
    return {key: changed(key, value) for key, value in part.items()}


def _keys(part: Mapping[str, Any]) -> Iterator[str]:
    """Name the keys of a part that hold decimals."""
    if "decimal" in part:
        yield from {"decimal", "members"}.intersection(part)
    if part.get("sample_of") == "decimals":
        yield "sample"


def _digits(value: Any) -> Any:
    """Write the numbers among what stands where decimals do as text."""
    if isinstance(value, list):
        return [_digits(item) for item in value]
    return str(value) if isinstance(value, int) else value
