"""What it takes for a situation to hold: one scale of four rungs, made from the concepts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from satumeja.display import Shown

__all__ = ["Answer", "AnswerStep", "Hold", "Temptation", "Tempted"]

Level = Literal[0, 1, 2, 3]


@dataclass(frozen=True)
class AnswerStep:
    """One step of an answer.

    Parameters
    ----------
    dm : str
        Who makes it.
    to : int
        The number of the state it leads to.
    gain : bool
        Whether it is a gain to whoever makes it, seen from the state before it.
    """

    dm: str
    to: int
    gain: bool


@dataclass(frozen=True)
class Answer:
    """What the others can do after a move, so that its maker is no better off than before it.

    Parameters
    ----------
    steps : tuple of AnswerStep
        In order, nobody twice in a row.
    end : int
        The number of the state where they end.
    back : bool
        Whether that is the situation it began with.
    again : bool
        Whether the first mover could gain again by one more move from there.
    """

    steps: tuple[AnswerStep, ...]
    end: int
    back: bool
    again: bool

    @property
    def credible(self) -> bool:
        """Whether each step is a gain to whoever makes it."""
        return all(step.gain for step in self.steps)


@dataclass(frozen=True)
class Temptation:
    """A move by which its maker gains, and the answer there is to it.

    Parameters
    ----------
    to : int
        The number of the state it leads to.
    answer : Answer or None
        The best there is: credible before others, without a further move before others, short
        before long; None where nothing takes the gain away.
    """

    to: int
    answer: Answer | None


@dataclass(frozen=True)
class Tempted:
    """A side that could gain by a move of its own.

    Parameters
    ----------
    dm : str
        Who.
    level : {0, 1, 2}
        The rung for it alone.
    nuance : bool
        Whether one more move of its own could bring a gain back whatever the others answered.
    moves : tuple of Temptation
        Its gainful moves, the one that decides the rung first.
    """

    dm: str
    level: Level
    nuance: bool
    moves: tuple[Temptation, ...]


@dataclass(frozen=True, repr=False)
class Hold(Shown):
    """What it takes for a situation to hold.

    Parameters
    ----------
    state : int
        Its number, from one.
    level : {0, 1, 2, 3}
        The rung: does not hold (not GMR), holds only if answered without gain (GMR, not SEQ),
        holds if answered (SEQ, not Nash), holds by itself (Nash); the lowest over the sides.
    tempted : tuple of Tempted
        The sides that could gain by a move of their own, in the order of the file.
    """

    state: int
    level: Level
    tempted: tuple[Tempted, ...]

    @property
    def nuance(self) -> tuple[str, ...]:
        """Who could bring a gain back by one more move."""
        return tuple(side.dm for side in self.tempted if side.nuance)
