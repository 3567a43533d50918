"""When a report was published, as whoever has it read says, or as its path does."""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path

from satumeja.errors import ReportError

__all__ = ["PATH_PARTS", "day_in_path", "moment_given"]

PATH_PARTS = ("name", "folder")
"""The parts of a path that may hold the day of publication."""

_SHAPES = "2021-12-23 or 2021-12-23T08:00+07:00"
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)")


def moment_given(words: str) -> dt.datetime | dt.date:
    """Read a day, or a time with its zone.

    Parameters
    ----------
    words : str
        Such as ``2021-12-23`` or ``2021-12-23T08:00+07:00``; a blank may stand for the T.

    Raises
    ------
    ReportError
        It is neither, or a time without a zone; the message says how they are written.

    Examples
    --------
    >>> moment_given("2021-12-23")
    datetime.date(2021, 12, 23)
    >>> moment_given("2021-12-23 08:00+07:00").isoformat()
    '2021-12-23T08:00:00+07:00'
    """
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", words):
            return dt.date.fromisoformat(words)
        moment = dt.datetime.fromisoformat(words)
    except ValueError:
        raise ReportError(f'"{words}" is no day or time; one is written {_SHAPES}') from None
    if moment.tzinfo is None:
        raise ReportError(f'"{words}" needs its zone, such as {words}+07:00')
    return moment


def day_in_path(path: str | os.PathLike[str], part: str) -> dt.date | None:
    """Read the day of publication in the name of a file, or of the folders it lies in.

    Parameters
    ----------
    path : str or path-like
        The file.
    part : {"name", "folder"}
        Where the day is looked for: in the name, as ``2021-12-23_wire.txt``, or in the folders
        above, as ``2021-12-23/wire.txt`` or ``2021/12/23/wire.txt``.

    Returns
    -------
    datetime.date or None
        None where it holds no day. Of folders the last day counts.

    Raises
    ------
    ReportError
        There is no such part.

    Examples
    --------
    >>> day_in_path("reports/2021/12/23/wire.txt", "folder")
    datetime.date(2021, 12, 23)
    >>> day_in_path("reports/20211223-wire.txt", "name")
    datetime.date(2021, 12, 23)
    """
    if part not in PATH_PARTS:
        raise ReportError(
            f'a path has no part "{part}" for a day; it has {" and ".join(PATH_PARTS)}'
        )
    parts = Path(path).parts
    words = parts[-1] if part == "name" else "/".join(parts[:-1])
    if part == "folder":
        words = re.sub(r"(?<!\d)(\d{4})/(\d\d)/(\d\d)(?!\d)", r"\1-\2-\3", words)
    for year, _, month, day in reversed(_DAY.findall(words)):
        try:
            return dt.date(int(year), int(month), int(day))
        except ValueError:
            continue
    return None
