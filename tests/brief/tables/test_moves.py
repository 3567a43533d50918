"""What is drawn is what can be done."""

from __future__ import annotations

import pytest

from brief.graph_form import named_graph
from brief.samples import random_models
from satumeja.brief.tables._moves import Moves
from satumeja.gallery import load
from satumeja.model import Model
from satumeja.stability import Verdict, analyse, explain_all

MODELS = [load("december-2021-b"), load("elmira"), named_graph(), *random_models(5, 8)]


def ids(model: Model) -> str:
    return str(model.title)[:20]


@pytest.mark.parametrize("model", MODELS, ids=ids)
def test_improvements_are_those_of_the_verdicts(model: Model) -> None:
    moves, numbers = Moves(analyse(model)), list(range(1, len(model.states) + 1))
    dms = [dm.id for dm in model.decision_makers]
    for verdict in explain_all(model, numbers, dms, ["nash"]):
        assert isinstance(verdict, Verdict)
        found = moves.improvements(dms.index(verdict.dm), verdict.state)
        assert sorted(found.tolist()) == sorted(verdict.improvements)


@pytest.mark.parametrize("model", MODELS, ids=ids)
def test_all_arcs_stand_for_all_moves_once(model: Model) -> None:
    moves, numbers = Moves(analyse(model)), range(1, len(model.states) + 1)
    arcs, shown = moves.arcs(numbers, "all")
    drawn = [(a.dm, a.start, a.end) for a in arcs]
    drawn += [(a.dm, a.end, a.start) for a in arcs if a.returns]
    wanted = [(m, s, t) for m in moves.movers for s in numbers for t in moves.targets(m, s)]
    assert shown == "all"
    assert sorted(drawn) == sorted(wanted)


@pytest.mark.parametrize("model", MODELS, ids=ids)
def test_improvements_left_out_are_made_of_those_drawn(model: Model) -> None:
    moves, numbers = Moves(analyse(model)), range(1, len(model.states) + 1)
    arcs, _ = moves.arcs(numbers, "improvements")
    ahead: dict[tuple[int, int], set[int]] = {}
    for arc in arcs:
        assert arc.improves
        assert not arc.returns
        ahead.setdefault((arc.dm, arc.start), set()).add(arc.end)
    for mover in moves.movers:
        for number in numbers:
            reached, front = set[int](), {number}
            while front:
                front = {t for s in front for t in ahead.get((mover, s), ())} - reached
                reached |= front
            improvements = set(moves.improvements(mover, number).tolist())
            if model.is_graph:
                assert ahead.get((mover, number), set()) == improvements
            else:
                assert reached == improvements


def test_the_arcs_of_one_are_among_those_of_all() -> None:
    moves = Moves(analyse(load("december-2021-b")))
    arcs, _ = moves.arcs(range(1, 52), "all")
    for mover in moves.movers:
        own, _ = moves.arcs(range(1, 52), "all", mover)
        assert own == [arc for arc in arcs if arc.dm == mover]


def test_neighbours_are_improvements_first() -> None:
    moves = Moves(analyse(load("december-2021-b")))
    assert moves.neighbours(7)[0] == 10
    assert len(set(moves.neighbours(7))) == len(moves.neighbours(7))
