"""The distance to equilibrium, against every way to change the orders of small models."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, permutations, product
from random import Random

import numpy as np
import pytest

from literal import CONCEPTS
from proofs.layouts import loaded
from random_models import random_graph_model, random_option_model
from satumeja.errors import QuestionError
from satumeja.gallery import load
from satumeja.model import DecisionMaker, Model, Option, Ranking, Rule, Text
from satumeja.model.kit import Pattern
from satumeja.stability import Analysis, analyse
from satumeja.stability.explicit._engine import Convention

Order = tuple[int, ...]


def with_orders(model: Model, orders: tuple[Order, ...]) -> Model:
    """Give each decision maker a strict order of the states, best first."""
    makers = tuple(
        replace(dm, preference=Ranking(tuple((state,) for state in order)))
        for dm, order in zip(model.decision_makers, orders, strict=True)
    )
    return replace(model, decision_makers=makers)


def small_model(seed: int) -> Model:
    """Two decision makers and four states, or three and three, in either form."""
    rng = Random(seed)
    if seed % 3 == 0:
        return loaded(random_graph_model(rng, dms=(2, 2), states=(4, 4)))
    movers = 2 + seed % 3 // 2
    makers = tuple(
        DecisionMaker(f"d{k}", Text("d"), Ranking(()), (Option("o", Text("o")),))
        for k in range(movers)
    )
    left_out = rng.sample(range(8), 5) if movers == 3 else []
    return Model(Text("m"), makers, tuple(Rule(Pattern(7, code), "r") for code in left_out))


def swaps(one: Order, other: Order) -> int:
    """Count the pairs that two orders have the other way round."""
    place = {state: k for k, state in enumerate(other)}
    return sum(place[a] > place[b] for a, b in combinations(one, 2))


@pytest.mark.parametrize("seed", range(6))
def test_no_fewer_changes_will_do_under_nash_gmr_and_smr(seed: int) -> None:
    model = small_model(seed)
    movers, states = len(model.decision_makers), range(1, len(model.states) + 1)
    orders = list(permutations(states))
    profiles = list(product(orders, repeat=movers))
    kendall = np.array([[swaps(a, b) for b in orders] for a in orders])
    place = np.array([[orders.index(order) for order in profile] for profile in profiles])
    results = [analyse(with_orders(model, profile)) for profile in profiles]
    rng = Random(seed)
    for chosen in rng.sample(range(len(profiles)), 30):
        apart = sum(kendall[place[chosen, k], place[:, k]] for k in range(movers))
        for concept in CONCEPTS:
            holds = np.array([result.is_equilibrium(concept) for result in results])
            fewest = [int(apart[holds[:, s - 1]].min()) for s in states]
            found = results[chosen].distance(concept)
            assert found.exact == (concept in {"nash", "gmr", "smr"})
            if found.exact:
                assert found.changes.tolist() == fewest
            else:
                assert all(found.changes >= fewest)


def raised(result: Analysis, concept: str, state: int) -> Model:
    """Raise a state alone to its thresholds in everyone's order."""
    makers = []
    for dm in result.model.decision_makers:
        ranks = result.ranks[dm.id].astype(int)
        ranks[state - 1] = max(ranks[state - 1], result.thresholds[concept, dm.id][state - 1])
        classes = [np.flatnonzero(ranks == rank) + 1 for rank in sorted(set(ranks))[::-1]]
        ranking = Ranking(tuple(tuple(map(int, states)) for states in classes))
        makers.append(replace(dm, preference=ranking))
    return replace(result.model, decision_makers=tuple(makers))


def given_up(before: Analysis, after: Analysis) -> int:
    """Count the preferences of the one that the other does not have."""
    total = 0
    for dm in before.model.decision_makers:
        old, new = before.ranks[dm.id], after.ranks[dm.id]
        total += int(np.sum((old[:, None] > old) & (new[:, None] <= new)))
    return total


@pytest.mark.parametrize("convention", ["set", "matrix"])
@pytest.mark.parametrize("seed", range(60))
def test_that_many_changes_are_enough_with_ties_too(seed: int, convention: Convention) -> None:
    rng = Random(seed)
    draw = random_graph_model if seed % 2 else random_option_model
    before = analyse(loaded(draw(rng)), convention=convention)
    for concept in CONCEPTS:
        found = before.distance(concept)
        unstable = np.flatnonzero(~before.is_equilibrium(concept)) + 1
        assert (np.flatnonzero(found.changes) + 1).tolist() == unstable.tolist()
        for state in rng.sample(unstable.tolist(), min(3, len(unstable))):
            rest_on = concept if before._raises_alone(concept) else "nash"
            after = analyse(raised(before, rest_on, state), convention=convention)
            assert after.is_equilibrium(concept)[state - 1]
            assert given_up(before, after) == found.changes[state - 1]


def test_a_distance_that_was_not_analysed_is_refused() -> None:
    with pytest.raises(QuestionError, match='"smr" was not analysed'):
        analyse(load("chicken"), ["nash"]).distance("smr")
