"""Graph form: states one by one, moves between them, and no option form."""

from __future__ import annotations

import pytest

from formats.samples import GRAPH, changed, faults_of
from satumeja.formats import loads
from satumeja.model import Ranking

FAULTS = [
    ("[clean, {id", "[clean, clean, {id", ['3:17: state "clean" is listed twice']),
    (
        "[clean, {id",
        "[2 clean, {id",
        [
            '3:10: "2 clean" cannot be an id: write letters, digits and "_", a letter first',
            '6:14: unknown state "clean"; did you mean "2 clean"?',
            '6:37: unknown state "clean"; did you mean "2 clean"?',
            '7:23: unknown state "clean"; did you mean "2 clean"?',
        ],
    ),
    (
        "states: [clean, {id: dirty, name: {en: Dirty, id: Kotor}}, dead]",
        "states: []",
        ["3:1: at least one state expected"],
    ),
    (
        "{id: dirty, name",
        "{idd: dirty, name",
        ['3:17: missing key "id"', '3:18: unknown key "idd"; did you mean "id"?'],
    ),
    (
        "[[clean, dirty], [",
        "[[clean, dirt], [",
        ['6:21: unknown state "dirt"; did you mean "dirty"?'],
    ),
    (
        "[[clean, dirty], [",
        "[[clean, clean], [",
        ["6:13: a move from clean to itself; staying is no move"],
    ),
    (
        "[[clean, dirty], [",
        "[[clean, dirty], [clean, dirty], [",
        ["6:29: the move from clean to dirty is listed twice"],
    ),
    (
        "[[clean, dirty], [",
        "[[clean], [",
        ["6:13: a move is a pair of states, from and to; this has 1"],
    ),
    ("[[clean, dirty], [", "[clean, [", ['6:13: expected a pair of states, found "clean"']),
    (
        "[dirty, [clean, dead]]",
        "[dirty, [clean, deaf]]",
        ['7:30: unknown state "deaf"; did you mean "dead"?'],
    ),
    ("[dirty, [clean, dead]]", "[dirty, [clean]]", ["7:5: the ranking misses state dead"]),
    (
        "[dirty, [clean, dead]]",
        "[dirty, [clean, dead, dirty]]",
        ["7:36: state dirty is ranked twice"],
    ),
    ("    ranking: [dirty, [clean, dead]]\n", "", ["5:3: mill has no ranking of the states"]),
    (
        "    ranking: [[1], [2, 3]]",
        "    ranking: [[1], [2, 4]]",
        ["10:24: there is no state 4; states are 1 to 3"],
    ),
    (
        "    ranking: [[1], [2, 3]]",
        "    ranking: [1, [2, 3]]\n    preferences: [clean]\n    options: {a: }\n    weights: {}",
        [
            '11:5: "preferences" has no place in graph form; write moves and a ranking',
            '12:5: "options" has no place in graph form; write moves and a ranking',
            '13:5: "weights" has no place in graph form; write moves and a ranking',
        ],
    ),
    (
        "status_quo: dirty",
        "status_quo: dirt",
        ['11:13: unknown state "dirt"; did you mean "dirty"?'],
    ),
    (
        "status_quo: dirty",
        "status_quo: {dirty: Y}",
        ["11:13: expected a state, found a mapping of options"],
    ),
    (
        "status_quo: dirty",
        "infeasible: [dirty]",
        ['11:1: "infeasible" has no place in graph form; leave those states out'],
    ),
    (
        "  pond:\n    moves: [[dirty, dead]]\n    ranking: [[1], [2, 3]]\n",
        "",
        ["4:1: a conflict has at least two decision makers"],
    ),
]


@pytest.mark.parametrize(("old", "new", "faults"), FAULTS)
def test_each_fault_has_its_place_and_words(old: str, new: str, faults: list[str]) -> None:
    assert faults_of(changed(GRAPH, old, new)) == faults


def test_a_sound_graph_becomes_the_model_it_states() -> None:
    model = loads(GRAPH)
    assert model.state_ids == ("clean", "dirty", "dead")
    assert [model.state_names[state].in_language("id") for state in model.state_ids] == [
        "clean",
        "Kotor",
        "dead",
    ]
    mill, pond = model.decision_makers
    assert mill.moves is not None
    assert mill.moves.tolist() == [[0, 1], [1, 0]]
    assert mill.preference == Ranking(((2,), (1, 3)))
    assert pond.preference == Ranking(((1,), (2, 3)))
    assert (model.status_quo, model.status_quo_number) == (1, 2)


def test_a_decision_maker_may_have_no_move() -> None:
    model = loads(changed(GRAPH, "    moves: [[dirty, dead]]\n", ""))
    assert model["pond"].moves is not None
    assert model["pond"].moves.shape == (0, 2)


def test_many_states_and_many_faults_are_still_quick() -> None:
    states = ", ".join(f"s{k}" for k in range(20_000))
    pairs = ", ".join(f"[s{k}, t{k}]" for k in range(20_000))
    text = f"""\
satumeja: 1
title: Large
states: [{states}]
decision_makers:
  a: {{moves: [{pairs}], ranking: [[{states}]]}}
  b: {{ranking: [[{states}]]}}
"""
    faults = faults_of(text)
    assert len(faults) == 101
    assert "there are more" in faults[-1]
    assert faults[0].endswith('unknown state "t0"')
