"""Find the times a text names and resolve each to the days it covers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from satumeja.report._calendar import Interval, add, nearest_year, part_of, unit_around
from satumeja.report._knowledge import knowledge, word_choice
from satumeja.report._types import DateMention, Span

__all__ = ["absolute_dates", "date_words", "find_dates"]

_TENSE_WINDOW = 400
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True)
class _Form:
    """One way of naming a time: its pattern and how it is resolved."""

    pattern: re.Pattern[str]
    value: str
    unit: str = ""
    shift: int | None = None
    part: str | None = None


@dataclass(frozen=True)
class _Clue:
    """What a form was matched with and against."""

    words: Mapping[str, str | None]
    form: _Form
    anchor: dt.date | None
    tense: int | None
    table: Mapping[str, Any]
    reference: dt.date | None = None

    def number(self, slot: str) -> int:
        """Figures or a number word in `slot`."""
        word = (self.words[slot] or "").lower()
        return int(word) if word.isdigit() else int(self.table["numbers"][word])

    def month(self) -> int:
        """Month named, in a slot for any spelling or a capitalised one."""
        word = self.words.get("month") or self.words.get("Month") or ""
        return int(self.table["months"][word.lower().rstrip(".")])

    def year(self) -> int | None:
        """Year given, or none."""
        word = self.words.get("year") or self.words.get("y")
        if not word:
            return None
        return int(word) if len(word) == 4 else 2000 + int(word)

    def direction(self) -> int | None:
        """Behind (-1) or ahead (1), from the form's own words or from the tense."""
        return self.tense if self.form.shift is None else self.form.shift


def date_words(language: str) -> frozenset[str]:
    """Give the names of months and days, which are never names of persons."""
    table = knowledge("satumeja.report", language, "dates")
    return frozenset([*table["months"], *table["weekdays"]])


@cache
def _forms(language: str) -> tuple[_Form, ...]:
    """Compile the forms of a language."""
    table = knowledge("satumeja.report", language, "dates")
    slots = _slots(table)
    return tuple(
        _Form(
            _compile(form["text"], slots),
            form["value"],
            form.get("unit", ""),
            form.get("shift"),
            form.get("part"),
        )
        for form in table["form"]
    )


def _slots(table: Mapping[str, Any]) -> dict[str, str]:
    """Give the pattern of each slot a form may use."""
    months, days = list(table["months"]), list(table["weekdays"])
    single = word_choice(table["single_units"]) if table["single_units"] else "(?!)"
    capital = [word[0].upper() + word[1:] for word in months]
    return {
        "month": _month_pattern(months),
        "Month": f"(?-i:{_month_pattern([*capital, *[w.upper() for w in months]])})",
        "weekday": f"{word_choice(days)}\\b",
        "Weekday": f"(?-i:{word_choice([word.capitalize() for word in days])}\\b)",
        "day": r"(?:0?[1-9]|[12]\d|3[01])(?!\d)",
        "d": r"(?:0?[1-9]|[12]\d|3[01])",
        "m": r"(?:0?[1-9]|1[0-2])",
        "y": r"(?:(?:19|20)\d\d|\d\d)\b",
        "year": r"(?:1[6-9]|20)\d\d\b(?![.,/]\d)",
        "decade": r"(?:1[89]|20)\d0",
        "tens": r"[1-9]0",
        "number": f"(?:\\d{{1,3}}|{word_choice(table['numbers'])})",
        "unit": word_choice(table["units"]),
        "single": single,
        "part": word_choice(table["parts"]),
        "more": word_choice(table["more"]["words"]),
    }


def _month_pattern(months: list[str]) -> str:
    """Match a month; only an abbreviation takes a full stop with it."""
    short = {word for word in months if any(m != word and m.startswith(word) for m in months)}
    full = [word for word in months if word not in short]
    return rf"(?:{word_choice(full)}\b|{word_choice(short)}\b\.?)"


def _compile(form: str, slots: Mapping[str, str]) -> re.Pattern[str]:
    """Fill the slots of a form; a slot used twice is named once, then `name_2`."""
    seen: dict[str, int] = {}

    def fill(match: re.Match[str]) -> str:
        name = match.group(1)
        if name == "span":
            return "(?P<span>"
        if name == "/span":
            return ")"
        seen[name] = seen.get(name, 0) + 1
        number = seen[name]
        return f"(?P<{name if number == 1 else f'{name}_{number}'}>{slots[name]})"

    body = re.sub(r"<(/?[A-Za-z]+)>", fill, re.sub(r"(?<!\[) ", r"\\s{1,2}", form))
    return re.compile(rf"(?<![\w/])(?:{body})(?![\w/]|\.\d)", re.IGNORECASE)


