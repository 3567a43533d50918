"""Decision makers: options, and one way to say what each prefers."""

from __future__ import annotations

from fractions import Fraction

import pytest

from formats.samples import BORDER, STATEMENTS, changed, faults_of
from satumeja.formats import loads
from satumeja.model import Weighting

FAULTS = [
    (
        "direction: forward",
        "direction: up",
        ['11:27: unknown direction "up"; write both, forward or back'],
    ),
    (STATEMENTS, "", ["8:3: russia has no preferences; write preferences, a ranking or weights"]),
    (
        "    red_lines: [arm]",
        "    ranking: [1]",
        ["16:5: russia has both preferences and ranking; write one of them"],
    ),
    (
        "red_lines: [arm]",
        "moves: [[1, 2]]",
        ['16:5: "moves" belong to the graph form; in option form the options make them'],
    ),
    (
        "arm: -1.5",
        "arms: -1.5",
        ['19:15: unknown option "arms" in the weights of us; did you mean "arm"?'],
    ),
    ("arm: -1.5", "arm: much", ['19:20: expected a number, found "much"']),
    ("arm: -1.5", "arm: .inf", ['19:20: expected a number, found ".inf"']),
    ("arm: -1.5", "arm: 1/0", ['19:20: expected a number, found "1/0"']),
    (
        "arm: -1.5",
        "arm: 1e99, talk: 1",
        ["19:5: the weights are too far apart to be added up exactly"],
    ),
    ("arm: -1.5", "us.arm: 1, arm: 2", ['19:26: option "arm" is weighed twice']),
]


@pytest.mark.parametrize(("old", "new", "faults"), FAULTS)
def test_each_fault_has_its_place_and_words(old: str, new: str, faults: list[str]) -> None:
    assert faults_of(changed(BORDER, old, new)) == faults


def test_weights_are_exact_and_may_be_on_options_of_anyone() -> None:
    weights = "weights: {arm: -1.5, russia.attack: 1/3, '3': 2e-3, talk: +.5}"
    model = loads(changed(BORDER, "weights: {arm: -1.5, attack: -3}", weights))
    expected = {3: Fraction(-3, 2), 1: Fraction(1, 3), 2: Fraction(1, 500), 0: Fraction(1, 2)}
    assert model["us"].preference == Weighting(expected)


@pytest.mark.parametrize("number", ["1e999999999", "9" * 5000, "0x10", "1_000", "nan", "1/2/3"])
def test_a_weight_is_a_number_of_bearable_size(number: str) -> None:
    text = changed(BORDER, "arm: -1.5", f"arm: {number}")
    assert faults_of(text) == [f'19:20: expected a number, found "{number[:40]}"']


@pytest.mark.parametrize("empty", ["preferences: []", "weights: {}"])
def test_a_decision_maker_may_be_indifferent(empty: str) -> None:
    model = loads(changed(BORDER, STATEMENTS, f"    {empty}\n"))
    assert set(model.ranks(model["russia"]).tolist()) == {1}


def test_options_are_named_in_four_ways() -> None:
    options = "{a: Name it, b: , c: {name: {en: See, id: Lihat}}, offer: ~, arm: {}}"
    model = loads(changed(BORDER, "{offer: Offer a pact, arm: }", options).replace('"NN|NY"', "1"))
    names = [option.name for option in model["us"].options]
    assert names == ["Name it", "b", "See", "offer", "arm"]


def test_red_lines_take_both_forms() -> None:
    lines = "red_lines: [arm, {statement: us.offer & arm, because: Said so, evidence: [wire]}]"
    short, long = loads(changed(BORDER, "red_lines: [arm]", lines))["russia"].red_lines
    assert (short.text, short.evidence) == ("arm", ())
    assert (long.text, long.because, long.evidence) == ("us.offer & arm", "Said so", ("wire",))
