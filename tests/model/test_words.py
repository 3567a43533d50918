"""Conditions on all states at once, a bit a state, against one state at a time."""

from __future__ import annotations

import random

import numpy as np
import pytest

from satumeja.model import Prioritisation, Statement, holds
from satumeja.model._conditions import evaluate
from satumeja.model._words import AllStates, scores

from .test_states import random_condition


@pytest.mark.parametrize("options", [1, 3, 6, 7, 11])
@pytest.mark.parametrize("seed", range(40))
def test_words_equal_states(seed: int, options: int) -> None:
    rng = random.Random(seed)
    condition, codes = random_condition(rng, options, 3), np.arange(1 << options)
    first = 64 * rng.randrange(1 + (len(codes) - 1) // 64) if len(codes) > 64 else 0
    states = AllStates(first, min(len(codes), 64))
    expected = holds(condition, codes[first : first + 64])
    assert states.bits(evaluate(condition, states)).tolist() == expected.tolist()


@pytest.mark.parametrize("share", [1.0, 0.5, 0.01])
@pytest.mark.parametrize("count", [1, 9, 40, 70])
def test_ranks_do_not_depend_on_how_many_states_are_looked_at(share: float, count: int) -> None:
    rng = random.Random(count)
    every = np.arange(1 << 10)
    codes = np.array(sorted(rng.sample(every.tolist(), int(len(every) * share))))
    conditions = [random_condition(rng, 10) for _ in range(count)]
    truths = np.array([holds(condition, codes) for condition in conditions]).T.tolist()
    classes = sorted({tuple(truth) for truth in truths})
    wanted = Prioritisation(tuple(Statement(c, str(c)) for c in conditions))
    assert wanted.ranks(codes).tolist() == [classes.index(tuple(t)) + 1 for t in truths]
    binary = [int("".join(str(int(t)) for t in truth[:64]), 2) for truth in truths]
    assert scores(conditions[:64], codes).tolist() == binary
