"""Situations go by words: their own, or what differs from now."""

from __future__ import annotations

import random

import pytest

from brief.graph_form import named_graph
from brief.large import large_model
from operations import growth
from random_stated import random_coalesced_model
from satumeja import formats
from satumeja.brief import LANGUAGES, state_words
from satumeja.gallery import entries, load
from satumeja.model import OptionStates

TALKS = """
satumeja: 1
title: Talks
decision_makers:
  upper: {name: the upper farm, options: {pump: Pump at night, share: {name: Share,
    levels: {none: nothing, half: half, all: all of it}}}, preferences: [pump]}
  lower: {options: {dig: Dig deeper}, preferences: [dig]}
status_quo: NNN|N
"""


def test_what_sides_do_otherwise_is_said() -> None:
    model = formats.loads(TALKS)
    words = dict(zip(["NNN|N", "YNN|Y", "NYN|N", "YYY|N"], [""] * 4, strict=True))
    for form in words:
        (words[form],) = state_words(model, "en", [model.find_state(form)])
    assert list(words.values()) == [
        "The present situation",
        "Upper farm: pump at night; Lower: dig deeper",
        "Upper farm: move “Share” to “half”",
        "Upper farm: move “Share” to “all of it” and pump at night",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [entry.id for entry in entries()])
def test_every_situation_has_words_of_its_own(name: str, language: str) -> None:
    model = load(name)
    words = state_words(model, language)
    assert len(words) == len(model.states) == len(set(words))
    assert all(text and not any(sign.isdigit() for sign in text[:1]) for text in words)
    if model.status_quo_number:
        now = {"en": "The present situation", "id": "Keadaan sekarang"}[language]
        named = model.is_graph or words[model.status_quo_number - 1] == now
        assert named


def test_in_graph_form_states_have_names_of_their_own() -> None:
    assert state_words(named_graph(), "en", [9]) == ["Uniroyal abandons its plant"]


def test_without_a_present_situation_each_side_is_told() -> None:
    assert state_words(load("chicken"), "en", [1]) == ["Nobody does any of what is open to them"]


def test_situations_that_are_several_at_once() -> None:
    rng = random.Random(2)
    for _ in range(20):
        model = formats.from_dict(random_coalesced_model(rng))
        words = state_words(model)
        assert isinstance(model.states, OptionStates) and all(words)


def test_letters_stand_for_sides_where_there_is_little_room() -> None:
    words = state_words(load("december-2021-b"), "id", [10], by_letter=True)
    assert words == ["R: menyerang Ukraina dan tidak lagi duduk di meja perundingan"]


def test_many_situations_cost_little_more_than_few() -> None:
    models = {size: large_model(size).with_status_quo(1) for size in (6, 8)}
    times = growth(lambda size: state_words(models[size]), 6, 8)
    assert times < 4  # four times as many situations share what sides do
