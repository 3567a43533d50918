"""Rankings in text, in lists, in arrays and by payoffs."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from satumeja.errors import QuestionError
from satumeja.formats import loads
from satumeja.model import Ranking

WANTED = Ranking(((4,), (2, 3), (1,)))
WAYS: list[Any] = ["4 > 2 ~ 3 > 1", "4≻2∼3≻1", "4 > 2 = 3 > 1", " 4>2~3 >1 "]
LISTS: list[Any] = [
    [4, [2, 3], 1],
    (4, (2, 3), 1),
    [[4], np.array([2, 3]), [1]],
    [np.int64(4), [np.int32(2), 3], 1.0],
]
PAYOFFS: list[Any] = [
    [0, 5, 5, 9],
    np.array([0.5, 1, 1, 2]),
    [Decimal("0.10000000000000000001"), "0.2", "0.20", "0.20000000000000000000001"],
    range(1, 5),
]


@pytest.mark.parametrize("text", WAYS)
def test_text_is_read_with_every_sign(text: str) -> None:
    assert Ranking.read(text) == WANTED
    assert Ranking.read(str(Ranking.read(text))) == WANTED


@pytest.mark.parametrize("states", LISTS)
def test_lists_and_arrays_are_read(states: Any) -> None:
    assert Ranking.of(states) == WANTED


def test_payoffs_are_ranked_and_equal_ones_tie() -> None:
    assert [str(Ranking.from_payoffs(values)) for values in PAYOFFS] == [
        *["4 > 2 ~ 3 > 1"] * 3,
        "4 > 3 > 2 > 1",
    ]
    assert str(Ranking.from_payoffs([float("inf"), -float("inf"), 0])) == "1 > 3 > 2"


def test_great_preference_is_read_and_written() -> None:
    ranking = Ranking.read("4 >> 2 ~ 3 ≫ 1")
    assert ranking.great == {0, 1}
    assert str(ranking) == "4 >> 2 ~ 3 >> 1"


def test_files_take_the_same_signs() -> None:
    text = """
satumeja: 1
title: Signs
decision_makers:
  a: {options: {x: }, ranking: "4 ≻ 2 ∼ 3 ≻ 1"}
  b: {options: {y: }, ranking: "4 > 2 ~ 3 >> 1"}
"""
    model = loads(text)
    assert model["a"].preference == WANTED
    assert model["b"].preference == Ranking(WANTED.classes, frozenset({1}))


REFUSED: list[tuple[Any, str]] = [
    (lambda: Ranking.read("1 > 3"), "names state 3; states are 1 to 2"),
    (lambda: Ranking.read("1 > 1"), "has state 1 twice"),
    (lambda: Ranking.read("Y|N > N|N"), '"Y|N" is not the number of a state'),
    (lambda: Ranking.read("1 > 2 ~ 3", strict=True), "states 2 and 3 tie"),
    (lambda: Ranking.of([1, [2, 3]], strict=True), "states 2 and 3 tie"),
    (lambda: Ranking.of(np.ones((2, 2), int)), "one dimension; this one is 2 × 2"),
    (lambda: Ranking.of([1, []]), "a class of the ranking holds no state"),
    (lambda: Ranking.of([1, 2.5]), '"2.5" is not the number of a state'),
    (lambda: Ranking.from_payoffs([1, float("nan")]), "the payoff of state 2 is no number: nan"),
    (lambda: Ranking.from_payoffs([1, None]), "the payoff of state 2 is no number: None"),
    (lambda: Ranking.from_payoffs([1, 1], strict=True), "states 1 and 2 tie"),
    (lambda: Ranking.from_payoffs(np.eye(2)), "one a state; this is 2 × 2"),
    (lambda: Ranking.from_payoffs([]), "one a state; this is 0"),
    (lambda: Ranking.from_payoffs([True, 1]), "the payoff of state 1 is no number: True"),
]


@pytest.mark.parametrize(("make", "fault"), REFUSED)
def test_what_is_no_ranking_is_said_in_one_line(make: Any, fault: str) -> None:
    with pytest.raises(QuestionError) as caught:
        make()
    assert fault in str(caught.value)
    assert "\n" not in str(caught.value)
