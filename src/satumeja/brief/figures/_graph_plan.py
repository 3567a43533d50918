"""What a graph of a model draws, and where: the same in every language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from satumeja.brief.figures._layout import RADIUS, Layout, place
from satumeja.brief.figures._marks import RING
from satumeja.brief.figures._routes import Route, routes
from satumeja.brief.tables import Arc, Marks, Moves, Selection, Shown, drawn_states, marks_of
from satumeja.stability import Analysis

__all__ = ["Plan", "plan_of"]


@dataclass(frozen=True, eq=False)
class Plan:
    """What is drawn where: the same in every language."""

    chosen: Selection
    shown: Shown
    arcs: Sequence[Arc]
    layout: Layout
    routes: Sequence[Route]
    marks: Marks
    focal: int | None

    def room(self, number: int) -> float:
        """Return how far from the middle of a state its arcs end."""
        return (RING if self.marks.some(number) else RADIUS) + 2


@lru_cache(maxsize=2)
def plan_of(analysis: Analysis, moves: Shown, most: int, focal: int | None) -> Plan:
    """Choose the states, place them, and run the arcs of one decision maker or of all."""
    reach, chosen = Moves(analysis), drawn_states(analysis, most)
    layout = _layout(analysis, most)
    arcs, shown = reach.arcs(chosen.numbers, moves, focal)
    plan = Plan(chosen, shown, arcs, layout, (), marks_of(analysis), focal)
    trimmed = [
        route.trimmed(plan.room(arc.start), plan.room(arc.end))
        for arc, route in zip(arcs, routes(layout.points, arcs), strict=True)
    ]
    return replace(plan, routes=trimmed)


@lru_cache(maxsize=1)
def _layout(analysis: Analysis, most: int) -> Layout:
    """Place the states by the moves of all, so that they stand alike in every graph."""
    numbers = drawn_states(analysis, most).numbers
    arcs, _ = Moves(analysis).arcs(numbers, "auto")
    ranks = [analysis.ranks[dm.id] for dm in analysis.model.decision_makers]
    return place(analysis.model, numbers, ranks, arcs)
