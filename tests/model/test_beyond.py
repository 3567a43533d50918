"""What is stated beyond a ranking becomes the pairs and tables that the definitions give."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import Any

import pytest

from literal.beyond import Stated
from random_models import to_yaml
from random_stated import random_stated_model
from satumeja.errors import LimitError, QuestionError
from satumeja.formats import loads
from satumeja.model import Knowledge, Model
from satumeja.stability import decide_further


def _as_dict(table: Any) -> dict[tuple[int, int], Fraction]:
    return {
        (a, b): Fraction(number)
        for a, row in enumerate(table, start=1)
        for b, number in enumerate(row, start=1)
        if a != b
    }


@pytest.mark.parametrize("seed", range(120))
def test_knowledge_is_what_the_file_states(seed: int) -> None:
    native = random_stated_model(Random(seed))
    model = loads(to_yaml(native))
    known = model.knowledge
    known.check(model)
    for dm in model.decision_makers:
        stated = Stated(native, dm.id)
        ranks = model.ranks(dm)
        for a in stated.space.states:
            for b in stated.space.states:
                assert (ranks[a - 1] > ranks[b - 1]) == stated.better(a, b)
        assert {frozenset(pair) for pair in known.unknown.get(dm.id, ())} == stated.unknown()
        assert known.much_better.get(dm.id, frozenset()) == stated.much_better()
        if dm.id in known.degrees:
            assert _as_dict(known.degrees[dm.id]) == stated.table("degrees", "degree")
        if dm.id in known.chances:
            assert _as_dict(known.chances[dm.id]) == stated.table("chances", "chance")


def test_every_kind_of_knowledge_is_drawn() -> None:
    drawn = [loads(to_yaml(random_stated_model(Random(seed)))).knowledge for seed in range(120)]
    for kind in ("unknown", "much_better", "degrees", "chances"):
        assert sum(bool(getattr(known, kind)) for known in drawn) > 10


GRAPH = """\
satumeja: 1
title: A pond
states: [clean, dirty, dead]
decision_makers:
  mill:
    moves: [[clean, dirty]]
    ranking: dirty > clean >> dead
    unknown: [[clean, dirty]]
    attitudes: {pond: positive, mill: neutral}
  pond: {moves: [[dirty, dead]], ranking: [1, [2, 3]], chances: [[dirty, 3, 0.4]], threshold: 1}
coalitions: [[pond, mill]]
"""


def test_graph_form_and_great_differences_in_a_ranking() -> None:
    known = loads(GRAPH).knowledge
    assert known == Knowledge(
        unknown={"mill": frozenset({(1, 2)})},
        much_better={"mill": frozenset({(1, 3), (2, 3)})},
        thresholds={"pond": Fraction(1)},
        chances={
            "pond": [
                [Fraction(0), Fraction(1), Fraction(1)],
                [Fraction(0), Fraction(0), Fraction(2, 5)],
                [Fraction(0), Fraction(3, 5), Fraction(0)],
            ]
        },
        attitudes={("mill", "pond"): "+", ("mill", "mill"): "0"},
        coalitions=(("pond", "mill"),),
    )


def test_concepts_read_what_the_model_states() -> None:
    model = loads(GRAPH)
    assert decide_further(model, "nash_a").knowledge == model.knowledge
    with pytest.raises(QuestionError, match="degrees of preference, and the model states none"):
        decide_further(model, "fuzzy_nash")


def _large(preferences: str) -> Model:
    options = "".join(f"      o{k}:\n" for k in range(13))
    return loads(
        f"satumeja: 1\ntitle: Large\ndecision_makers:\n  a:\n    options:\n{options}"
        f"    preferences: [{preferences}]\n  b:\n    preferences: []\n"
    )


def test_too_many_pairs_are_refused() -> None:
    with pytest.raises(LimitError, match="8,192 states are more than can be compared"):
        _ = _large("{statement: o1, unknown: yes}").knowledge
    assert _large("o1").knowledge == Knowledge()
