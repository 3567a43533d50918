"""Models as files of GMCR+: the same states, moves, rankings and equilibria when read again."""

from __future__ import annotations

import json
from functools import reduce
from random import Random
from typing import Any

import pytest

from formats.gmcr.test_read import equilibria, same_conflict
from formats.samples import BORDER, GRAPH
from random_models import random_option_model, to_yaml
from satumeja import gallery
from satumeja.errors import LimitError, OutputError
from satumeja.formats import dump, loads, to_gmcr
from satumeja.stability import analyse

HEAD = "satumeja: 1\ntitle: T\ndecision_makers:\n"


def written(text: str) -> Any:
    return json.loads(to_gmcr(loads(text)))


def two(a: str, b: str = "preferences: []", rules: str = "") -> str:
    options = "options: {o1: , o2: , o3: , o4: , o5: , o6: }"
    return f"{HEAD}  a: {{{options}, {a}}}\n  b: {{options: {{p: }}, {b}}}\n{rules}"


@pytest.mark.parametrize("batch", range(25))
def test_random_models_come_back(batch: int) -> None:
    for seed in range(20 * batch, 20 * batch + 20):
        model = loads(to_yaml(random_option_model(Random(seed), total=6)))
        again = loads(to_gmcr(model), "m.gmcr")
        assert same_conflict(model, again)
        if seed % 10 == 0:
            assert equilibria(analyse(again)) == equilibria(analyse(model))


@pytest.mark.parametrize("name", [entry.id for entry in gallery.entries()])
def test_the_gallery_comes_back(name: str) -> None:
    model = gallery.load(name)
    if model.is_graph or model.coalesce:
        with pytest.raises(OutputError, match="graph form" if model.is_graph else "coalesce"):
            to_gmcr(model)
    else:
        again = loads(dump(model, "m.gmcr"), "m.gmcr")
        assert same_conflict(model, again)
        assert [str(option.name) for option in again.options] == [
            str(option.name) for option in model.options
        ]


def test_statements_stay_statements_where_they_can() -> None:
    data = written(two("preferences: [o1 & -p, o2 | o3, -(o4 if o5), o1 | -o1, -p & o1]"))
    assert data["useManualPreferenceRanking"] is False
    assert data["decisionMakers"][0]["preferences"] == [
        [[0, "Y"], [6, "N"]],
        {"compound": True, "members": [[[1, "Y"]], [[2, "Y"]]]},
        [[3, "N"], [4, "Y"]],
        {"compound": True, "members": [[[0, "Y"]], [[0, "N"]]]},
    ]


@pytest.mark.parametrize("preference", ["weights: {p: 2, o1: -1}", "ranking: NUMBERS"])
def test_one_ranking_makes_all_rankings(preference: str) -> None:
    numbers = str([[k, k + 1] for k in range(1, 128, 2)])
    data = written(two("preferences: [o1]", preference.replace("NUMBERS", numbers)))
    assert data["useManualPreferenceRanking"] is True
    ranking = data["decisionMakers"][0]["preferenceRanking"]
    assert ranking == [list(range(2, 129, 2)), list(range(1, 129, 2))]
    assert data["decisionMakers"][0]["preferences"] == [[[0, "Y"]]]
    assert data["decisionMakers"][1]["preferences"] == []


def parity(options: int) -> str:
    return reduce(lambda left, k: f"({left}) iff o{k}", range(2, options + 1), "o1")


def test_a_statement_too_long_to_spell_out_becomes_a_ranking() -> None:
    data = written(two(f"preferences: ['{parity(6)}']"))
    assert data["useManualPreferenceRanking"] is True
    assert len(data["decisionMakers"][0]["preferenceRanking"]) == 2


def many(preference: str, rules: str = "") -> str:
    options = ", ".join(f"o{k}: " for k in range(1, 19))
    return (
        f"{HEAD}  a: {{options: {{{options}}}, {preference}}}\n"
        f"  b: {{options: {{p: }}, preferences: []}}\n{rules}"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (many("weights: {o1: 1}"), "rankings of 1,048,576 states are more than the 50,000 a"),
        (many("preferences: []", f"infeasible: ['{parity(18)}']"), "too many others to be"),
    ],
)
def test_what_is_too_large_is_refused(text: str, message: str) -> None:
    with pytest.raises(LimitError, match=message):
        to_gmcr(loads(text))


def test_a_rule_becomes_the_patterns_it_forbids() -> None:
    rules = "infeasible: [{at_most_one: [o1, o2, p]}, {requires: {if: o3, then: o4 | o5}}]\n"
    data = written(two("preferences: []", rules=rules))
    assert data["infeasibles"] == [
        [[0, "Y"], [1, "Y"]],
        [[0, "Y"], [6, "Y"]],
        [[1, "Y"], [6, "Y"]],
        [[2, "Y"], [3, "N"], [4, "N"]],
    ]


def test_graph_form_is_refused() -> None:
    with pytest.raises(OutputError, match="a model in graph form has no options"):
        to_gmcr(loads(GRAPH))


def test_names_keep_their_signs() -> None:
    text = BORDER.replace("Sit at the table", '"Talk <b>\\"now\\"</b> 🕊"')
    again = loads(to_gmcr(loads(text)), "m.gmcr")
    assert str(again.options[0].name) == 'Talk <b>"now"</b> 🕊'
    assert again.options[0].id == "talk_b_now_b"
