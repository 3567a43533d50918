"""What a model file may hold on what surrounds moves: tables, those affected, what falls due."""

from __future__ import annotations

from satumeja.formats.schema._base import DATE, NAME, TEXT, WORDS, Cited, Words
from satumeja.formats.schema._part import PartOf, field
from satumeja.formats.schema._shapes import AnyOf, ListOf, Nothing

__all__ = ["AFFECTED", "Affected", "Deadline", "Table"]


class Table(Cited):
    """A set of decision makers who can agree."""

    seats: list[str] = field(
        ListOf(TEXT), title="a list of decision makers", description="Who sits there."
    )
    name: Words = field(WORDS, default="", description=NAME)
    date: str = field(DATE, default="", description="When they meet: a day, a month or a year.")
    until: str = field(
        DATE, default="", description="When they are to be done: a day, a month or a year."
    )
    convenor: Words = field(
        WORDS, default="", description="Who calls them together: the id of a party, or words."
    )
    agenda: list[Words] = field(
        ListOf(WORDS),
        default=[],
        title="a list of words or options",
        description="What they speak of, in order: options as `maker.option`, or words.",
    )
    papers: list[str] = field(
        ListOf(TEXT),
        default=[],
        title='a list of references such as "wire#s3"',
        description="What lies on the table: sources, or places in them.",
    )


class Affected(Cited):
    """A party that has no seat and no option, and yet is affected."""

    name: Words = field(WORDS, default="", description=NAME)


AFFECTED = AnyOf(
    Nothing(), TEXT, PartOf(Affected), expected="the name of the party, a mapping, or nothing"
)


class Deadline(Cited):
    """Something that falls due on a day, whoever sits where."""

    name: Words = field(
        WORDS, default="", description="What is due, in words; the id where left out."
    )
    date: str = field(DATE, description="When: a day, a month or a year.")
