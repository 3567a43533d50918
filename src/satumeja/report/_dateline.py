"""Read the dateline that opens a story: place, site, agency and day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from satumeja.report._dates import absolute_dates
from satumeja.report._knowledge import LANGUAGES, knowledge, word_choice

__all__ = ["Dateline", "canonical_place", "lone_dateline", "read_dateline"]

_ROOM = "satumeja.report"
_WINDOW = 120
_CAPITALS = "[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]*"


@dataclass(frozen=True)
class Dateline:
    """What stands before a story's first words, and where those begin."""

    end: int
    place: str | None
    site: str | None
    agency: str | None
    day: dt.date | None = None


@cache
def _forms(language: str) -> tuple[re.Pattern[str], ...]:
    """Compile the dateline forms, with the months of a language for their dates."""
    common = knowledge(_ROOM, "common")
    table = knowledge(_ROOM, language, "dates")
    months = word_choice(_capitals(table["months"]))
    weekdays = word_choice(_capitals(table["weekdays"]))
    slots = {
        "place": rf"(?P<place>{_CAPITALS}(?: {_CAPITALS}){{0,3}})",
        "Place": r"(?P<place>[A-Z][a-z.'-]+(?: [A-Z][\w.'-]+){0,2})",
        "within": r"(?:,? [A-Z][\w.]*(?: [A-Z][\w.]*){0,2}| \([A-Z][\w. ]{1,30}\))",
        "site": r"(?P<site>[A-Z]?[\w-]*\w\.(?:com|co\.id|co|id|net|org|tv|COM|CO\.ID|CO|ID|NET|ORG"
        r"|TV)|KOMPAS"
        r"|[A-Z][A-Za-z]+ (?:Indonesia|News)|[A-Z][a-z]+[A-Z]\w+)",
        "agency": r"(?P<agency>[A-Za-z][\w ./-]{1,30})",
        "day": rf"(?P<day>(?:{weekdays},? )?\(?{_day_shape(months)}(?:(?:,? |/)\d{{4}})?\)?)",
        "whole": rf"(?P<day>(?:{weekdays},? )?\(?(?:{_day_shape(months)}(?:,? |/)\d{{4}}"
        r"|\d{4}-\d\d-\d\d|\d{1,2}[-.]\d{1,2}[-.]\d{4})\)?)",
        "dash": r"(?:--|[-–—])(?=\s)",
        "stop": r"(?:--|[-–—:.])(?=\s)",
        "glued": r"(?:--|[-–—])(?=[A-Z“\"‘])",
    }
    return tuple(re.compile(_filled(form, slots)) for form in common["datelines"]["forms"])


def _filled(form: str, slots: Mapping[str, str]) -> str:
    """Fill the slots of a form; what may stand in one of several places is numbered from two."""
    body = re.sub(r"(?<!P)<(\w+)>", lambda match: slots[match.group(1)], form)
    uses: dict[str, int] = {}

    def number(match: re.Match[str]) -> str:
        name = match.group(1)
        uses[name] = uses.get(name, 0) + 1
        return f"(?P<{name}{uses[name] if uses[name] > 1 else ''}>"

    return re.sub(r"\(\?P<(\w+)>", number, body)


def _capitals(words: Iterable[str]) -> Iterator[str]:
    """Give words as they begin a name, and in capitals."""
    for word in words:
        yield word.capitalize()
        yield word.upper()


def _day_shape(months: str) -> str:
    """Match a day and its month, in words or figures."""
    return (
        rf"(?:{months}\.? \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {months}\.?"
        r"|\d{1,2}/\d{1,2})"
    )


def read_dateline(text: str, start: int, end: int, language: str) -> Dateline | None:
    """Read the dateline at the start of a line, if it has one.

    Parameters
    ----------
    text : str
        The report.
    start, end : int
        The line.
    language : str
        Whose months and place names to know.

    Returns
    -------
    Dateline or None
        None where the line begins without one.
    """
    for form in _forms(language):
        match = form.match(text, start, min(end, start + _WINDOW))
        if match is None or not text[match.end() : end].strip():
            continue
        groups = {
            name.rstrip("23456789"): words for name, words in match.groupdict().items() if words
        }
        place = groups.get("place")
        return Dateline(
            match.end(),
            canonical_place(place, language) if place else None,
            groups.get("site"),
            groups.get("agency"),
            _whole_day(text, match, language) if groups.get("day") else None,
        )
    return None


_LONE = re.compile(r"([A-Z][A-Za-z.'-]+(?: [A-Z][\w.'-]+){0,2}) ?(?:--|[-–—])")


def lone_dateline(text: str, start: int, end: int, language: str) -> Dateline | None:
    """Read a line that is a place and a dash and no more, as pages break a dateline off."""
    match = _LONE.fullmatch(text, start, end)
    if match is None:
        return None
    return Dateline(end, canonical_place(match[1], language), None, None)


def _whole_day(text: str, match: re.Match[str], language: str) -> dt.date | None:
    """Give the day a dateline names with its year."""
    named = absolute_dates(text, *match.span("day"), language)
    return named[0].first if named and not named[0].doubtful else None


def canonical_place(place: str, language: str) -> str:
    """Give a place by its English name.

    Examples
    --------
    >>> canonical_place("MOSKOW", "id")
    'Moscow'
    >>> canonical_place("SURABAYA", "id")
    'Surabaya'
    """
    words = place.strip(" ,.").lower()
    for tongue in (language, *LANGUAGES):
        known = knowledge(_ROOM, tongue, "article")["places"].get(words)
        if known:
            return str(known)
    return words.title() if place.isupper() else place.strip(" ,")
