"""What groups can do together, against the definitions and a published conflict."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from questions.coalitions_agreement import compare, drawn
from satumeja.errors import QuestionError
from satumeja.gallery import load
from satumeja.questions import coalitions


@pytest.mark.parametrize("seeds", [range(k, k + 25) for k in range(50, 150, 25)], ids=str)
def test_coalitions_do_what_the_definitions_say(seeds: range) -> None:
    met = Counter[str]()
    for seed in seeds:
        try:
            met += compare(drawn(seed))
        except AssertionError as disagreement:
            pytest.fail(f"seed {seed}: {disagreement}")
    assert met["models"] == len(seeds)


def test_elmira() -> None:
    """The ministry and Uniroyal improve together, from state 5 to state 8."""
    found = coalitions(load("elmira"))
    assert [(state, set(route.group), route.to) for state, route in found.jumps] == [
        (5, {"moe", "uniroyal"}, 8)
    ]
    assert {concept: found.holds(concept) for concept in found.stable} == {
        "cnash": [8, 9], "cgmr": [1, 4, 8, 9], "csmr": [1, 4, 8, 9], "cseq": [8, 9],
    }  # fmt: skip


def test_states_that_are_not_there() -> None:
    with pytest.raises(QuestionError, match="there is no state 99"):
        coalitions(load("chicken"), [99])


def test_from_a_state_that_is_named_jumps_lead_anywhere() -> None:
    found = coalitions(load("elmira"), [5])
    assert [(state, route.group, route.to) for state, route in found.jumps] == [
        (5, ("moe", "uniroyal"), 8)
    ]
    assert found.to_json()["jumps"][0]["to"] == 8


def test_every_coalition_is_asked_whatever_family_the_model_states() -> None:
    elmira = load("elmira")
    family = replace(elmira, coalitions=(("moe", "uniroyal"),))
    assert len(family.knowledge.coalitions) == 1
    asked, whole = coalitions(family, [5]), coalitions(elmira, [5])
    assert asked.to_json() == whole.to_json()
