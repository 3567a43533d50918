"""States that count as one: moves, engines, concepts and answers are those of the quotient."""

from __future__ import annotations

from random import Random
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from brief.graph_form import named_graph
from formats.samples import PLANT
from literal import LiteralEngine, build
from literal.statespace import Coalesced, Native
from proofs.differential import compare
from random_models import to_yaml
from random_stated import random_coalesced_model
from satumeja import gallery
from satumeja.errors import LimitError, QuestionError
from satumeja.formats import loads
from satumeja.model import Model
from satumeja.model.kit import arcs_of, as_graph, change_of
from satumeja.questions import paths, scenarios
from satumeja.questions.sweeps import model_digest
from satumeja.stability import (
    Choice,
    analyse,
    analyse_symbolically,
    choose_engine,
    decide_further,
    explain,
)
from satumeja.stability.explicit import batch
from satumeja.table import deals, openings

FURTHER = ("cnash", "cgmr", "csmr", "cseq", "l2", "l3", "nm")


def in_graph_form(native: Native) -> Model:
    """Write the quotient, made from sets alone, as a file in graph form, and load that."""
    literal = build(native)
    names = {s: f"s{s}" for s in literal.states}
    makers: dict[str, Any] = {}
    for dm in literal.dms:
        better = {s: sum(literal.better(dm, q, s) for q in literal.states) for s in literal.states}
        ranking = [
            [names[s] for s in literal.states if better[s] == above]
            for above in sorted(set(better.values()))
        ]
        arcs = [[names[a], names[b]] for a in literal.states for b in literal.moves_from(dm, a)]
        makers[dm] = {"moves": sorted(arcs), "ranking": ranking}
    graph = {"satumeja": 1, "title": "Quotient", "states": list(names.values())}
    return loads(to_yaml(graph | {"decision_makers": makers}))


def profile(model: Model) -> NDArray[np.uint16]:
    ranks = [model.ranks(dm) for dm in model.decision_makers]
    return np.stack(ranks)[:, :, np.newaxis].astype(np.uint16)


@pytest.mark.parametrize("seed", range(120))
def test_the_engine_agrees_with_the_quotient(seed: int) -> None:
    compare(random_coalesced_model(Random(seed)))


@pytest.mark.parametrize("seed", range(60))
def test_merged_states_move_by_any_member(seed: int) -> None:
    native = random_coalesced_model(Random(seed))
    model, literal = loads(to_yaml(native)), build(native)
    for dm in model.decision_makers:
        pairs = [(s, q) for s in literal.states for q in sorted(literal.moves_from(dm.id, s))]
        assert [(a + 1, b + 1) for a, b in arcs_of(model, dm).tolist()] == pairs


@pytest.mark.parametrize("seed", range(40))
def test_a_move_is_told_by_members_it_can_be_made_between(seed: int) -> None:
    native = random_coalesced_model(Random(seed))
    model, space = loads(to_yaml(native)), Coalesced(native)
    vectors = {sum(2**k for k, yes in enumerate(v) if yes): v for v in space.vectors}
    for dm in model.decision_makers:
        for start, end in arcs_of(model, dm).tolist():
            before, after = change_of(model, dm.id, start, end)
            assert before in space.members(start + 1)
            assert after in space.members(end + 1)
            assert space.numbers[vectors[after]] in space.moves(dm.id, vectors[before])


@pytest.mark.parametrize("seed", range(60))
def test_all_else_follows_from_the_quotient(seed: int) -> None:
    native = random_coalesced_model(Random(seed))
    model, graph = loads(to_yaml(native)), in_graph_form(native)
    for name in FURTHER:
        one, other = decide_further(model, name), decide_further(graph, name)
        assert one.equilibria().tolist() == other.equilibria().tolist(), name
    for improvements in (False, True):
        found = [paths(each, 1, improvements=improvements).arrivals for each in (model, graph)]
        assert np.array_equal(found[0], found[1])
    assert np.array_equal(batch(model, profile(model)), batch(graph, profile(graph)))
    seats = [dm.id for dm in model.decision_makers][:2]
    agreed = [deals(each, seats, start=1, reach="sequence") for each in (model, graph)]
    assert agreed[0].numbers.tolist() == agreed[1].numbers.tolist()
    spelt = as_graph(model)
    assert analyse(spelt).to_json()["stable"] == analyse(model).to_json()["stable"]
    assert model_digest(spelt) != model_digest(model)


