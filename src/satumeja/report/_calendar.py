"""Intervals of whole days: a unit, a part of one, and a shift by units."""

from __future__ import annotations

import calendar
import datetime as dt

__all__ = ["Interval", "add", "nearest_year", "part_of", "unit_around", "year_of_weekday"]

Interval = tuple[dt.date, dt.date]
"""First and last day, both included."""

_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


def add(day: dt.date, count: int, unit: str) -> dt.date:
    """Go `count` units from a day, keeping the day of the month where it exists.

    Examples
    --------
    >>> import datetime as dt
    >>> add(dt.date(2021, 12, 31), -10, "month")
    datetime.date(2021, 2, 28)

    Raises
    ------
    ValueError
        The day is outside the calendar.
    """
    if unit in _DAYS:
        try:
            return day + dt.timedelta(days=count * _DAYS[unit])
        except OverflowError:
            raise ValueError("outside the calendar") from None
    months = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
    year, month = divmod(months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise ValueError("outside the calendar")
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def unit_around(day: dt.date, unit: str) -> Interval:
    """Give the whole unit a day stands in; weeks begin on Monday.

    Examples
    --------
    >>> import datetime as dt
    >>> [str(d) for d in unit_around(dt.date(2021, 12, 16), "week")]
    ['2021-12-13', '2021-12-19']
    >>> [str(d) for d in unit_around(dt.date(2021, 12, 16), "quarter")]
    ['2021-10-01', '2021-12-31']
    """
    if unit == "day":
        return day, day
    if unit == "week":
        monday = day - dt.timedelta(days=day.weekday())
        return monday, add(monday, 6, "day")
    months = _MONTHS[unit]
    if months < 12:
        first = day.replace(month=(day.month - 1) // months * months + 1, day=1)
        month = first.month + months - 1
        return first, dt.date(day.year, month, calendar.monthrange(day.year, month)[1])
    # "A century ago" means that year, not the hundred years around it.
    years = 10 if unit == "decade" else 1
    year = max(day.year - day.year % years, dt.MINYEAR)
    return dt.date(year, 1, 1), dt.date(min(year + years - 1, dt.MAXYEAR), 12, 31)


def part_of(interval: Interval, unit: str, part: str) -> Interval:
    """Give the early, mid or late third of a unit.

    Notes
    -----
    Thirds: of a year four months each, of a month days 1-10, 11-20 and the rest,
    of a week Monday-Tuesday, Wednesday-Thursday and the rest; of other units the third of
    their days.
    """
    first, last = interval
    third = {"early": 0, "mid": 1, "late": 2}[part]
    if unit == "day":
        return interval
    if unit == "year":
        begin = dt.date(first.year, 1 + 4 * third, 1)
        return begin, unit_around(dt.date(first.year, 4 + 4 * third, 1), "month")[1]
    step = {"month": 10, "week": 2}.get(unit, ((last - first).days + 1) // 3)
    begin = first + dt.timedelta(days=step * third)
    return begin, last if third == 2 else begin + dt.timedelta(days=step - 1)


def nearest_year(anchor: dt.date, month: int, day: int, shift: int | None) -> int:
    """Choose the year of a month (and day) named without one.

    Parameters
    ----------
    anchor : datetime.date
        The day of publication.
    month, day : int
        What was named.
    shift : int or None
        -1 where the words look back, 1 where they look ahead, None for the nearest.
    """
    named, today = (month, day), (anchor.month, anchor.day)
    if shift == -1:
        return anchor.year if named <= today else anchor.year - 1
    if shift == 1:
        return anchor.year if named >= today else anchor.year + 1
    months = month - anchor.month
    if months > 6:
        return anchor.year - 1
    return anchor.year + 1 if months < -6 else anchor.year


def year_of_weekday(anchor: dt.date, month: int, day: int, weekday: int) -> int | None:
    """Choose the year in which a day of a month is the weekday it is said to be.

    Parameters
    ----------
    anchor : datetime.date
        The day of publication.
    month, day, weekday : int
        What was named; Monday is 0.

    Returns
    -------
    int or None
        The nearest of the year of publication and those beside it; None where it is none of them.

    Examples
    --------
    >>> import datetime as dt
    >>> year_of_weekday(dt.date(2021, 12, 23), 1, 10, 0)
    2022
    """
    fitting = []
    for year in (anchor.year, anchor.year - 1, anchor.year + 1):
        try:
            date = dt.date(year, month, day)
        except ValueError:
            continue
        if date.weekday() == weekday:
            fitting.append((abs((date - anchor).days), year))
    return min(fitting)[1] if fitting else None
