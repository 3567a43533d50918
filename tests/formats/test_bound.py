"""Shared options, unseen states, irreversible moves: each wrong thing at its place."""

from __future__ import annotations

import pytest

from formats.samples import GRAPH, SHADES, changed, faults_of
from satumeja.errors import OutputError
from satumeja.formats import loads, to_gmcr
from satumeja.model.kit import Pattern

WRONG = {
    "shares: [col.dare]": (
        "shares: [row.dare, wait, 3, col.dare]",
        [
            '15:14: "row.dare" is its own option',
            '15:24: "wait" is its own option',
            '15:33: "col.dare" is named twice',
        ],
    ),
    '"-Y|Y"': (
        "-weit",
        ['20:27: unknown option "weit" in what row does not see; did you mean "wait"?'],
    ),
    "from: wait": (
        "from: waits",
        ['31:23: unknown option "waits" in an irreversible move; did you mean "wait"?'],
    ),
    "by: [row]": ("by: [raw]", ['31:46: unknown decision maker "raw"; did you mean "row"?']),
    'to: "N-|Y", ': ("", ['31:16: missing key "to"']),
    "type: logical": (
        "type: logic",
        ['30:38: unknown type "logic"; write logical or preferential'],
    ),
    'pattern: "YY|Y"': (
        "exactly_one: [wait, 2]",
        ['30:35: option "2" is named twice'],
    ),
}


@pytest.mark.parametrize("old", WRONG)
def test_each_fault_has_its_place(old: str) -> None:
    new, faults = WRONG[old]
    assert faults_of(changed(SHADES, old, new)) == faults


def test_patterns_and_conditions_are_told_apart() -> None:
    model = loads(SHADES)
    pattern, condition = model.decision_makers[0].unseen
    assert pattern.condition == Pattern(0b110, 0b110)
    assert not isinstance(condition.condition, Pattern)
    assert model.decision_makers[0].shared == (2,)
    assert model.irreversible[0].by == ("row",)


def test_graph_form_has_no_place_for_them() -> None:
    text = changed(
        GRAPH, "    ranking: [[1], [2, 3]]\n", "    ranking: [1, [2, 3]]\n    unseen: [1]\n"
    )
    assert faults_of(text + "irreversible: [{from: 1, to: 2}]\n") == [
        '11:5: "unseen" has no place in graph form; write moves and a ranking',
        '13:1: "irreversible" has no place in graph form; leave those moves out',
    ]


def test_what_gmcr_has_no_place_for_is_refused() -> None:
    with pytest.raises(OutputError, match=r"shared options, .* write \.yaml or \.json"):
        to_gmcr(loads(SHADES))
