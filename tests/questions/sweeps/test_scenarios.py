"""Scenarios are decided each as it is, about states they need not all have."""

from __future__ import annotations

import numpy as np
import pytest

from questions.conflicts import TWELVE, random_model, twelve
from satumeja.errors import QuestionError
from satumeja.formats import loads
from satumeja.model import Model, OptionStates
from satumeja.questions import scenarios, sweep
from satumeja.stability import analyse
from satumeja.stability.explicit import BATCH_CONCEPTS

VARIANTS = {
    "as it is": TWELVE,
    "q can be undone": TWELVE.replace("{direction: forward}", "{}"),
    "one rule less": TWELVE.replace('"q & r & s", ', ""),
    "other rules": TWELVE.replace('"q & r & s"', '"p & q & r"'),
}


def variant(text: str) -> Model:
    return loads(text, name="variant.yaml")


def test_each_scenario_is_decided_as_it_is() -> None:
    models = {name: variant(text) for name, text in VARIANTS.items()}
    result = sweep(scenarios(models))
    states = result.plan.states
    assert isinstance(states, OptionStates)
    assert {len(model.states) for model in models.values()} == {12, 14}
    assert len(states) == 14
    for concept in BATCH_CONCEPTS:
        found = result.equilibria(concept)
        for k, model in enumerate(models.values()):
            alone = analyse(model).equilibria(concept) - 1
            forms = {states.form(s + 1) for s in np.flatnonzero(found[:, k]).tolist()}
            assert forms == {model.states.form(s + 1) for s in alone}
        assert np.array_equal(found.sum(axis=1), result.counts[concept])


def test_scenarios_in_graph_form() -> None:
    model = random_model(3, graph=True)
    result = sweep(scenarios({str(k): model for k in range(70)}))
    expected = analyse(model).is_equilibrium("seq") * 70
    assert result.counts["seq"].tolist() == expected.tolist()
    assert len(list(result.plan.chunks())) == 2


def test_results_name_the_scenarios() -> None:
    plan = scenarios({name: variant(text) for name, text in VARIANTS.items()})
    named = plan.parameters["scenarios"]
    assert [each["name"] for each in named] == list(VARIANTS)
    assert len({each["model"] for each in named}) == 4


def test_names_play_no_part_in_what_is_kept() -> None:
    one, other = scenarios({"a": twelve()}), scenarios({"b": twelve()})
    assert [one.content(p) for p in one.parts()] == [other.content(p) for p in other.parts()]


def test_no_scenario_is_refused() -> None:
    with pytest.raises(QuestionError, match="there is no scenario"):
        scenarios({})


@pytest.mark.parametrize(
    ("old", "new"),
    [("  b: {", "  x: {"), ("{r: {}}, weights: {p: 2, r: -1}", "{y: {}}, weights: {p: 2}")],
)
def test_another_conflict_is_refused(old: str, new: str) -> None:
    assert old in TWELVE
    text = TWELVE.replace(old, new)
    if "y: {}" in new:
        text = (
            text.replace("& r & s", "& y & s")
            .replace("-q & r", "-q & y")
            .replace("r iff", "y iff")
        )
    with pytest.raises(QuestionError, match='scenario "b" is of another conflict than "a"'):
        scenarios({"a": twelve(), "b": loads(text, name="variant.yaml")})