def _words(match: re.Match[str]) -> dict[str, str | None]:
    """Give the slots filled, a second use of a slot standing in for the first."""
    words: dict[str, str | None] = {}
    for name, word in match.groupdict().items():
        base = name.split("_")[0]
        words[base] = words.get(base) or word
    return words


def find_dates(
    text: str,
    start: int,
    end: int,
    language: str,
    anchor: dt.date | None,
    reference: dt.date | None = None,
) -> list[DateMention]:
    """Find the dates between `start` and `end`.

    Parameters
    ----------
    text : str
        The report.
    start, end : int
        One sentence of it; its tense tells "in January" behind from ahead.
    language : str
        Whose forms to use.
    anchor : datetime.date or None
        The day of publication; without one, only absolute dates are found.
    reference : datetime.date, optional
        The day last named before `start`: "a week later" is counted from it.

    Returns
    -------
    list of DateMention
        In order, the longest of those that overlap.
    """
    found: dict[Span, tuple[_Form, re.Match[str]]] = {}
    for form in _forms(language):
        for match in form.pattern.finditer(text, start, end):
            span = match.span("span") if match.groupdict().get("span") else match.span()
            found.setdefault(span, (form, match))
    mentions: list[DateMention] = []
    table = knowledge("satumeja.report", language, "dates")
    taken = start
    for span in sorted(found, key=lambda item: (item[0], -item[1])):
        if span[0] < taken:
            continue
        form, match = found[span]
        tense = _tense(text, start, end, span, language)
        mention = _resolve(span, _Clue(_words(match), form, anchor, tense, table, reference))
        if mention is not None:
            mentions.append(mention)
            taken = span[1]
            reference = mention.first if mention.granularity == "day" else reference
    return mentions


def absolute_dates(text: str, start: int, end: int, language: str) -> list[DateMention]:
    """Find whole dates (day, month and year) between `start` and `end`."""
    if not _FIGURE.search(text, start, end):
        return []  # a year is in figures, and most lines have none: no form need be compiled
    return [
        mention
        for mention in find_dates(text, start, end, language, None)
        if mention.granularity == "day"
    ]


@cache
def _tense_words(language: str) -> re.Pattern[str]:
    """Match the words that say whether a sentence looks ahead or back."""
    tense = knowledge("satumeja.report", language, "dates")["tense"]
    ahead, back = word_choice(tense["future"]), word_choice(tense["past"])
    return re.compile(rf"\b(?:(?P<ahead>{ahead})|(?P<back>{back}))\b", re.IGNORECASE)


def _tense(text: str, start: int, end: int, span: Span, language: str) -> int | None:
    """Ahead (1), behind (-1) or unsaid: by the tense word nearest to the date."""
    begin, stop = max(start, span[0] - _TENSE_WINDOW), min(end, span[1] + _TENSE_WINDOW)
    best: tuple[int, int] | None = None
    for match in _tense_words(language).finditer(text, begin, stop):
        if span[0] <= match.start() < span[1]:
            continue
        distance = max(span[0] - match.end(), match.start() - span[1])
        candidate = (distance, 1 if match.group("ahead") else -1)
        best = min(best, candidate) if best else candidate
    return best[1] if best else None


def _resolve(span: Span, clue: _Clue) -> DateMention | None:
    """Resolve what was matched; None where it names no day of the calendar."""
    part_word = clue.words.get("part")
    part = clue.form.part or (clue.table["parts"][part_word.lower()] if part_word else None)
    try:
        resolved = _RESOLVERS[clue.form.value](clue)
    except ValueError:
        return None
    if resolved is None:
        return None
    (first, last), unit = resolved
    if part:
        first, last = part_of((first, last), unit, part)
    vague = bool(part or clue.words.get("more"))
    return DateMention(*span, first, last, unit, vague)


_Resolved = tuple[Interval, str] | None


def _day(clue: _Clue) -> _Resolved:
    """Resolve a day of a month, the year given or the nearest that fits."""
    month, day, year = clue.month(), clue.number("day"), clue.year()
    return _whole_day(clue, year, month, day)


def _numeric(clue: _Clue) -> _Resolved:
    """Resolve day, month and year in figures."""
    month, day = clue.number("m"), clue.number("d")
    return _whole_day(clue, clue.year(), month, day)


