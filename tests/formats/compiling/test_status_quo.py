"""The status quo: a number, an option form, or option by option."""

from __future__ import annotations

import pytest

from formats.samples import BORDER, changed, faults_of
from satumeja.formats import loads

FAULTS = [
    ('"NN|NY"', "YYNN", ['23:13: state YY|NN is not feasible: rule 1, "attack & talk"']),
    ('"NN|NY"', "NN|N", ['23:13: "NN|N" does not fit the options; a state looks like "NN|NN"']),
    ('"NN|NY"', "NYN", ['23:13: "NYN" has 3 options; the model has 4']),
    ('"NN|NY"', "now", ['23:13: "now" is not in option form: Y or N expected, found "n"']),
    ('"NN|NY"', "99", ["23:13: there is no state 99; states are 1 to 9"]),
    (
        '"NN|NY"',
        "{talk: Y, attack: N, offer: perhaps, harm: N}",
        [
            '23:41: expected Y or N, found "perhaps"',
            '23:50: unknown option "harm" in the status quo; did you mean "arm"?',
        ],
    ),
    (
        '"NN|NY"',
        "{talk: Y, attack: N, us.offer: N}",
        ["23:1: the status quo does not say whether us.arm is taken"],
    ),
    (
        '"NN|NY"',
        "{talk: Y, attack: Y, offer: N, arm: N}",
        ['23:13: state YY|NN is not feasible: rule 1, "attack & talk"'],
    ),
    (
        '"NN|NY"',
        "{talk: Y, russia.talk: N, attack: N, offer: N, arm: N}",
        ['23:23: option "russia.talk" is given twice'],
    ),
]


@pytest.mark.parametrize(("old", "new", "faults"), FAULTS)
def test_each_fault_has_its_place_and_words(old: str, new: str, faults: list[str]) -> None:
    assert faults_of(changed(BORDER, old, new)) == faults


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("NN|NY", 8),
        ("' NN | NY '", 8),
        ("NNNY", 8),
        ("7", 8),
        ("{talk: N, attack: no, offer: false, arm: 1}", 8),
        ("{1: true, russia.attack: 0, us.offer: n, arm: NO}", 1),
    ],
)
def test_the_status_quo_is_given_in_three_ways(given: str, code: int) -> None:
    assert loads(changed(BORDER, '"NN|NY"', given)).status_quo == code


def test_the_status_quo_may_be_left_out() -> None:
    model = loads(changed(BORDER, 'status_quo: "NN|NY"\n', ""))
    assert (model.status_quo, model.status_quo_number) == (None, None)


def test_faults_of_rules_do_not_cast_doubt_on_a_sound_status_quo() -> None:
    text = changed(BORDER, "attack & talk", "attack & tall")
    assert len(faults_of(text)) == 1
    assert len(faults_of(text.replace("NN|NY", "NN|NX"))) == 2
    assert len(faults_of(text.replace('"NN|NY"', "99"))) == 1
