"""Readings of one conflict side by side."""

from __future__ import annotations

from satumeja.web.shapes._shape import Shape

__all__ = ["Compared", "ComparedRow", "ReadingShown", "WishShown", "WishesShown"]


class ReadingShown(Shape):
    """A reading, as the head of a column."""

    file: str
    name: str
    title: str
    this: bool
    broken: str = ""
    """Why it cannot be compared."""


class ComparedRow(Shape):
    """One answer in each reading."""

    key: str
    label: str
    group: str
    """What it is about: now, sides, table or outcomes."""
    cells: list[str]
    technical: list[str]
    differs: bool
    makers: list[str]
    """Whose wishes to look at."""


class WishShown(Shape):
    """A wish or a red line in one reading."""

    place: int
    text: str
    words: str
    line: bool
    only: bool
    """Whether some other reading does not have it at this place."""
    evidence: list[str]


class WishesShown(Shape):
    """The wishes of one decision maker, a list a reading."""

    maker: str
    name: str
    differs: bool
    readings: list[list[WishShown]]


class Compared(Shape):
    """Readings side by side, what differs first."""

    readings: list[ReadingShown]
    rows: list[ComparedRow]
    wishes: list[WishesShown]
    turns: list[str]
    """On which two states, and which wishes, each other reading turns."""
