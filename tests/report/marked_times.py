"""Sentences with the days that a time in them covers, as tests of times read them."""

from __future__ import annotations

import datetime as dt

from satumeja.report._dates import find_dates

DAY = dt.date(2024, 3, 14)
"""A Thursday, from which all is counted."""


def rows(lines: str, language: str) -> list[tuple[str, str, str]]:
    """Give the language, the sentence with its time in brackets, and the days, of each line."""
    parts = (line.rpartition(" = ") for line in lines.strip().splitlines())
    return [(language, sentence, days) for sentence, _, days in parts]


def covers(language: str, marked: str, days: str) -> bool:
    """Whether the time in brackets covers the days, or is unsure where none are given."""
    begin, stop = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    times = [
        time
        for time in find_dates(text, 0, len(text), language, DAY)
        if time.start < stop and time.end > begin
    ]
    if days == "unsure":
        return all(time.approximate or time.doubtful for time in times)
    first, _, last = days.partition("/")
    return (first, last or first) in [(str(time.first), str(time.last)) for time in times]
