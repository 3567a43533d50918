"""What a form of naming a time was matched with, and what comes of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from satumeja.report._calendar import unit_around
from satumeja.report._numbers import Quantity, numbers_of
from satumeja.report._tense import Around
from satumeja.report._time_forms import Form, spelt

__all__ = ["Clue", "Days", "unit_at"]


class Days(NamedTuple):
    """The days a time covers, and how sure they are.

    Parameters
    ----------
    first, last : datetime.date
        First and last day.
    unit : str
        ``day``, ``week``, ``month``, ``year``, ``decade`` or ``span``.
    vague : bool
        Whether the words themselves are.
    doubtful : bool
        Whether the days are a guess at what the words mean.
    is_term : bool
        Whether they are a term that ends with the last.
    """

    first: dt.date
    last: dt.date
    unit: str
    vague: bool = False
    doubtful: bool = False
    is_term: bool = False


@dataclass(frozen=True)
class Clue:
    """What a form was matched with and against."""

    words: Mapping[str, str | None]
    form: Form
    anchor: dt.date | None
    around: Around
    language: str
    table: Mapping[str, Any]
    reference: dt.date | None = None

    @property
    def base(self) -> dt.date:
        """The day to count from; a time that needs one is unknown without it."""
        if self.anchor is None:
            raise ValueError("no day to count from")
        return self.anchor

    def word(self, slot: str) -> str:
        """Give the word in a slot as the tables spell it; empty where there is none."""
        return spelt(self.words.get(slot) or "")

    def figure(self, slot: str) -> int:
        """Figures in `slot`."""
        return int(self.words[slot] or "")

    def day_of_month(self) -> int:
        """Give the day of a month, in figures or words."""
        word = self.word("ordinal")
        return int(self.table["days_in_words"][word]) if word else self.figure("day")

    def quantity(self) -> Quantity:
        """How many, in figures or words, with a half behind the unit."""
        quantity = numbers_of(self.language).quantity(self.words["number"] or "")
        if self.words.get("half"):
            extra = numbers_of(self.language).quantity(self.table["half"]).least
            return Quantity(quantity.least + extra, quantity.most + extra)
        return quantity

    def month(self, which: str = "") -> int:
        """Month named, in a slot for any spelling or a capitalised one."""
        word = self.word(f"Month{which}") or self.word(f"month{which}")
        return int(self.table["months"][word.rstrip(".")])

    def year(self, which: str = "") -> int | None:
        """Year given, or told as last, this or next year; None where neither is."""
        word = self.word(f"yr{which}") or self.word(f"year{which}") or self.word(f"y{which}")
        if not word:
            return None
        if not word.isdigit():
            return self.base.year + int(self.table["relative_years"][word])
        return int(word) if len(word) == 4 else 2000 + int(word)

    def weekday(self, which: str = "") -> int | None:
        """Day of the week named, or none."""
        names = ("weekday", "anyday", "Weekday")
        word = next((word for name in names if (word := self.word(name + which))), "")
        return int(self.table["weekdays"][word]) if word else None

    def shift(self) -> int:
        """How many units away, by the form or by a word such as "last"."""
        if self.form.shift is not None:
            return self.form.shift
        word = self.word("rel")
        return int(
            self.table["relative"][word] if word else self.table["twice"][self.word("twice")]
        )

    def direction(self) -> int | None:
        """Behind (-1) or ahead (1), from the form's own words or from those around."""
        return self.around.direction if self.form.shift is None else self.form.shift


def unit_at(day: dt.date, unit: str) -> Days:
    """Give the unit around a day; quarters and halves of a year are spans of months."""
    name = {"century": "year", "quarter": "span", "half": "span"}.get(unit, unit)
    return Days(*unit_around(day, unit), name)
