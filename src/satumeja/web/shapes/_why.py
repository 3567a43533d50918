"""Why a state holds, and how somebody orders the states."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from satumeja.web.shapes._clauses import Path, Quote
from satumeja.web.shapes._shape import Query, Shape

__all__ = [
    "Decides",
    "Order",
    "OrderClass",
    "OrderQuery",
    "Why",
    "WhyMaker",
    "WhyMove",
    "WhyQuery",
]


class WhyQuery(Query):
    """Which cell is asked about."""

    state: int
    concept: str


class WhyMove(Shape):
    """A move that counts for the verdict."""

    maker: str
    start: int
    end: int
    kind: Literal["leaves", "answers"]
    words: str
    """What is done, as "Russia: attack Ukraine"."""
    point: int = -1
    """To which of the sentences that follow the lead it belongs, from 0; -1: to the lead."""


class Decides(Shape):
    """What decides that one state is at least as good as another for somebody."""

    maker: str
    better: int
    worse: int
    point: int = -1
    path: Path
    """The part of the file: a wish, a ranking, weights, an edit by hand; empty where level."""
    place: int | None = None
    words: str = ""
    because: str = ""
    evidence: tuple[str, ...] = ()
    """Keys of the quotes of the answer."""


class WhyMaker(Shape):
    """Why one decision maker stays or leaves.

    Parameters
    ----------
    maker : str
        Who; of a coalition the ids of its members joined by ``+``.
    lead : str
        The verdict.
    points : list of str
        The moves that prove it, each with its reason.
    close : list of str
        What holds of all of them.
    """

    maker: str
    stays: bool
    lead: str
    points: list[str]
    close: list[str]
    rung: str | None = None
    moves: list[WhyMove]
    decides: list[Decides]


class Why(Shape):
    """Why a state holds, or does not, under a concept; or, of "hold", in plain words."""

    state: int
    concept: str
    title: str
    holds: bool
    words: list[str]
    makers: list[WhyMaker]
    quotes: dict[str, Quote] = Field(default_factory=dict)


class OrderQuery(Query):
    """Whose order is asked for."""

    dm: str


class OrderClass(Shape):
    """States that tie for somebody."""

    place: int
    states: list[int]
    path: Path = Field(default_factory=list)
    """What tells them from the states after them: a wish, or an edit by hand."""
    words: str = ""


class Order(Shape):
    """How somebody orders the states, the best first."""

    maker: str
    classes: list[OrderClass]
