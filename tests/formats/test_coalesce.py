"""States that count as one: read, refused with a reason, written again, counted."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from formats.samples import PLANT, changed, faults_of
from random_models import to_yaml
from random_stated import random_coalesced_model
from satumeja.errors import OutputError, QuestionError
from satumeja.formats import describe, dump, edit, load, loads, save, to_gmcr
from satumeja.model import order_of
from satumeja.stability import decide_further, hypergame

ADJUSTED = changed(
    PLANT,
    '    preferences: [-abandon, "insist | abandon"]\n',
    '    preferences: [-abandon, "insist | abandon"]\n'
    "    adjust: [{state: -|NNY|-, above: N|YNN|N}]\n"
    '    unknown: [["-|---|Y", "N|YNN|N"]]\n',
)


@pytest.mark.parametrize("seed", range(60))
def test_files_are_kept(seed: int, tmp_path: Path) -> None:
    model = loads(to_yaml(random_coalesced_model(Random(seed))))
    text = dump(model)
    assert dump(loads(text)) == text
    as_json = dump(model, "m.json")
    assert dump(loads(as_json, "m.json"), "m.json") == as_json
    assert loads(as_json, "m.json").coalesce == model.coalesce
    kind = ("sheets", "book.xlsx")[seed % 2]
    if seed < 16:
        again = load(save(model, tmp_path / kind))
        assert again.coalesce == model.coalesce
        ranks = [[m.ranks(dm).tolist() for dm in m.decision_makers] for m in (model, again)]
        assert ranks[0] == ranks[1]


def test_a_group_says_why_and_is_counted() -> None:
    model = loads(PLANT)
    (group,) = model.coalesce
    assert str(group.because) == "Nothing else matters once it is gone"
    contents = describe(model)
    assert "coalesce abandon: makes 4 into 1, leaves 9" in contents.lines()
    assert contents.to_json()["coalesce"] == [{"when": "abandon", "members": 4, "leaves": 9}]
    assert contents.warnings == ()


@pytest.mark.parametrize(
    ("groups", "warning", "states"),
    [
        ("[delay & accept]", 'coalesce "delay & accept" holds in no feasible state', 12),
        ('["N|NNY|N"]', 'coalesce "N|NNY|N" holds in one feasible state only', 12),
        (
            "[abandon & insist, abandon & -modify]",
            'coalesce "abandon & -modify" shares states with one above it, so they are one',
            10,
        ),
    ],
)
def test_groups_that_deserve_a_second_look(groups: str, warning: str, states: int) -> None:
    given = "[{when: abandon, because: Nothing else matters once it is gone}]"
    model = loads(changed(PLANT, given, groups))
    assert describe(model).warnings == (warning,)
    assert len(model.states) == states


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            '"insist | abandon"]',
            "insist]",
            '13:29: "insist" holds in N|NNY|Y and not in N|NNY|N, which are coalesced into one',
        ),
        (
            'preferences: [-abandon, "insist | abandon"]',
            "weights: {insist: 2, delay: 1}",
            "13:5: the weights rank N|NNY|N and Y|NNY|Y apart, which are coalesced into one",
        ),
        (
            '"insist | abandon"]',
            "[insist, modify]]",
            '13:29: "insist & modify" holds in Y|NNY|Y and not in N|NNY|N, which are coales',
        ),
        (
            '["accept & -modify"]',
            "[accept, modify]",
            '10:25: "modify" holds in Y|NNY|N and not in N|NNY|N, which are coalesced into one',
        ),
        (
            'preferences: [-abandon, "insist | abandon"]',
            "ranking: [[Y|NNY|N, 1, 2], [3, 4, 5, 6, 7, 8], [N|NNY|Y]]",
            '13:53: state 9 (-|NNY|-) is ranked twice, as "Y|NNY|N" and "N|NNY|Y"',
        ),
        ("when: abandon", "when: abandn", '15:19: unknown option "abandn" in what coalesces'),
        ("when: abandon, ", "", '15:12: missing key "when"'),
        ("when: abandon", "when: abandon, if: x", '15:28: unknown key "if"'),
        ("[{when: abandon,", "[3, {when: ,", "15:22: expected text, found nothing"),
        ("because: Nothing else matters once it is gone", "because: []", "15:37: expected text"),
    ],
)
def test_each_fault_has_its_place_and_words(old: str, new: str, fault: str) -> None:
    first, *_ = faults_of(changed(PLANT, old, new))
    assert first.startswith(fault.split(":", 1)[0] + ":")
    assert fault in first


def test_neither_graph_form_nor_gmcr_plus_has_it() -> None:
    graph = """\
satumeja: 1
title: Two states
states: [s, t]
decision_makers:
  a: {moves: [[s, t]], ranking: [t, s]}
  b: {ranking: [s, t]}
coalesce: [s]
"""
    (fault,) = faults_of(graph)
    assert '"coalesce" has no place in graph form; give one state in place of several' in fault
    with pytest.raises(OutputError, match="cannot coalesce states, and apart they have other"):
        to_gmcr(loads(PLANT))


def test_too_many_states_cannot_be_coalesced() -> None:
    options = ", ".join(f"o{k}: " for k in range(22))
    text = f"""\
satumeja: 1
title: Wide
decision_makers:
  a: {{options: {{{options}}}, preferences: [o1]}}
  b: {{options: {{z: }}, preferences: [z]}}
coalesce: [o1]
"""
    (fault,) = faults_of(text)
    assert fault == "6:1: more than 1,048,576 states are feasible; too many to coalesce any"


def test_edits_and_comparisons_name_a_merged_state_by_any_member() -> None:
    model = loads(ADJUSTED)
    order = order_of(model, "town")
    assert order.classes == ((5, 6, 7, 8), (9,), (1, 2, 3, 4))
    assert order.separations[0].text == "-|NNY|-"
    again = loads(changed(ADJUSTED, "state: -|NNY|-", "state: N|NNY|Y"))
    assert again["town"].preference == model["town"].preference
    assert dump(loads(dump(model))) == dump(model)
    assert (1, 9) in model.knowledge.unknown["town"]
    assert decide_further(model, "nash_a").equilibria().tolist() == [7, 8, 9]


def test_a_key_is_set_and_the_rest_is_kept() -> None:
    found = edit(PLANT, ["coalesce", 0, "when"], "abandon & -accept")
    assert found == PLANT.replace("when: abandon,", 'when: "abandon & -accept",')
    added = edit(PLANT, ["coalesce", -1], {"when": "abandon & insist"})
    assert [group.text for group in loads(added).coalesce] == ["abandon", "abandon & insist"]


def test_who_would_see_several_states_in_one_is_told() -> None:
    hidden = changed(
        PLANT,
        '    preferences: [-abandon, "insist | abandon"]\n',
        '    preferences: [-abandon, "insist | abandon"]\n    perceives: {hidden: [abandon]}\n',
    )
    apart = changed(hidden, "infeasible: [{exactly_one: [delay, accept, abandon]}]\n", "")
    with pytest.raises(QuestionError, match=r"town takes the one state .* for several"):
        hypergame(loads(apart.replace("when: abandon", "when: abandon & -delay & -accept")))
    found = hypergame(loads(hidden))
    assert found.model.states.form(9) == "-|NNY|-"
    assert json.dumps(found.to_json())
