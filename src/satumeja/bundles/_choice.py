"""What somebody chose of a file: articles ("3,7-9"), and columns ("text=Isi")."""

from __future__ import annotations

import re

from satumeja.errors import ReportError

__all__ = ["chosen", "columns_named"]

_MOST = 10_000_000


def chosen(words: str) -> tuple[range, ...]:
    """Read the numbers of articles.

    Parameters
    ----------
    words : str
        Numbers and ranges, between commas: ``3,7-9``; ``12-`` is all from the twelfth.

    Returns
    -------
    tuple of range
        Each range as it was named.

    Raises
    ------
    ReportError
        It is none; the message says how one is written.

    Examples
    --------
    >>> chosen("3,7-9")
    (range(3, 4), range(7, 10))
    """
    ranges = []
    for part in re.split(r"[,\s]+", words.strip(", \t")):
        numbers = re.fullmatch(r"(\d{1,7})(?:(-|–|\.\.)(\d{1,7})?)?", part)
        if numbers is None:
            raise ReportError(f'--only: "{words}" names no articles; some are named 3,7-9')
        first = int(numbers[1])
        last = int(numbers[3]) if numbers[3] else _MOST if numbers[2] else first
        if not 1 <= first <= last:
            raise ReportError(f'--only: "{part}" is no range of articles; one is named 7-9')
        ranges.append(range(first, last + 1))
    return tuple(ranges)


def columns_named(words: str) -> dict[str, str]:
    """Read which column of a table states what.

    Parameters
    ----------
    words : str
        Fields and columns, between commas: ``text=Isi berita,title=Judul``.

    Raises
    ------
    ReportError
        It is none; the message says how one is written.

    Examples
    --------
    >>> columns_named("text=Isi berita, title=Judul")
    {'text': 'Isi berita', 'title': 'Judul'}
    """
    columns = {}
    for part in words.split(","):
        field, mark, column = part.partition("=")
        if not mark or not field.strip() or not column.strip():
            raise ReportError(
                f'--columns: "{part.strip()}" names no column; one is named text=Isi'
            )
        columns[field.strip().lower()] = column.strip()
    return columns
