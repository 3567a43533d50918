"""States stand apart, and where their options say."""

from __future__ import annotations

from itertools import combinations
from math import hypot

import pytest

from brief.graph_form import named_graph
from brief.large import large_model
from brief.samples import gallery_models, random_models
from satumeja.brief.figures._layout import RADIUS, Layout, place
from satumeja.brief.tables._moves import Moves
from satumeja.brief.tables._selection import drawn_states
from satumeja.gallery import load
from satumeja.model import Model
from satumeja.stability import analyse

MODELS = [*gallery_models(), *random_models(2, 10), large_model(7), large_model(9)]


def layout(model: Model) -> Layout:
    analysis = analyse(model)
    moves = Moves(analysis)
    chosen = drawn_states(analysis)
    arcs, _ = moves.arcs(chosen.numbers, "auto")
    ranks = [analysis.ranks[dm.id] for dm in model.decision_makers]
    found = place(model, chosen.numbers, ranks, arcs)
    assert tuple(sorted(found.points)) == chosen.numbers
    return found


@pytest.mark.parametrize("model", MODELS, ids=lambda model: str(model.title)[:20])
def test_no_two_states_touch(model: Model) -> None:
    points = layout(model).points
    for (ax, ay), (bx, by) in combinations(points.values(), 2):
        assert hypot(ax - bx, ay - by) > 2 * RADIUS


def test_each_decision_maker_moves_in_its_own_direction() -> None:
    model = load("december-2021-b")
    found, moves = layout(model), Moves(analyse(model))
    assert found.directions == ("across", "aslant", "down")
    for start, (x, y) in found.points.items():
        for target in moves.targets(0, start):
            assert found.points[target][1] == y
        for target in moves.targets(2, start):
            assert found.points[target][0] == x


def test_what_a_decision_maker_likes_lies_further_along() -> None:
    found = layout(load("prisoners-dilemma"))
    assert found.points[2][0] > found.points[1][0]
    assert found.points[4][1] > found.points[2][1]
    assert [tick.form for tick in found.ticks] == ["N", "Y", "N", "Y"]


def test_states_nobody_can_reach_or_leave_stand_in_a_row() -> None:
    model = named_graph()
    analysis = analyse(model)
    arcs = [arc for arc in Moves(analysis).arcs(range(1, 10), "all")[0] if 9 not in (arc.end,)]
    ranks = [analysis.ranks[dm.id] for dm in model.decision_makers]
    points = place(model, range(1, 10), ranks, arcs).points
    assert points[9][1] > max(y for number, (_, y) in points.items() if number != 9)
