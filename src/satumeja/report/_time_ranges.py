"""Resolve times with two ends: "21-23 December", "from Monday to Thursday"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from satumeja.report._calendar import add, unit_around
from satumeja.report._time_clues import Clue, Days
from satumeja.report._time_values import day_of_month, day_of_week, month_named

__all__ = ["joined"]


def joined(clue: Clue) -> Days | None:
    """Give the days from one end of a range to the other; None where the ends do not fit."""
    try:
        first, last = _ENDS[clue.form.value](clue)
    except ValueError:
        return None
    if last < first:
        return None
    # "On 3 and 15 May" names two days and none between them.
    return Days(first, last, "span", vague=clue.form.unit == "pair" and (last - first).days > 1)


_Ends = tuple[dt.date, dt.date]


def _days_of_month(clue: Clue) -> _Ends:
    """Resolve two days of one month."""
    first = day_of_month(clue, clue.year(), clue.month(), clue.figure("day"))
    return first, first.replace(day=clue.figure("day_2"))


def _figures(clue: Clue) -> _Ends:
    """Resolve two days of one month in figures, as they stand after two weekdays."""
    first = day_of_month(clue, clue.year(), clue.figure("m"), clue.figure("d"))
    return first, first.replace(day=clue.figure("d_2"))


def _days(clue: Clue) -> _Ends:
    """Resolve two days of two months; a year may stand with either, with both or with none."""
    near, far = (clue.month(), clue.figure("day")), (clue.month("_2"), clue.figure("day_2"))
    begin, stop = clue.year("_1"), clue.year("_2")
    if begin is None and stop is None and clue.direction() == 1:
        begin = day_of_month(clue, None, *near).year
    if begin is None:
        stop = stop or day_of_month(clue, None, *far).year
        begin = stop if near <= far else stop - 1
    elif stop is None:
        stop = begin if near <= far else begin + 1
    return dt.date(begin, *near), dt.date(stop, *far)


def _months(clue: Clue) -> _Ends:
    """Resolve two months; a year may stand with either, with both or with none."""
    near, far = clue.month(), clue.month("_2")
    begin, stop = clue.year("_1"), clue.year("_2")
    if begin is None and stop is None and clue.direction() == 1:
        begin = month_named(clue, None, near).year
    if begin is None:
        stop = stop or month_named(clue, None, far).year
        begin = stop if near <= far else stop - 1
    elif stop is None:
        stop = begin if near <= far else begin + 1
    return dt.date(begin, near, 1), unit_around(dt.date(stop, far, 1), "month")[1]


def _years(clue: Clue) -> _Ends:
    """Resolve two years; of the second perhaps only the last two figures are given."""
    first = clue.figure("year")
    last = clue.figure("year_2") if clue.words.get("year_2") else None
    if last is None:
        last = first - first % 100 + clue.figure("yy")
    return dt.date(first, 1, 1), dt.date(last, 12, 31)


def _weekdays(clue: Clue) -> _Ends:
    """Resolve two days of the week: the next two where the words look ahead, else the last two."""
    first, last = clue.weekday() or 0, clue.weekday("_2") or 0
    length = (last - first) % 7
    if clue.words.get("rel"):
        monday = unit_around(add(clue.base, clue.shift(), "week"), "week")[0]
        begin = add(monday, first, "day")
        return begin, add(begin, length, "day")
    if clue.direction() == 1:
        begin = day_of_week(clue, first)
        return begin, add(begin, length, "day")
    end = day_of_week(clue, last)
    return add(end, -length, "day"), end


_ENDS: Mapping[str, Callable[[Clue], _Ends]] = {
    "month_days_range": _days_of_month,
    "figures_range": _figures,
    "days_range": _days,
    "months_range": _months,
    "years_range": _years,
    "weekdays_range": _weekdays,
}
