"""What it takes for a situation to hold: one scale of four rungs, made from the concepts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Shown, ShownInLine
from satumeja.stability.explicit import Answers

__all__ = ["Answer", "AnswerStep", "Hold", "Temptation", "Tempted", "hold_of"]

Level = Literal[0, 1, 2, 3]


@dataclass(frozen=True, repr=False)
class AnswerStep(ShownInLine):
    """One step of an answer.

    Parameters
    ----------
    dm : str
        Who makes it.
    to : int
        The number of the state it leads to.
    gain : bool
        Whether it is a gain to whoever makes it, seen from the state before it.

    See Also
    --------
    Answer : What it is a step of.
    """

    dm: str
    to: int
    gain: bool


@dataclass(frozen=True, repr=False)
class Answer(ShownInLine):
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

    See Also
    --------
    Temptation : The move it answers.
    satumeja.stability.Sanction : The answer in the proof of one concept.
    """

    steps: tuple[AnswerStep, ...]
    end: int
    back: bool
    again: bool

    @property
    def credible(self) -> bool:
        """Whether each step is a gain to whoever makes it."""
        return all(step.gain for step in self.steps)


@dataclass(frozen=True, repr=False)
class Temptation(ShownInLine):
    """A move by which its maker gains, and the answer there is to it.

    Parameters
    ----------
    to : int
        The number of the state it leads to.
    answer : Answer or None
        The best there is; None where nothing takes the gain away. Credible ones come before
        others, then those after which the maker could not gain again, short ones before long
        ones; then those with fewer steps without gain, with fewer steps that are a loss to
        whoever makes them, that change fewer options, and whose end the maker of the move
        likes least. What is still alike goes step by step as decision makers and states are
        numbered.

    See Also
    --------
    Tempted : Whose move it is.
    """

    to: int
    answer: Answer | None


@dataclass(frozen=True, repr=False)
class Tempted(ShownInLine):
    """A side that could gain by a move of its own.

    Parameters
    ----------
    dm : str
        Who.
    level : {0, 1, 2}
        The rung for it alone.
    nuance : bool
        Whether one more move of its own could bring a gain back whatever the others answered:
        at rung 2 not SSEQ, at rung 1 not SMR. Never at rung 0.
    moves : tuple of Temptation
        Its gainful moves, the one that decides the rung first: the worse answered before the
        better answered; where that is alike, those its maker likes better, then as states
        are numbered. No more of them than were asked for.
    by_level : tuple of int
        How many gainful moves there are in all that nothing takes the gain of away, for which
        every answer needs a step without gain, and that have a credible answer.

    See Also
    --------
    Hold : The sides of a situation together.
    """

    dm: str
    level: Level
    nuance: bool
    moves: tuple[Temptation, ...]
    by_level: tuple[int, int, int]

    @property
    def count(self) -> int:
        """How many gainful moves there are, those not listed included."""
        return sum(self.by_level)


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
    nuance : tuple of str
        Who could bring a gain back by one more move, as the rung of the situation asks it:
        at rung 2 those for whom it is not SSEQ, at rung 1 those for whom it is not SMR.

    See Also
    --------
    Analysis.hold : Makes it.
    Verdict : One concept for one decision maker.

    Notes
    -----
    Nash stability [1]_ implies sequential stability [2]_, which implies general
    metarationality [3]_, so the concepts under which a situation is an equilibrium are one
    scale, and its rung is the lowest of those for single decision makers. The nuance is
    symmetric metarationality [3]_ and symmetric sequential stability [4]_.

    References
    ----------
    .. [1] Nash, "Equilibrium points in n-person games", PNAS, 1950.
    .. [2] Fraser & Hipel, *Conflict Analysis: Models and Resolutions*, North-Holland, 1984.
    .. [3] Howard, *Paradoxes of Rationality*, MIT Press, 1971.
    .. [4] Rego & Vieira, "Symmetric sequential stability in the graph model for conflict
       resolution with multiple decision makers", Group Decision and Negotiation, 2017.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.stability import analyse
    >>> now = analyse(load("december-2021-b")).hold("status_quo")
    >>> now.level, [side.dm for side in now.tempted]
    (2, ['russia'])
    """

    state: int
    level: Level
    tempted: tuple[Tempted, ...]
    nuance: tuple[str, ...] = ()


def hold_of(everyone: Sequence[Answers], state: int, most: int) -> Hold:
    """Say what it takes for a state (1-based) to hold, `most` moves a side listed.

    `everyone` has the answers to each decision maker, in the order of the model.

    Notes
    -----
    Whether a move has an answer, and of which kind, is read from what the others can bring
    about from each state, found once for each side that is tempted. The answers themselves
    are searched breadth first over (state, last mover), and only among states from which
    such an answer goes on.
    """
    sides = list[tuple[Tempted, bool, bool]]()
    for answers in everyone:
        targets = answers.improvements(state - 1)
        if len(targets):
            sides.append(_tempted(answers, state - 1, targets, most))
    level: Level = min((side.level for side, _, _ in sides), default=3)
    place = {1: 1, 2: 2}.get(level)
    nuance = tuple(entry[0].dm for entry in sides if place and entry[place])
    return Hold(state, level, tuple(side for side, _, _ in sides), nuance)


def _tempted(
    answers: Answers, left: int, targets: NDArray[np.intp], most: int
) -> tuple[Tempted, bool, bool]:
    """Describe a tempted side, and say whether it is not SMR, and not SSEQ, there."""
    kinds = answers.kinds(left, targets)
    levels = kinds.any.astype(int) + kinds.credible
    firm = np.where(kinds.credible, kinds.both, kinds.firm)
    order = np.lexsort((targets, -answers.rank[targets].astype(int), firm, levels))[:most]
    moves = tuple(
        Temptation(
            int(targets[k]) + 1,
            _answer(
                answers,
                left,
                int(targets[k]),
                credible=bool(kinds.credible[k]),
                firm=bool(firm[k]),
            )
            if kinds.any[k]
            else None,
        )
        for k in order
    )
    unanswered, idle, answered = np.bincount(levels, minlength=3).tolist()
    lowest = int(levels.min())
    level: Level = 0 if lowest == 0 else 1 if lowest == 1 else 2
    not_smr, not_sseq = not kinds.firm.all(), not kinds.both.all()
    nuance = not_sseq if level == 2 else not_smr and level == 1
    dm = answers.engine.model.decision_makers[answers.focal]
    side = Tempted(dm.id, level, nuance, moves, (unanswered, idle, answered))
    return side, not_smr, not_sseq


def _answer(answers: Answers, left: int, target: int, *, credible: bool, firm: bool) -> Answer:
    path = answers.best(left, target, credible=credible, firm=firm)
    makers = answers.engine.model.decision_makers
    before = [target, *(after for _, after in path)]
    steps = tuple(
        AnswerStep(makers[mover].id, after + 1, answers.is_gain(mover, leaving, after))
        for leaving, (mover, after) in zip(before, path, strict=False)
    )
    end = path[-1][1]
    return Answer(steps, end + 1, end == left, answers.gains_again(left, end))
