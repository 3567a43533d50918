"""Documents of JSON, with long lists in them that are made while they are written.

An answer about a million states is a document of hundreds of megabytes, most of it lists that
exist already as arrays of a few. A document holds these as they are: a `Listing` of values, or
`Rows` of objects by column. `plain` makes them lists, as `to_json` of an answer gives them out;
`written` gives the text piece by piece, the same as of the plain document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from json import JSONEncoder
from json.encoder import encode_basestring
from typing import Any, Protocol

__all__ = ["Document", "Listing", "Mapped", "Rows", "are_scalars", "plain", "written"]

_PIECE = 1 << 14
"""How many values of a listing are made text at a time, and letters given out at a time."""

_SCALARS = frozenset({int, str, float, bool, type(None)})

Document = dict[str, Any]
"""An object of JSON, in which a list may be a `Listing` or `Rows`."""


class Column(Protocol):
    """Values one after the other, given out part by part: an array, a range, a list."""

    def __len__(self) -> int:
        """Say how many there are."""
        ...

    def __getitem__(self, part: slice, /) -> Iterable[Any]:
        """Give some of them."""
        ...


@dataclass(frozen=True, eq=False)
class Listing:
    """A list in a document, that exists as an array.

    Parameters
    ----------
    values : Column
        What is listed: numbers, texts, or parts of a document.

    See Also
    --------
    Rows : A list of objects.
    """

    values: Column

    def parts(self) -> Iterator[list[Any]]:
        """Give what is listed, some thousands at a time."""
        for first in range(0, len(self.values), _PIECE):
            yield _values(self.values[first : first + _PIECE])

    def changed(self, change: Callable[[list[Any]], list[Any]]) -> Listing:
        """Give a listing whose values, some thousands at a time, are changed when written."""
        return Listing(Mapped(self.values, change))

    def plain(self) -> list[Any]:
        """Give what is listed as a list."""
        return [value for part in self.parts() for value in _all_plain(part)]


@dataclass(frozen=True, eq=False)
class Rows:
    """A list of objects of the same keys in a document, by column.

    Parameters
    ----------
    columns : mapping of str to Column
        The values under each key, all of one length.

    See Also
    --------
    Listing : A list of values.

    Examples
    --------
    >>> Rows({"number": range(1, 3), "form": ["Y|N", "N|Y"]}).plain()
    [{'number': 1, 'form': 'Y|N'}, {'number': 2, 'form': 'N|Y'}]
    """

    columns: Mapping[str, Column]

    def parts(self) -> Iterator[list[list[Any]]]:
        """Give the columns, some thousands of rows at a time."""
        count = min(map(len, self.columns.values()))
        for first in range(0, count, _PIECE):
            part = slice(first, first + _PIECE)
            yield [_values(column[part]) for column in self.columns.values()]

    def plain(self) -> list[dict[str, Any]]:
        """Give the rows as a list of objects."""
        rows = (row for columns in self.parts() for row in zip(*columns, strict=True))
        return [dict(zip(self.columns, row, strict=True)) for row in rows]

    def changed(self, change: Callable[[str, list[Any]], list[Any]]) -> Rows:
        """Give rows whose values, thousands under a key at a time, are changed when written."""
        columns = self.columns.items()
        return Rows({key: Mapped(column, partial(change, key)) for key, column in columns})


@dataclass(frozen=True, eq=False)
class Mapped:
    """A column whose values are made from those of another, as they are given out.

    Parameters
    ----------
    column : Column
        The other.
    change : callable
        Makes a list of values from one, thousands at a time.
    """

    column: Column
    change: Callable[[list[Any]], list[Any]]

    def __len__(self) -> int:
        return len(self.column)

    def __getitem__(self, part: slice, /) -> list[Any]:
        return self.change(_values(self.column[part]))


def _values(part: Iterable[Any]) -> list[Any]:
    """Make a part of a column a list, of Python's numbers where it is an array."""
    as_list: Callable[[], list[Any]] | None = getattr(part, "tolist", None)
    return list(part) if as_list is None else as_list()


def _all_plain(values: list[Any]) -> list[Any]:
    """Make values plain, where there is anything to it."""
    return values if are_scalars(values) else list(map(plain, values))


def are_scalars(values: Iterable[Any]) -> bool:
    """Tell whether all values are numbers, texts, truth values or None.

    Parameters
    ----------
    values : iterable of object
        What a list holds.

    Returns
    -------
    bool
        Whether none of them is a list or an object.

    Examples
    --------
    >>> are_scalars([1, "N", None]), are_scalars([1, []])
    (True, False)
    """
    return _SCALARS.issuperset(map(type, values))


