"""What a graph of a model draws, and where: the same in every language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import cos, pi, sin

import numpy as np

from satumeja.brief.figures._layout import RADIUS, Layout, place
from satumeja.brief.figures._marks import RING
from satumeja.brief.figures._routes import Route, routes
from satumeja.brief.tables import Arc, Marks, Moves, Selection, Shown, drawn_states, marks_of
from satumeja.stability import Analysis

__all__ = ["Plan", "layout_of", "plan_of", "roomiest"]

Point = tuple[float, float]


@dataclass(frozen=True, eq=False)
class Plan:
    """What is drawn where: the same in every language.

    `entry` has the status quo, where it is drawn, and the angle at which an arrow to it has
    most room.
    """

    chosen: Selection
    shown: Shown
    arcs: Sequence[Arc]
    layout: Layout
    routes: Sequence[Route]
    marks: Marks
    focal: int | None
    entry: tuple[int, float] | None = None

    def room(self, number: int) -> float:
        """Return how far from the middle of a state its arcs end."""
        return (RING if self.marks.some(number) else RADIUS) + 2


@lru_cache(maxsize=2)
def plan_of(analysis: Analysis, moves: Shown, most: int, focal: int | None) -> Plan:
    """Choose the states, place them, and run the arcs of one decision maker or of all."""
    reach, chosen = Moves(analysis), drawn_states(analysis, most)
    layout = layout_of(analysis, most)
    arcs, shown = reach.arcs(chosen.numbers, moves, focal)
    plan = Plan(chosen, shown, arcs, layout, (), marks_of(analysis), focal)
    trimmed = [
        route.trimmed(plan.room(arc.start), plan.room(arc.end))
        for arc, route in zip(arcs, routes(layout.points, arcs), strict=True)
    ]
    return replace(plan, routes=trimmed, entry=_entry(analysis, replace(plan, routes=trimmed)))


def _entry(analysis: Analysis, plan: Plan) -> tuple[int, float] | None:
    """Choose the side from which the arrow to the status quo has most room."""
    number, points = analysis.model.status_quo_number, plan.layout.points
    if number is None or number not in points:
        return None
    x, y = points[number]
    busy = [spot for n, spot in points.items() if n != number]
    busy += [route.at(t / 10) for route in plan.routes for t in range(11)]
    angles, near = [pi * (10 + k) / 8 for k in range(16)], plan.room(number)
    spots = [
        [(x + (near + far) * cos(a), y + (near + far) * sin(a)) for far in (14, 31)]
        for a in angles
    ]
    return number, angles[roomiest(spots, busy)]


def roomiest(
    places: Sequence[Sequence[Point]], busy: Sequence[Point], enough: float = 60.0
) -> int:
    """Return the first place, of one spot or more, with most room around each, or with enough."""
    spots, others = np.array(places), np.array(busy).reshape(-1, 2)
    across, down = (spots[:, :, None, k] - others[None, None, :, k] for k in (0, 1))
    nearest = np.sqrt((across**2 + down**2).min(axis=(1, 2), initial=enough**2)).tolist()
    return max(range(len(places)), key=lambda k: round(nearest[k], 1))


@lru_cache(maxsize=1)
def layout_of(analysis: Analysis, most: int) -> Layout:
    """Place the states by the moves of all, so that they stand alike in every graph."""
    numbers = drawn_states(analysis, most).numbers
    arcs, _ = Moves(analysis).arcs(numbers, "auto")
    ranks = [analysis.ranks[dm.id] for dm in analysis.model.decision_makers]
    return place(analysis.model, numbers, ranks, arcs)
