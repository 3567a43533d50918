"""Read a time of day with its zone, as date lines give it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from satumeja.report._knowledge import knowledge, word_choice

__all__ = ["clock_pattern", "is_american", "time_of", "zone_of"]

_ROOM = "satumeja.report"
_AMERICAN = ("EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT")
_HALVES = "ap"


@cache
def clock_pattern() -> re.Pattern[str]:
    """Match a time of day with its half and its zone, behind the T of a machine's date too."""
    common = knowledge(_ROOM, "common")
    zones = word_choice([*common["zones"], *common["us_zones"]])
    return re.compile(
        r"(?:\b|(?<=\dT))(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)"
        r"(?:[:.][0-5]\d(?:\.\d+)?)?(?:\b|(?=Z\b))(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?"
        rf"(?:\s?\(?(?P<zone>{zones}|Z)\b|\s?(?P<offset>[+-]\d\d:?\d\d)\b)?",
        re.IGNORECASE,
    )


def time_of(clock: re.Match[str]) -> tuple[int, int]:
    """Hour and minute of the day."""
    hour, half = int(clock["hour"]), (clock["half"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + 12 * _HALVES.index(half)
    return hour, int(clock["minute"])


def zone_of(
    clock: re.Match[str], day: dt.date, table: Mapping[str, Any]
) -> tuple[dt.timezone, bool]:
    """Give the zone named, or the language's own, marked as assumed."""
    common = knowledge(_ROOM, "common")
    name = (clock["zone"] or "").upper()
    if name in common["us_zones"]:
        hours = common["us_zones"][name] + (1 if _us_summer(day) else 0)
        return dt.timezone(dt.timedelta(hours=hours)), False
    named = clock["offset"] or common["zones"].get("UTC" if name == "Z" else name)
    offset = (named or table["default_zone"]).replace(":", "")
    sign = -1 if offset[0] == "-" else 1
    delta = dt.timedelta(hours=int(offset[1:3]), minutes=int(offset[3:5]))
    return dt.timezone(sign * delta), not named


def is_american(clock: re.Match[str] | None) -> bool | None:
    """Whether a time is given in an American zone; None where no zone is."""
    zone = ((clock["zone"] if clock else None) or "").upper()
    if not zone:
        return None
    return zone in knowledge(_ROOM, "common")["us_zones"] or zone in _AMERICAN


def _us_summer(day: dt.date) -> bool:
    """Whether US summer time is kept: second Sunday of March to first of November."""

    def sunday(month: int, number: int) -> dt.date:
        first = dt.date(day.year, month, 1)
        return first + dt.timedelta(days=(6 - first.weekday()) % 7 + 7 * (number - 1))

    return sunday(3, 2) <= day < sunday(11, 1)
