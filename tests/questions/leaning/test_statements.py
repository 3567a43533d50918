"""Statements in many orders at once rank the states as each order does by itself."""

from __future__ import annotations

import random

import numpy as np
import pytest

from random_models import random_option_model
from satumeja import formats
from satumeja.gallery import load
from satumeja.model import Model, OptionStates, Prioritisation, Statement
from satumeja.questions.leaning._statements import Statements, side_by_side


def stating(model: Model, dm: str, count: int, rng: random.Random) -> Model:
    """Give a decision maker so many statements."""
    names = model.option_names
    said = [
        f"{rng.choice(names)} {rng.choice(['&', '|', 'iff'])} -{rng.choice(names)}"
        for _ in range(count)
    ]
    return model.with_preferences({dm: [*said]})


@pytest.mark.parametrize("count", [0, 1, 7, 32, 33, 70])
def test_an_order_ranks_as_by_itself(count: int) -> None:
    rng = random.Random(count)
    model = formats.from_dict(random_option_model(rng, total=7))
    dm = model.decision_makers[1]
    model = stating(model, dm.id, count, rng)
    said: tuple[Statement, ...] = getattr(model[dm.id].preference, "statements", ())
    orders = [rng.sample(range(count), rng.randint(0, count)) for _ in range(20)]
    orders += [[*range(count)], [*reversed(range(count))]]
    stated = Statements(model)
    assert stated.counts[1] == count
    assert isinstance(model.states, OptionStates)
    ranks = stated.ranks(1, side_by_side(orders, count))
    for column, order in enumerate(orders):
        alone = Prioritisation(tuple(said[k] for k in order)).ranks(model.states.codes)
        assert np.array_equal(ranks[:, column], alone)


def test_who_ranks_states_states_nothing() -> None:
    assert Statements(load("elmira")).counts == {}
    assert Statements(load("chicken")).counts == {}
