"""Days and times as archives write them, in the language of whoever exported the file."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path

from satumeja.report.kit import clock_pattern, knowledge, time_of, zone_of

__all__ = ["read_moment"]

_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?<!\d)(?P<day>[0-3]?\d)(?:(?:st|nd|rd|th|er)(?![^\W\d_])|\.|º)?"
_NAME = r"(?P<month>[^\W\d_]{3,}|[^\W\d_]{3,}\.)"
_OF = r"(?:\s*(?:de|del|of|di|d')\s+)?"
_WORDED = (
    re.compile(rf"{_DAY}[\s,]*{_OF}{_NAME}\.?[\s,]*{_OF}{_YEAR}"),
    re.compile(rf"{_NAME}\.?\s*{_DAY}(?!\d),?\s*{_YEAR}"),
    re.compile(rf"{_YEAR}[.,\s]*{_NAME}\.?\s*{_DAY}(?!\d)"),
)
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/.]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_CHINESE = re.compile(r"((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_FIGURES = re.compile(r"(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
_MACHINE = re.compile(
    r"(?:19|20)\d\d-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?\b"
)
_LONGEST = 1000
"""No line that states a day is longer; to look through any would take the square of its length."""
_MAIL = re.compile(
    r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d?:\d\d(?::\d\d)? [+-]\d{4}"
)


def read_moment(words: str) -> dt.datetime | dt.date | None:
    """Read the day that words name, with the time of day where they have one.

    Parameters
    ----------
    words : str
        Such as "January 11, 2010 Monday 9:20 AM GMT", "11. Januar 2010", "9 Maret 2024".

    Returns
    -------
    datetime.datetime, datetime.date or None
        A time without a zone stays without. None where the words name no day, or one in
        figures of which nobody can tell day and month apart.

    Examples
    --------
    >>> read_moment("Montag 11. Januar 2010")
    datetime.date(2010, 1, 11)
    >>> read_moment("July 1, 2019 Monday 9:20 AM GMT").isoformat()
    '2019-07-01T09:20:00+00:00'
    >>> read_moment("May08,2012"), read_moment("03/04/2024")
    (datetime.date(2012, 5, 8), None)
    """
    words = words[:_LONGEST].replace("\u00a0", " ").replace("\u202f", " ").strip()
    machine = _MACHINE.search(words)
    if machine is not None:
        return _of_machine(machine.group())
    mail = _MAIL.search(words)
    if mail is not None:
        try:
            return parsedate_to_datetime(mail.group())
        except ValueError:
            return None
    day, end = _day(words)
    if day is None:
        return None
    clock = clock_pattern().search(words, end)
    if clock is None:
        return day
    zone, assumed = zone_of(clock, day, knowledge("satumeja.report", "en", "article"))
    return dt.datetime.combine(day, dt.time(*time_of(clock)), None if assumed else zone)


def _of_machine(words: str) -> dt.datetime | dt.date | None:
    """Read a time as machines write it."""
    try:
        return dt.datetime.fromisoformat(words.replace(",", "."))
    except ValueError:
        return _date(words[:4], words[5:7], words[8:10])


def _day(words: str) -> tuple[dt.date | None, int]:
    """Find the first whole day, and where its words end."""
    for pattern in _WORDED:
        for named in pattern.finditer(words):
            month = _months().get(named["month"].rstrip(".").casefold())
            day = _date(named["year"], str(month), named["day"]) if month else None
            if day is not None:
                return day, named.end()
    for pattern in (_ISO, _COMPACT, _CHINESE):
        figures = pattern.search(words)
        if figures is not None:
            year, *_, month_figures, day_figures = figures.groups()
            return _date(year, month_figures, day_figures), figures.end()
    figures = _FIGURES.search(words)
    return (_by_figures(figures), figures.end()) if figures else (None, 0)


def _by_figures(figures: re.Match[str]) -> dt.date | None:
    """Read day, month and year in figures, where it is plain which is which."""
    first, mark, second, year = figures.groups()
    if mark == "." or int(first) > 12 or first == second:
        return _date(year, second, first)
    return _date(year, first, second) if int(second) > 12 else None


def _date(year: str, month: str, day: str) -> dt.date | None:
    """Make a day; None where there is none."""
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """Give the number of each month by its names and short names."""
    text = Path(__file__).with_name("months.toml").read_text(encoding="utf-8")
    months = tomllib.loads(text)
    return {
        name.replace("_", " "): int(month) for month in months for name in months[month].split()
    }
