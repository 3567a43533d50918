"""The talks of December 2021 under three readings of Russia."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from satumeja.gallery import load, text
from satumeja.model import Prioritisation
from satumeja.stability import CONCEPTS, analyse

FACTS = yaml.safe_load((Path(__file__).parent / "december.yaml").read_text("utf-8"))
STATUS_QUO = 7
each_reading = pytest.mark.parametrize("name", FACTS)


def without_reading(name: str) -> dict[str, Any]:
    """The file without what tells the readings apart: what it is called, what Russia prefers."""
    raw: dict[str, Any] = yaml.safe_load(text(name))
    del raw["title"], raw["description"], raw["readings"], raw["reading"]
    del raw["decision_makers"]["russia"]["preferences"]
    return raw


def statements(name: str, dm: str) -> list[str]:
    preference = load(name)[dm].preference
    assert isinstance(preference, Prioritisation)
    return [statement.text for statement in preference.statements]


@each_reading
def test_the_equilibria_are_those_of_the_definitions(name: str) -> None:
    analysis = analyse(load(name))
    found = {concept: analysis.equilibria(concept).tolist() for concept in CONCEPTS}
    assert found == FACTS[name]["equilibria"]


@each_reading
def test_the_rankings_follow_from_the_statements(name: str) -> None:
    model = load(name)
    for dm in model.decision_makers:
        ranks = model.ranks(dm)
        classes = [
            [state + 1 for state in range(len(ranks)) if ranks[state] == rank]
            for rank in range(int(ranks.max()), 0, -1)
        ]
        assert classes == FACTS[name]["rankings"][dm.id]


@each_reading
def test_for_whom_the_status_quo_holds(name: str) -> None:
    model = load(name)
    assert model.status_quo_number == STATUS_QUO
    assert model.states.form(STATUS_QUO) == "YNN|YNN|NN"
    analysis = analyse(model)
    for concept, stable_for in FACTS[name]["status_quo_stable"].items():
        held = [
            dm.id
            for dm in model.decision_makers
            if STATUS_QUO in analysis.stable(concept, dm.id).tolist()
        ]
        assert held == stable_for


@each_reading
def test_war_states_are_fifty_and_fifty_one(name: str) -> None:
    states = load(name).states
    assert [states.form(number) for number in (50, 51)] == ["NNY|NNY|NY", "NNY|YNY|NY"]


def test_the_files_differ_in_the_reading_of_russia_only() -> None:
    a, b, b2 = map(without_reading, FACTS)
    assert a == b == b2


def test_the_readings_state_what_they_say() -> None:
    a, b, b2 = (statements(name, "russia") for name in FACTS)
    assert a == [
        "guarantee",
        "-arm",
        "-attack",
        "rollback",
        "talk & platform",
        "withdraw iff (guarantee | rollback)",
        "-punish",
    ]
    assert b == [
        "guarantee",
        "-arm",
        "attack iff -guarantee",
        "rollback",
        "-punish",
        "talk & platform",
        "withdraw iff (guarantee | rollback)",
    ]
    assert b2 == [b[0], b[2], b[1], *b[3:]]


def test_who_sits_where() -> None:
    tables = {table.id: table.seats for table in load("december-2021-b").tables}
    assert tables == {
        "geneva": ("russia", "us"),
        "brussels": ("russia", "nato"),
        "osce": ("russia", "us", "nato"),
    }


def test_an_attack_is_not_undone() -> None:
    directions = {option.id: option.direction for option in load("december-2021-a").options}
    assert directions.pop("attack") == "forward"
    assert set(directions.values()) == {"both"}
