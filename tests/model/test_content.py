"""Models are mappings of their decision makers, and compare by what they say."""

from __future__ import annotations

import pickle
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

import satumeja as sm
from satumeja.errors import QuestionError
from satumeja.formats import dump, loads
from satumeja.gallery import entries, load
from satumeja.model import Model, Text

ELMIRA = load("elmira")


@pytest.mark.parametrize("name", [entry.id for entry in entries()])
def test_two_loads_of_a_file_are_equal_and_so_are_their_hashes(name: str) -> None:
    one, other = load(name), load(name)
    assert one == other
    assert hash(one) == hash(other)
    assert len({one, other}) == 1
    assert one == pickle.loads(pickle.dumps(one))  # noqa: S301


def test_a_decision_maker_is_found_by_its_id_alone() -> None:
    model = load("december-2021-b")
    assert [model.place(dm) for dm in ("russia", "us", "nato")] == [0, 1, 2]
    namesake = replace(model["us"], name=Text("Somebody else"))
    assert model.place(namesake) == 1
    with pytest.raises(QuestionError, match='unknown decision maker "russa"; did you mean'):
        model.place("russa")


def test_where_it_came_from_does_not_count_and_all_else_does() -> None:
    assert replace(ELMIRA, origin=Path("elsewhere.yaml"), notes=("a note",)) == ELMIRA
    assert loads(dump(ELMIRA)) == ELMIRA
    assert replace(ELMIRA, status_quo=None) != ELMIRA
    other = replace(ELMIRA, title=Text({"en": str(ELMIRA.title), "id": "Lain"}))
    assert str(other.title) == str(ELMIRA.title)
    assert other != ELMIRA
    assert ELMIRA.with_preferences(moe=[1, 2, 3, 4, 5, 6, 7, 8, 9]) != ELMIRA
    assert ELMIRA != "Elmira"


def test_what_was_derived_is_not_pickled() -> None:
    fresh = load("elmira")
    before = len(pickle.dumps(fresh))
    assert len(fresh.states) == 9
    assert len(pickle.dumps(fresh)) == before


def test_a_model_maps_ids_to_decision_makers() -> None:
    assert list(ELMIRA) == ["moe", "uniroyal", "local_government"]
    assert len(ELMIRA) == 3
    assert "moe" in ELMIRA
    assert ELMIRA["moe"] in ELMIRA
    assert "mo" not in ELMIRA
    assert ELMIRA["moe"] == load("elmira")["moe"] != ELMIRA["uniroyal"]


def test_ranks_are_those_of_the_model_asked() -> None:
    variant = ELMIRA.with_preferences(moe=[9, 8, 7, 6, 5, 4, 3, 2, 1])
    wanted = list(range(1, 10))
    assert variant.ranks("moe").tolist() == wanted
    assert variant.ranks(variant["moe"]).tolist() == wanted
    assert variant.ranks(ELMIRA["moe"]).tolist() == wanted
    assert ELMIRA.ranks(variant["moe"]).tolist() == ELMIRA.ranks("moe").tolist() != wanted
    assert ELMIRA.controls("uniroyal") == ELMIRA.controls(ELMIRA["uniroyal"]) == 0b01110
    with pytest.raises(QuestionError, match='unknown decision maker "mo"; did you mean "moe"'):
        ELMIRA.ranks("mo")


def count_nash(model: Model) -> int:
    return len(model.analyse(["nash"]).equilibria("nash"))


def test_models_go_through_a_process_pool() -> None:
    models = [ELMIRA, sm.Model.from_payoffs([[[3, 0], [5, 1]], [[3, 5], [0, 1]]])]
    with ProcessPoolExecutor(1) as pool:
        assert list(pool.map(count_nash, models)) == [3, 1]
