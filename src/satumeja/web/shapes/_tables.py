"""What tables could agree, what threats do, and how an outcome comes about."""

from __future__ import annotations

from typing import Literal

from satumeja.web.shapes._shape import Query, Shape

__all__ = [
    "DealRow",
    "LineAsked",
    "Opens",
    "Outcome",
    "PathGoal",
    "PathMove",
    "PathsQuery",
    "PathsShown",
    "SideMove",
    "StartQuery",
    "TableShown",
    "TablesShown",
    "ThreatShown",
    "ThreatsShown",
    "UpsetShown",
]


class StartQuery(Query):
    """From which state, by number, option form or name; the status quo where none is named."""

    start: str | None = None


class Outcome(Shape):
    """A state that those at a table can bring about together."""

    state: int
    words: str
    """Who does what, from now."""
    gains: dict[str, int]
    """By decision maker, how many places of its order it is better than now; worse below 0."""
    lines: list[str]
    """Whose red lines it crosses, of those seated."""
    deal: bool
    """Whether all seated gain."""
    open: bool
    """Whether it crosses no red line of theirs, none of them loses and somebody gains."""


class UpsetShown(Shape):
    """Somebody who could gain by leaving a deal, with nothing to hold it back."""

    maker: str
    to: int
    words: str
    seated: bool


class DealRow(Shape):
    """Something that all seated gain by."""

    state: int
    words: str
    gains: dict[str, int]
    efficient: bool
    level: str
    """How firmly it holds: one of the keys of `rung_words`."""
    holds: list[str]
    """The concepts under which it holds, by id."""
    lines: list[str]
    """Whose red lines it crosses, of anybody."""
    upset: list[UpsetShown]
    notes: list[str]
    """How it would hold, in plain sentences."""
    technical: list[str]
    """The same by concept, with what would mend it."""


class LineAsked(Shape):
    """A red line that would have to be eased."""

    name: str
    maker: str
    words: str


class Opens(Shape):
    """A smallest set of what would have to give for the table to open."""

    ease: list[LineAsked]
    less: list[str]
    """Who would accept less than now."""
    words: str
    zone: list[int]
    best: list[int]


class SideMove(Shape):
    """What one side, or several together, would have to move for the table to open."""

    gives: list[str]
    state: int
    package: str
    words: str
    """What it gives, as a condition."""
    suffers: list[str]
    """Who would merely have to put up with what the others do."""
    notes: list[str]


class TableShown(Shape):
    """A table: who sits there, what they could agree, and what would open more."""

    id: str
    name: str
    seats: list[str]
    absent: list[str]
    when: str = ""
    reached: int
    """How many outcomes the seated can bring about together, besides that of now."""
    outcomes: list[Outcome]
    more: int = 0
    """How many further outcomes are not listed."""
    zone: list[int]
    best: list[int]
    deals: list[DealRow]
    more_deals: int = 0
    opens: list[Opens]
    sides: list[SideMove]
    sentences: list[str]
    """What is open, where states are too many to be listed."""
    walks_away: list[str]
    """Who keeps something from being agreed that all others seated gain by."""


class TablesShown(Shape):
    """All tables of a model, seen from one state."""

    start: int | None
    start_words: str = ""
    rung_words: dict[str, str]
    tables: list[TableShown]
    linked: list[str]
    sentences: list[str]
    """What is to be said of all; all there is to say where states are too many to be listed."""


class ThreatShown(Shape):
    """A threat or promise: whether it would be carried out, and what it does."""

    maker: str
    kind: str
    kind_words: str
    words: str
    carried: str
    """Whether its maker would gain by carrying it out."""
    effect: str
    """What it changes from now."""
    credible: bool
    works: bool
    evidence: list[str]
    sentences: list[str]
    """Why, by concept, and what would mend it."""
    mends: list[str]
    """What would mend it, alone."""


class ThreatsShown(Shape):
    """The threats and promises of a model."""

    start: int | None
    threats: list[ThreatShown]
    sentences: list[str]


class PathsQuery(StartQuery):
    """Which paths are asked for."""

    to: str | None = None
    improvements: bool = False
    most: int = 1


class PathMove(Shape):
    """One move of a path."""

    maker: str
    to: int
    words: str
    """What it does, such as "attack"."""
    effect: Literal["better", "same", "worse"]
    """What the move does for whoever makes it."""
    returns: bool
    need: str


class PathGoal(Shape):
    """A state and the shortest ways to it."""

    state: int
    words: str
    moves: int | None
    holds: list[str]
    paths: list[list[PathMove]]


class PathsShown(Shape):
    """What can come about from a state, and how."""

    start: int | None
    """None where the model says of no state that it is the present one."""
    sentences: list[str]
    goals: list[PathGoal]
