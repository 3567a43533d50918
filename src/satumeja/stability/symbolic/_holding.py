"""What it takes for a state to hold, without a list of states."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from satumeja.stability._concepts import CONCEPTS
from satumeja.stability._hold import Answer, AnswerStep, Hold, Level, Temptation, Tempted
from satumeja.stability.explicit import Step
from satumeja.stability.symbolic._engine import SymbolicEngine
from satumeja.stability.symbolic._space import Node
from satumeja.stability.symbolic._witness import Search, number_of

__all__ = ["hold_of_code"]


class _Side:
    """A decision maker at a state, and how the others can answer its gainful moves.

    Of each concept with sanctions `answered` has the moves that it answers.
    """

    def __init__(self, engine: SymbolicEngine, focal: int, code: int) -> None:
        self.engine, self.focal, self.code = engine, focal, code
        self.searches = {
            name: Search(engine, CONCEPTS[name], focal, code)
            for name in ("gmr", "seq", "smr", "sseq")
        }
        self.moves = self.searches["gmr"].improvements
        self.answered = {
            name: self.moves & search.layers[-1] for name, search in self.searches.items()
        }

    def __bool__(self) -> bool:
        return bool(self.moves != self.engine.space.none)

    def lacks(self, concept: str) -> bool:
        """Decide whether some move has no answer under a concept."""
        return bool(self.answered[concept] != self.moves)

    @property
    def level(self) -> Level:
        """The rung for it alone."""
        return 0 if self.lacks("gmr") else 1 if self.lacks("seq") else 2

    def kinds(self) -> Iterator[tuple[str, Node]]:
        """Yield the moves by the concept that their best answer is found under, worst first."""
        any_, credible = self.answered["gmr"], self.answered["seq"]
        firm, both = self.answered["smr"], self.answered["sseq"]
        yield "", self.moves & ~any_
        yield "gmr", any_ & ~credible & ~firm
        yield "smr", any_ & ~credible & firm
        yield "seq", credible & ~both
        yield "sseq", both

    def tempted(self, most: int) -> Tempted:
        """Describe it, with so many of its moves at the most."""
        states, space = self.engine.states, self.engine.space
        listed = (
            Temptation(number_of(self.engine, move), self._answer(concept, move))
            for concept, moves in self.kinds()
            for move in self.searches["gmr"].best_first(moves)
        )
        any_, credible = self.answered["gmr"], self.answered["seq"]
        sets = (self.moves & ~any_, any_ & ~credible, credible)
        unanswered, idle, answered = (space.count(node, len(states.options)) for node in sets)
        level = self.level
        return Tempted(
            self.engine.model.decision_makers[self.focal].id,
            level,
            self.lacks("sseq") if level == 2 else level == 1 and self.lacks("smr"),
            tuple(islice(listed, most)),
            (unanswered, idle, answered),
        )

    def _answer(self, concept: str, move: int) -> Answer | None:
        if not concept:
            return None
        steps = list[AnswerStep]()
        before = move
        for step, after in self.searches[concept].steps(move):
            steps.append(self._step(step, before, after))
            before = after
        end = number_of(self.engine, before)
        return Answer(tuple(steps), end, before == self.code, self._gains_again(before))

    def _step(self, step: Step, before: int, after: int) -> AnswerStep:
        mover = self.engine.model.place(step.dm)
        states = self.engine.states
        gains = states.space.at(states.marks_of(mover, before), states.scales[mover].above)
        return AnswerStep(step.dm, step.to, states.contains(gains, after))

    def _gains_again(self, end: int) -> bool:
        states = self.engine.states
        marks = states.marks_of(self.focal, self.code)
        gains = states.space.at(marks, states.scales[self.focal].above)
        moves = states.feasible & states.reach(self.focal, end) & ~states.state(end)
        return bool(moves & gains != states.space.none)


def hold_of_code(engine: SymbolicEngine, code: int, most: int) -> Hold:
    """Say what it takes for the state with a decimal to hold, `most` moves a side listed."""
    every = (_Side(engine, focal, code) for focal in range(len(engine.model.decision_makers)))
    sides = [side for side in every if side]
    level: Level = min((side.level for side in sides), default=3)
    concept = {1: "smr", 2: "sseq"}.get(level)
    tempted = tuple(side.tempted(most) for side in sides)
    nuance = (
        described.dm
        for side, described in zip(sides, tempted, strict=True)
        if concept and side.lacks(concept)
    )
    return Hold(number_of(engine, code), level, tempted, tuple(nuance))
