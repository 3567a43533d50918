"""What is tried of models too large for a batch: the same, one profile after another."""

from __future__ import annotations

import numpy as np
import pytest

from satumeja.errors import LimitError
from satumeja.gallery import load
from satumeja.model import Model, Ranking
from satumeja.questions import rests_on
from satumeja.questions.leaning import _answers
from satumeja.stability.explicit import Batch, OneByOne


def chained(options: int) -> Model:
    """Make a model of two who each want something of both."""
    acts = {dm: [f"{dm}{k}" for k in range(options // 2)] for dm in "ab"}
    return Model.build("Chained", acts, {"a": ["b0 & -a1", "a0"], "b": ["a0 iff b1", "-b0"]})


@pytest.mark.parametrize("name", ["december-2021-b", "elmira", "cuban-missile-crisis-moves"])
def test_one_after_another_decides_as_a_batch(name: str) -> None:
    model, rng = load(name), np.random.default_rng(1)
    shape = (len(model.decision_makers), len(model.states), 12)
    ranks = rng.integers(1, len(model.states) + 1, shape)
    concepts = ["nash", "gmr", "smr", "seq", "sseq"]
    together = Batch(model).stable(ranks, concepts)
    assert np.array_equal(OneByOne(model).stable(ranks, concepts), together)


def test_a_large_model_is_asked_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = rests_on(chained(6), samples=20).to_json()
    monkeypatch.setattr(_answers, "LARGEST_BATCH", 16)
    counts = list[tuple[int, int]]()
    parts = rests_on(chained(6), samples=20, progress=lambda *count: counts.append(count))
    assert parts.to_json() == whole
    assert counts == sorted(counts)
    assert counts[-1][0] == counts[-1][1]


def test_of_4096_states_changes_are_tried() -> None:
    found = rests_on(chained(12), samples=5, concepts=["nash"], state=1)
    assert found.tried == 8
    assert found.exact or found.standings == ()


def test_too_many_states_or_classes() -> None:
    with pytest.raises(LimitError, match="65,536 states are more than the 32,768 for which all"):
        rests_on(chained(16))
    model = chained(14)
    everything = Ranking(tuple((k,) for k in range(1, len(model.states) + 1)))
    first = model.decision_makers[0]
    ranked = model.with_preferences({first.id: everything})
    with pytest.raises(LimitError, match="a ranks 16,384 states in 16,384 classes, more than"):
        rests_on(ranked)
