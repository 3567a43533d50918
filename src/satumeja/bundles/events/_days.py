"""When an event was, by what each provider says of the precision of its days."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from functools import lru_cache

from satumeja.bundles.events._event import Days
from satumeja.bundles.reading import read_moment

__all__ = ["Cell", "Tell", "day_of", "days_of_acled", "days_of_ucdp", "single_day"]

Cell = Callable[[str], str]
"""Gives the cell of a row in a column."""

Tell = Callable[..., None]
"""Is told what is the matter with a cell: a key, the column, and further values."""

_WEEK = dt.timedelta(days=6)
_ACLED_CODES, _UCDP_CODES = ("1", "2", "3"), ("1", "2", "3", "4", "5")


@lru_cache(maxsize=4096)
def day_of(words: str) -> dt.date | None:
    """Read a day as datasets write it; None where it is not certain which is meant.

    Examples
    --------
    >>> day_of("2024-03-09"), day_of("20240309"), day_of("9 March 2024"), day_of("03/04/2024")
    (datetime.date(2024, 3, 9), datetime.date(2024, 3, 9), datetime.date(2024, 3, 9), None)
    """
    words = words.strip()
    try:
        if len(words) in (8, 10):
            return dt.date.fromisoformat(words)
    except ValueError:
        pass
    moment = read_moment(words)
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _day(cell: Cell, column: str, tell: Tell) -> dt.date | None:
    """Read the day of a column; one that names none is told."""
    day = day_of(cell(column))
    if day is None:
        tell("event_day", column, value=cell(column))
    return day


def single_day(column: str) -> Callable[[Cell, Tell], Days]:
    """Make a reader of datasets that know of single days alone."""

    def read(cell: Cell, tell: Tell) -> Days:
        day = _day(cell, column, tell)
        return Days(day, day, "day") if day else Days()

    return read


def days_of_acled(cell: Cell, tell: Tell) -> Days:
    """Give the days of an event of ACLED: its day, any week that holds it, or its month.

    ACLED codes one day of a week or month whose day is not known. Which days the week has is
    not stated, so that every week that holds the day counts.
    """
    day, code = _day(cell, "event_date", tell), cell("time_precision")
    if code not in _ACLED_CODES:
        tell("event_code", "time_precision", value=code, codes=", ".join(_ACLED_CODES))
    if day is None:
        return Days()
    if code == "1":
        return Days(day, day, "day")
    if code == "2" and dt.date.min + _WEEK <= day <= dt.date.max - _WEEK:
        return Days(day - _WEEK, day + _WEEK, "span")
    length = calendar.monthrange(day.year, day.month)[1]
    return Days(day.replace(day=1), day.replace(day=length), "month", code not in _ACLED_CODES)


def days_of_ucdp(cell: Cell, tell: Tell) -> Days:
    """Give the days of an event of UCDP GED, which states the first and the last itself."""
    first, last = _day(cell, "date_start", tell), _day(cell, "date_end", tell)
    code = cell("date_prec")
    if code not in _UCDP_CODES:
        tell("event_code", "date_prec", value=code, codes=", ".join(_UCDP_CODES))
    if first is None or last is None:
        day = first or last
        return Days(day, day, "day", doubtful=True) if day else Days()
    if last < first:
        tell("event_order", "date_end", value=cell("date_end"), other="date_start")
        return Days(last, first, "span", doubtful=True)
    if first == last:
        return Days(first, last, "day", doubtful=code != "1")
    return Days(first, last, "span", doubtful=code not in _UCDP_CODES)
