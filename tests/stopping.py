"""Deciders that have too little time or memory, for tests: each where a test says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from satumeja.model import Model
from satumeja.stability import CONCEPTS, Budget, SymbolicAnalysis
from satumeja.stability._budget import Reason, SpentError
from satumeja.stability._concepts import concepts_named
from satumeja.stability.symbolic._deciders import Here, Spent
from satumeja.stability.symbolic._engine import SymbolicEngine
from satumeja.stability.symbolic._parts import decide_parts
from satumeja.stability.symbolic._questions import Question, StableFor, VerdictOn

Refusal = Callable[[Question], Reason | None]


class Checks(Budget):
    """A budget of so many looks: it is spent after them, and stays spent.

    Parameters
    ----------
    looks : int
        How often `check` goes on.
    reason : {"time", "memory"}
        What is told to be spent.
    whole : Checks, optional
        What it is a part of.
    """

    def __init__(self, looks: int, reason: Reason = "time", whole: Checks | None = None) -> None:
        super().__init__()
        self.looks, self.reason, self.whole = looks, reason, whole

    def part(self, share: int) -> Budget:
        """Give a share of the looks that are left."""
        return Checks(self.looks // share, self.reason, self)

    def check(self) -> None:
        if self.whole is not None:
            self.whole.check()
        self.looks -= 1
        if self.looks < 0:
            raise SpentError("no more looks", self.reason)


class Refusing(Here):
    """Answers in this process what it does not refuse."""

    def __init__(self, engine: SymbolicEngine, budget: Budget, refuse: Refusal) -> None:
        super().__init__(engine, budget)
        self.refuse = refuse

    def ask(self, question: Question, part: Budget) -> Any:
        reason = self.refuse(question)
        return Spent(reason) if reason else super().ask(question, part)


def refusing(cells: dict[tuple[str, int], Reason], *, of_states: bool = True) -> Refusal:
    """Refuse some cells, and perhaps to decide single states of them."""

    def refuse(question: Question) -> Reason | None:
        if isinstance(question, StableFor) or (of_states and isinstance(question, VerdictOn)):
            return cells.get((question.concept, question.place))
        return None

    return refuse


def bounded(
    model: Model,
    refuse: Refusal,
    concepts: Sequence[str] = tuple(CONCEPTS),
    budget: Budget | None = None,
) -> SymbolicAnalysis:
    """Analyse with a decider that refuses some questions."""
    chosen, engine = concepts_named(concepts), SymbolicEngine(model)
    decider = Refusing(engine, Budget("1m", "2GB") if budget is None else budget, refuse)
    parts = decide_parts(decider, chosen, model.status_quo)
    return SymbolicAnalysis(model, chosen, engine, parts=parts)


def cut_short(model: Model, budget: Budget, backend: str | None = None) -> SymbolicAnalysis:
    """Analyse within a budget, and ask of the first state; in this process."""
    engine = SymbolicEngine(model, backend=backend)
    (code,) = SymbolicAnalysis(model, (), engine).feasible.sample(1)
    chosen = tuple(CONCEPTS.values())
    parts = decide_parts(Here(engine, budget), chosen, code)
    return SymbolicAnalysis(model, chosen, engine, parts=parts)
