"""Feasible states: listing, numbering, forms."""

from __future__ import annotations

import random

import numpy as np
import pytest

from satumeja.display import MOST_SHOWN
from satumeja.errors import ListingError, QuestionError
from satumeja.gallery import load
from satumeja.model import (
    AtLeast,
    Binary,
    Condition,
    GraphStates,
    Is,
    Not,
    OptionStates,
    _states,
    holds,
)
from satumeja.model.kit import Decimal, Pattern, feasible_codes


def random_condition(rng: random.Random, options: int, depth: int = 2) -> Condition:
    kind = rng.choice(["is", "pattern", "many", "not", "binary"] if depth else ["is"])
    mask = rng.getrandbits(options)
    if kind == "is":
        return Is(rng.randrange(options))
    if kind == "pattern":
        return Pattern(mask, mask & rng.getrandbits(options))
    if kind == "many":
        return AtLeast(rng.randint(1, 3), mask)
    if kind == "not":
        return Not(random_condition(rng, options, depth - 1))
    parts = [random_condition(rng, options, depth - 1) for _ in range(2)]
    return Binary(rng.choice(["and", "or", "if", "iff"]), *parts)


@pytest.mark.parametrize("seed", range(200))
def test_listing_equals_filtering_every_combination(seed: int) -> None:
    rng = random.Random(seed)
    options = rng.randint(1, 8)
    rules = [random_condition(rng, options) for _ in range(rng.randint(0, 4))]
    everything = np.arange(1 << options)
    bad = np.zeros(len(everything), dtype=bool)
    for rule in rules:
        bad |= holds(rule, everything)
    assert feasible_codes(options, rules).tolist() == everything[~bad].tolist()
    assert _states._grow(options, rules, 1 << options).tolist() == everything[~bad].tolist()


def test_few_feasible_states_of_many_are_found_without_a_scan() -> None:
    one_of_each_pair = [
        rule for k in range(0, 40, 2) for rule in (AtLeast(2, 0b11 << k), Pattern(0b11 << k, 0))
    ]
    codes = feasible_codes(40, one_of_each_pair)
    assert len(codes) == 1 << 20
    assert all(int(code).bit_count() == 20 for code in codes[:: 1 << 12])


def test_a_condition_prunes_before_all_its_options_are_there() -> None:
    one_of_all: list[Condition] = [AtLeast(2, (1 << 50) - 1), Pattern((1 << 50) - 1, 0)]
    assert feasible_codes(50, one_of_all).tolist() == [1 << k for k in range(50)]


def test_limits_are_said() -> None:
    with pytest.raises(ListingError, match="more than 1,000 states are feasible"):
        feasible_codes(12, [], largest=1000)
    with pytest.raises(ListingError, match="63 options are more than the 62"):
        feasible_codes(63, [])


def test_forms_and_numbers_go_both_ways() -> None:
    states = OptionStates(feasible_codes(5, [Pattern(0b11, 0b11)]), (2, 2, 1))
    assert states.masks == (0b11, 0b1100, 0b10000)
    assert states.form(1) == "NN|NN|N"
    assert states.form_of(0b10110) == "NY|YN|Y"
    numbers = range(1, 25)
    assert [states.number(states.decimal(number)) for number in numbers] == [*numbers]
    assert [states.decimal(number) for number in numbers] == states.codes.tolist()
    with pytest.raises(QuestionError, match=r"state YY\|NN\|N is not feasible"):
        states.number(Decimal(3))


def test_forms_go_by_number_as_equilibria_do() -> None:
    states = OptionStates(np.array([0, 1, 2, 3]), (1, 1))
    assert [states.form(number) for number in np.array([2, 3])] == ["Y|N", "N|Y"]
    assert GraphStates(("calm", "war")).form(2) == "war"
    for outside in (0, 5, -1):
        with pytest.raises(QuestionError, match=f"there is no state {outside}; states are 1 to 4"):
            states.form(outside)
        with pytest.raises(QuestionError, match="there is no state"):
            states.members(outside)


SOME = OptionStates(np.array([0, 1, 2, 5, 7]), (2, 1))


def test_states_are_written_one_by_one_as_all_at_once() -> None:
    forms = ["NN|N", "YN|N", "NY|N", "YN|Y", "YY|Y"]
    assert [SOME.form(number) for number in range(1, 6)] == forms
    assert SOME.forms([1, 2, 3, 4, 5]) == forms
    assert SOME.forms([5, 1]) == ["YY|Y", "NN|N"]
    assert SOME.forms([]) == []
    assert SOME.to_json() == [
        {"number": number, "decimal": decimal, "form": form}
        for number, decimal, form in zip(range(1, 6), (0, 1, 2, 5, 7), forms, strict=True)
    ]


def test_named_states_are_written_by_their_names() -> None:
    states = GraphStates(("calm", "war", "truce"))
    assert len(states) == 3
    assert states.forms([3, 1]) == ["truce", "calm"]
    assert states.to_json() == [
        {"number": 1, "decimal": None, "form": "calm"},
        {"number": 2, "decimal": None, "form": "war"},
        {"number": 3, "decimal": None, "form": "truce"},
    ]
    for outside in (0, 4, -1):
        with pytest.raises(QuestionError, match=f"there is no state {outside}; states are 1 to 3"):
            states.form(outside)


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ([0, 1, 2, 5, 7], range(-2, 12)),
        ([0, 1, 2, 3], range(-2, 9)),
        ([], range(4)),
        ([3], [3, 4]),
    ],
)
def test_a_combination_is_the_state_that_has_its_decimal(
    listed: list[int], asked: list[int]
) -> None:
    states = OptionStates(np.array(listed, dtype=np.int64), (2, 2))
    expected = [listed.index(code) if code in listed else -1 for code in asked]
    assert states.places(np.array(list(asked))).tolist() == expected
    assert states.every.tolist() == listed


def test_states_keep_their_combination_where_fewer_are_feasible() -> None:
    rest = OptionStates(np.array([1, 5, 7]), (2, 1))
    assert SOME.renumbering(rest) == {2: 1, 4: 2, 5: 3}
    assert rest.renumbering(SOME) == {1: 2, 2: 4, 3: 5}


def test_a_single_combination_is_its_states_only_member() -> None:
    assert [SOME.members(number).tolist() for number in range(1, 6)] == [[0], [1], [2], [5], [7]]
    assert SOME.holds(Is(2)).tolist() == SOME.fits(Is(2)).tolist() == [False] * 3 + [True] * 2
    assert SOME.named("YN|-") is None


@pytest.mark.parametrize(
    ("count", "title", "shown"),
    [(1, "1 state", 1), (2, "2 states", 2), (1500, "1,500 states", MOST_SHOWN)],
)
def test_states_show_how_many_they_are_and_the_first(count: int, title: str, shown: int) -> None:
    card = OptionStates(np.arange(count), (11,)).card()
    assert (card.title, card.total) == (title, count)
    rows = [tuple(row) for row in card.rows]
    assert [number for number, _ in rows] == [str(number) for number in range(1, shown + 1)]
    assert rows[0][1] == "N" * 11


def test_a_number_of_thousands_of_digits_is_that_of_no_state() -> None:
    model = load("chicken")
    for state in ("9" * 5_000, 10**5_000, -(10**5_000)):
        with pytest.raises(QuestionError, match=r"^there is no state .*states are 1 to 4"):
            model.require_state(state)
