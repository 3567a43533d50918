"""Conditions as people write them."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from satumeja.errors import QuestionError
from satumeja.model import AtLeast, Binary, ConditionError, Is, holds, parse_condition
from satumeja.model.kit import OptionNames, Pattern

NAMES = OptionNames({"russia": ["talk", "attack"], "us": ["talk", "guarantee"]})
a, b, c, d = "russia.talk", "attack", "us.talk", "guarantee"
STATES = np.arange(16)


def truth(text: str) -> list[bool]:
    return list(holds(parse_condition(text, NAMES), STATES))


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("attack", lambda a, b, c, d: b),
        ("2", lambda a, b, c, d: b),
        ("-2", lambda a, b, c, d: not b),
        ("- -2", lambda a, b, c, d: b),
        ("not attack", lambda a, b, c, d: not b),
        ("russia.talk & us.talk", lambda a, b, c, d: a and c),
        ("1 and 3", lambda a, b, c, d: a and c),
        ("1 | 3", lambda a, b, c, d: a or c),
        ("1 or 2 & 3", lambda a, b, c, d: a or (b and c)),
        ("(1 | 2) & 3", lambda a, b, c, d: (a or b) and c),
        ("-1 & 2", lambda a, b, c, d: (not a) and b),
        ("-(1 & 2)", lambda a, b, c, d: not (a and b)),
        ("1 if 2", lambda a, b, c, d: a or not b),
        ("1 IF 2", lambda a, b, c, d: a or not b),
        ("1 if 2 | 3", lambda a, b, c, d: a or not (b or c)),
        ("1 if 2 if 3", lambda a, b, c, d: (a or not b) or not c),
        ("1 iff 2", lambda a, b, c, d: a == b),
        ("1 iff 2 if 3", lambda a, b, c, d: a == (b or not c)),
        ("1 iff 2 iff 3", lambda a, b, c, d: (a == b) == c),
        ("attack iff -guarantee", lambda a, b, c, d: b == (not d)),
    ],
)
def test_a_condition_holds_where_it_says(text: str, means: object) -> None:
    assert callable(means)
    bits = [tuple(bool(code >> k & 1) for k in range(4)) for code in range(16)]
    assert truth(text) == [means(*state) for state in bits]


@pytest.mark.parametrize(
    ("text", "message", "offset"),
    [
        ("", "an option expected, but the condition ends", 0),
        ("   ", "an option expected, but the condition ends", 3),
        ("attack &", "an option expected, but the condition ends", 8),
        ("& attack", 'an option expected, but found "and"', 0),
        ("(attack", '")" expected, but the condition ends', 7),
        ("attack)", 'an operator (& | if iff) or the end expected, but found ")"', 6),
        ("attack guarantee", "expected, but found", 7),
        ("attack && 1", "an option expected", 8),
        ("1 + 2", 'unexpected "+" in a condition', 2),
        ("atack", 'unknown option "atack"; did you mean "attack"?', 0),
        ("1 & rusia.talk", 'did you mean "russia.talk"?', 4),
        ("talk", 'several decision makers; write "russia.talk" or "us.talk"', 0),
        ("1 & 5", "there is no option number 5; options are 1 to 4", 4),
        ("0", "there is no option number 0", 0),
        ("(" * 60 + "1" + ")" * 60, "nested too deeply", 51),
        ("1" + " & 1" * 400, "600 words and signs at most", 1201),
    ],
)
def test_a_bad_condition_says_what_and_where(text: str, message: str, offset: int) -> None:
    with pytest.raises(ConditionError) as caught:
        parse_condition(text, NAMES)
    assert message in str(caught.value)
    assert abs(caught.value.offset - offset) <= 1


def test_the_longest_chain_can_be_evaluated() -> None:
    assert truth("1" + " & 1" * 299) == truth("1")


def test_patterns_and_counts() -> None:
    assert list(holds(Pattern(0b101, 0b001), np.arange(8))) == [
        bool(k & 1) and not k & 4 for k in range(8)
    ]
    for count, mask in itertools.product(range(4), (0, 0b11, 0b1011)):
        assert list(holds(AtLeast(count, mask), STATES)) == [
            (k & mask).bit_count() >= count for k in range(16)
        ]


@pytest.mark.parametrize("operator", ["&", "AND", "", "implies"])
def test_a_condition_is_joined_by_the_words_it_has(operator: str) -> None:
    """One built by hand of another sign held where nobody had meant it to."""
    with pytest.raises(QuestionError, match="known: and, or, if, iff"):
        Binary(operator, Is(0), Is(1))
