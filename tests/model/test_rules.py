"""A rule is written in each of its kinds, and rules out what the kind says."""

from __future__ import annotations

from typing import Any

import pytest

from satumeja.errors import QuestionError
from satumeja.formats import loads
from satumeja.model._rules import rule_of
from satumeja.model.kit import holds_in

MODEL = loads(
    """\
satumeja: 1
title: T
decision_makers:
  a: {options: {x: , y: }, preferences: []}
  b: {options: {z: }, preferences: []}
"""
)


@pytest.mark.parametrize(
    ("stated", "forbidden"),
    [
        ("x & z", {0b101, 0b111}),
        ({"condition": "x & z"}, {0b101, 0b111}),
        ("Y-|Y", {0b101, 0b111}),
        ({"pattern": "Y-|Y"}, {0b101, 0b111}),
        ({"at_most_one": ["x", "y", "z"]}, {0b011, 0b101, 0b110, 0b111}),
        ({"at_least_one": ["x", "z"]}, {0b000, 0b010}),
        ({"exactly_one": ["x", "z"]}, {0b000, 0b010, 0b101, 0b111}),
    ],
)
def test_a_rule_forbids_what_its_kind_says(stated: Any, forbidden: set[int]) -> None:
    rule = rule_of(MODEL, stated)
    assert {code for code in range(8) if holds_in(rule.condition, code)} == forbidden
    assert rule_of(MODEL, rule) is rule


@pytest.mark.parametrize("stated", [{"conditions": "x"}, {"CONDITION": "x"}, {}, 3])
def test_what_is_no_kind_of_rule_is_refused(stated: Any) -> None:
    with pytest.raises(QuestionError, match="rule"):
        rule_of(MODEL, stated)
