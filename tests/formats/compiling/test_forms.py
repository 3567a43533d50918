"""States by number and in option form."""

from __future__ import annotations

import pytest

from satumeja.formats.compiling._forms import StateNames, forbidding, read_form
from satumeja.model import AtLeast, Is, Rule

RULES = (Rule(AtLeast(2, 0b011), "first pair"), Rule(Is(3), "d"))
STATES = StateNames((2, 2), RULES)


@pytest.mark.parametrize(
    ("text", "letters", "mask", "value"),
    [
        ("YN|NY", "YN", 0b1111, 0b1001),
        ("YNNY", "YN", 0b1111, 0b1001),
        (" YN | NY ", "YN", 0b1111, 0b1001),
        ("Y-|-N", "YN-", 0b1001, 0b0001),
        ("----", "YN-", 0, 0),
    ],
)
def test_a_form_is_read(text: str, letters: str, mask: int, value: int) -> None:
    assert read_form(text, (2, 2), letters) == (mask, value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Y or N expected, found nothing"),
        ("Y-|NN", 'Y or N expected, found "-"'),
        ("yn|nn", 'Y or N expected, found "y"'),
        ("YNN|N", 'does not fit the options; a state looks like "NN|NN"'),
        ("YN|N|N", 'does not fit the options; a state looks like "NN|NN"'),
        ("YNN", "has 3 options; the model has 4"),
    ],
)
def test_a_form_that_does_not_fit_says_how(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_form(text, (2, 2))


def test_a_decision_maker_without_options_has_an_empty_group() -> None:
    assert read_form("YN||N", (2, 0, 1)) == (0b111, 0b001)


def test_the_first_rule_that_forbids_is_named() -> None:
    assert forbidding(RULES, 0b1011) == (1, RULES[0])
    assert forbidding(RULES, 0b1001) == (2, RULES[1])
    assert forbidding(RULES, 0b0101) is None


@pytest.mark.parametrize(("name", "code", "number"), [("4", 4, 4), ("NN|YN", 4, 4), ("6", 6, 6)])
def test_a_state_is_found_by_number_and_form(name: str, code: int, number: int) -> None:
    assert (STATES.code(name), STATES.number(name)) == (code, number)
    assert STATES.describe(number).startswith(f"{number} (")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("0", "there is no state 0; states are 1 to 6"),
        ("7", "there is no state 7; states are 1 to 6"),
        ("YY|NN", 'state YY.NN is not feasible: rule 1, "first pair"'),
        ("NN|NY", 'state NN.NY is not feasible: rule 2, "d"'),
        ("9" * 19, "is not in option form"),
    ],
)
def test_a_state_that_is_not_there_says_why(name: str, message: str) -> None:
    for find in (STATES.code, STATES.number):
        with pytest.raises(ValueError, match=message):
            find(name)


def test_too_many_states_have_no_numbers() -> None:
    many = StateNames((21,), (Rule(Is(0), "a"),))
    assert many.code("N" * 20 + "Y") == 1 << 20
    many = StateNames((22,), (Rule(Is(0), "a"),))
    assert many.code("N" * 21 + "Y") == 1 << 21
    for name in ("1", "N" * 22):
        with pytest.raises(ValueError, match="more than 1,048,576 states are feasible"):
            many.number(name)
    with pytest.raises(ValueError, match='rule 1, "a"'):
        many.number("Y" * 22)
