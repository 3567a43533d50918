"""A digest changes with what decides stability, and with nothing else."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from questions.conflicts import TWELVE
from satumeja.formats import loads
from satumeja.model import Model
from satumeja.questions.sweeps import model_digest

GRAPH = """
satumeja: 1
title: A graph
states: [s, t, u]
decision_makers:
  a: {moves: [[s, t], [t, u]], ranking: [[u], [s, t]]}
  b: {moves: [[u, s]], ranking: [[s], [t], [u]]}
"""


DIGEST = "19a6a62af477555ee5ef4941dbe5485111ea06579943817f185b383c2b5aabae"


def changed(text: str, old: str, new: str) -> Model:
    assert old in text
    return loads(text.replace(old, new), name="model.yaml")


SAME = [
    (TWELVE, "Twelve states", "Another name"),
    (TWELVE, "p: {},", "p: {name: Persist, because: They said so},"),
    (TWELVE, "  b: {", "  someone_else: {"),
    (TWELVE, "satumeja: 1", "satumeja: 1\nstatus_quo: 3"),
    (TWELVE, '"q & r & s"', '"q & (s & r)"'),
    (TWELVE, "{p: 2, r: -1}", "{p: 6, r: -3}"),
    (TWELVE, '["p & s", "-q", "r iff s"]', '["s & p", "-q", "s iff r"]'),
    (GRAPH, "[[s, t], [t, u]]", "[[t, u], [s, t]]"),
    (GRAPH, "[u], [s, t]", "[u], [t, s]"),
]
DIFFERENT = [
    (TWELVE, "direction: forward", "direction: back"),
    (TWELVE, '"q & r & s", ', ""),
    (TWELVE, "{p: 2, r: -1}", "{p: 1, r: -1}"),
    (TWELVE, '["p & s", "-q"', '["-q", "p & s"'),
    (TWELVE, "{q: 2, s: -1}", "{q: 2, s: 1}"),
    (GRAPH, "[t, u]]", "[t, s]]"),
    (GRAPH, "[[s, t], [t, u]]", "[[s, t]]"),
    (GRAPH, "[s], [t], [u]", "[s], [t, u]"),
]


@pytest.mark.parametrize(("text", "old", "new"), SAME)
def test_names_and_ways_to_put_it_play_no_part(text: str, old: str, new: str) -> None:
    before = loads(text, name="model.yaml")
    assert model_digest(changed(text, old, new)) == model_digest(before)


@pytest.mark.parametrize(("text", "old", "new"), DIFFERENT)
def test_all_that_decides_plays_a_part(text: str, old: str, new: str) -> None:
    before = loads(text, name="model.yaml")
    assert model_digest(changed(text, old, new)) != model_digest(before)


def test_option_form_and_graph_form_are_never_taken_for_one_another() -> None:
    digests = {model_digest(loads(text, name="model.yaml")) for text in (TWELVE, GRAPH)}
    assert len(digests) == 2


def test_no_moves_are_moves_that_are_not_there() -> None:
    model = loads(GRAPH, name="model.yaml")
    still = [
        replace(model, decision_makers=tuple(replace(dm, moves=m) for dm in model.decision_makers))
        for m in (None, np.zeros((0, 2), dtype=np.int64))
    ]
    assert model_digest(still[0]) == model_digest(still[1])


def test_a_digest_is_the_same_for_ever() -> None:
    assert model_digest(loads(GRAPH, name="model.yaml")) == DIGEST
