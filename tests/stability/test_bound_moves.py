"""Shared options, unseen states, moves irreversible between states: every engine agrees."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from numpy.typing import NDArray

from further_checker import check_simultaneous
from literal import LiteralEngine, OptionForm, build
from literal.simultaneous import Simultaneous
from proofs.differential import compare
from random_models import to_yaml
from random_stated import random_bound_model
from satumeja.errors import LimitError, QuestionError
from satumeja.formats import describe, dump, loads
from satumeja.gallery import load
from satumeja.model import Model
from satumeja.model.kit import arcs_of, as_graph
from satumeja.questions import paths
from satumeja.questions.sweeps import model_digest
from satumeja.stability import (
    Explicit,
    analyse,
    analyse_symbolically,
    choose_engine,
    decide_further,
    explain_further,
)
from satumeja.stability.explicit import batch
from satumeja.stability.further._setting import Setting
from satumeja.stability.further._simultaneous import Simultaneous as FurtherSimultaneous
from satumeja.table import deals

BOUND = """\
satumeja: 1
title: Bound
decision_makers:
  a:
    options: {x: , y: }
    preferences: [x, -z]
    shares: [z]
    unseen: [{statement: "YY|N", because: Too far away}]
  b: {options: {z: {direction: forward}}, preferences: [z, -x]}
infeasible: [{exactly_one: [x, y], type: logical, because: One at a time}]
irreversible:
  - {from: x, to: y & z, by: [a], because: The bridge is burnt}
status_quo: YN|N
tables: {hall: {seats: [a, b]}}
"""


@pytest.mark.parametrize("seed", range(150))
def test_the_explicit_engine_agrees_with_the_definitions(seed: int) -> None:
    compare(random_bound_model(Random(seed)))


@pytest.mark.parametrize("seed", range(60))
def test_moves_are_those_of_the_definition(seed: int) -> None:
    native = random_bound_model(Random(seed))
    model, space = loads(to_yaml(native)), OptionForm(native)
    for dm in model.decision_makers:
        pairs = {(s, q) for v, s in space.numbers.items() for q in space.moves(dm.id, v)}
        assert {(a + 1, b + 1) for a, b in arcs_of(model, dm).tolist()} == pairs


@pytest.mark.parametrize("seed", range(40))
def test_graph_form_is_the_same_conflict(seed: int) -> None:
    model = loads(to_yaml(random_bound_model(Random(seed))))
    graph = as_graph(model)
    one, other = analyse(model), analyse(graph)
    for concept in one.concepts:
        assert np.array_equal(one.equilibria(concept.id), other.equilibria(concept.id))
        for dm in model.decision_makers:
            pair = (one.is_stable(concept.id, dm.id), other.is_stable(concept.id, dm.id))
            assert np.array_equal(*pair)
    assert graph.status_quo_number == model.status_quo_number


@pytest.mark.parametrize("seed", range(40))
def test_the_matrix_convention_and_further_concepts_follow(seed: int) -> None:
    native = random_bound_model(Random(seed))
    model = loads(to_yaml(native))
    literal = LiteralEngine(build(native), "matrix")
    found = analyse(model, convention="matrix")
    graph = as_graph(model)
    for concept in found.concepts:
        for dm in model.decision_makers:
            wanted = literal.stable(concept.id, dm.id)
            assert found.stable(concept.id, dm.id).tolist() == wanted
    for name in ("cgmr", "cseq", "l2"):
        one, other = decide_further(model, name), decide_further(graph, name)
        assert one.equilibria().tolist() == other.equilibria().tolist()


SHARED = """\
satumeja: 1
title: Shared
decision_makers:
  a: {options: {x: , y: }, preferences: [x, y]}
  b: {options: {z: }, shares: [a.x], preferences: [a.x, z]}
"""


@pytest.mark.parametrize("seed", range(120))
def test_moves_made_at_once_follow(seed: int) -> None:
    native = random_bound_model(Random(seed))
    model, literal = loads(to_yaml(native)), Simultaneous(OptionForm(native))
    decided = decide_further(model, "sim")
    for dm in model.decision_makers:
        assert decided.stable(dm.id).tolist() == literal.stable(dm.id)
        for state in range(1, len(model.states) + 1):
            proof = explain_further(model, state, dm.id, "sim")
            check_simultaneous(literal, proof.to_json())


def test_an_option_that_two_change_at_once_is_changed_once() -> None:
    model = loads(SHARED)
    asked = FurtherSimultaneous(Setting(model, model.knowledge), "sim")
    at_once = asked.joint(model.decision_makers.index(model["b"]), state=0, reason=1)
    assert at_once is None, "both take up x, which is better for both"


@pytest.mark.parametrize("seed", range(30))
def test_profiles_and_paths_follow(seed: int) -> None:
    model = loads(to_yaml(random_bound_model(Random(seed))))
    graph = as_graph(model)
    assert np.array_equal(batch(model, _ranks(model)), batch(graph, _ranks(graph)))
    for improvements in (False, True):
        one = paths(model, 1, improvements=improvements)
        other = paths(graph, 1, improvements=improvements)
        assert np.array_equal(one.arrivals, other.arrivals)


def _ranks(model: Model) -> NDArray[np.uint16]:
    ranks = [model.ranks(dm) for dm in model.decision_makers]
    return np.stack(ranks)[:, :, np.newaxis].astype(np.uint16)


def test_what_a_file_states_is_kept_and_counted() -> None:
    model = loads(BOUND)
    assert [model.states.form(n) for n in range(1, 5)] == ["YN|N", "NY|N", "YN|Y", "NY|Y"]
    assert model.controls(model["a"]) == 0b111
    assert not model.moves_by_options
    again = loads(dump(model))
    assert again == model
    lines = str(describe(model)).split("\n")
    assert "infeasible logical exactly_one x, y: removes 4, leaves 4" in lines
    assert "irreversible from x to y & z by a" in lines
    assert 'warning: unseen "YY|N" of a holds in no feasible state' in lines
    assert arcs_of(model, model["a"]).tolist() == [[0, 1], [0, 2], [1, 0], [1, 2], [1, 3], [3, 2]]


def test_an_engine_that_cannot_says_which_can() -> None:
    model = loads(BOUND)
    assert choose_engine(model).engine == "explicit"
    with pytest.raises(LimitError, match=r"shared options, .* use the explicit engine"):
        analyse_symbolically(model)
    with pytest.raises(QuestionError, match="the dense layout is for moves by options alone"):
        Explicit(model, layout="dense")


def test_digests_tell_bound_models_apart() -> None:
    free = loads(BOUND.replace("    shares: [z]\n", ""))
    assert model_digest(free) != model_digest(loads(BOUND))
    assert as_graph(load("garrison")).is_graph


def test_those_at_a_table_move_in_turn() -> None:
    assert deals(loads(BOUND), "hall").reach == "sequence"
