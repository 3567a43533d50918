"""What is stated beyond a ranking: each wrong thing at its place."""

from __future__ import annotations

from fractions import Fraction

import pytest

from formats.samples import GRAPH, SHADES, changed, faults_of
from satumeja.formats import loads
from satumeja.model import Comparison, Text
from satumeja.model.kit import Pattern


def test_what_is_stated_is_kept_as_stated() -> None:
    row, col = (dm.beyond for dm in loads(SHADES).decision_makers)
    assert row.unknown == (
        Comparison(Pattern(0b001, 0b001), Pattern(0b001, 0)),
        Comparison(Pattern(0b111, 0), Pattern(0b111, 0b010), because=Text("Who knows")),
    )
    assert row.attitudes == {"col": "-", "row": "+"}
    assert col.degrees[0].number == Fraction(3, 5)
    assert col.threshold == Fraction(3, 10)
    assert loads(SHADES).coalitions == (("row", "col"), ("col",))


WRONG = {
    "[1, 3]": ("[1]", "21:40: expected two states, found a list of 1"),
    "[1, 4]": ("[4, 1]", "26:19: what is greatly preferred must also be ranked above the other"),
    "[2, 3, 0]": ("[2, 3]", "27:33: expected two states and a number, found a list of 2"),
    "0.6": ("6e1", "27:27: expected a number from 0 to 1, found 6e1"),
    '"N-|-"]': (
        '"--|N"]',
        "21:15: the two name a state in common; a state is not compared with itself",
    ),
    '["Y-|-"': ('["YY|Y"', '21:16: state YY|Y is not feasible: rule 1, "YY|Y"'),
    "1/4]]": (
        '1/4], ["--|N", "--|Y", 0.8]]',
        "28:38: the chances of a pair, both ways round, add up to more than 1",
    ),
    "threshold: 0.3": ("threshold: 0", "29:16: a threshold is over 0"),
    "col: negative": (
        "cole: negative",
        '22:17: unknown decision maker "cole"; did you mean "col"?',
    ),
    "row: positive": ("row: +", '22:37: expected positive, neutral or negative, found "+"'),
    "[[row, col]": (
        "[[row, cil]",
        '32:20: unknown decision maker "cil" in a coalition; did you mean "col"?',
    ),
    ", [col]]": (", []]", "32:26: a coalition has one member at least"),
    "[row, col],": ("[row, row],", '32:20: "row" is in the coalition twice'),
}


@pytest.mark.parametrize("old", WRONG)
def test_each_fault_has_its_place(old: str) -> None:
    new, fault = WRONG[old]
    (found,) = faults_of(changed(SHADES, old, new))
    assert found == fault


def test_graph_form_names_states_by_id() -> None:
    text = changed(
        GRAPH,
        "    ranking: [[1], [2, 3]]\n",
        "    ranking: 1 >> 2 = dead\n    unknown: [[clean, ded]]\n",
    )
    assert faults_of(text) == ['11:23: unknown state "ded"; did you mean "dead"?']
    sound = loads(text.replace("ded", "dead"))
    assert sound.decision_makers[1].beyond.unknown == (Comparison(1, 3),)
    assert faults_of(text.replace("ded", "1")) == [
        "11:15: the two name a state in common; a state is not compared with itself"
    ]
