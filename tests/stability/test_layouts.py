"""The same verdicts in every layout, as by definition: dense, listed, and in graph form."""

from __future__ import annotations

import pytest

from proofs.layouts import compare_seed, loaded
from satumeja.stability import analyse


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
