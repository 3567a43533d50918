"""The literal reference engine against published results and against the matrix method."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from numpy.typing import NDArray

from literal import CONCEPTS, LiteralEngine, LiteralModel, build
from literal import published as p
from literal.statespace import Native
from random_models import random_graph_model, random_option_model


def engine(native: Native, convention: str = "set") -> LiteralEngine:
    return LiteralEngine(build(native), convention)


def graph(arcs: dict[str, set[tuple[int, int]]], **rankings: list[int]) -> LiteralModel:
    """Build a graph; the states a decision maker does not rank are tied and its worst."""
    states = sorted({s for pairs in arcs.values() for pair in pairs for s in pair})
    moves = {
        dm: {s: {b for a, b in pairs if a == s} for s in states} for dm, pairs in arcs.items()
    }
    scores = {}
    for dm in arcs:
        order = rankings.get(dm, [])
        scores[dm] = {s: -order.index(s) if s in order else -len(order) for s in states}
    return LiteralModel(list(arcs), states, moves, {**scores})


# -- published results -------------------------------------------------------------------

EQUILIBRIA = {
    "prisoners_dilemma": (p.PRISONERS_DILEMMA, {"nash": [4], "gmr smr seq sseq": [1, 4]}),
    "chicken": (p.CHICKEN, {"nash seq sseq": [2, 3], "gmr smr": [1, 2, 3]}),
    "syria_iraq": (p.SYRIA_IRAQ, {"nash smr seq sseq": [6], "gmr": [1, 6]}),
    "cuban": (
        p.cuban(),
        {"nash": [], "gmr smr": [1, 2, 3, 5, 6, 7, 8], "seq sseq": [5, 7]},
    ),
    "cuban_strike_irreversible": (
        p.cuban(air_strike="forward"),
        {"nash": [6], "gmr smr": [1, 2, 3, 5, 6, 7, 8], "seq sseq": [5, 6, 7]},
    ),
    "elmira": (p.ELMIRA, {"nash seq sseq": [5, 8, 9], "gmr smr": [1, 4, 5, 8, 9]}),
    "gisborne_economic": (
        p.gisborne("economic"),
        {"nash seq sseq": [4], "gmr smr": [4, 8]},
    ),
    "gisborne_environmental": (
        p.gisborne("environmental"),
        {"nash gmr smr seq sseq": [6]},
    ),
    "garrison": (
        p.GARRISON,
        {
            "nash seq sseq": [2, 3, 11, 17, 18, 21, 22],
            "gmr smr": [2, 3, 4, 6, 8, 10, 11, 13, 14, 15, 17, 18, 19, 21, 22],
        },
    ),
    "december_A": (p.december_2021("A"), {"nash seq sseq": [1, 7, 50, 51]}),
    "december_B": (
        p.december_2021("B"),
        {"nash": [50, 51], "seq sseq": [1, 2, 7, *range(18, 22), *range(23, 27), 50, 51]},
    ),
    "december_B2": (
        p.december_2021("B2"),
        {"nash seq sseq": [50, 51], "gmr smr": [16, 17, 50, 51]},
    ),
}


@pytest.mark.parametrize("name", EQUILIBRIA)
def test_equilibria_are_the_published_ones(name: str) -> None:
    native, expected = EQUILIBRIA[name]
    found = {concept: engine(native).equilibria(concept) for concept in CONCEPTS}
    wanted = {concept: states for group, states in expected.items() for concept in group.split()}
    assert {concept: found[concept] for concept in wanted} == wanted


def test_stability_is_decided_for_every_decision_maker_on_its_own() -> None:
    syria_iraq, elmira = engine(p.SYRIA_IRAQ), engine(p.ELMIRA)
    assert syria_iraq.stable("gmr", "iraq") == [1, 2, 4, 5, 6]
    assert syria_iraq.stable("smr", "iraq") == [2, 4, 6]
    assert syria_iraq.stable("seq", "iraq") == [2, 4, 5, 6]
    assert elmira.stable("nash", "uniroyal") == [1, 4, 5, 8, 9]
    assert elmira.stable("seq", "lg") == [2, 3, 5, 6, 7, 8, 9]


def test_garrison_under_single_move_sanctions_loses_three_equilibria() -> None:
    whole = engine(p.GARRISON)

    def sanctioned_in_one_move(dm: str, s: int, t: int) -> bool:
        others = [j for j in whole.model.dms if j != dm]
        ends = {q for j in others for q in whole.moves(j, t)}
        return any(whole.in_sanction_set(dm, s, q) for q in ends)

    single_move = [
        s
        for s in whole.model.states
        if all(
            sanctioned_in_one_move(dm, s, t)
            for dm in whole.model.dms
            for t in whole.improvements(dm, s)
        )
    ]
    assert single_move == [2, 3, 8, 11, 13, 14, 15, 17, 18, 19, 21, 22]
    assert set(whole.equilibria("gmr")) - set(single_move) == {4, 6, 10}


# -- legal sequences ---------------------------------------------------------------------


def test_a_mover_may_move_again_after_another() -> None:
    """1 -a-> 2 is sanctioned at 5 by b, c, b; each opponent once would not reach 5."""
    bcb = graph({"a": {(1, 2)}, "b": {(2, 3), (4, 5)}, "c": {(3, 4)}}, a=[2, 3, 4, 1, 5])
    assert LiteralEngine(bcb).replies("a", 2, credible=False) == {3, 4, 5}
    assert LiteralEngine(bcb).is_stable("a", 1, "gmr")


def test_nobody_moves_twice_in_a_row() -> None:
    bb = graph({"a": {(1, 2)}, "b": {(2, 3), (3, 4)}, "c": {(4, 3)}}, a=[2, 3, 1, 4])
    assert LiteralEngine(bb).replies("a", 2, credible=False) == {3}
    assert not LiteralEngine(bb).is_stable("a", 1, "gmr")


def test_arriving_by_another_mover_opens_the_way_on() -> None:
    """3 is reached by b, which must not go on, and by c, after whom b may."""
    arcs = {"a": {(1, 2)}, "b": {(2, 3), (3, 4)}, "c": {(2, 3)}}
    assert LiteralEngine(graph(arcs)).replies("a", 2, credible=False) == {3, 4}


def test_credible_replies_improve_on_where_the_mover_stands() -> None:
    arcs = {"a": {(1, 2)}, "b": {(2, 3)}, "c": {(3, 4)}}
    up = graph(arcs, a=[2, 3, 1, 4], b=[3, 2], c=[4, 3])
    down = graph(arcs, a=[2, 3, 1, 4], b=[3, 2], c=[3, 4])
    assert LiteralEngine(up).is_stable("a", 1, "seq")
    assert not LiteralEngine(down).is_stable("a", 1, "seq")
    assert LiteralEngine(down).is_stable("a", 1, "gmr")


def test_a_tie_is_no_improvement_but_a_sanction() -> None:
    model = graph({"a": {(1, 2), (3, 4)}, "b": {(2, 4)}}, a=[2])
    assert LiteralEngine(model).is_stable("a", 1, "gmr")
    assert LiteralEngine(model).is_stable("a", 3, "nash")


def test_a_counter_move_breaks_smr_and_a_counter_improvement_sseq() -> None:
    arcs = {"a": {(1, 2), (3, 4)}, "b": {(2, 3)}}
    escape = graph(arcs, a=[2, 4, 1, 3], b=[3, 2])
    assert [LiteralEngine(escape).is_stable("a", 1, c) for c in CONCEPTS] == [
        False,
        True,
        False,
        True,
        False,
    ]


def test_cyclic_preferences_are_taken_as_they_are() -> None:
    """4 is preferred to 1 but not to 3, so the move 3 -> 4 undoes the sanction in SMR alone."""
    model = graph({"a": {(1, 2), (3, 4)}, "b": {(2, 3)}})
    model.prefers["a"] = {(2, 1), (4, 1), (1, 3), (3, 4)}
    model.prefers["b"] = {(3, 2)}
    cyclic = LiteralEngine(model)
    assert not cyclic.is_stable("a", 1, "smr")
    assert cyclic.is_stable("a", 1, "sseq")


def test_a_preference_may_be_a_function() -> None:
    model = graph({"a": {(1, 2)}, "b": {(2, 1)}})
    model.prefers["a"] = lambda q, s: q > s
    assert LiteralEngine(model).stable("nash", "a") == [2]


def test_unknown_concepts_and_conventions_are_refused() -> None:
    with pytest.raises(ValueError, match="concept"):
        engine(p.CHICKEN).is_stable("row", 1, "nahs")
    with pytest.raises(ValueError, match="convention"):
        engine(p.CHICKEN, "matrices")


# -- the matrix convention ---------------------------------------------------------------

Matrix = NDArray[np.bool_]


def product_sign(left: Matrix, right: Matrix) -> Matrix:
    return (left.astype(np.int64) @ right.astype(np.int64)) > 0


def joint_moves(own: list[Matrix]) -> Matrix:
    """Give M_H of Xu, Li, Kilgour and Hipel (2009): by first mover, length by length."""
    level, total = own, np.zeros_like(own[0])
    for _ in range(sum(int(m.sum()) for m in own) + 1):
        total = total | np.logical_or.reduce(level)
        others = [
            np.logical_or.reduce([m for j, m in enumerate(level) if j != i] or [own[0] & False])
            for i in range(len(own))
        ]
        level = [product_sign(m, rest) for m, rest in zip(own, others, strict=True)]
    return total & ~np.eye(len(total), dtype=bool)


def matrices(model: LiteralModel, dm: str) -> tuple[Matrix, Matrix]:
    """Give J_i, the moves of dm, and P_i^+, the states it prefers, row by row."""
    moves = [[q in model.moves_from(dm, s) for q in model.states] for s in model.states]
    better = [[model.better(dm, q, s) for q in model.states] for s in model.states]
    return np.array(moves), np.array(better)


def stable_by_matrices(model: LiteralModel, dm: str, concept: str) -> list[int]:
    states = model.states
    move = {d: matrices(model, d)[0] for d in model.dms}
    better = {d: matrices(model, d)[1] for d in model.dms}
    improve = {d: move[d] & better[d] for d in model.dms}
    others = [d for d in model.dms if d != dm]
    credible = concept in {"seq", "sseq"}
    joint = joint_moves([(improve if credible else move)[d] for d in others])
    sanction = (~np.eye(len(states), dtype=bool) & ~better[dm]).T
    if concept in {"smr", "sseq"}:
        counter = (improve if credible else move)[dm]
        sanction &= ~product_sign(counter, better[dm].T)
    unsanctioned = ~product_sign(joint, sanction)
    if concept == "nash":
        unsanctioned |= True
    verdicts = ~np.diag(product_sign(improve[dm], unsanctioned))
    return [s for s, stable in zip(states, verdicts, strict=True) if stable]


@pytest.mark.parametrize("seed", range(60))
def test_the_matrix_convention_is_that_of_the_matrix_method(seed: int) -> None:
    native = random_graph_model(Random(seed), dms=(2, 4), states=(2, 7))
    literal = engine(native, "matrix")
    for dm in literal.model.dms:
        for concept in CONCEPTS:
            expected = stable_by_matrices(literal.model, dm, concept)
            assert literal.stable(concept, dm) == expected, (concept, dm)


def test_only_the_set_convention_lets_a_return_be_a_sanction() -> None:
    """b can undo what a does: s itself is then no better than s, but no other state."""
    model = graph({"a": {(1, 2)}, "b": {(2, 1)}}, a=[2, 1])
    assert LiteralEngine(model).is_stable("a", 1, "gmr")
    assert not LiteralEngine(model, "matrix").is_stable("a", 1, "gmr")


def test_only_the_set_convention_lets_a_sequence_come_back_to_its_start() -> None:
    model = graph({"a": {(1, 2)}, "b": {(2, 3)}, "c": {(3, 2)}})
    assert LiteralEngine(model).replies("a", 2, credible=False) == {2, 3}
    assert LiteralEngine(model, "matrix").replies("a", 2, credible=False) == {3}


@pytest.mark.parametrize("seed", range(20))
def test_the_conventions_agree_in_option_form(seed: int) -> None:
    native = random_option_model(Random(seed), total=5)
    by_set, by_matrix = engine(native), engine(native, "matrix")
    for concept in CONCEPTS:
        assert by_set.equilibria(concept) == by_matrix.equilibria(concept)
