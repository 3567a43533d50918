"""The ranking as it is, and between every two classes what really separates them."""

from __future__ import annotations

from itertools import pairwise, product
from random import Random

import pytest

from literal.beyond import Stated
from model.test_beyond import GRAPH
from random_models import to_yaml
from random_stated import random_stated_model
from satumeja.errors import QuestionError
from satumeja.formats import loads
from satumeja.model import Adjusted, Prioritisation, order_of
from satumeja.model.kit import statements_of


@pytest.mark.parametrize("seed", range(80))
def test_each_separation_is_one(seed: int) -> None:
    native = random_stated_model(Random(seed))
    model = loads(to_yaml(native))
    for dm in model.decision_makers:
        order, stated = order_of(model, dm.id), Stated(native, dm.id)
        assert sorted(s for states in order.classes for s in states) == stated.space.states
        for (above, below), parted in zip(pairwise(order.classes), order.separations, strict=True):
            assert all(stated.better(a, b) for a, b in product(above, below))
            if parted.by == "statement":
                deciding = {
                    _text_of(stated._deciding(a, b))
                    for a, b in product(above, below)
                    if not {a, b} & stated.moved
                }
                said = statements_of(dm.preference)[parted.place - 1]
                levels = [said.text, *(part.text for part in said.among)]
                assert any(text in levels for text in deciding)
            elif parted.by == "edit":
                assert isinstance(dm.preference, Adjusted)
                edit = dm.preference.edits[parted.place - 1]
                moved = {stated.space.decimal(s) for s in (*above, *below)}
                assert edit.state in moved
            elif parted.by == "weights":
                assert "weights" in stated.content
            else:
                assert "ranking" in stated.content


def _text_of(level: object) -> str:
    if isinstance(level, list):
        level = level[0]
    if isinstance(level, dict):
        level = level["statement"]
    return str(level)


def test_a_ranking_says_where_differences_are_great() -> None:
    order = order_of(loads(GRAPH), "mill")
    assert order.classes == ((2,), (1,), (3,))
    assert [parted.greatly for parted in order.separations] == [False, True]
    assert order.to_json(loads(GRAPH))["classes"][0] == [{"number": 2, "form": "dirty"}]


def test_one_class_has_no_separation() -> None:
    model = loads(GRAPH.replace("ranking: dirty > clean >> dead", "ranking: [[1, 2, 3]]"))
    assert order_of(model, "mill").separations == ()
    with pytest.raises(QuestionError, match='unknown decision maker "mil"; did you mean "mill"'):
        order_of(model, "mil")


def test_statements_are_found_under_edits() -> None:
    base = Prioritisation(())
    assert statements_of(Adjusted(base, ())) == ()
