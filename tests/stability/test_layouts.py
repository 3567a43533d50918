"""The same verdicts in every layout, as by definition: dense, listed, and in graph form."""

from __future__ import annotations

from random import Random

import pytest

from checker import check_witness
from literal import CONCEPTS, LiteralEngine, build
from proofs.layouts import compare_seed, loaded
from random_models import random_graph_model
from satumeja.stability import analyse, explain_all


@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize("seed", range(1, 241))
def test_every_layout_and_convention_decides_by_definition(seed: int) -> None:
    assert compare_seed(seed, total=7) > 0


def test_the_convention_matters_in_graph_form() -> None:
    """The other brings back the state that was left, and can do nothing else."""
    native = {
        "satumeja": 1,
        "title": "There and back",
        "states": ["s", "t"],
        "decision_makers": {
            "a": {"moves": [["s", "t"]], "ranking": [["t"], ["s"]]},
            "b": {"moves": [["t", "s"]], "ranking": [["s"], ["t"]]},
        },
    }
    model = loaded(native)
    assert analyse(model, ["gmr"]).stable("gmr", "a").tolist() == [1, 2]
    by_matrix = analyse(model, ["gmr"], "matrix")
    assert by_matrix.stable("gmr", "a").tolist() == [2]
    assert "itself left out" in by_matrix.to_json()["conventions"]["sanctions"]


@pytest.mark.parametrize("seed", range(60))
def test_witnesses_follow_the_convention(seed: int) -> None:
    """Where a state is no sanction of itself, no answer leads back to it."""
    native = random_graph_model(Random(seed), dms=(2, 4), states=(2, 7))
    model, reference = loaded(native), LiteralEngine(build(native), "matrix")
    dms, states = reference.model.dms, reference.model.states
    for verdict in explain_all(model, states, dms, list(CONCEPTS), "matrix"):
        (dm,) = verdict.party
        assert verdict.stable == reference.is_stable(dm, verdict.state, verdict.concept)
        check_witness(reference.model, verdict.to_json() | {"convention": "matrix"})
