"""The nulls against exact enumeration; authors who guess, who peek, and who cannot know."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations, product
from math import comb
from random import Random

import numpy as np
import pytest

from questions.conflicts import random_model
from satumeja.errors import QuestionError
from satumeja.gallery import load
from satumeja.model import Model, Ranking
from satumeja.questions import Case, backtest, exchanged_rankings
from satumeja.questions.backtest import NULLS, at_least, cases_needed, holm
from satumeja.stability import analyse

FIVE = ("nash", "gmr", "smr", "seq", "sseq")
ORDERS = list(permutations((1, 2, 3, 4)))


def game(*orders: tuple[int, ...]) -> Model:
    """State a 2x2 game in which each decision maker ranks the four states, best first."""
    model = load("chicken")
    makers = (
        replace(maker, preference=Ranking(tuple((state,) for state in order)))
        for maker, order in zip(model.decision_makers, orders, strict=True)
    )
    return replace(model, decision_makers=tuple(makers))


def holding(model: Model, concept: str) -> set[int]:
    return set(analyse(model, [concept]).equilibria(concept).tolist())


def test_random_rankings_approach_the_share_among_all_2x2_games() -> None:
    """All 576 strict games, each decided alone: what the draw of rankings stands for."""
    holds = {concept: np.zeros(4) for concept in FIVE}
    for orders in product(ORDERS, repeat=2):
        result = analyse(game(*orders), FIVE)
        for concept in FIVE:
            holds[concept][result.equilibria(concept) - 1] += 1
    for state in (1, 2, 3, 4):
        told = backtest([Case("game", game(ORDERS[0], ORDERS[0]), (state,))], FIVE)
        for row in told.rows:
            exact = holds[row.concept][state - 1] / len(ORDERS) ** 2
            drawn = row.nulls["rankings"]
            assert drawn is not None
            assert abs(drawn - exact) < 4 * (0.25 / 5_000) ** 0.5


@pytest.mark.parametrize("seed", range(20))
def test_exchanged_rankings_are_every_exchange_but_none(seed: int) -> None:
    model = random_model(seed, graph=seed % 2 == 1)
    makers = len(model.decision_makers)
    outcome = Random(seed).randrange(len(model.states)) + 1
    ranks = [model.ranks(maker) for maker in model.decision_makers]
    hits = dict.fromkeys(FIVE, 0)
    for order in [order for order in permutations(range(makers)) if order != tuple(range(makers))]:
        changed = tuple(
            replace(
                maker,
                preference=Ranking(
                    tuple(
                        tuple((np.flatnonzero(ranks[other] == rank) + 1).tolist())
                        for rank in sorted(set(ranks[other].tolist()), reverse=True)
                    )
                ),
            )
            for maker, other in zip(model.decision_makers, order, strict=True)
        )
        for concept in FIVE:
            hits[concept] += outcome in holding(replace(model, decision_makers=changed), concept)
    swaps = exchanged_rankings(model).profiles
    told = backtest([Case("one", model, (outcome,))], FIVE, profiles=10)
    assert {row.concept: row.nulls["swapped"] for row in told.rows} == {
        concept: hits[concept] / swaps for concept in FIVE
    }


@pytest.mark.parametrize("outcomes", [(1,), (1, 4), (2, 3, 4)])
def test_the_share_is_that_of_all_sets_of_states_of_the_size(outcomes: tuple[int, ...]) -> None:
    model = game((1, 2, 3, 4), (2, 4, 1, 3))
    for row in backtest([Case("one", model, outcomes)], FIVE, profiles=10).rows:
        missing = comb(4 - len(row.predicted), len(outcomes)) / comb(4, len(outcomes))
        assert row.nulls["share"] == pytest.approx(1 - missing)
        assert row.hit == bool(set(outcomes) & holding(model, row.concept))


def test_the_status_quo_hits_where_it_stayed() -> None:
    model = load("elmira")
    now = model.find_state("status_quo")
    stayed, moved = Case("stayed", model, (now,)), Case("moved", model, (now + 1,))
    told = backtest([stayed, moved], ["nash"], profiles=10)
    assert [row.nulls["status_quo"] for row in told.rows] == [1.0, 0.0]
    unknown = backtest([Case("game", load("chicken"), (1,))], ["nash"], profiles=10)
    assert unknown.rows[0].nulls["status_quo"] is None
    assert unknown.score("nash", "status_quo").conflicts == 0


def simulated(rng: Random, conflicts: int, how: str) -> list[Case]:
    """Cases by an author who codes outcomes or preferences by chance, or with an eye on them."""
    cases = []
    for number in range(conflicts):
        orders = tuple(rng.choice(ORDERS) for _ in range(2))
        outcome = rng.randrange(4) + 1
        if how == "peeks":  # at what came about, until it holds
            while outcome not in holding(game(*orders), "nash"):
                orders = tuple(rng.choice(ORDERS) for _ in range(2))
        cases.append(Case(f"case {number}", game(*orders), (outcome,)))
    return cases


def test_an_author_who_guesses_has_no_skill() -> None:
    told = backtest(simulated(Random(5), 300, "guesses"), FIVE, profiles=2_000)
    for concept in FIVE:
        for null in ("share", "rankings"):
            score = told.score(concept, null)
            assert score.skill is not None
            left = score.conflicts - score.chance
            spread = (score.conflicts * 0.25) ** 0.5 / left
            assert abs(score.skill) < 4 * spread


def test_an_author_who_peeks_is_told_by_what_exchanged_rankings_leave() -> None:
    """Preferences chosen until the outcome holds: all hits, and few are left by an exchange."""
    told = backtest(simulated(Random(7), 100, "peeks"), ["nash"], profiles=500)
    assert all(row.hit for row in told.rows)
    peeked = told.score("nash", "swapped")
    guessed = backtest(simulated(Random(7), 100, "guesses"), ["nash"], profiles=500)
    assert peeked.skill == 1 and peeked.p < 1e-6
    honest = guessed.score("nash", "swapped")
    assert honest.skill is not None and abs(honest.skill) < 0.3


def test_models_of_one_conflict_count_once() -> None:
    hit, miss = game((1, 2, 3, 4), (1, 2, 3, 4)), game((4, 3, 2, 1), (4, 3, 2, 1))
    assert (1 in holding(hit, "nash"), 1 in holding(miss, "nash")) == (True, False)
    cases = [Case("a", hit, (1,), "war"), Case("b", miss, (1,), "war"), Case("c", hit, (1,))]
    score = backtest(cases, ["nash"], profiles=100).score("nash", "share")
    assert (score.conflicts, score.hits) == (2, 1.5)
    assert score.p == pytest.approx(1 - (1 - 0.25) ** 2)  # one hit; "war" is none for p


def test_chances_of_as_many_hits_are_those_of_all_ways_to_hit() -> None:
    chances = [0.1, 0.35, 0.8, 0.5]
    for hits in range(5):
        exact = 0.0
        for ways in product((0, 1), repeat=4):
            if sum(ways) >= hits:
                exact += float(
                    np.prod([c if w else 1 - c for c, w in zip(chances, ways, strict=True)])
                )
        assert at_least(hits, chances) == pytest.approx(exact)


def test_corrected_chances_never_fall_and_keep_their_order() -> None:
    assert holm([0.01, 0.02, 0.03]) == pytest.approx((0.03, 0.04, 0.04))
    assert holm([0.5, 0.9]) == (1.0, 1.0)
    assert holm([]) == ()


def test_the_cases_needed_are_the_first_that_see_it() -> None:
    needed = cases_needed(0.3, 0.6)
    assert needed is not None

    def power(cases: int) -> float:
        tails = [at_least(k, [0.3] * cases) for k in range(cases + 2)]
        least = next(k for k, tail in enumerate(tails) if tail <= 0.05)
        return at_least(least, [0.6] * cases) if least <= cases else 0.0

    assert all(power(cases) >= 0.8 for cases in range(needed, needed + 10))
    assert power(needed - 1) < 0.8
    assert cases_needed(0.6, 0.3) is None


def test_no_hit_is_told_without_its_nulls() -> None:
    told = backtest([Case("one", load("elmira"), (1,))], FIVE, profiles=10).to_json()
    assert all(set(row["nulls"]) == set(NULLS) for row in told["rows"])


@pytest.mark.parametrize(
    ("cases", "concepts", "told"),
    [
        ([], FIVE, "no cases"),
        ([("a", (1,)), ("a", (2,))], FIVE, "two cases are called a"),
        ([("a", ())], FIVE, "say which state came about"),
        ([("a", (9,))], FIVE, "9"),
        ([("a", (1,))], ["nahs"], 'did you mean "nash"'),
    ],
)
def test_what_makes_no_sense_is_refused(
    cases: list[tuple[str, tuple[int, ...]]], concepts: list[str], told: str
) -> None:
    model = load("chicken")
    with pytest.raises(QuestionError, match=told):
        backtest([Case(name, model, outcomes) for name, outcomes in cases], concepts, profiles=10)
