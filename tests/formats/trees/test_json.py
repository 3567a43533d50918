"""JSON: the same tree as YAML gives, and no more than the format allows."""

from __future__ import annotations

import json

import pytest

from formats.samples import BORDER, GRAPH, faults_of
from satumeja.errors import ModelError
from satumeja.formats import loads
from satumeja.formats.trees import _builder
from satumeja.formats.trees._json import read_json
from satumeja.formats.trees._nodes import Map, Scalar, data
from satumeja.formats.trees._yaml import read_yaml


@pytest.mark.parametrize("sample", [BORDER, GRAPH])
def test_json_and_yaml_give_the_same_model(sample: str) -> None:
    text = json.dumps(data(read_yaml(sample, "m.yaml")), indent=1)
    assert loads(text, "m.json") == loads(sample)


@pytest.mark.parametrize(
    "value",
    ["", "é", "\U0001f54a", 'a "quoted" \\ word', "tab\tand\nline", "\u2028", "/", "𝔘"],
)
@pytest.mark.parametrize("ascii_only", [True, False])
def test_strings_are_what_the_standard_library_reads(value: str, ascii_only: bool) -> None:
    text = json.dumps({"k": [value]}, ensure_ascii=ascii_only)
    assert data(read_json(text, "m.json")) == {"k": [value]}


def test_numbers_keep_the_way_they_are_written() -> None:
    text = "[1, -0, 2.50, 1E+2, 12345678901234567890, true, false, null]"
    words = ["1", "-0", "2.50", "1E+2", "12345678901234567890", "true", "false", None]
    assert data(read_json(text, "m.json")) == words


def test_places_count_lines_and_characters_from_one() -> None:
    root = read_json('{\n\t"é": "abc",\r\n "b": "\\u0061"}', "m.json")
    assert isinstance(root, Map)
    assert root.entries["é"].key == Scalar("é", 2, 2, start=3)
    assert root.entries["é"].value == Scalar("abc", 2, 7, start=8)
    assert root.entries["b"].value == Scalar("a", 3, 7)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "the file is empty"),
        (" \n", "the file is empty"),
        ("null", "the file is empty"),
        ("{", "1:2: a key in double quotes expected, but the file ends"),
        ("{]", '1:2: a key in double quotes expected, but found "]"'),
        ("{'a': 1}", '1:2: unexpected "\'" in JSON'),
        ("{1: 2}", '1:2: a key in double quotes expected, but found "1"'),
        ('{"a" 1}', '1:6: ":" expected, but found "1"'),
        ('{"a": }', '1:7: a value expected, but found "}"'),
        ('{"a": 1,}', '1:9: a key in double quotes expected, but found "}"'),
        ('{"a": [1 2]}', '1:10: "," or "]" expected, but found "2"'),
        ('{"a": [1,]}', '1:10: a value expected, but found "]"'),
        ('{"a": 1} {', '1:10: the end expected, but found "{"'),
        ('{"a": NaN}', '1:7: unexpected "NaN" in JSON'),
        ('{"a": -Infinity}', '1:7: unexpected "-Infinity" in JSON'),
        ('{"a": 01}', '1:7: unexpected "01" in JSON'),
        ('{"a": 1.}', '1:7: unexpected "1" in JSON'),
        ('{"a": nulls}', '1:7: unexpected "nulls" in JSON'),
        ('{"a": "x\ny"}', "1:7: a string that does not end, or holds a bare tab or an unknown"),
        ('{"a": "\\x"}', "1:7: a string that does not end, or holds a bare tab or an unknown"),
        ('{"a": "b}', "1:7: a string that does not end, or holds a bare tab or an unknown"),
        ('{"a": "\\ud800"}', "1:7: a control character, U+D800, in a text"),
        ('{"a": "\\u0000"}', "1:7: a control character, U+0000, in a text"),
        ('{"a": 1,\n "a": 2}', '2:2: duplicate key "a"; first on line 1'),
        ("[" * 5000, "1:33: nested more than 32 levels deep"),
        ('{"a":' * 5000, "1:161: nested more than 32 levels deep"),
        ("[\n" * 5000, "33:1: nested more than 32 levels deep"),
        ('[{"é": ' * 5000, "1:113: nested more than 32 levels deep"),
        ("[" * 40 + "*", "1:33: nested more than 32 levels deep"),
        ("// note\n{}", '1:1: unexpected "/" in JSON'),
    ],
)
def test_what_is_not_json_is_one_line(text: str, fault: str) -> None:
    found = faults_of(text, "m.json")
    assert len(found) == 1
    assert found[0].startswith(fault)


def test_too_many_nodes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_builder, "MAX_NODES", 1000)
    assert len(data(read_json(f"[{'1,' * 998}1]", "m.json"))) == 999
    with pytest.raises(ModelError, match=r"m\.json:1:2000: more than 1,000 keys and values"):
        read_json(f"[{'1,' * 999}1]", "m.json")
