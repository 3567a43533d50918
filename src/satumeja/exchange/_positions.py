"""How a program counted the characters of a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

__all__ = ["Counting", "counting_of"]


@dataclass(frozen=True)
class Counting:
    """A way to count the characters of a text.

    Parameters
    ----------
    name : str
        What differs from the standard; empty where nothing does.
    text : str
        The text, without a mark at its head.
    place : callable
        Gives the place in code points that is meant by a number.
    """

    name: str
    text: str
    place: Callable[[int], int]

    def span(self, start: int, stop: int) -> tuple[int, int] | None:
        """Return where words begin and end; None where the text has no such place."""
        first, last = self.place(start), self.place(stop)
        return (first, last) if 0 <= first < last <= len(self.text) else None


def counting_of(given: str, places: Sequence[tuple[int, int, str]]) -> Counting:
    r"""Find out how the places in a text were counted.

    Parameters
    ----------
    given : str
        The text with the mark at its head, if it has one.
    places : sequence of int, int and str
        Where selections begin and end, and what they are called: often by their words.

    Examples
    --------
    >>> text = "one\r\ntwo and three"
    >>> counting_of(text, [(4, 17, "two and three")]).span(4, 17)
    (5, 18)
    """
    text = given.removeprefix("\ufeff")
    ways = [Counting("", text, lambda number: number)]
    if text != given:
        ways.append(Counting("from the mark at its head", text, lambda number: number - 1))
    if "\r\n" in text:
        ways.append(Counting("with each line end as one", text, _line_ends(text)))
    if any(character > "\uffff" for character in text):
        ways.append(Counting("in units of UTF-16", text, _units(text)))
    if len(ways) == 1:
        return ways[0]
    return max(ways, key=lambda way: (_fitting(way, places), -ways.index(way)))


def _fitting(way: Counting, places: Sequence[tuple[int, int, str]]) -> int:
    """Add up how well the words of selections fit what these are called, often by their words."""
    fitting = 0
    for start, stop, name in places:
        span = way.span(start, stop)
        if span is None:
            continue
        words = way.text[slice(*span)]
        called = _plain(re.sub(r"(…|\.\.\.)$", "", name.strip()))
        length = min(len(_plain(words)), len(called))
        if length and _plain(words)[:length] == called[:length]:
            # Blanks at an end are seldom selected: they tell of places that are one off.
            fitting += 2 * (length == len(_plain(words)) == len(called)) + 1
            fitting += words == words.strip()
    return fitting


def _plain(text: str) -> str:
    return "".join(text.split())


def _line_ends(text: str) -> Callable[[int], int]:
    """Count a line end of two characters as one."""
    ends = [match.start() - number for number, match in enumerate(re.finditer("\r\n", text))]
    return lambda number: number + bisect_right(ends, number - 1)


def _units(text: str) -> Callable[[int], int]:
    """Count a character beyond U+FFFF as two."""
    wide = [place for place, character in enumerate(text) if character > "\uffff"]
    starts = [place + number for number, place in enumerate(wide)]
    return lambda number: number - bisect_right(starts, number - 1)
