"""Stability for groups by thresholds, against the same by relations spelt out; and its growth."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from operations import growth
from random_models import random_option_model
from satumeja import formats
from satumeja.errors import LimitError
from satumeja.model import (
    Binary,
    DecisionMaker,
    Is,
    Model,
    Option,
    Prioritisation,
    Statement,
    Text,
)
from satumeja.stability import decide_further
from satumeja.stability.further._coalitions import Coalitional, every_coalition
from satumeja.stability.further._groups import Groups
from satumeja.stability.further._registry import SHAPES
from satumeja.stability.further._setting import Setting


def chained(options: int, movers: int, seed: int = 1) -> Model:
    """Make a model in which all is feasible, of eight drawn statements each."""
    rng = np.random.default_rng(seed)

    def statement() -> Statement:
        first, second = (Is(int(k)) for k in rng.integers(0, options, 2))
        return Statement(Binary(str(rng.choice(["and", "or", "iff"])), first, second), "drawn")

    widths = [options // movers + (k < options % movers) for k in range(movers)]
    makers = (
        DecisionMaker(
            f"d{i}",
            Text(f"d{i}"),
            Prioritisation(tuple(statement() for _ in range(8))),
            tuple(Option(f"o{k}", Text("o")) for k in range(width)),
        )
        for i, width in enumerate(widths)
    )
    return Model(Text("drawn"), tuple(makers))


@pytest.mark.parametrize("seed", range(24))
def test_groups_are_decided_as_the_relations_say(seed: int) -> None:
    """Up to 256 states, so that several words of 64 are filled, infeasible ones among them."""
    rng = Random(seed)
    model = formats.from_dict(random_option_model(rng, total=8 if seed % 2 else 6, dms=(2, 4)))
    setting, groups = Setting(model, model.knowledge), Groups(model)
    for shape in SHAPES:
        by_relations = Coalitional(setting, shape, shape)
        for party in every_coalition(setting.movers):
            if Groups.suits(model, shape):
                expected = by_relations.of(party).flags()
                assert np.array_equal(groups.stable(party, shape), expected), (shape, party)


def test_steps_grow_as_the_states() -> None:
    """Each 64 states take the same steps; a closure anew for each state would take 16 times."""
    assert growth(lambda options: decide_further(chained(options, 3), "csmr"), 8, 10) < 6


def test_more_states_than_groups_are_decided_for() -> None:
    with pytest.raises(LimitError, match="131,072 states are more than the 65,536 for which"):
        decide_further(chained(17, 3), "cnash")
