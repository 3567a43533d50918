"""Resolve a form of naming a time to the days it covers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace

from satumeja.report._calendar import add, nearest_year, part_of, unit_around, year_of_weekday
from satumeja.report._time_clues import Clue, Days, unit_at
from satumeja.report._time_counts import ahead, count, later, term, window

__all__ = ["day_of_month", "day_of_week", "month_named", "resolved"]

_MONTHS = 12
_FAR_AHEAD, _JUST_OVER = dt.timedelta(days=290), dt.timedelta(days=30)


def resolved(clue: Clue) -> Days | None:
    """Give the days a time covers; None where it names none of the calendar, or none for sure."""
    try:
        days = _RESOLVERS[clue.form.value](clue)
    except ValueError:
        return None
    if days is None:
        return None
    part = clue.form.part or clue.table["parts"].get(clue.word("part"))
    if part and clue.form.value != "open_unit":
        first, last = part_of((days.first, days.last), days.unit, part)
        if clue.form.part and clue.form.shift == 0:
            last = min(last, clue.base)  # "earlier this month" is over, by its own words
        days = days._replace(first=first, last=last)
    if clue.around.bound == "by" and clue.word("part") in clue.table["ends"]["words"]:
        days = days._replace(first=days.last, unit="day")  # a term "by the end of April"
    return days._replace(vague=days.vague or bool(part or clue.words.get("more")))


def _day(clue: Clue) -> Days:
    """Resolve a day of a month, the year given or the nearest that fits."""
    return _whole_day(clue, clue.year(), clue.month(), clue.day_of_month())


def _numeric(clue: Clue) -> Days:
    """Resolve day, month and year in figures; a doubtful order is doubtful."""
    if not clue.table["month_first"]:
        return _whole_day(clue, clue.year(), clue.figure("m"), clue.figure("d"))
    # English reports write both 3/4 and 4/3: what cannot be told stays marked.
    first, second = clue.figure("d"), clue.figure("d_2")
    by_weekday = [
        days
        for month, day in ((first, second), (second, first))
        if month <= _MONTHS and clue.weekday() is not None
        for days in [_whole_day(clue, clue.year(), month, day)]
        if not days.doubtful
    ]
    if by_weekday:
        return by_weekday[0]
    if first > _MONTHS or second > _MONTHS or first == second:
        month, day = (second, first) if first > _MONTHS else (first, second)
        return _whole_day(clue, clue.year(), month, day)
    return _whole_day(clue, clue.year(), first, second)._replace(doubtful=True)


def _iso(clue: Clue) -> Days:
    """Resolve year, month and day in figures."""
    return _whole_day(clue, clue.figure("year"), clue.figure("m"), clue.figure("d"))


def _whole_day(clue: Clue, year: int | None, month: int, day: int) -> Days:
    """One day; one that is not the weekday it is said to be is doubtful."""
    date, weekday = day_of_month(clue, year, month, day), clue.weekday()
    wrong = weekday is not None and date.weekday() != weekday
    return Days(date, date, "day", doubtful=wrong)


def day_of_month(clue: Clue, year: int | None, month: int, day: int) -> dt.date:
    """Give a day; without a year the one of its weekday, else the nearest by tense."""
    weekday = clue.weekday()
    if year is None and weekday is not None:
        year = year_of_weekday(clue.base, month, day, weekday)
    if year is not None:
        return dt.date(year, month, day)
    date = dt.date(nearest_year(clue.base, month, day, clue.direction()), month, day)
    # "Until 8 November", told on the 10th: nobody leaves the year out of a day a year away.
    over = date.replace(year=date.year - 1) if (month, day) != (2, 29) else date
    is_over = date - clue.base > _FAR_AHEAD and clue.base - over < _JUST_OVER
    return over if clue.direction() == 1 and is_over else date


def _month(clue: Clue) -> Days:
    """Resolve a month."""
    return unit_at(month_named(clue, clue.year(), clue.month()), "month")


def month_named(clue: Clue, year: int | None, month: int) -> dt.date:
    """Give the first day of a month; without a year of the one that fits the tense, or is near."""
    if year is None:
        day = {-1: 1, 1: 31}.get(clue.direction() or 0, clue.base.day)
        year = nearest_year(clue.base, month, day, clue.direction())
    return dt.date(year, month, 1)


def _year(clue: Clue) -> Days | None:
    """Resolve a year; a fiscal one may begin elsewhere, and a season is a part of it."""
    year = clue.year()
    if year is None:
        return None
    days = unit_at(dt.date(year, 1, 1), "year")
    fiscal = clue.form.unit == "fiscal"
    return days._replace(vague=bool(clue.form.unit), doubtful=fiscal)


def _decade(clue: Clue) -> Days:
    """Resolve a decade."""
    first = clue.figure("decade") if clue.words.get("decade") else 1900 + clue.figure("tens")
    return unit_at(dt.date(first, 1, 1), "decade")


def _part_of_year(clue: Clue) -> Days:
    """Resolve a numbered quarter or half of a year."""
    number, year = int(clue.table["ordinals"][clue.word("nth")]), clue.year()
    months = {"quarter": 3, "half": 6}[clue.form.unit]
    if number * months > 12:
        raise ValueError("no such part of a year")
    if year is None:
        year = _year_of_part(clue, (number - 1) * months + 1)
    return unit_at(dt.date(year, (number - 1) * months + 1, 1), clue.form.unit)


def _year_of_part(clue: Clue, month: int) -> int:
    """Choose the year of a part that begins with a month: the next, or the last that began."""
    begun = month <= clue.base.month
    if clue.direction() == 1:
        return clue.base.year if month >= clue.base.month - 2 else clue.base.year + 1
    return clue.base.year if begun else clue.base.year - 1


def _week_of_month(clue: Clue) -> Days:
    """Resolve the first, second ... week of a month: its days by sevens, near enough."""
    number, month = int(clue.table["ordinals"][clue.word("nth")]), _month(clue)
    if not 1 <= number <= 4:
        raise ValueError("no such week of a month")
    first = add(month.first, number - 1, "week")
    return Days(first, add(first, 6, "day"), "week", vague=True)


def _weekday(clue: Clue) -> Days:
    """Resolve a day of the week, which may be told by the thing that is then."""
    day = day_of_week(clue, clue.weekday() or 0)
    # "Monday's meeting was called off": it may have been held, or not yet. "They will meet on
    # Thursday", told on a Thursday: that day most likely, or the next one.
    unsaid = clue.around.is_owned and clue.direction() is None
    today = clue.form.shift is None and clue.direction() == 1 and day == clue.base
    return Days(day, day, "day", doubtful=unsaid or today)


def day_of_week(clue: Clue, weekday: int) -> dt.date:
    """Give the last day of a name, today included, unless the words look ahead."""
    behind = (clue.base.weekday() - weekday) % 7
    if clue.form.shift == -1:
        days = -(behind or 7)
    elif clue.form.shift == 0:
        days = -behind
    elif clue.form.shift == 1:
        days = 7 - behind
    elif clue.direction() == 1:
        days = (7 - behind) % 7
    else:
        days = -behind
    return add(clue.base, days, "day")


def _weekday_of_week(clue: Clue) -> Days:
    """Resolve a day of last, this or next week."""
    monday = unit_around(add(clue.base, clue.shift(), "week"), "week")[0]
    day = add(monday, clue.weekday() or 0, "day")
    if clue.form.unit == "coming" and day < clue.base and clue.around.direction == 1:
        day = add(day, 1, "week")
    return Days(day, day, "day")


def _eve(clue: Clue) -> Days:
    """Resolve the night before a day of the week, called by the day it leads to."""
    morrow = clue.weekday("_2")
    day = add(day_of_week(clue, clue.weekday() or 0 if morrow is None else morrow), -1, "day")
    return Days(day, day, "day")


def _week_of_day(clue: Clue) -> Days:
    """Resolve the week of a day: "the week of January 10"."""
    return unit_at(day_of_month(clue, clue.year(), clue.month(), clue.figure("day")), "week")


def _weekend(clue: Clue) -> Days:
    """Resolve the weekend of last, this or next week."""
    shift = clue.form.shift
    if shift is None:
        past = (clue.around.direction or 0) < 0  # without a tense it is the one to come
        shift = -1 if past and clue.base.weekday() < 5 else 0
    monday = unit_around(add(clue.base, shift, "week"), "week")[0]
    return Days(add(monday, 5, "day"), add(monday, 6, "day"), "span")


def _unit(clue: Clue) -> Days:
    """Resolve a whole unit, such as last week; its days so far, or those that are left."""
    days = unit_at(add(clue.base, clue.form.shift or 0, clue.form.unit), clue.form.unit)
    word = clue.word("side")
    if not word:
        return days
    if clue.table["sides"][word] == "so_far":
        return days._replace(last=clue.base, vague=True)
    return days._replace(first=clue.base, vague=True)


def _whole(clue: Clue) -> Days:
    """Resolve last, this or next week, weekend, month, quarter or year."""
    unit = str(clue.table["wholes"][clue.word("whole")])
    placed = replace(clue, form=replace(clue.form, unit=unit, shift=clue.shift()))
    return _weekend(placed) if unit == "weekend" else _unit(placed)


def _tail(clue: Clue) -> Days | None:
    """Resolve so many units by the word behind them: ago, later, from now."""
    value, sign = clue.table["tails"][clue.word("tail")]
    if clue.word("lead") and value == "count" and sign == 1:
        value = "window"  # "in the three days to come", and not in three days
    return _RESOLVERS[value](replace(clue, form=replace(clue.form, value=value, shift=sign)))


def _open_unit(clue: Clue) -> Days | None:
    """Resolve a part of a unit that is not said to be this one: "the end of the month".

    Of this one, unless that part is over and the words look ahead, or is still to come and they
    look back. One that is over and of which nothing is told is unknown.
    """
    unit, part = clue.table["wholes"][clue.word("whole")], clue.table["parts"][clue.word("part")]
    first, last = part_of(unit_around(clue.base, unit), unit, part)
    direction = clue.direction()
    shift = 0
    if last < clue.base:
        if direction is None:
            return None
        shift = max(0, direction)
    elif first > clue.base and direction == -1:
        shift = -1
    first, last = part_of(unit_around(add(clue.base, shift, unit), unit), unit, part)
    return Days(first, last, "span", vague=True)


def _month_day(clue: Clue) -> Days:
    """Resolve a day of the month named without its month: the nearest that fits."""
    number, ahead = clue.day_of_month(), clue.direction() == 1
    month = clue.base.replace(day=1)
    if (number < clue.base.day) if ahead else (number > clue.base.day):
        month = add(month, 1 if ahead else -1, "month")
    day = month.replace(day=number)
    return Days(day, day, "day")


def _day_of_month_away(clue: Clue) -> Days:
    """Resolve a day of last, this or next month."""
    month = add(clue.base.replace(day=1), clue.shift(), "month")
    day = month.replace(day=clue.day_of_month())
    return Days(day, day, "day")


def _weekday_in_week(clue: Clue) -> Days:
    """Resolve a week after a day of the week to come: "Monday week"."""
    day = add(day_of_week(clue, clue.weekday() or 0), 1, "week")
    return Days(day, day, "day")


def _holiday(clue: Clue) -> Days:
    """Resolve a feast that is on the same day every year; "around Christmas" may be meant."""
    month, day = clue.table["holidays"][clue.word("holiday")]
    return _whole_day(clue, clue.year(), month, day)._replace(vague=True)


def _days(clue: Clue) -> Days:
    """Resolve a day so many days away."""
    day = add(clue.base, int(clue.table["day_words"][clue.word("dayword")]), "day")
    return Days(day, day, "day")


def _unknown(_: Clue) -> Days | None:
    """Resolve nothing: what is counted from an event, or from a day not known."""
    return None


_RESOLVERS: Mapping[str, Callable[[Clue], Days | None]] = {
    "day": _day,
    "numeric": _numeric,
    "iso": _iso,
    "month": _month,
    "year": _year,
    "decade": _decade,
    "part_of_year": _part_of_year,
    "week_of_month": _week_of_month,
    "weekday": _weekday,
    "weekday_of_week": _weekday_of_week,
    "eve": _eve,
    "week_of_day": _week_of_day,
    "weekend": _weekend,
    "unit": _unit,
    "whole": _whole,
    "tail": _tail,
    "open_unit": _open_unit,
    "count": count,
    "ahead": ahead,
    "later": later,
    "window": window,
    "term": term,
    "month_day": _month_day,
    "day_of_month_away": _day_of_month_away,
    "weekday_in_week": _weekday_in_week,
    "holiday": _holiday,
    "days": _days,
    "unknown": _unknown,
}
