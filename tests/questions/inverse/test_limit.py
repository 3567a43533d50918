"""Of how many states it is asked what would have to be preferred, and what is told of many."""

from __future__ import annotations

import json
from fractions import Fraction
from math import comb

import pytest

from operations import growth
from satumeja.brief.sentences import condition_sentences
from satumeja.brief.words import phrases_of
from satumeja.errors import LimitError
from satumeja.model import Model
from satumeja.questions import invert


def large(options: int) -> Model:
    """Make a model of two decision makers who want what the other does."""
    acts = {dm: [f"{dm}{k}" for k in range(options // 2)] for dm in "ab"}
    wishes = {"a": ["b0", "b1", "b2", "-a0"], "b": ["a0", "a1", "a2", "-b0"]}
    return Model.build("Large", acts, wishes)


def test_a_large_model_is_told_the_limit_and_what_to_do() -> None:
    options = {f"dm{k}": [f"o{k}_{n}" for n in range(13 if k else 4)] for k in range(2)}
    model = Model.build("Large", options, {dm: [] for dm in options})
    with pytest.raises(LimitError) as caught:
        invert(model, 1, "nash")
    message = str(caught.value)
    assert "up to 65,536 states, and this model has 131,072; state what is infeasible" in message
    assert "this concept" not in message


def test_beyond_4096_states_shares_stand_for_counts() -> None:
    model = large(14)
    inverse = invert(model, 2, "gmr", dm="a")
    alone = inverse.conditions["a"]
    assert (alone.count, alone.of, inverse.count, inverse.of) == (None, None, None, None)
    assert alone.share == inverse.share
    # From each of its 127 moves B brings 128 states about, one of which has to be below; that
    # none is has the chance z**128, z being that of a state to be above.
    expected = sum(Fraction((-1) ** k * comb(127, k), 128 * k + 1) for k in range(128))
    assert alone.share == expected
    data = inverse.to_json()
    assert data["share"] == float(alone.share) == data["conditions"][0]["share"]
    assert data["conditions"][0]["symbols"] is None
    assert len(json.dumps(data)) < 2_000_000
    needed = data["conditions"][0]["requirements"][0]
    assert needed["sets"] == 128 == len(alone.requirements[0].parts)


def test_large_models_are_told_of_in_words() -> None:
    model = large(14)
    inverse = invert(model, 2, "seq", dm="a")
    sentences = list(
        condition_sentences(phrases_of(model, "en"), inverse, inverse.conditions["a"])
    )
    assert all(len(sentence) < 2000 for sentence in sentences)


def test_steps_grow_as_the_states_and_moves() -> None:
    """Four times the states, with twice the moves each; all pairs of them would be 16 times."""
    assert growth(lambda options: invert(large(options), 2, "smr"), 8, 10) < 8
