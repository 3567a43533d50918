"""Plans of profiles draw what they say, and decide each profile as it is alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from typing import Any

import numpy as np
import pytest

from questions.conflicts import random_model, twelve
from satumeja.errors import LimitError, QuestionError
from satumeja.gallery import load
from satumeja.model import DecisionMaker, Model, Option, Prioritisation, Ranking, Text
from satumeja.questions import every_ranking, random_profiles, statement_orders, sweep
from satumeja.questions.sweeps import Plan
from satumeja.questions.sweeps._profiles import ProfilePlan
from satumeja.stability import analyse
from satumeja.stability.explicit import BATCH_CONCEPTS


def ranks_of(plan: ProfilePlan) -> np.ndarray[Any, Any]:
    return np.concatenate([plan.chunk(part).ranks() for part in plan.parts()], axis=2)


def ranked(model: Model, ranks: Any) -> Model:
    """State the model with a strict ranking each."""
    makers = (
        replace(dm, preference=Ranking(tuple((int(s) + 1,) for s in np.argsort(-own.astype(int)))))
        for dm, own in zip(model.decision_makers, ranks, strict=True)
    )
    return replace(model, decision_makers=tuple(makers))


@pytest.mark.parametrize("graph", [False, True])
@pytest.mark.parametrize("seed", range(10))
def test_counts_are_those_of_the_profiles_one_by_one(seed: int, graph: bool) -> None:
    model = random_model(seed, graph=graph)
    plan = random_profiles(model, 12, seed)
    result, ranks = sweep(plan), ranks_of(plan)
    alone = [analyse(ranked(model, ranks[:, :, k])) for k in range(12)]
    for concept in BATCH_CONCEPTS:
        flags = np.stack([each.is_equilibrium(concept) for each in alone], axis=1)
        assert np.array_equal(result.equilibria(concept), flags)
        assert np.array_equal(result.counts[concept], flags.sum(axis=1))


def test_parts_cover_all_profiles_once() -> None:
    plan = random_profiles(twelve(), 20_000, 1)
    parts = list(plan.parts())
    assert [(part.index, part.first, part.size) for part in parts] == [
        (0, 0, 8192),
        (1, 8192, 8192),
        (2, 16384, 3616),
    ]
    assert str(parts[1]) == "profiles 8,193 to 16,384"


def test_parts_of_larger_models_are_smaller() -> None:
    model = wide(12)
    assert [random_profiles(model, 1000, 1).chunk_size, len(model.states)] == [256, 4096]


def test_only_those_asked_for_are_drawn_and_the_same_whoever_else_is() -> None:
    model = twelve()
    alone = ranks_of(random_profiles(model, 9000, 3, dms=["c"]))
    for place, dm in enumerate(model.decision_makers[:2]):
        assert (alone[place] == model.ranks(dm)[:, None]).all()
    everyone = ranks_of(random_profiles(model, 9000, 3))
    assert np.array_equal(everyone[2], alone[2])
    assert not np.array_equal(everyone[0], everyone[2])
    assert not np.array_equal(everyone[0, :, :100], everyone[0, :, 8192:8292])


def test_the_order_in_which_decision_makers_are_named_does_not_matter() -> None:
    model = twelve()
    one, other = (random_profiles(model, 10, 3, dms=dms) for dms in (["c", "a"], ["a", "c", "a"]))
    assert np.array_equal(ranks_of(one), ranks_of(other))
    assert one.parameters == other.parameters


def test_ties_are_drawn_where_asked_for() -> None:
    assert (ranks_of(random_profiles(twelve(), 10, 3, ties=1)) == 1).all()
    strict = ranks_of(random_profiles(twelve(), 10, 3))
    assert (np.sort(strict, axis=1) == np.arange(1, 13)[:, None]).all()


def test_all_rankings_of_syria() -> None:
    """The definitions give 240, 384, 300 and 384 for state 2 (enumerated independently)."""
    result = sweep(every_ranking(load("syria-iraq"), "syria"))
    assert result.plan.profiles == 720
    assert [int(result.counts[c][1]) for c in ("nash", "gmr", "smr", "seq")] == [
        240,
        384,
        300,
        384,
    ]


def test_every_ranking_comes_once() -> None:
    model = load("chicken")
    ranks = ranks_of(every_ranking(model, "row"))
    orders = [tuple(np.argsort(-column.astype(int)).tolist()) for column in ranks[0].T]
    assert orders == list(permutations(range(4)))
    assert (ranks[1] == model.ranks(model["column"])[:, None]).all()


def reordered(model: Model, dm: str, order: tuple[int, ...]) -> Model:
    preference = model[dm].preference
    assert isinstance(preference, Prioritisation)
    statements = tuple(preference.statements[k] for k in order)
    makers = (
        replace(each, preference=Prioritisation(statements)) if each.id == dm else each
        for each in model.decision_makers
    )
    return replace(model, decision_makers=tuple(makers))


def test_every_order_of_statements_ranks_as_the_model_so_ordered() -> None:
    model = twelve()
    ranks = ranks_of(statement_orders(model, "c"))
    assert ranks.shape == (3, 12, 6)
    for k, order in enumerate(permutations(range(3))):
        other = reordered(model, "c", order)
        assert np.array_equal(ranks[2, :, k], other.ranks(other["c"]))


def test_drawn_orders_of_statements_are_among_all_of_them() -> None:
    model = twelve()
    every = {tuple(column) for column in ranks_of(statement_orders(model, "c"))[2].T.tolist()}
    drawn = ranks_of(statement_orders(model, "c", 200, seed=5))
    assert {tuple(column) for column in drawn[2].T.tolist()} == every


def wide(options: int) -> Model:
    """Two decision makers with that many options between them, and random preferences."""
    rng = np.random.default_rng(1)
    makers = tuple(
        DecisionMaker(
            f"d{i}",
            Text(f"d{i}"),
            Ranking(tuple((int(s) + 1,) for s in rng.permutation(2**options))),
            tuple(Option(f"o{k}", Text("o")) for k in range(options // 2)),
        )
        for i in range(2)
    )
    return Model(Text("wide"), makers)


def test_models_too_large_for_batches_are_decided_one_by_one() -> None:
    model = wide(12)
    result = sweep(random_profiles(model, 3, 1, dms=["d1"], ties=0.1))
    ranks = ranks_of(result.plan)  # type: ignore[arg-type]
    assert (ranks[0] == model.ranks(model["d0"])[:, None]).all()
    assert len(set(ranks[1, :, 0].tolist())) < 4096
    for concept, found in result.counts.items():
        assert found.sum() == result.equilibria(concept).sum()
    nash = [everyone_at_best(ranks[:, :, k]) for k in range(3)]
    assert np.array_equal(result.equilibria("nash"), np.stack(nash, axis=1))


def everyone_at_best(ranks: Any) -> Any:
    """Nash by its definition on the 64 x 64 table: nobody can do better alone."""
    rows, columns = ranks[0].reshape(64, 64), ranks[1].reshape(64, 64)
    best = (rows == rows.max(axis=1, keepdims=True)) & (columns == columns.max(axis=0))
    return best.reshape(-1)


REFUSED: list[tuple[Callable[[Model], Plan], type[Exception], str]] = [
    (lambda m: random_profiles(m, 0, 1), QuestionError, "number of profiles .* from 1 on, not 0"),
    (lambda m: random_profiles(m, 2.5, 1), QuestionError, "not 2.5"),  # type: ignore[arg-type]
    (lambda m: random_profiles(m, True, 1), QuestionError, "not True"),
    (lambda m: random_profiles(m, 1, -1), QuestionError, "a seed .* from 0 on, not -1"),
    (lambda m: random_profiles(m, 1, 1, ties=1.5), QuestionError, "from 0 to 1, not 1.5"),
    (lambda m: random_profiles(m, 1, 1, ties=float("nan")), QuestionError, "from 0 to 1"),
    (lambda m: random_profiles(m, 1, 1, dms=[]), QuestionError, "name a decision maker"),
    (lambda m: random_profiles(m, 1, 1, dms=["d"]), QuestionError, 'unknown decision maker "d"'),
    (lambda m: every_ranking(m, "d"), QuestionError, 'unknown decision maker "d"'),
    (lambda _: every_ranking(wide(4), "d0"), LimitError, "16 states have 16! orders"),
    (lambda m: statement_orders(m, "a"), QuestionError, '"a" has no preference statements'),
    (lambda m: statement_orders(m, "c", 5), QuestionError, "both count and seed"),
    (lambda m: statement_orders(m, "c", seed=5), QuestionError, "both count and seed"),
    (lambda m: statement_orders(m, "c", 0, 5), QuestionError, "number of orders"),
    (lambda m: statement_orders(m, "c", 5, -2), QuestionError, "a seed"),
    (lambda m: statement_orders(verbose(m, 13), "c"), LimitError, "13 statements have 13! orders"),
    (lambda m: statement_orders(verbose(m, 63), "c", 1, 1), LimitError, "63 .* the 62"),
    (lambda m: random_profiles(m, 10**12 + 1, 1), LimitError, "years; 1,000,000,000,000 at most"),
    (lambda m: statement_orders(m, "c", 10**30, 1), LimitError, "so many orders would take years"),
]


def verbose(model: Model, statements: int) -> Model:
    return reordered(model, "c", (0,) * statements)


@pytest.mark.parametrize(("plan", "error", "message"), REFUSED)
def test_questions_that_make_no_sense_are_refused(
    plan: Callable[[Model], Plan], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        plan(twelve())
