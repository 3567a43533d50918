"""Every value of a .gmcr file wrong in turn: one line at its place, in words."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from formats.gmcr_files import PLUS, TITLED, File, as_text
from formats.samples import faults_of
from hard.damage import nodes
from satumeja.errors import ModelError
from satumeja.formats import loads

# What GMCR+ derives, or says of itself, is not looked at.
UNREAD = ("payoffs", "coalitionsFull", "program", "version")
ODD: tuple[Any, ...] = (None, True, -1, 99, 1.5, 10**30, "?", "", [], [[]], {}, {"?": 1})


def changed(file: File, path: tuple[Any, ...], value: object) -> File:
    """Put another value in the place of one."""
    if not path:
        return value  # type: ignore[return-value]
    file = copy.deepcopy(file)
    whole: Any = file
    for step in path[:-1]:
        whole = whole[step]
    whole[path[-1]] = value
    return file


def is_read(path: tuple[Any, ...]) -> bool:
    return not any(step in UNREAD for step in path)


VALUES = [(file, path) for file in (PLUS, TITLED) for path in nodes(file) if is_read(path)]


def name(part: object) -> str:
    return ".".join(map(str, part)) if isinstance(part, tuple) else ""


@pytest.mark.parametrize(("file", "path"), VALUES, ids=name)
def test_a_value_of_the_wrong_kind_is_told_at_its_place(file: File, path: Any) -> None:
    """Nothing is a sound value everywhere, and null nowhere."""
    lines = as_text(changed(file, path, "HERE")).split("\n")
    (line,) = (k for k, text in enumerate(lines, 1) if "HERE" in text)
    column = lines[line - 1].index('"HERE"') + 1
    found = faults_of(as_text(changed(file, path, None)), "m.gmcr")
    assert path == () or any(fault.startswith(f"{line}:{column}: ") for fault in found)
    assert path != () or found == ["the file is empty"]


@pytest.mark.parametrize(("file", "path"), VALUES, ids=name)
def test_an_odd_value_is_read_or_refused(file: File, path: Any) -> None:
    """Whatever stands there: a sound model, or faults with places, and nothing else."""
    for value in ODD:
        text = as_text(changed(file, path, value))
        try:
            loads(text, "m.gmcr")
        except ModelError as error:
            assert all(fault.file == "m.gmcr" for fault in error.faults)


def at(file: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        file = file[step]
    return file


OBJECTS = [(file, path) for file, path in VALUES if isinstance(at(file, path), dict)]


@pytest.mark.parametrize(("file", "path"), OBJECTS, ids=name)
def test_a_key_too_many_is_told(file: File, path: Any) -> None:
    text = as_text(changed(file, path, {**at(file, path), "nmae": 1}))
    line = text[: text.index('"nmae"')].count("\n") + 1
    (fault,) = faults_of(text, "m.gmcr")
    assert fault.startswith(f"{line}:")
    assert 'unknown key "nmae"; ' in fault


@pytest.mark.parametrize(("file", "path"), OBJECTS, ids=name)
def test_a_key_that_is_not_there_is_told(file: File, path: Any) -> None:
    optional = {"coalitions", "title", "mutexes", "useManualPreferenceRanking"}
    optional |= {"preferenceRanking"}
    for key in at(file, path):
        rest = {other: value for other, value in at(file, path).items() if other != key}
        if key in optional or not is_read((key,)):
            continue
        found = faults_of(as_text(changed(file, path, rest)), "m.gmcr")
        assert any(f'missing key "{key}"' in fault for fault in found), key


@pytest.mark.parametrize("file", [PLUS, TITLED])
def test_a_key_twice_is_told(file: File) -> None:
    for key in file:
        text = as_text(file).replace(f' "{key}":', f' "{key}": 0, "{key}":', 1)
        assert f'duplicate key "{key}"' in faults_of(text, "m.gmcr")[0]


@pytest.mark.parametrize(
    ("file", "path", "value", "fault"),
    [
        (PLUS, ("options",), [], "at least one option expected"),
        (
            PLUS,
            ("options", 0, "permittedDirection"),
            "forward",
            'expected "both", "fwd" or "back"',
        ),
        (TITLED, ("options", 0, "reversible"), "fwd", 'expected "reversible", "forward" or "back'),
        (PLUS, ("decisionMakers", 0, "options"), [1, 2, 2], 'option 2 ("Pay") is listed twice'),
        (PLUS, ("decisionMakers", 0, "options"), [1, 3], "a whole number from 0 to 2, found 3"),
        (PLUS, ("infeasibles", 0), [], 'a list of pairs such as [0, "Y"] has 1 at least'),
        (PLUS, ("infeasibles", 0), [[0]], 'expected a pair such as [0, "Y"], found a list of 1'),
        (PLUS, ("infeasibles", 0), [[0, "y"]], 'expected "Y" or "N", found "y"'),
        (PLUS, ("infeasibles", 0), [[0, "-"]], 'expected "Y" or "N", found "-"'),
        (
            PLUS,
            ("infeasibles", 0),
            [[0, "Y"], [0, "N"]],
            'option 0 ("Build") is named twice in one',
        ),
        (PLUS, ("infeasibles", 0), {"compound": True, "members": []}, "conditions has 1 at least"),
        (PLUS, ("coalitions",), [[0, 1], 1], "is in a coalition twice"),
        (PLUS, ("coalitions",), [[0, 1], []], "a list of decision makers has 1 at least"),
        (PLUS, ("coalitions",), [0, 2], "a whole number from 0 to 1, found 2"),
        (PLUS, ("useManualPreferenceVectors",), True, "are both given"),
        (PLUS, ("decisionMakers", 0, "preferenceVector"), [], "are both given"),
        (TITLED, ("mutexes", 0), [1], "a list of indices of options has 2 at least"),
        (TITLED, ("mutexes", 0), [1, 1], 'option 1 ("Sue") is listed twice'),
        (TITLED, ("infeasibles", 0, "state"), [], "a list of options with Y or N has 1 at least"),
        (TITLED, ("decisionMakers", 0, "preferences"), [], 'unknown key "preferences"'),
    ],
)
def test_a_value_out_of_range_is_told(
    file: File, path: tuple[Any, ...], value: Any, fault: str
) -> None:
    found = faults_of(as_text(changed(file, path, value)), "m.gmcr")
    assert fault in found[0]


def test_a_hundred_faults_are_enough() -> None:
    file = PLUS | {"infeasibles": [[[9, "Y"]]] * 500}
    assert len(faults_of(json.dumps(file), "m.gmcr")) == 101
