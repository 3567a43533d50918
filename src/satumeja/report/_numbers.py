"""Numbers as a report says them: in figures or words, with a half, or as no exact number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from satumeja.report._knowledge import knowledge, word_choice

__all__ = ["Numbers", "Quantity", "numbers_of"]

_FIGURES = r"(?:\d{1,3}(?:[.,]\d{3})+(?!\d)|\d{1,3}(?:[.,]\d{1,2})?(?!\d))"
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_MOST_WORDS = 12
"""So many words a number has at most; in a column of figures each would be sought to its end."""
_SIGNS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}


@dataclass(frozen=True)
class Quantity:
    """How many, at least and at most; the same where the words say it exactly."""

    least: Fraction
    most: Fraction

    @property
    def is_exact(self) -> bool:
        """Whether the words say one number."""
        return self.least == self.most


@dataclass(frozen=True)
class Numbers:
    """The number words of a language.

    Parameters
    ----------
    pattern : str
        A regular expression of everything that says how many.
    joins : re.Pattern
        What stands between two numbers of which either may be meant.
    words : re.Pattern
        The words a number is made of.
    values : mapping
        What they are worth: added up, where they are no scale.
    scales : mapping
        What multiplies the number before it.
    inexact : mapping
        Words for no exact number, with the least and the most they stand for.
    vague : re.Pattern
        One of these at the start.
    """

    pattern: str
    joins: re.Pattern[str]
    words: re.Pattern[str]
    values: Mapping[str, Fraction]
    scales: Mapping[str, int]
    inexact: Mapping[str, tuple[int, int]]
    vague: re.Pattern[str]

    def quantity(self, words: str) -> Quantity:
        """Give how many some words say.

        Examples
        --------
        >>> numbers_of("id").quantity("seratus dua puluh lima").least
        Fraction(125, 1)
        >>> numbers_of("en").quantity("two to three").most
        Fraction(3, 1)
        >>> numbers_of("id").quantity("beberapa ratus").least
        Fraction(200, 1)
        """
        words = " ".join(words.lower().split())
        vague = self.vague.match(words)
        if vague is not None:
            least, most = self.inexact[vague.group()]
            rest = words[vague.end() :].strip(" -")
            size = self._value(rest) if rest else Fraction(1)
            return Quantity(least * size, most * size)
        ends = [self._value(side) for side in self.joins.split(words, maxsplit=1)]
        return Quantity(ends[0], ends[-1])

    def _value(self, words: str) -> Fraction:
        """Add up the words of one number."""
        total = hundreds = last = Fraction(0)
        for piece in self.words.findall(words):
            scale = self.scales.get(piece)
            if scale is None:
                hundreds, last = hundreds + last, self._worth(piece)
            elif scale < 1000:
                hundreds, last = hundreds + (last or 1) * scale, Fraction(0)
            else:
                total += (hundreds + last or 1) * scale
                hundreds = last = Fraction(0)
        return total + hundreds + last

    def _worth(self, piece: str) -> Fraction:
        """Give what one word or figure is worth; a point before three figures parts thousands."""
        if not piece[0].isdigit():
            return self.values[piece]
        if _THOUSANDS.fullmatch(piece):
            return Fraction(re.sub("[.,]", "", piece))
        return Fraction(piece.replace(",", "."))


@cache
def numbers_of(language: str) -> Numbers:
    """Make the number words of a language ready, from ``dates.toml``."""
    table: Mapping[str, Any] = knowledge("satumeja.report", language, "dates")
    values = {word: Fraction(str(value)) for word, value in table["numbers"].items()} | _SIGNS
    scales = dict(table["scales"])
    single = rf"(?:\b{word_choice([*table['numbers'], *scales])}\b|[½¼¾])"
    join = word_choice(table["either"])
    # One choice of all words, several times: what is no number is told when it is read.
    words = word_choice([*values, *scales, *table["inexact"]])
    word = rf"(?:\d{{1,3}}(?:[.,]\d+)*(?!\d)|[½¼¾]|{words}(?!\w))"
    between = rf"(?:\s|\s?[-–]\s?|(?=[½¼¾])|\s{join}\s)"
    return Numbers(
        rf"(?:{word}(?:{between}{word}){{0,{_MOST_WORDS - 1}}})",
        re.compile(rf"(?<=\d)\s?[-–]\s?(?=\d)|\s{join}\s"),
        re.compile(rf"{_FIGURES}|{single}"),
        values,
        scales,
        {word: (least, most) for word, (least, most) in table["inexact"].items()},
        re.compile(word_choice(table["inexact"])),
    )
