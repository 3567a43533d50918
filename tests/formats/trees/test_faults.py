"""Faults: one line each, in order, and never without end."""

from __future__ import annotations

from copy import copy
from pathlib import Path

import pytest

from formats.samples import BORDER
from satumeja.errors import ModelError
from satumeja.formats import load, loads, save
from satumeja.formats.trees._faults import MAX_FAULTS, Faults, find, one_line
from satumeja.formats.trees._yaml import read_yaml

TREE = read_yaml("a:\n  - {b: 'x y'}\n  - |\n    x y\n", "m.yaml")


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("a b", "a b"),
        ("a\n\t b\r\nc\u2028d", "a b c d"),
        ("x" * 300, "x" * 300),
        ("x" * 301, "x" * 299 + "…"),
    ],
)
def test_a_message_is_one_line_of_bearable_length(message: str, line: str) -> None:
    assert one_line(message) == line


def test_a_path_is_walked_as_far_as_it_goes() -> None:
    node, key = find(TREE, ("a", 0, "b", "c"))
    assert (node.line, node.column) == (2, 9)
    assert key is not None
    assert (key.line, key.column) == (2, 6)


@pytest.mark.parametrize(
    ("path", "key", "offset", "place"),
    [
        (("a", 0, "b"), False, -1, (2, 9)),
        (("a", 0, "b"), True, -1, (2, 6)),
        (("a", 0, "b"), False, 2, (2, 12)),
        (("a", 0), True, -1, (2, 5)),
        (("a", 1), False, 2, (3, 5)),
        ((), True, -1, (1, 1)),
    ],
)
def test_a_fault_points_as_closely_as_it_can(
    path: tuple[str | int, ...], key: bool, offset: int, place: tuple[int, int]
) -> None:
    faults = Faults(TREE, "m.yaml")
    faults.add("wrong", path, key=key, offset=offset)
    with pytest.raises(ModelError) as caught:
        faults.check()
    assert (caught.value.faults[0].line, caught.value.faults[0].column) == place


def test_no_fault_is_no_error() -> None:
    Faults(TREE, "m.yaml").check()


def test_a_hundred_faults_are_enough() -> None:
    faults = Faults(TREE, "m.yaml")
    for _ in range(MAX_FAULTS):
        faults.add("wrong", ())
    with pytest.raises(ModelError) as caught:
        faults.add("wrong", ())
    *first, last = caught.value.faults
    assert [fault.message for fault in first] == ["wrong"] * MAX_FAULTS
    assert last.message == "there are more faults than these 100; mend them, and look again"


def test_keys_that_stand_twice_are_bounded_as_all_faults_are() -> None:
    keys = [f"{letter}{number}: 1\n" for letter in "ab" for number in range(60)]
    with pytest.raises(ModelError, match="more faults than these 100") as caught:
        read_yaml("".join(keys * 2), "m.yaml")
    assert len(caught.value.faults) == MAX_FAULTS + 1


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("a: 1\nb: {c: [x, {d: 1, d: 2}]}\n", [("b", "c", 1, "d")]),
        ('a: {b: [x, "\\0"]}\n', [("a", "b", 1)]),
        ("a: 1\na: 2\n", [("a",)]),
        ("a: [b\n", [("a", 1)]),
    ],
)
def test_a_fault_of_reading_has_its_path(text: str, paths: list[tuple[str | int, ...]]) -> None:
    with pytest.raises(ModelError) as caught:
        read_yaml(text, "m.yaml")
    assert [fault.path for fault in caught.value.faults] == paths


def test_a_fault_of_meaning_has_its_path_beside_its_place() -> None:
    text = BORDER.replace("attack: -3", "atack: -3").replace("talk}", "tal}").replace("2022", "9")
    text = text.replace("title: {en: A border, id: Perbatasan}", "titel: A border")
    with pytest.raises(ModelError) as caught:
        loads(text)
    paths = [fault.path for fault in caught.value.faults]
    assert paths == [(), ("titel",)]
    text = text.replace("titel", "title")
    with pytest.raises(ModelError) as caught:
        loads(text)
    faults = [(fault.line, fault.path) for fault in caught.value.faults]
    assert faults == [
        (19, ("decision_makers", "us", "weights", "atack")),
        (25, ("tables", "geneva", "date")),
    ]
    assert copy(caught.value).faults[0].path == faults[0][1]


def test_a_fault_of_a_sheet_keeps_its_path(tmp_path: Path) -> None:
    save(loads(BORDER), tmp_path / "sheets")
    sheet = tmp_path / "sheets" / "tables.csv"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("2022-01", "9"), encoding="utf-8")
    with pytest.raises(ModelError) as caught:
        load(tmp_path / "sheets")
    assert [fault.path for fault in caught.value.faults] == [("tables", "geneva", "date")]
