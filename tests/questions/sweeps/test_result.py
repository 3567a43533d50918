"""Results say what was asked and found, to programs and to spreadsheets."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import numpy as np
import pytest

from questions.conflicts import random_model, twelve
from satumeja.errors import OutputError, QuestionError
from satumeja.gallery import load
from satumeja.questions import SweepResult, every_ranking, random_profiles, sweep


@pytest.fixture(scope="module")
def found() -> SweepResult:
    return sweep(random_profiles(twelve(), 500, 1, dms=["b"]), concepts=["seq", "nash"])


def test_json_says_what_was_asked_and_found(found: SweepResult) -> None:
    data = json.loads(json.dumps(found.to_json()))
    assert data["schema"] == "satumeja/sweep/1"
    assert data["plan"]["kind"] == "random_profiles"
    assert (data["plan"]["free"], data["plan"]["seed"], data["plan"]["ties"]) == (["b"], 1, 0.0)
    assert data["profiles"] == 500
    assert data["concepts"] == ["nash", "seq"]
    assert data["decision_makers"] == ["a", "b", "c"]
    assert data["states"][3] == {"number": 4, "form": "YY|N|N", "decimal": 3}
    assert data["counts"] == {c: found.counts[c].tolist() for c in ("nash", "seq")}
    assert sum(data["counts"]["seq"]) > 0


def test_states_in_graph_form_have_no_decimal() -> None:
    result = sweep(random_profiles(random_model(1, graph=True), 3, 1))
    assert result.to_json()["states"][0] == {"number": 1, "decimal": None, "form": "s1"}


def test_csv_has_a_row_a_state(found: SweepResult, tmp_path: Path) -> None:
    path = found.to_csv(tmp_path / "sweep.csv")
    rows = [line.split(",") for line in path.read_text("utf-8").splitlines()]
    assert rows[0] == ["number", "state", "nash", "seq", "profiles"]
    assert [row[0] for row in rows[1:]] == [str(k) for k in range(1, 13)]
    assert rows[4][1] == "YY|N|N"
    assert [int(row[3]) for row in rows[1:]] == found.counts["seq"].tolist()
    assert {row[4] for row in rows[1:]} == {"500"}


def test_csv_goes_nowhere_else(found: SweepResult, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="does not exist"):
        found.to_csv(tmp_path / "no" / "sweep.csv")


def test_equilibria_are_found_again_profile_by_profile() -> None:
    result = sweep(random_profiles(twelve(), 9000, 2))
    for concept in result.concepts:
        flags = result.equilibria(concept)
        assert flags.shape == (12, 9000)
        assert np.array_equal(flags.sum(axis=1), result.counts[concept])


def test_what_was_not_asked_is_not_answered(found: SweepResult) -> None:
    with pytest.raises(QuestionError, match='was not asked about "gmr"'):
        found.equilibria("gmr")
    with pytest.raises(QuestionError, match='did you mean "nash"'):
        found.equilibria("nahs")


def test_results_can_be_sent_elsewhere() -> None:
    result = sweep(every_ranking(load("chicken"), "row"))
    again = pickle.loads(pickle.dumps(result))  # noqa: S301
    assert again.to_json() == result.to_json()
