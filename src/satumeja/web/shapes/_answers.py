"""What follows from a model, and what an edit did to it."""

from __future__ import annotations

from pydantic import Field

from satumeja.web.shapes._shape import Shape

__all__ = [
    "Answers",
    "CellChange",
    "Cells",
    "Change",
    "Pattern",
    "SetRow",
]


class Pattern(Shape):
    """States that fit one pattern of options."""

    form: str
    """Y, N or a dash an option, the dash where it may be either."""
    words: str
    count: str
    """How many states fit, as the language writes it."""
    state: int | None = None
    """One of them."""


class SetRow(Shape):
    """Of states too many to be listed, those that hold under a concept."""

    concept: str
    count: str
    stable: dict[str, str]
    """For each decision maker how many states are stable, as the language writes it."""
    patterns: tuple[Pattern, ...] = ()
    more: bool = False
    """Whether there are more patterns."""


class Answers(Shape):
    """What follows: who prefers what, what holds for whom, who would move where.

    Parameters
    ----------
    ranks : dict
        For each decision maker the place of each state, 1 the best.
    stable : dict
        For each concept and decision maker one character a state, 1 where it is stable; of a
        coalition or a block the ids of its members joined by ``+``.
    arcs : list
        ``[dm, from, to, improves, returns]`` with the decision maker's number from 0.
    answer : list of str
        The answer in plain sentences.
    technical : list of str
        The same with concepts by name.
    strong : str
        How many states hold under every concept, as a sentence.
    strong_states : list of int
        A few of these states.
    rungs : str
        One character a state: how firmly it holds, 3 by itself, 2 if answered, 1 only if
        answered without gain, 0 not at all; empty where states are not listed.
    rung_words : dict
        The same in words, by that character.
    not_drawn : int
        How many states hold under some concept and are not in the graph.
    sets : list of SetRow
        Of states too many to be listed, what holds.
    """

    ranks: dict[str, list[int]]
    stable: dict[str, dict[str, str]]
    arcs: list[tuple[int, int, int, bool, bool]]
    answer: list[str]
    technical: list[str]
    strong: str = ""
    strong_states: list[int] = Field(default_factory=list)
    rungs: str
    rung_words: dict[str, str]
    status_quo: int | None
    not_drawn: int = 0
    sets: tuple[SetRow, ...] = ()
    engine: str = "explicit"


class Cells(Shape):
    """States that an edit gained, and lost, for somebody under a concept."""

    gained: list[int]
    lost: list[int]


class CellChange(Shape):
    """What an edit did to one concept: states gained and lost as equilibria, and by whom."""

    concept: str
    before: int
    after: int
    gained: list[int]
    lost: list[int]
    makers: dict[str, Cells] = Field(default_factory=dict)
    """By decision maker; those for whom nothing changed are left out, and all of many states."""


class Change(Shape):
    """What an edit did to the answers."""

    plain: list[str]
    """In words, a sentence each; one sentence where nothing changed."""
    technical: list[str] = Field(default_factory=list)
    """The same with concepts and numbers of states."""
    status_quo_gained: list[str]
    status_quo_lost: list[str]
    rung_before: str | None = None
    rung_after: str | None = None
    """How firmly the present situation held, and holds now."""
    concepts: list[CellChange]
    comparable: bool = True
    """Whether the states are the same before and after, so that cells can be compared."""
