"""Marks, equal importance, edits by hand: what is read, and what is wrong where."""

from __future__ import annotations

from fractions import Fraction

import pytest

from formats.samples import BORDER, SHADES, changed, faults_of
from satumeja.formats import describe, loads
from satumeja.model import Adjusted, Edit, Prioritisation, Text


def test_marks_and_classes_are_read() -> None:
    row = loads(SHADES).decision_makers[0]
    assert isinstance(row.preference, Adjusted)
    assert isinstance(row.preference.base, Prioritisation)
    first, both, one, third, fourth = row.preference.base.statements
    assert (first.greatly, first.evidence) == (True, ("wire",))
    assert [part.text for part in both.among] == ["wait", "-col.dare"]
    assert both.among == one.among
    assert one.because == "It fears so"
    assert (third.unknown, third.chance) == (True, Fraction(7, 10))
    assert fourth.degree == Fraction(1, 3)
    assert row.preference.edits[0] == Edit(0b011, "above", 0, Text("A hunch"), ("wire#s1",))
    assert row.preference.edits[1] == Edit(0b110, "level_with", 0b100)


WRONG = {
    "greatly: yes": ("greatly: so", '8:53: expected yes or no, found "so"'),
    "chance: 0.7": ("chance: 7", "10:53: expected a number from 0 to 1, found 7"),
    "degree: 1/3": ("degree: a", '11:39: expected a number, found "a"'),
    "[wait, {": (
        "[waitt, {",
        '9:10: unknown option "waitt" in a preference of row; did you mean "wait"?',
    ),
    "because: It fears so": (
        "unknown: yes",
        '9:39: "unknown" has no place in a list of equally important statements',
    ),
    "- [wait, {statement: -col.dare, because: It fears so}]": (
        "- [wait]",
        "9:9: statements of equal importance are 2 to 8; here are 1",
    ),
    'above: "NN|N"': (
        'above: "NN|N", below: "NN|N"',
        "13:9: an edit has just one of above, below, level_with",
    ),
    'above: "NN|N",': ("", "13:9: an edit has just one of above, below, level_with"),
    'state: "YY|N"': ("state: 4", '13:17: "4" is not in option form: Y or N expected, found "4"'),
    'level_with: "NN|Y"': ("level_with: NY|Y", "14:37: a state is put next to itself"),
    'state: "NY|Y"': (
        'state: "NY|YN"',
        '14:17: "NY|YN" does not fit the options; a state looks like "NN|N"',
    ),
    "wire#s1": ("wir#s1", '13:69: unknown source "wir" in evidence; did you mean "wire"?'),
}


@pytest.mark.parametrize("old", WRONG)
def test_each_fault_has_its_place(old: str) -> None:
    new, fault = WRONG[old]
    assert faults_of(changed(SHADES, old, new)) == [fault]


def test_a_ranking_is_not_adjusted() -> None:
    text = changed(SHADES, "    threshold: 0.3\n", "    adjust: [{state: NN|N, above: YN|N}]\n")
    assert faults_of(text) == [
        '29:5: "adjust" tunes preferences or weights; move the state in the ranking'
    ]


RANKED = {
    "NN|Y > 1": ("NN|Y > 9", "25:21: there is no state 9; states are 1 to 7"),
    "> 4\n": ("> 4 = 1\n", "25:49: state 1 (NN|N) is ranked twice"),
    " > 4\n": ("\n", "25:5: the ranking misses state 4 (YY|N)"),
    "1 = 3 = 2": (
        "1 = = 3 = 2",
        '25:25: "" is not in option form: Y or N expected, found nothing',
    ),
}


@pytest.mark.parametrize("old", RANKED)
def test_a_ranking_as_text_is_read_with_places(old: str) -> None:
    new, fault = RANKED[old]
    assert faults_of(changed(SHADES, old, new)) == [fault]


EDITED = changed(
    changed(BORDER, "    red_lines: [arm]\n", "    red_lines: [arm]\n    adjust:\n      - EDIT\n"),
    "- -attack\n",
    "- talk\n",
)


def _noted(edit: str) -> list[str]:
    model = loads(EDITED.replace("EDIT", edit))
    return [text for text in describe(model).warnings if "edit" in text]


def test_an_edit_of_what_is_not_feasible_is_passed_over_and_said() -> None:
    edit = "{state: YY|NN, above: NN|NN}"
    said = 'edit 1 of russia does not apply: state YY|NN is not feasible: rule 1, "attack & talk"'
    assert loads(EDITED.replace("EDIT", edit)).notes == (said,)
    assert _noted(edit) == [said]
    assert loads(EDITED.replace("EDIT", "{state: YN|NN, above: NN|NN}")).notes == ()


def test_an_edit_that_changes_nothing_is_a_warning() -> None:
    assert _noted("{state: NN|NN, above: NN|NY}") == []
    assert _noted("{state: YN|NN, above: NN|NN}") == ["edit 1 of russia changes nothing"]
    assert _noted("{state: NN|NN, level_with: YN|NN}") == []


STATEMENTS = [
    ("[talk, talk]", ['preference "talk" of russia says the same as "talk" above it']),
    (
        "[talk, -talk]",
        ['preference "-talk" of russia contradicts "talk" above it, which decides first'],
    ),
    (
        "[talk, attack, offer, arm, talk if arm]",
        ['preference "arm" of russia tells the last states apart: the one below it never matters'],
    ),
]


@pytest.mark.parametrize(("preferences", "warnings"), STATEMENTS)
def test_statements_that_never_matter_are_told(preferences: str, warnings: list[str]) -> None:
    begin, end = BORDER.index("    preferences:"), BORDER.index("    red_lines:")
    text = BORDER[:begin] + f"    preferences: {preferences}\n" + BORDER[end:]
    found = [line for line in describe(loads(text)).warnings if line.startswith("preference")]
    assert found == warnings
