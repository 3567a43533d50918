"""Reading the times of a sentence in tests: what is named, and the days it covers."""

from __future__ import annotations

import datetime as dt

from satumeja.report import DateMention, find_dates

PUBLISHED = dt.date(2021, 12, 23)
"""A Thursday: what every phrase is counted from where a test names no other day."""


def days(mention: DateMention) -> str:
    """Give the days of a mention as tests write them, with ? where they rest on a guess."""
    first, last = mention.first.isoformat(), mention.last.isoformat()
    shown = first if first == last else f"{first}..{last}"
    return f"{shown}?" if mention.doubtful else shown


def times(text: str, language: str, anchor: dt.date | None = PUBLISHED) -> list[str]:
    """Give every time a sentence names, as ``words = days``."""
    return [
        f"{text[mention.start : mention.end]} = {days(mention)}"
        for mention in find_dates(text, 0, len(text), language, anchor)
    ]
