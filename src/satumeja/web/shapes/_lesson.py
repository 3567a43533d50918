"""A game of two sides with one choice each, to predict and to look at."""

from __future__ import annotations

from typing import Literal

from satumeja.web.shapes._shape import Shape

__all__ = ["GameOutcome", "Leave", "Lesson", "LessonBody", "LessonGame"]


class LessonBody(Shape):
    """Which game, and in which order each side likes its four outcomes.

    Parameters
    ----------
    game : str
        A game of the gallery.
    orders : list, optional
        For each side the outcomes, the best first, those liked alike together; where it is
        left out they are those of the game.
    lang : {"en", "id"}
        The language of the words.
    """

    game: str = "prisoners-dilemma"
    orders: list[list[list[int]]] | None = None
    lang: Literal["en", "id"] = "en"


class LessonGame(Shape):
    """A game there is a lesson of."""

    id: str
    title: str


class Leave(Shape):
    """A side that would rather not stay, and where it would go."""

    side: int
    to: int


class GameOutcome(Shape):
    """One of the four outcomes."""

    number: int
    plays: list[bool]
    """Whether each side takes its option."""
    ranks: list[int]
    """How each side likes it; 1 is best."""
    holds: bool
    """Whether nobody gains by moving alone."""
    holds_with_foresight: bool
    """Whether nobody does once the other has answered as is best for it."""
    leaves: list[Leave]


class Lesson(Shape):
    """A game, and which of its outcomes hold."""

    game: str
    title: str
    story: str
    sides: list[str]
    options: list[str]
    orders: list[list[list[int]]]
    outcomes: list[GameOutcome]
    games: list[LessonGame]
