"""The forms in which a language names times, compiled from ``dates.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from satumeja.report._knowledge import knowledge, word_choice
from satumeja.report._numbers import numbers_of

__all__ = ["Form", "forms_in", "forms_of", "spelt"]

_APOSTROPHES = "'’‘ʼ`´"
_LETTERS = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"\d")
_CHOICES = {
    "unit": "units",
    "single": "single_units",
    "part": "parts",
    "dayword": "day_words",
    "side": "sides",
    "whole": "wholes",
    "rel": "relative",
    "twice": "twice",
    "tail": "tails",
    "lead": "leads",
    "ordinal": "days_in_words",
    "holiday": "holidays",
}
"""Slots that are one of the words of a table."""

_WORD_TABLES = {
    "month": ("months",),
    "weekday": ("weekdays",),
    "unit": ("units", "single_units", "wholes"),
    "dayword": ("day_words",),
    "ordinal": ("days_in_words",),
    "holiday": ("holidays",),
}


@dataclass(frozen=True)
class Form:
    """One way of naming a time: its words and how they are resolved.

    Parameters
    ----------
    text : str
        The words, with slots in angle brackets.
    language : str
        Whose slots they are.
    value : str
        How it is resolved: a key of the resolvers.
    unit : str
        The unit it counts in, where that is no slot.
    shift : int or None
        How many units away; None leaves it to the tense of the sentence.
    part : str or None
        Which part of the unit is meant.
    needs : frozenset of str
        Kinds of words without which a sentence cannot hold it.
    """

    text: str
    language: str
    value: str
    unit: str
    shift: int | None
    part: str | None
    needs: frozenset[str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The words as a pattern, its slots as groups; compiled where a text can hold them."""
        return _compiled(self.text, _slots(self.language))


def spelt(word: str) -> str:
    """Give a word of a report as the tables spell it: small, one blank, a straight apostrophe."""
    for mark in _APOSTROPHES[1:]:
        word = word.replace(mark, "'")
    return " ".join(word.lower().split())


@cache
def forms_of(language: str) -> tuple[Form, ...]:
    """Give the forms of a language."""
    table = knowledge("satumeja.report", language, "dates")
    return tuple(
        Form(
            form["text"],
            language,
            form["value"],
            form.get("unit", ""),
            form.get("shift"),
            form.get("part"),
            frozenset(form["needs"].split()),
        )
        for form in table["form"]
    )


def forms_in(text: str, start: int, end: int, language: str) -> list[Form]:
    """Give the forms a stretch of a text can hold, by the kinds of words in it."""
    kinds: set[str] = {"figure", "ordinal"} if _FIGURE.search(text, start, end) else set()
    vocabulary = _vocabulary(language)
    words = set(_LETTERS.findall(text[start:end].lower()))
    for word in words & vocabulary.keys():
        kinds |= vocabulary[word]
    if not kinds:
        return []
    return [form for form in forms_of(language) if form.needs <= kinds]


@cache
def _vocabulary(language: str) -> Mapping[str, frozenset[str]]:
    """Give the words by which a sentence shows that it may name a time, with their kinds."""
    table = knowledge("satumeja.report", language, "dates")
    kinds: dict[str, set[str]] = {}
    for kind, names in _WORD_TABLES.items():
        for name in names:
            for phrase in table[name]:
                kinds.setdefault(_LETTERS.findall(phrase)[0], set()).add(kind)
    for word in table["unit_signs"]:
        kinds.setdefault(word, set()).add("unit")
    return {word: frozenset(names) for word, names in kinds.items()}


@cache
def _slots(language: str) -> Mapping[str, str]:
    """Give the pattern of each slot a form may use."""
    table = knowledge("satumeja.report", language, "dates")
    months, days = list(table["months"]), list(table["weekdays"])
    capital = "(?-i:(?=[A-Z]))"
    year = r"(?:1[6-9]|20)\d\d\b(?![.,/]\d)"
    near = word_choice([*table["relative_years"]])
    return {
        "month": _month_pattern(months),
        "Month": f"{capital}{_month_pattern(months)}",
        "weekday": f"(?:{_weekdays(table, days)})\\b",
        "anyday": f"{_apostrophes(word_choice(days))}\\b",
        "Weekday": f"{capital}{_apostrophes(word_choice(days))}\\b",
        "day": r"(?:0?[1-9]|[12]\d|3[01])(?!\d)",
        "d": r"(?:0?[1-9]|[12]\d|3[01])",
        "m": r"(?:0?[1-9]|1[0-2])",
        "y": r"(?:(?:19|20)\d\d|\d\d)\b",
        "year": year,
        "yy": r"\d\d(?!\d)",
        "yr": f"(?:{year}|{near}\\b)",
        "decade": r"(?:1[89]|20)\d0",
        "tens": r"[1-9]0",
        "few": r"[\w½]+(?:[\s-][\w½]+)?",
        "number": numbers_of(language).pattern,
        "more": word_choice(table["more"]["words"]),
        "nth": f"{word_choice(table['ordinals'])}\\b",
        **{slot: _choice(table[names]) for slot, names in _CHOICES.items()},
        "half": rf"\s{re.escape(table['half'])}",
        "mark": "[/.-]",
        "join": table["join"],
    }


def _choice(words: Iterable[str]) -> str:
    """Match one of some words; nothing where there are none."""
    return word_choice(words) if words else "(?!)"


def _month_pattern(months: list[str]) -> str:
    """Match a month; only an abbreviation takes a full stop with it."""
    short = {word for word in months if any(m != word and m.startswith(word) for m in months)}
    full = [word for word in months if word not in short]
    return rf"(?:{word_choice(full)}\b|{word_choice(short)}\b\.?)"


def _weekdays(table: Mapping[str, Any], days: list[str]) -> str:
    """Match a weekday; one that is a unit too is the day in capitals, inside a sentence, alone.

    "Minggu lalu" at the start of a sentence or in a headline is last week; it holds the day.
    """
    both = [day for day in days if day in table["units"]]
    alone = [day for day in days if day not in both]
    pattern = _apostrophes(word_choice(alone))
    if both:
        pattern += rf"|(?-i:(?<=[a-z,)\]\d]\s){word_choice(_capitals(both))}(?!\s[A-Z]))"
    return pattern


def _capitals(words: list[str]) -> list[str]:
    """Give words as they begin a name, and in capitals."""
    return [*[word.capitalize() for word in words], *[word.upper() for word in words]]


def _apostrophes(pattern: str) -> str:
    """Let any apostrophe stand for the straight one."""
    return pattern.replace("'", f"[{_APOSTROPHES}]")


def _compiled(form: str, slots: Mapping[str, str]) -> re.Pattern[str]:
    """Fill the slots of a form; a slot used twice is named once, then `name_2`.

    No form begins inside a number: "500 years ago" is no part of "1,500 years ago".
    """
    uses: dict[str, int] = {}

    def fill(match: re.Match[str]) -> str:
        name = match.group(1)
        if name == "/span":
            return ")"
        uses[name] = uses.get(name, 0) + 1
        label = name if uses[name] == 1 else f"{name}_{uses[name]}"
        return f"(?P<{label}>" if name == "span" else f"(?P<{label}>{slots[name]})"

    body = re.sub(r"(?<!P)<(/?[A-Za-z]+)>", fill, re.sub(r"(?<!\[) ", r"\\s{1,2}", form))
    guarded = rf"(?<![\w/])(?<!\d[.,:])(?:{body})(?![\w/]|\.\d)"
    return re.compile(guarded, re.IGNORECASE)
