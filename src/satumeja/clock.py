"""The day that a paper is made and the moment that a log keeps: read here, and nowhere else.

``SOURCE_DATE_EPOCH``, in seconds since 1970, stands for the clock where it is set, as
https://reproducible-builds.org/specs/source-date-epoch says: what is made twice is then the same
twice, whatever the day and the time zone.
"""

from __future__ import annotations

import datetime as dt
import os

from satumeja.errors import InputError

__all__ = ["SET_BY", "now", "today"]

SET_BY = "SOURCE_DATE_EPOCH"
"""The variable of the environment that stands for the clock."""


def now() -> dt.datetime:
    """Give the moment it is, in UTC.

    Raises
    ------
    InputError
        If ``SOURCE_DATE_EPOCH`` is set and is no number of seconds.
    """
    seconds = os.environ.get(SET_BY)
    return dt.datetime.now(dt.UTC) if seconds is None else _moment(seconds)


def today() -> str:
    """Give the day it is where the computer is, as 2021-12-23; in UTC where it is set.

    Raises
    ------
    InputError
        If ``SOURCE_DATE_EPOCH`` is set and is no number of seconds.
    """
    return (now() if SET_BY in os.environ else now().astimezone()).date().isoformat()


def _moment(seconds: str) -> dt.datetime:
    try:
        if not (seconds.isascii() and seconds.isdigit()):
            raise ValueError
        return dt.datetime.fromtimestamp(int(seconds), dt.UTC)
    except (ValueError, OverflowError, OSError):
        words = (
            f"{SET_BY}: {seconds!r} is no number of seconds since 1970; set it anew, or unset it"
        )
        raise InputError(words) from None