@pytest.mark.parametrize("seed", range(40))
def test_the_matrix_convention_follows(seed: int) -> None:
    native = random_coalesced_model(Random(seed))
    literal = LiteralEngine(build(native), "matrix")
    found = analyse(loads(to_yaml(native)), convention="matrix")
    for concept in found.concepts:
        for dm in literal.model.dms:
            assert found.stable(concept.id, dm).tolist() == literal.stable(concept.id, dm)


def test_elmira_is_the_published_graph() -> None:
    model, graph = gallery.load("elmira"), named_graph()
    assert model.states.form(9) == "-|NNY|-"
    for one, other in zip(model.decision_makers, graph.decision_makers, strict=True):
        assert np.array_equal(arcs_of(model, one), arcs_of(graph, other))
        assert np.array_equal(model.ranks(one), graph.ranks(other))
    for name in FURTHER:
        found = [decide_further(each, name).equilibria().tolist() for each in (model, graph)]
        assert found[0] == found[1]
    held = [analyse(each).to_json()["equilibria"] for each in (model, graph)]
    assert held[0] == held[1]


def test_a_merged_state_is_found_by_number_form_and_member() -> None:
    model = loads(PLANT)
    assert [model.states.form(n) for n in range(1, 10)][-2:] == ["Y|NYN|Y", "-|NNY|-"]
    for name in ("9", "-|NNY|-", "-nny-", "Y|NNY|N", "N|NNY|Y"):
        assert model.find_state(name) == 9
    with pytest.raises(QuestionError, match="there is no state"):
        model.find_state("-|-----|-")
    assert model.with_status_quo("N|NNY|N").status_quo_number == 9
    found = analyse(model)
    assert 9 in found.equilibria("seq").tolist()
    assert found.equilibria("seq", where="insist").tolist() == [5, 7, 8]
    assert found.to_json()["states"][8]["members"] == [8, 9, 24, 25]


def test_what_cannot_be_decided_for_merged_states_says_so() -> None:
    model = loads(PLANT)
    assert choose_engine(model) == Choice("explicit", "bound")
    with pytest.raises(LimitError, match=r"coalesced states .* use the explicit engine"):
        analyse_symbolically(model)
    with pytest.raises(QuestionError, match=r"sim. is not defined for coalesced states"):
        decide_further(model, "sim")


def test_models_made_from_a_merged_one_stay_merged() -> None:
    model = loads(PLANT)
    fewer = model.with_infeasible("insist & abandon")
    assert [fewer.states.form(n) for n in (1, 5, 9)] == ["N|YNN|N", "-|NNY|N", "Y|NYN|Y"]
    assert len(model.with_infeasible("abandon").states) == 8
    with pytest.raises(QuestionError, match=r'"insist" of town would part .* coalesced into one'):
        model.with_preferences(town=["insist"])
    with pytest.raises(QuestionError, match="the weights of town would part"):
        model.with_preferences(town={"insist": 1})
    plan = scenarios({"one": model, "other": fewer})
    assert [plan.states.form(n) for n in range(1, 10)] == [
        model.states.form(n) for n in range(1, 10)
    ]
    assert explain(model, 9, "company", "nash").stable


def test_ranked_states_keep_their_order_when_fewer_are_feasible() -> None:
    ranked = "ranking: [[9], [1, 2], [3], [4, 5, 6, 7, 8]]"
    model = loads(PLANT.replace('preferences: [-abandon, "insist | abandon"]', ranked))
    fewer = model.with_infeasible("insist & abandon")
    forms = [
        fewer.states.form(k + 1) for k in np.argsort(-fewer.ranks(fewer["town"]), kind="stable")
    ]
    assert forms[:4] == ["-|NNY|N", "N|YNN|N", "Y|YNN|N", "N|NYN|N"]


def test_a_table_reaches_a_merged_state_by_any_member() -> None:
    model = loads(PLANT)
    found = openings(model, ["company", "town"], start=1, walk_away=False)
    assert found.reached == 5
    assert openings(model, ["ministry", "company"], start=1, wanting="abandon").reached == 5