def plain(part: Any) -> Any:
    """Give a document with plain lists in place of listings.

    Parameters
    ----------
    part : object
        A document or a part of it.

    Returns
    -------
    object
        The same of dicts, lists, strings, numbers, truth values and None.

    Examples
    --------
    >>> plain({"nash": Listing(range(1, 4))})
    {'nash': [1, 2, 3]}
    """
    if isinstance(part, Listing | Rows):
        return part.plain()
    if isinstance(part, dict):
        return {key: plain(value) for key, value in part.items()}
    if isinstance(part, list | tuple):
        return [plain(value) for value in part]
    return part


def written(document: Any) -> Iterator[str]:
    """Write a document as JSON with a line for each value, piece by piece.

    Parameters
    ----------
    document : object
        A document or a part of it.

    Yields
    ------
    str
        What comes next; all together the text that ``json.dumps`` gives of the plain document
        with ``indent=1, ensure_ascii=False``.

    Notes
    -----
    Memory: a piece, however long the document is.

    Examples
    --------
    >>> print("".join(written({"nash": Listing(range(1, 3))})))
    {
     "nash": [
      1,
      2
     ]
    }
    """
    together, letters = list[str](), 0
    for piece in _pieces(document, "\n"):
        together.append(piece)
        letters += len(piece)
        if letters >= _PIECE:
            yield "".join(together)
            together, letters = [], 0
    yield "".join(together)


_ENCODER = JSONEncoder(ensure_ascii=False)
_text: Callable[[Any], str] = _ENCODER.encode
"""Write a value that is no list or object."""


def _pieces(part: Any, margin: str) -> Iterator[str]:
    """Write a part of a document that stands behind a margin, which begins with a line break."""
    if isinstance(part, Listing):
        yield from _listed(part, margin)
    elif isinstance(part, Rows):
        yield from _rows(part, margin)
    elif isinstance(part, dict):
        yield from _members(part, margin)
    elif isinstance(part, list | tuple):
        yield from _listed(Listing(part), margin) if are_scalars(part) else _items(part, margin)
    else:
        yield _text(part)


def _members(part: dict[Any, Any], margin: str) -> Iterator[str]:
    """Write an object."""
    before = f"{{{margin} "
    for key, value in part.items():
        yield f"{before}{_key(key)}: "
        yield from _pieces(value, f"{margin} ")
        before = f",{margin} "
    yield f"{margin}}}" if part else "{}"


def _key(key: Any) -> str:
    """Write a key as an object has it: text, whatever it was."""
    return _text(key) if isinstance(key, str) else f'"{_text(key)}"'


def _items(part: list[Any] | tuple[Any, ...], margin: str) -> Iterator[str]:
    """Write a list."""
    before = f"[{margin} "
    for value in part:
        yield before
        yield from _pieces(value, f"{margin} ")
        before = f",{margin} "
    yield f"{margin}]" if part else "[]"


def _listed(part: Listing, margin: str) -> Iterator[str]:
    """Write a listing."""
    before, between = f"[{margin} ", f",{margin} "
    for values in part.parts():
        if are_scalars(values):
            yield before + between.join(_texts(values, f"{margin} "))
            before = between
            continue
        for value in values:
            yield before
            yield from _pieces(value, f"{margin} ")
            before = between
    yield f"{margin}]" if len(part.values) else "[]"


def _rows(part: Rows, margin: str) -> Iterator[str]:
    """Write rows of objects, all after one pattern."""
    inner = f"{margin} "
    keys = [_key(key).replace("%", "%%") for key in part.columns]
    row = f"{{{inner} " + f",{inner} ".join(f"{key}: %s" for key in keys) + f"{inner}}}"
    before, between, end = f"[{inner}", f",{inner}", "[]"
    for columns in part.parts():
        texts = [_texts(values, f"{inner} ") for values in columns]
        yield before + between.join(map(row.__mod__, zip(*texts, strict=True)))
        before, end = between, f"{margin}]"
    yield end


def _texts(values: list[Any], margin: str) -> Iterable[str]:
    """Write values, each of which stands behind a margin."""
    kinds = set(map(type, values))
    if kinds == {int}:
        return map(str, values)
    if kinds == {str}:
        return map(encode_basestring, values)
    # Long columns of lists have few different ones: what is the same object is written once.
    written = dict[int, str]()
    for value in values:
        if id(value) not in written:
            written[id(value)] = "".join(_pieces(value, margin))
    return [written[id(value)] for value in values]
