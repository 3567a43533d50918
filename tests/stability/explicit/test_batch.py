"""Many profiles at once are decided as each of them is alone."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from random import Random
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from literal import LiteralEngine, build
from literal.statespace import Native
from random_models import random_graph_model, random_option_model, to_yaml
from satumeja.errors import LimitError, QuestionError
from satumeja.formats import loads
from satumeja.gallery import load
from satumeja.model import DecisionMaker, Model, Option, Ranking, Text
from satumeja.stability import analyse
from satumeja.stability.explicit import BATCH_CONCEPTS, Batch, OneByOne, batch, rank_type

pytestmark = pytest.mark.usefixtures("kernel")

PROFILES = 6


def drawn_ranks(rng: Random, model: Model, profiles: int) -> NDArray[np.int64]:
    """Draw weak orders, from one class for all to one class each."""
    size = len(model.states)
    ranks = np.empty((len(model.decision_makers), size, profiles), dtype=np.int64)
    for table in ranks:
        for column in table.T:
            most = rng.choice([1, 2, 3, size])
            drawn = [rng.randrange(most) for _ in range(size)]
            column[:] = np.unique(drawn, return_inverse=True)[1] + 1
    return ranks


def with_ranks(model: Model, ranks: NDArray[np.int64]) -> Model:
    """State the model with these ranks as rankings."""

    def ranking(own: NDArray[np.int64]) -> Ranking:
        classes = [
            tuple(int(s) + 1 for s in np.flatnonzero(own == r)) for r in range(max(own) + 1)
        ]
        return Ranking(tuple(c for c in reversed(classes) if c))

    makers = [
        replace(dm, preference=ranking(own))
        for dm, own in zip(model.decision_makers, ranks, strict=True)
    ]
    return replace(model, decision_makers=tuple(makers))


def by_definition(native: Native, ranks: NDArray[np.int64], concept: str) -> list[list[bool]]:
    literal = build(native)
    prefers: dict[str, Any] = {
        dm: dict(zip(literal.states, own.tolist(), strict=True))
        for dm, own in zip(literal.dms, ranks, strict=True)
    }
    engine = LiteralEngine(replace(literal, prefers=prefers))
    return [[engine.is_stable(dm, s, concept) for s in literal.states] for dm in literal.dms]


def compare(native: Native, rng: Random, profiles: int = PROFILES) -> None:
    model = loads(to_yaml(native), name="model.yaml")
    ranks = drawn_ranks(rng, model, profiles)
    found = batch(model, ranks)
    assert found.shape == (5, *ranks.shape)
    assert np.array_equal(Batch(model).equilibria(ranks), found.all(axis=1))
    assert np.array_equal(Batch(model).counts(ranks), found.all(axis=1).sum(axis=-1))
    for k in range(profiles):
        alone = analyse(with_ranks(model, ranks[:, :, k]))
        for c, concept in enumerate(BATCH_CONCEPTS):
            stable = found[c, :, :, k].tolist()
            assert stable == by_definition(native, ranks[:, :, k], concept), concept
            ids = [dm.id for dm in model.decision_makers]
            assert stable == [alone.is_stable(concept, dm).tolist() for dm in ids], concept


@pytest.mark.parametrize("seed", range(100))
def test_option_form_agrees_with_the_definitions(seed: int) -> None:
    rng = Random(seed)
    compare(random_option_model(rng, total=6), rng)


@pytest.mark.parametrize("seed", range(60))
def test_graph_form_agrees_with_the_definitions(seed: int) -> None:
    rng = Random(seed)
    compare(random_graph_model(rng, states=(2, 8)), rng)


def test_nobody_moves_twice_in_a_row() -> None:
    native: Native = {
        "satumeja": 1,
        "title": "Twice in a row",
        "states": ["s", "t", "u", "v"],
        "decision_makers": {
            "a": {"moves": [["s", "t"]], "ranking": [["t", "u"], ["s", "v"]]},
            "b": {"moves": [["t", "u"], ["u", "v"]], "ranking": [["v"], ["u"], ["t"], ["s"]]},
            "c": {"moves": [["v", "s"]], "ranking": [["s", "t", "u", "v"]]},
        },
    }
    compare(native, Random(0), profiles=50)


def wide(options: int) -> Model:
    """Two decision makers who share that many options, all indifferent."""
    half = options // 2
    makers = tuple(
        DecisionMaker(
            f"d{i}",
            Text(f"d{i}"),
            Ranking((tuple(range(1, 2**options + 1)),)),
            tuple(Option(f"o{k}", Text("o")) for k in range(half)),
        )
        for i in range(2)
    )
    return Model(Text("wide"), makers)


def test_more_ranks_than_a_byte_holds_and_more_profiles_than_a_tile() -> None:
    model = wide(8)
    rng = np.random.default_rng(1)
    ranks = rng.permuted(np.tile(np.arange(1, 257), (2, 700, 1)), axis=2).transpose(0, 2, 1)
    found = Batch(model).stable(ranks)
    assert rank_type(256) == np.uint16
    for k in (0, 255, 256, 699):
        alone = analyse(with_ranks(model, ranks[:, :, k]))
        for c, concept in enumerate(BATCH_CONCEPTS):
            assert found[c, 0, :, k].tolist() == alone.is_stable(concept, "d0").tolist()
            assert found[c, 1, :, k].tolist() == alone.is_stable(concept, "d1").tolist()


def test_an_option_that_cannot_be_taken_back_is_none_in_any_profile() -> None:
    model = load("december-2021-b")
    assert any(option.direction != "both" for dm in model.decision_makers for option in dm.options)
    ranks = drawn_ranks(Random(3), model, 40)
    found = batch(model, ranks)
    for k in range(40):
        alone = analyse(with_ranks(model, ranks[:, :, k]))
        for c, concept in enumerate(BATCH_CONCEPTS):
            for i, dm in enumerate(model.decision_makers):
                assert found[c, i, :, k].tolist() == alone.is_stable(concept, dm.id).tolist()


def test_any_concepts_in_the_order_of_the_registry() -> None:
    model = wide(4)
    ranks = drawn_ranks(Random(1), model, 20)
    every = batch(model, ranks)
    ready = Batch(model)
    for places in combinations(range(5), 2):
        names = [BATCH_CONCEPTS[k] for k in reversed(places)]
        assert np.array_equal(ready.stable(ranks, names), every[[*places]])
        assert np.array_equal(ready.equilibria(ranks, names), every[[*places]].all(axis=1))
        assert np.array_equal(ready.counts(ranks, names), every.all(axis=1).sum(-1)[[*places]])


def test_no_profile_is_no_answer() -> None:
    none = np.ones((2, 4, 0), dtype=np.int64)
    assert batch(wide(2), none).shape == (5, 2, 4, 0)
    assert Batch(wide(2)).equilibria(none).shape == (5, 4, 0)
    assert not Batch(wide(2)).counts(none).any()


def test_more_profiles_are_counted_than_a_lane_holds() -> None:
    model = wide(2)
    ranks = np.ones((2, 4, 20_011), dtype=np.uint8)  # all indifferent: everything is stable
    ranks[0, 0, ::2] = 2
    found = batch(model, ranks).all(axis=1)
    assert np.array_equal(Batch(model).counts(ranks), found.sum(axis=-1))
    assert Batch(model).counts(ranks).max() == 20_011


def test_a_batch_serves_all_models_in_which_everybody_moves_alike() -> None:
    model, other = load("chicken"), load("prisoners-dilemma")
    assert Batch.of(model) is Batch.of(other)  # two options, both ways: preferences aside
    maker = model.decision_makers[0]
    option = replace(maker.options[0], direction="forward")
    once = replace(
        model, decision_makers=(replace(maker, options=(option,)), *model.decision_makers[1:])
    )
    assert Batch.of(once) is not Batch.of(model)
    graph = loads(to_yaml(random_graph_model(Random(1), states=(4, 4))), name="model.yaml")
    assert Batch.of(graph) is not Batch.of(once)


@pytest.mark.parametrize(
    ("ranks", "message"),
    [
        (np.ones((2, 4), dtype=int), r"any number, not \(2, 4\)"),
        (np.ones((3, 4, 1), dtype=int), r"\(2, 4\) and any number, not \(3, 4, 1\)"),
        (np.ones((2, 4, 1)), "whole numbers, not float64"),
        (np.zeros((2, 4, 1), dtype=int), "from 1 to 4; these go from 0 to 0"),
        (np.full((2, 4, 1), 300), "from 1 to 4; these go from 300 to 300"),
    ],
)
def test_ranks_that_do_not_fit_are_refused(ranks: NDArray[Any], message: str) -> None:
    with pytest.raises(QuestionError, match=message):
        batch(wide(2), ranks)


def test_unknown_concepts_are_refused() -> None:
    with pytest.raises(QuestionError, match='did you mean "gmr"'):
        batch(wide(2), np.ones((2, 4, 1), dtype=int), ["gmrr"])


def test_too_many_states_are_refused_with_the_engine_that_would_do() -> None:
    with pytest.raises(LimitError, match=r"4,096 states are more than the 2,048 .* analyse"):
        Batch(wide(12))


@pytest.mark.parametrize("seed", range(6))
def test_one_after_another_profiles_are_decided_as_many_at_once(seed: int) -> None:
    draw = random_graph_model if seed % 2 else random_option_model
    native, rng = draw(Random(seed)), Random(seed)
    model = loads(to_yaml(native), name="model.yaml")
    ranks, concepts = drawn_ranks(rng, model, 3), rng.sample(BATCH_CONCEPTS, 3)
    alone = OneByOne(model)
    assert alone.size == len(model.states)
    stable = alone.stable(ranks, concepts)
    assert stable.shape == (3, *ranks.shape)
    for place, concept in enumerate(name for name in BATCH_CONCEPTS if name in concepts):
        for profile in range(3):
            expected = by_definition(native, ranks[:, :, profile], concept)
            assert stable[place, :, :, profile].tolist() == expected
