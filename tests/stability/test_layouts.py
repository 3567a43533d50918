"""The same verdicts in every layout, as by definition: dense, listed, and in graph form."""

from __future__ import annotations

import json
from dataclasses import replace
from random import Random

import numpy as np
import pytest

from literal import CONCEPTS, LiteralEngine, build
from literal.statespace import Native
from random_models import random_graph_model, random_option_model
from satumeja.formats import loads
from satumeja.model import Model, Ranking
from satumeja.stability import Analysis, analyse
from satumeja.stability._analysis import decide
from satumeja.stability._explicit import Convention, Explicit


def loaded(native: Native) -> Model:
    return loads(json.dumps(native), name="model.json")


def in_graph_form(model: Model) -> Model:
    """State a model in option form as states and arcs."""
    engine, size = Explicit(model), len(model.states)
    makers = []
    for mover, dm in enumerate(model.decision_makers):
        arcs = [(s, int(t)) for s in range(size) for t in engine.moves.targets(mover, s)]
        ranks = model.ranks(dm)
        classes = [np.flatnonzero(ranks == rank) + 1 for rank in range(ranks.max(), 0, -1)]
        makers.append(
            replace(
                dm,
                options=(),
                moves=np.array(arcs, dtype=np.int64).reshape(-1, 2),
                preference=Ranking(tuple(tuple(map(int, states)) for states in classes)),
            )
        )
    ids = tuple(f"s{k}" for k in range(1, size + 1))
    return Model(model.title, tuple(makers), state_ids=ids)


def stable(result: Analysis) -> dict[tuple[str, str], list[int]]:
    return {key: result.stable(*key).tolist() for key in result.thresholds}


@pytest.mark.parametrize("seed", range(120))
def test_every_layout_decides_by_definition(seed: int) -> None:
    native = random_option_model(Random(seed), total=7)
    reference = LiteralEngine(build(native))
    expected = {(c, dm): reference.stable(c, dm) for c in CONCEPTS for dm in reference.model.dms}
    model = loaded(native)
    dense = decide(Explicit(model, layout="dense"), CONCEPTS)
    listed = decide(Explicit(model, layout="listed", threads=2), CONCEPTS)
    graph = decide(Explicit(in_graph_form(model)), CONCEPTS)
    for result in (dense, listed, graph):
        assert stable(result) == expected
    for key, threshold in dense.thresholds.items():
        assert threshold.tolist() == listed.thresholds[key].tolist()
        assert threshold.tolist() == graph.thresholds[key].tolist()
    for key, states in expected.items():
        assert (np.flatnonzero(dense.margin(*key) >= 0) + 1).tolist() == states


@pytest.mark.parametrize("seed", range(200))
def test_graph_form_follows_either_convention(seed: int) -> None:
    native = random_graph_model(Random(seed), dms=(2, 4), states=(2, 8))
    conventions: tuple[Convention, ...] = ("set", "matrix")
    for convention in conventions:
        reference = LiteralEngine(build(native), convention)
        result = analyse(loaded(native), convention=convention)
        for concept, dm in result.thresholds:
            assert result.stable(concept, dm).tolist() == reference.stable(concept, dm)


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