def _whole_day(clue: _Clue, year: int | None, month: int, day: int) -> _Resolved:
    """One day; without a year the nearest by tense, which looks back where unsaid."""
    if year is None:
        if clue.anchor is None:
            return None
        year = nearest_year(clue.anchor, month, day, clue.direction())
    date = dt.date(year, month, day)
    return (date, date), "day"


def _month(clue: _Clue) -> _Resolved:
    """Resolve a month."""
    month, year = clue.month(), clue.year()
    if year is None:
        if clue.anchor is None:
            return None
        day = {-1: 1, 1: 31}.get(clue.direction() or 0, clue.anchor.day)
        year = nearest_year(clue.anchor, month, day, clue.direction())
    return unit_around(dt.date(year, month, 1), "month"), "month"


def _year(clue: _Clue) -> _Resolved:
    """Resolve a year."""
    year = clue.year()
    return None if year is None else (unit_around(dt.date(year, 1, 1), "year"), "year")


def _decade(clue: _Clue) -> _Resolved:
    """Resolve a decade."""
    first = clue.number("decade") if clue.words.get("decade") else 1900 + clue.number("tens")
    return unit_around(dt.date(first, 1, 1), "decade"), "decade"


def _weekday(clue: _Clue) -> _Resolved:
    """Resolve a day of the week: the last one, today included, unless the words look ahead."""
    if clue.anchor is None:
        return None
    name = clue.words.get("weekday") or clue.words.get("Weekday") or ""
    behind = (clue.anchor.weekday() - clue.table["weekdays"][name.lower()]) % 7
    if clue.form.shift == -1:
        days = -(behind or 7)
    elif clue.form.shift == 0:
        days = -behind
    elif clue.direction() == 1:
        days = 7 - behind if behind else 7
    else:
        days = -behind
    day = add(clue.anchor, days, "day")
    return (day, day), "day"


def _unit(clue: _Clue) -> _Resolved:
    """Resolve a whole unit, such as last week."""
    if clue.anchor is None:
        return None
    unit = clue.form.unit
    return unit_around(add(clue.anchor, clue.form.shift or 0, unit), unit), unit


def _count(clue: _Clue) -> _Resolved:
    """Resolve so many units ago or ahead.

    "More than N years ago" is taken to lie between N and N + 1 years back; a plain
    count covers the whole unit N units away.
    """
    if clue.anchor is None:
        return None
    return _counted(clue, clue.anchor)


def _later(clue: _Clue) -> _Resolved:
    """Resolve so many units after the day named last; zero units after is that day."""
    if clue.reference is None:
        return None
    if clue.form.unit:
        day = add(clue.reference, clue.form.shift or 0, clue.form.unit)
        return unit_around(day, clue.form.unit), clue.form.unit
    return _counted(clue, clue.reference)


def _month_day(clue: _Clue) -> _Resolved:
    """Resolve a day of the month named without its month: the nearest that fits."""
    if clue.anchor is None:
        return None
    number, ahead = clue.number("day"), clue.direction() == 1
    month = clue.anchor.replace(day=1)
    if (number < clue.anchor.day) if ahead else (number > clue.anchor.day):
        month = add(month, 1 if ahead else -1, "month")
    day = month.replace(day=number)
    return (day, day), "day"


def _counted(clue: _Clue, anchor: dt.date) -> _Resolved:
    """Count units from a day."""
    single = clue.words.get("single")
    if single:
        count, unit = 1, clue.table["single_units"][single.lower()]
    else:
        count, unit = (
            clue.number("number"),
            clue.table["units"][(clue.words["unit"] or "").lower()],
        )
    sign = clue.form.shift or -1
    if (clue.words.get("more") or "").lower() in clue.table["more"]["beyond"]:
        near, far = (
            add(anchor, sign * count, unit),
            add(anchor, sign * (count + 1), unit),
        )
        return (min(near, far), max(near, far)), unit
    return unit_around(add(anchor, sign * count, unit), unit), unit


def _days(clue: _Clue) -> _Resolved:
    """Resolve a day so many days away."""
    if clue.anchor is None:
        return None
    day = add(clue.anchor, clue.form.shift or 0, "day")
    return (day, day), "day"


_RESOLVERS: Mapping[str, Callable[[_Clue], _Resolved]] = {
    "day": _day,
    "numeric": _numeric,
    "month": _month,
    "year": _year,
    "decade": _decade,
    "weekday": _weekday,
    "unit": _unit,
    "count": _count,
    "later": _later,
    "month_day": _month_day,
    "days": _days,
}
