"""Structural faults: unknown and missing keys, wrong types, in plain words, at their place."""

from __future__ import annotations

import pytest

from formats.samples import BORDER, STATEMENTS, changed, faults_of

FAULTS = [
    (
        "satumeja: 1",
        "satumeja: 2",
        ['1:11: format version "2" is not read; this program reads version 1'],
    ),
    ("satumeja: 1\n", "", ['1:1: missing key "satumeja"']),
    ("satumeja: 1", "satumeja: [1]", ["1:11: expected text, found a list"]),
    ("title: {en: A border, id: Perbatasan}", "title: {}", ["2:8: at least one entry expected"]),
    (
        "title: {en: A border, id: Perbatasan}",
        "title: [A border]",
        ["2:8: expected text, or a mapping of languages to text, found a list"],
    ),
    ("sources:", "source:", ['5:1: unknown key "source"; did you mean "sources"?']),
    ("report: wire.txt", "file: wire.txt", ['6:10: unknown key "file"; did you mean "title"?']),
    (
        "[wire#s1]",
        "wire#s1",
        ['10:48: expected a list of references such as "wire#s3", found "wire#s1"'],
    ),
    ("    options:\n", "    optons:\n", ['9:5: unknown key "optons"; did you mean "options"?']),
    (
        "{direction: forward, because: It was threatened}",
        "[forward]",
        ["11:15: expected the name of the option, a mapping, or nothing, found a list"],
    ),
    (
        STATEMENTS,
        "    preferences: {a: b}\n",
        ["12:18: expected a list of preference statements, found a mapping"],
    ),
    (
        "- -attack",
        "-\n",
        [
            (
                '15:8: expected a condition, a mapping with the key "statement", '
                "or a list of them, found nothing"
            )
        ],
    ),
    (
        "- -attack",
        "- [attack]",
        ["15:9: statements of equal importance are 2 to 8; here are 1"],
    ),
    (
        'statement: "attack',
        'because: x, statment: "attack',
        ['14:53: duplicate key "because"; first on line 14'],
    ),
    (
        "weights: {arm: -1.5, attack: -3}",
        "weights: [arm]",
        ["19:14: expected a mapping of options to numbers, found a list"],
    ),
    (
        "- attack & talk",
        "- {requires: attack}",
        ['21:16: expected a mapping with the keys "if" and "then", found "attack"'],
    ),
    (
        '"NN|NY"',
        "[1]",
        ["23:13: expected a state, or a mapping of options to Y and N, found a list"],
    ),
    ("seats: [russia, us], ", "", ['25:3: missing key "seats"']),
    (
        "weights: {arm: -1.5, attack: -3}",
        "ranking: {1: 2}",
        ["19:14: expected a list of classes of states, or text, found a mapping"],
    ),
]


@pytest.mark.parametrize(("old", "new", "faults"), FAULTS)
def test_each_fault_has_its_place_and_words(old: str, new: str, faults: list[str]) -> None:
    assert faults_of(changed(BORDER, old, new)) == faults
