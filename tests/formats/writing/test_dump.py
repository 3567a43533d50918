"""Models out and in again: nothing is lost, whatever the words are."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.samples import BORDER, GRAPH, SHADES
from literal.statespace import Native
from random_models import random_graph_model, random_option_model, to_yaml
from random_stated import random_stated_model
from satumeja import gallery
from satumeja.errors import LimitError, OutputError
from satumeja.formats import _dump, dump, loads
from satumeja.formats.trees._builder import CONTROL
from satumeja.formats.writing._native import native_data
from satumeja.model import Model, OptionStates, Text

HERE = Path()


def check_same(one: Model, other: Model) -> None:
    assert native_data(one, HERE) == native_data(other, HERE)
    assert replace(one, origin=None, notes=()) == replace(other, origin=None, notes=())
    if isinstance(one.states, OptionStates) and isinstance(other.states, OptionStates):
        assert np.array_equal(one.states.codes, other.states.codes)
    for a, b in zip(one.decision_makers, other.decision_makers, strict=True):
        assert np.array_equal(one.ranks(a), other.ranks(b))


def check_round_trip(model: Model) -> None:
    for name in ("m.yaml", "m.json"):
        text = dump(model, name)
        again = loads(text, name)
        check_same(model, again)
        assert dump(again, name) == text


@pytest.mark.parametrize("draw", [random_option_model, random_graph_model])
@pytest.mark.parametrize("batch", range(25))
def test_random_models_come_back(batch: int, draw: Callable[[Random], Native]) -> None:
    for seed in range(10 * batch, 10 * batch + 10):
        check_round_trip(loads(to_yaml(draw(Random(seed)))))


@pytest.mark.parametrize("seed", range(100))
def test_what_is_stated_beyond_rankings_comes_back(seed: int) -> None:
    check_round_trip(loads(to_yaml(random_stated_model(Random(seed)))))


@pytest.mark.parametrize("name", [entry.id for entry in gallery.entries()])
def test_the_gallery_comes_back(name: str) -> None:
    check_round_trip(replace(gallery.load(name), origin=None))


@pytest.mark.parametrize("sample", [BORDER, GRAPH, SHADES])
def test_samples_come_back(sample: str) -> None:
    check_round_trip(loads(sample))


def is_text(words: str) -> bool:
    return not CONTROL.search(words)


words = st.text(st.characters(codec="utf-8"), min_size=1).filter(is_text)


@given(words.filter(str.strip), words, words)
def test_any_words_come_back(title: str, name: str, reason: str) -> None:
    model = loads(BORDER)
    first = replace(model.decision_makers[0], name=Text(name), because=Text(reason))
    makers = (first, model.decision_makers[1])
    made = replace(
        model, title=Text(title), description=Text(reason + "\n" + name), decision_makers=makers
    )
    for file in ("m.yaml", "m.json"):
        again = loads(dump(made, file), file)
        assert str(again.title) == title
        assert str(again.description) == f"{reason}\n{name}"
        assert str(again.decision_makers[0].name) == name
        assert str(again.decision_makers[0].because) == reason


SIGNS = ("no", "~", "null", "3", "- x", "x: y", "# x", "'", '"', "&x", "=", "%x", "<script>")
SPACES = ("a\nb", " a ", "a\n", "\n a", "a\tb", "\u2028", "\x85", "\ufeff", "\u202eRTL", "x " * 99)


@pytest.mark.parametrize("name", [*SIGNS, *SPACES, "🕊\u200d"])
def test_words_that_mean_something_in_yaml_come_back(name: str) -> None:
    model = replace(loads(BORDER), description=Text({"en": name, "id": name * 2}))
    for file in ("m.yaml", "m.json"):
        assert loads(dump(model, file), file).description.by_language == {
            "en": name,
            "id": name * 2,
        }


def test_json_is_plain_json() -> None:
    assert json.loads(dump(loads(BORDER), "x.JSON"))["as_of"] == "2021-12-23"


@pytest.mark.parametrize("name", ["m.txt", "m", ""])
def test_another_suffix_is_refused(name: str) -> None:
    suffixes = r"a model is written as \.yaml, \.json, \.gmcr or \.nfg"
    with pytest.raises(OutputError, match=suffixes):
        dump(loads(BORDER), name)


def test_what_could_not_be_read_again_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_dump, "MAX_BYTES", 500)
    with pytest.raises(LimitError, match=r"m\.yaml: the model takes more than"):
        dump(loads(BORDER), "m.yaml")
    monkeypatch.setattr(_dump, "MAX_NODES", 50)
    with pytest.raises(LimitError, match=r"keys and values; a file may have 50"):
        dump(loads(BORDER), "m.yaml")
