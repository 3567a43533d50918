"""Conditions in files: the fault points at the very word."""

from __future__ import annotations

import pytest

from formats.samples import BORDER, STATEMENTS, changed, faults_of
from satumeja.formats import loads
from satumeja.model import Is, Not, Prioritisation

FAULTS = [
    (
        "- -attack",
        "- -atack",
        ['15:10: unknown option "atack" in a preference of russia; did you mean "attack"?'],
    ),
    (
        '"attack iff -offer"',
        '"attack iff -ofer"',
        ['14:34: unknown option "ofer" in a preference of russia; did you mean "offer"?'],
    ),
    (
        '"attack iff -offer"',
        '"attack iff \\u002dofer"',
        ['14:21: unknown option "ofer" in a preference of russia; did you mean "offer"?'],
    ),
    (
        "- -attack",
        "- >\n        atack\n",
        ['15:9: unknown option "atack" in a preference of russia; did you mean "attack"?'],
    ),
    ("- -attack", "- -attack &", ["15:18: an option expected, but the condition ends"]),
    ("- -attack", "- (attack", ['15:16: ")" expected, but the condition ends']),
    ("- -attack", "- attack * talk", ['15:16: unexpected "*" in a condition']),
    (
        "- -attack",
        "- -9",
        ["15:10: there is no option number 9 in a preference of russia; options are 1 to 4"],
    ),
    (
        "red_lines: [arm]",
        "red_lines: [arms]",
        ['16:17: unknown option "arms" in a red line of russia; did you mean "arm"?'],
    ),
]


@pytest.mark.parametrize(("old", "new", "faults"), FAULTS)
def test_each_fault_has_its_place_and_words(old: str, new: str, faults: list[str]) -> None:
    assert faults_of(changed(BORDER, old, new)) == faults


def test_plain_numbers_and_minus_signs_are_conditions() -> None:
    text = changed(BORDER, STATEMENTS, "    preferences: [-2, 3, yes]\n")
    assert faults_of(text) == ['12:26: unknown option "yes" in a preference of russia']
    preference = loads(text.replace(", yes", "")).decision_makers[0].preference
    assert isinstance(preference, Prioritisation)
    assert [statement.condition for statement in preference.statements] == [Not(Is(1)), Is(2)]


def test_an_option_of_several_decision_makers_needs_its_owner() -> None:
    text = BORDER.replace("{offer: Offer a pact, arm: }", "{offer: , arm: , talk: }")
    text = text.replace('status_quo: "NN|NY"\n', "")
    assert faults_of(text) == [
        '21:14: "talk" is an option of several decision makers; write "russia.talk" or "us.talk"'
    ]


def test_a_condition_of_any_length_is_bounded() -> None:
    text = changed(BORDER, "- -attack", f"- '{'talk & ' * 2000} talk'")
    assert faults_of(text) == ["15:9: a condition may have 10,000 characters at most"]
    text = changed(BORDER, "- -attack", f"- '{'talk & ' * 800} talk'")
    assert faults_of(text)[0].endswith("a condition may have 600 words and signs at most")
    text = changed(BORDER, "- -attack", f"- '{'(' * 50}talk{')' * 50}'")
    assert loads(text).decision_makers
    text = changed(BORDER, "- -attack", f"- '{'(' * 51}talk{')' * 51}'")
    assert faults_of(text)[0].endswith("50 deep at most")
