"""How words are kept to be found: with the marks of a language, and without."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

__all__ = ["indexed", "plain", "rows_of"]

_MOST = 1 << 20  # statements of one report, at most
# Letters whose mark is part of them, so that no decomposition takes it off.
_PLAIN = str.maketrans(
    {"đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "ħ": "h", "ŧ": "t"}
    | {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "ð": "d", "ŋ": "ng"}
)


@lru_cache(maxsize=1 << 12)
def plain(words: str) -> str:
    """Write words in plain letters.

    Examples
    --------
    >>> plain("Nguyễn ở Điện Biên")
    'Nguyen o Dien Bien'
    """
    apart = unicodedata.normalize("NFD", words.translate(_PLAIN))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def rows_of(source: int) -> tuple[int, int]:
    """Give the first and last row of a report in the index."""
    return source * _MOST, source * _MOST + _MOST - 1


def indexed(
    source: int, text: str, statements: Iterable[tuple[str, str]]
) -> Iterator[tuple[int, str, str, str]]:
    """Give the rows of a report in the index: its text, and each statement's words.

    Words that hold letters no tokenizer takes the mark off are kept in plain letters too.
    """
    first, _ = rows_of(source)
    for place, (item, words) in enumerate([("", text), *statements]):
        bare = words.translate(_PLAIN)
        key = f"r{source}#{item}" if item else f"r{source}"
        yield first + place, words, "" if bare == words else plain(words), key
