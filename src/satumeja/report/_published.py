"""Read the line that says when a page was published."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from satumeja.report._dates import absolute_dates
from satumeja.report._knowledge import LANGUAGES, knowledge, word_choice

__all__ = ["DateLine", "read_date_line"]

_ROOM = "satumeja.report"
_LONGEST = 140
_MOST_OTHER_WORDS = 6


@dataclass(frozen=True)
class DateLine:
    """When a page was published, and whether that was an update or a guess of zone.

    A line that gives no time of day says on which day, and no more.
    """

    published: dt.datetime | dt.date
    zone_assumed: bool
    updated: bool


@cache
def _clock() -> re.Pattern[str]:
    """Match a time of day with its half and its zone."""
    common = knowledge(_ROOM, "common")
    zones = word_choice([*common["zones"], *common["us_zones"]])
    return re.compile(
        r"\b(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?:[:.][0-5]\d)?\b"
        rf"(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?(?:\s?\(?(?P<zone>{zones})\b)?",
        re.IGNORECASE,
    )


def read_date_line(text: str, start: int, end: int, language: str) -> DateLine | None:
    """Read a line as the page's date line.

    Parameters
    ----------
    text : str
        The report.
    start, end : int
        The line.
    language : str
        The report's language; the other one's dates are tried as well.

    Returns
    -------
    DateLine or None
        None where the line is something else.
    """
    if end - start > _LONGEST:
        return None
    for tongue in (language, *(other for other in LANGUAGES if other != language)):
        dates = absolute_dates(text, start, end, tongue)
        if dates:
            break
    else:
        return None
    table = knowledge(_ROOM, language, "article")
    mention = dates[0]
    clock = _clock().search(text, mention.end, end)
    clock = clock or _clock().search(text, start, mention.start)
    rest = _clock().sub(" ", text[start : mention.start]) + " "
    rest += _clock().sub(" ", text[mention.end : end])
    other_words = [w for w in re.findall(r"[\w.]+", rest) if w not in table["date_line_noise"]]
    if len(other_words) > (_MOST_OTHER_WORDS if clock else 3):
        return None
    if re.search(r"[.!?]\s+[A-Z]", rest):
        return None
    updated = any(word in text[start:end] for word in table["date_line_updated"])
    if clock is None:
        return DateLine(mention.first, zone_assumed=False, updated=updated)
    zone, assumed = _zone(clock, mention.first, table)
    time = dt.time(*_time(clock), tzinfo=zone)
    return DateLine(dt.datetime.combine(mention.first, time), assumed, updated)


def _time(clock: re.Match[str]) -> tuple[int, int]:
    """Hour and minute of the day."""
    hour, half = int(clock["hour"]), (clock["half"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, int(clock["minute"])


def _zone(
    clock: re.Match[str], day: dt.date, table: Mapping[str, Any]
) -> tuple[dt.timezone, bool]:
    """Give the zone named, or the language's own, marked as assumed."""
    common = knowledge(_ROOM, "common")
    name = (clock["zone"] or "").upper()
    if name in common["us_zones"]:
        hours = common["us_zones"][name] + (1 if _us_summer(day) else 0)
        return dt.timezone(dt.timedelta(hours=hours)), False
    offset = common["zones"].get(name, table["default_zone"])
    sign = -1 if offset[0] == "-" else 1
    delta = dt.timedelta(hours=int(offset[1:3]), minutes=int(offset[4:6]))
    return dt.timezone(sign * delta), not name


def _us_summer(day: dt.date) -> bool:
    """Whether US summer time is kept: second Sunday of March to first of November."""

    def sunday(month: int, number: int) -> dt.date:
        first = dt.date(day.year, month, 1)
        return first + dt.timedelta(days=(6 - first.weekday()) % 7 + 7 * (number - 1))

    return sunday(3, 2) <= day < sunday(11, 1)
