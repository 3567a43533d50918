"""Read the dateline that opens a story: place, site, agency and day."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from satumeja.report._dates import absolute_dates
from satumeja.report._knowledge import LANGUAGES, knowledge, word_choice

__all__ = ["Dateline", "canonical_place", "lone_dateline", "read_dateline"]

_ROOM = "satumeja.report"
_WINDOW = 120


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
    months = word_choice(month.capitalize() for month in table["months"])
    weekdays = word_choice(day.capitalize() for day in table["weekdays"])
    slots = {
        "place": r"(?P<place>[A-Z][A-Z.'-]*(?: [A-Z][A-Z.'-]*){0,3})",
        "Place": r"(?P<place>[A-Z][a-z.'-]+(?: [A-Z][\w.'-]+){0,2})",
        "site": r"(?P<site>[A-Z]?[\w-]*\w\.(?:com|co\.id|co|id|net|org|tv|COM|CO\.ID|CO|ID|NET|ORG"
        r"|TV)|KOMPAS"
        r"|[A-Z][A-Za-z]+ (?:Indonesia|News)|[A-Z][a-z]+[A-Z]\w+)",
        "agency": r"(?P<agency>[A-Za-z][\w ./-]{1,30})",
        "day": rf"(?P<day>(?:{weekdays},? )?\(?(?:{months}\.? \d{{1,2}}|\d{{1,2}} {months}\.?"
        r"|\d{1,2}/\d{1,2})(?:(?:,? |/)\d{4})?\)?)",
        "dash": r"(?:--|[-–—])(?=\s)",
        "glued": r"(?:--|[-–—])(?=[A-Z“\"‘])",
    }
    return tuple(
        re.compile(re.sub(r"<(\w+)>", lambda match: slots[match.group(1)], form))
        for form in common["datelines"]["forms"]
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
        groups = match.groupdict()
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
    return named[0].first if named else None


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
