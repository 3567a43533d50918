"""Profiles of a large model, one after another, are decided as many at once are."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import numpy as np
import pytest

from random_models import random_graph_model, random_option_model, to_yaml
from satumeja.formats import loads
from satumeja.gallery import load
from satumeja.model import DecisionMaker, Model, Option, Ranking, Text
from satumeja.questions import random_profiles, sweep
from satumeja.stability import CONCEPTS, analyse
from satumeja.stability.explicit import BATCH_CONCEPTS, Batch, Explicit, ProfileEngine, rank_type
from satumeja.stability.explicit import _profile_engine as engines

pytestmark = pytest.mark.usefixtures("kernel")


def drawn(rng: Random, model: Model, profiles: int) -> Any:
    """Draw ranks of everybody; those of the first decision maker stay as they are."""
    size, makers = len(model.states), model.decision_makers
    numbers = np.random.default_rng(rng.randrange(1 << 30))
    most = rng.choice([1, 2, size])
    ranks = numbers.integers(1, most + 1, (len(makers), size, profiles)).astype(rank_type(size))
    ranks[0] = model.ranks(makers[0])[:, None]
    return ranks


@pytest.mark.parametrize("seed", range(60))
def test_one_after_another_as_all_at_once(seed: int) -> None:
    rng = Random(seed)
    native = random_graph_model(rng, states=(2, 12)) if seed % 3 == 0 else None
    model = loads(to_yaml(native or random_option_model(rng, total=7)), name="model.yaml")
    ranks, ready = drawn(rng, model, 5), ProfileEngine(model)
    together = Batch(model)
    for concepts in (BATCH_CONCEPTS, ("gmr",), ("nash", "sseq")):
        found = ready.equilibria(ranks, concepts)
        assert np.array_equal(found, together.equilibria(ranks, concepts))
        assert np.array_equal(ready.counts(ranks, concepts), found.sum(axis=-1))


@pytest.mark.parametrize("name", ["december-2021-b", "chicken"])
def test_the_preferences_of_the_model_are_one_profile(name: str) -> None:
    model = load(name)
    own = np.stack([model.ranks(dm) for dm in model.decision_makers])[:, :, None]
    found = ProfileEngine(model).equilibria(own, BATCH_CONCEPTS)[:, :, 0]
    result = analyse(model, BATCH_CONCEPTS)
    assert found.tolist() == [result.is_equilibrium(concept).tolist() for concept in CONCEPTS]


def large() -> Model:
    """A model of 4,096 states, more than are decided for many profiles at once."""
    makers = tuple(
        DecisionMaker(
            f"d{i}",
            Text(f"d{i}"),
            Ranking((tuple(range(1, 4097)),)),
            tuple(Option(f"o{k}", Text("o")) for k in range(4)),
        )
        for i in range(3)
    )
    return Model(Text("large"), makers)


def test_states_and_moves_are_set_up_once_a_sweep(monkeypatch: pytest.MonkeyPatch) -> None:
    begun = []
    begin = Explicit.__init__

    def counted(self: Explicit, model: Model, **how: Any) -> None:
        begun.append(model)
        begin(self, model, **how)

    monkeypatch.setattr(Explicit, "__init__", counted)
    model = large()
    plan = random_profiles(model, 260, 1, dms=["d1"], ties=0.5)
    assert len([*plan.parts()]) == 2
    result = sweep(plan, concepts=["nash", "gmr"])
    assert len(begun) == 1
    assert engines._engine_of.cache_info().currsize == 0  # its memory is given back
    chunk = replace(plan.chunk(next(plan.parts())), part=replace(next(plan.parts()), size=1))
    assert result.counts["nash"].max() <= 260
    ranks = chunk.ranks()
    alone = [
        replace(dm, preference=_ranking(own))
        for dm, own in zip(model.decision_makers, ranks[:, :, 0], strict=True)
    ]
    expected = analyse(replace(model, decision_makers=tuple(alone)), ["nash", "gmr"])
    found = chunk.equilibria(["nash", "gmr"])[:, :, 0]
    assert found.tolist() == [expected.is_equilibrium(c).tolist() for c in ("nash", "gmr")]
    ProfileEngine.forget()


def _ranking(ranks: Any) -> Ranking:
    classes = [tuple((np.flatnonzero(ranks == r) + 1).tolist()) for r in np.unique(ranks)[::-1]]
    return Ranking(tuple(classes))
