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
from satumeja.report._types import DateMention, Span

__all__ = ["DateLine", "dated_part", "parts_of", "read_date_line"]

_ROOM = "satumeja.report"
_LONGEST = 140
_MOST_OTHER_WORDS = 6
_MOST_UNTIMED = 3
_MOST_BESIDE = 2
_MOST_IN_OTHER_PARTS = 90
_STROKE = re.compile(r"\s*[|•·]\s*")
_AMERICAN = ("EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT")


@dataclass(frozen=True)
class DateLine:
    """When a page was published, and whether that was an update or a guess of zone.

    A line that gives no time of day says on which day, and no more; one in figures of which
    nobody can tell day and month apart says nothing.
    """

    published: dt.datetime | dt.date | None
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


def read_date_line(
    text: str, start: int, end: int, language: str, *, alone: bool = False
) -> DateLine | None:
    """Read a line as the page's date line.

    Parameters
    ----------
    text : str
        The report.
    start, end : int
        The line.
    language : str
        The report's language; the other one's dates are tried as well.
    alone : bool
        Whether hardly a word may stand beside the date, as inside or below a story.

    Returns
    -------
    DateLine or None
        None where the line is something else.
    """
    if end - start > _LONGEST:
        return None
    mention = _first_date(text, start, end, language)
    if mention is None:
        return None
    table = knowledge(_ROOM, language, "article")
    clock = _clock().search(text, mention.end, end)
    clock = clock or _clock().search(text, start, mention.start)
    if not _is_date_line(text, (start, end), mention, table, timed=clock is not None, alone=alone):
        return None
    updated = any(word in text[start:end] for word in table["date_line_updated"])
    day = _day_meant(text, mention, clock)
    if clock is None or day is None:
        return DateLine(day, zone_assumed=False, updated=updated)
    zone, assumed = _zone(clock, day, table)
    time = dt.time(*_time(clock), tzinfo=zone)
    return DateLine(dt.datetime.combine(day, time), assumed, updated)


def dated_part(text: str, start: int, end: int, language: str) -> Span | None:
    """Give the stretch of a line that is a date and a time of day; None where it has no date."""
    mention = _first_date(text, start, end, language)
    if mention is None:
        return None
    clock = _clock().search(text, mention.end, end)
    between = text[mention.end : clock.start()] if clock else ""
    reaches = clock is not None and len(re.findall(r"\w+", between)) <= 1
    return mention.start, clock.end() if clock is not None and reaches else mention.end


def parts_of(text: str, start: int, end: int) -> list[Span]:
    """Give the parts of a line between strokes and dots; one where it has none."""
    marks = [match.span() for match in _STROKE.finditer(text, start, end)]
    begins, stops = [start, *(stop for _, stop in marks)], [*(begin for begin, _ in marks), end]
    return [span for span in zip(begins, stops, strict=True) if span[0] < span[1]]


def _first_date(text: str, start: int, end: int, language: str) -> DateMention | None:
    """Give the first whole date of a line, in the report's language or else in the other."""
    for tongue in (language, *(other for other in LANGUAGES if other != language)):
        dates = absolute_dates(text, start, end, tongue)
        if dates:
            return dates[0]
    return None


def _is_date_line(
    text: str,
    line: Span,
    mention: DateMention,
    table: Mapping[str, Any],
    *,
    timed: bool,
    alone: bool,
) -> bool:
    """Whether few words stand beside a date, of the part of the line that it stands in.

    A line such as "By Ana Roa | 9 December 2023 |" has parts, of which one is the date.
    """
    parts = parts_of(text, *line)
    begin, stop = next(part for part in parts if part[0] <= mention.start < part[1])
    stop = max(stop, mention.end)
    rest = _clock().sub(" ", f"{text[begin : mention.start]} {text[mention.end : stop]}")
    words = re.findall(r"[\w.]+", rest)
    others = [word for word in words if word.strip(".:") not in table["date_line_noise"]]
    governed = re.search(r"(\w+)\s+\Z", text[begin : mention.start])
    # "Court sits on 7 April 2021" is no date line, "Posted by Ana on 7 April 2021" is one.
    before = governed[1].lower() if governed else ""
    if others and len(others) + 1 >= len(words) > 1 and before in table["before_dates"]:
        return False
    most = _MOST_BESIDE if alone else _MOST_OTHER_WORDS if timed else _MOST_UNTIMED
    if len(others) > most or re.search(r"[.!?]\s+[A-Z]", rest):
        return False
    if any(word in table["date_line_not"] for word in others):
        return False
    if alone and others and text[line[1] - 1] in ".!?":
        return False
    return line[1] - line[0] - (stop - begin) <= _MOST_IN_OTHER_PARTS


def _day_meant(text: str, mention: DateMention, clock: re.Match[str] | None) -> dt.date | None:
    """Give the day of a date line; of figures that may be read both ways by the zone alone."""
    if not mention.doubtful or text[mention.start].isalpha():
        return mention.first
    zone = ((clock["zone"] if clock else None) or "").upper()
    if zone in knowledge(_ROOM, "common")["us_zones"] or zone in _AMERICAN:
        return mention.first
    if zone:
        return mention.first.replace(month=mention.first.day, day=mention.first.month)
    return None


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
