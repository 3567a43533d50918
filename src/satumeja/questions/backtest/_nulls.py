"""Four ways to know nothing, each as the chance of a hit."""

from __future__ import annotations

from collections.abc import Sequence
from math import comb

import numpy as np

from satumeja.errors import QuestionError
from satumeja.questions.backtest._case import Case
from satumeja.questions.sweeps import Plan, exchanged_rankings, random_profiles
from satumeja.stability import concepts_named

__all__ = ["NULLS", "by_rankings", "by_share", "by_staying", "by_swapping"]

NULLS = ("share", "rankings", "swapped", "status_quo")
"""By share of the states, by random rankings, by exchanged rankings, by all staying as it is."""

_MOST_MAKERS = 7
"""With more, their exchanges are too many to go through for a null."""


def by_share(case: Case, predicted: Sequence[int]) -> float:
    """Give the chance that states drawn at random, as many as came about, hit what holds."""
    states, outcomes = len(case.model.states), len(case.outcomes)
    return 1 - comb(states - len(predicted), outcomes) / comb(states, outcomes)


def by_rankings(
    case: Case, concepts: Sequence[str], profiles: int, seed: int
) -> tuple[float, ...]:
    """Give the share of random strict rankings of everybody under which a concept hits."""
    return _hits(case, concepts, random_profiles(case.model, profiles, seed))


def by_swapping(case: Case, concepts: Sequence[str]) -> tuple[float, ...] | None:
    """Give the share of exchanges of the rankings among the decision makers that hit.

    None where there is nobody to exchange with, or there are more than seven.
    """
    if not 2 <= len(case.model.decision_makers) <= _MOST_MAKERS:
        return None
    return _hits(case, concepts, exchanged_rankings(case.model))


def by_staying(case: Case) -> float | None:
    """Tell whether a forecast that all stays as it is hits; None where it is not known what is."""
    try:
        now = case.model.find_state("status_quo")
    except QuestionError:
        return None
    return float(now in case.outcomes)


def _hits(case: Case, concepts: Sequence[str], plan: Plan) -> tuple[float, ...]:
    places = np.array(case.outcomes) - 1
    ordered = [concept.id for concept in concepts_named(concepts)]  # as chunks give them
    hits = np.zeros(len(ordered), dtype=np.int64)
    for chunk in plan.chunks():
        hits += chunk.equilibria(ordered)[:, places].any(axis=1).sum(axis=-1)
    chances = dict(zip(ordered, (hits / plan.profiles).tolist(), strict=True))
    return tuple(chances[concept] for concept in concepts)
