"""YAML: places, text that stays text, and everything that is refused."""

from __future__ import annotations

import itertools

import pytest
import yaml

from formats.samples import BORDER, faults_of
from satumeja.errors import ModelError
from satumeja.formats.trees import _builder, _yaml
from satumeja.formats.trees._faults import find
from satumeja.formats.trees._nodes import List, Map, Node, Scalar, data
from satumeja.formats.trees._yaml import read_yaml

LOADERS = {"libyaml": yaml.CSafeLoader, "pure": yaml.SafeLoader}


@pytest.fixture(params=LOADERS, autouse=True)
def each_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(_yaml, "_LOADER", LOADERS[request.param])
    return str(request.param)


def test_words_numbers_and_dates_stay_text() -> None:
    words = [
        "Y",
        "N",
        "yes",
        "no",
        "on",
        "off",
        "true",
        "-5",
        "0x1F",
        "1_000",
        "1:30",
        "2021-12-23",
    ]
    assert data(read_yaml(f"[{', '.join(words)}]", "m.yaml")) == words


def test_only_a_plain_null_is_nothing() -> None:
    assert data(read_yaml("[~, null, , '', 'null', \"~\"]".replace(", ,", ", Null,"), "m")) == [
        *(None, None, None),
        *("", "null", "~"),
    ]
    assert data(read_yaml("a:\nb: ''\n", "m")) == {"a": None, "b": ""}


def scalars(node: Node) -> list[Scalar]:
    match node:
        case Scalar():
            return [node]
        case List(items):
            return list(itertools.chain.from_iterable(scalars(item) for item in items))
        case Map(entries):
            pairs = [[entry.key, *scalars(entry.value)] for entry in entries.values()]
            return list(itertools.chain.from_iterable(pairs))


def test_every_scalar_knows_where_its_characters_stand() -> None:
    lines = BORDER.split("\n")
    found = [scalar for scalar in scalars(read_yaml(BORDER, "m.yaml")) if scalar.text]
    assert len(found) > 60
    for scalar in found:
        assert scalar.start
        assert lines[scalar.line - 1].startswith(scalar.text, scalar.start - 1)


@pytest.mark.parametrize(
    ("text", "place", "start"),
    [
        ("a: plain words", (1, 4), 4),
        ("a: 'single'", (1, 4), 5),
        ('a: "double"', (1, 4), 5),
        ('é: "x" ', (1, 4), 5),
        ('a: "esc\\u0061ped"', (1, 4), 0),
        ("a: 'it''s'", (1, 4), 0),
        ("a: two\n  lines", (1, 4), 0),
        ("a: |\n  literal", (1, 4), 0),
        ("\r\na: crlf\r\n", (2, 4), 4),
        ("# note\n\na:\n    deep", (4, 5), 5),
    ],
)
def test_places_count_characters_from_one(text: str, place: tuple[int, int], start: int) -> None:
    root = read_yaml(text, "m.yaml")
    value, _ = find(root, (next(iter(data(root))),))
    assert isinstance(value, Scalar)
    assert ((value.line, value.column), value.start) == (place, start)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "the file is empty"),
        ("# nothing but a remark\n", "the file is empty"),
        ("---\n...\n", "the file is empty"),
        ("a: 1\n---\nb: 2\n", "2:1: a second document; a file holds one model"),
        ("a: &x 1", '1:4: an anchor "&x" has no place in a model file'),
        ("a: &x [1]", '1:4: an anchor "&x" has no place in a model file'),
        ("a: *x", '1:4: "*x" refers elsewhere; write the value out'),
        ("a: !!int 1", '1:4: a tag "tag:yaml.org,2002:int" has no place in a model file'),
        ("a: !mine {}", '1:4: a tag "!mine" has no place in a model file'),
        ("? [a]\n: 1", "1:3: a key is a word, not a list or a mapping"),
        ("{[a]: 1}", "1:2: a key is a word, not a list or a mapping"),
        ("a:\n\tb: 1", "2:1: a tab where only spaces can indent"),
        ("a: b: c", '1:5: a ":" that cannot be here; check the indentation, or quote the text'),
        ("a: `b`", "1:4: a character that cannot begin a value; quote the text"),
        ("a: 'b", "1:4: a quoted text that does not end"),
        (
            'a: "\\q"',
            '1:5: an unknown "\\" sequence in a text in double quotes; use single quotes',
        ),
        ('a: "\\0"', "1:4: a control character, U+0000, in a text"),
        ("a: [1, 2", '1:4: a list in which a "," or the "]" is missing'),
        ("a: {b: 1", '1:4: a mapping in which a "," or the "}" is missing'),
        ("a:\n  b: {c", '2:6: a mapping in which a "," or the "}" is missing'),
        ("a: 1\nb\nc: 2\n", '2:1: a key without its ":"'),
        ("- a\nb: 1\n", '2:1: an entry of the list, with "-", expected; check the indentation'),
        ('a: "x" y\n', "1:8: a key expected; check the indentation and the quotes"),
        ("a: 1\nb: 2\na: 3", '3:1: duplicate key "a"; first on line 1'),
        ("a: {b: 1, 'b': 2}\nc: {d: 1,\n d: 2}", '1:11: duplicate key "b"; first on line 1'),
    ],
)
def test_what_is_not_plain_yaml_is_one_line(text: str, fault: str, each_parser: str) -> None:
    found = faults_of(text)[0]
    if each_parser == "libyaml":
        assert found.startswith(fault)
    else:  # the pure parser words syntax and places differently, but is as brief
        assert len(found) < 120


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[" * 33, "1:33"),
        ("[" * 5000, "1:33"),
        ("[" * 5000 + "]" * 5000, "1:33"),
        ("{a: " * 5000, "1:129"),
        ('{"a":' * 5000, "1:161"),
        ("[{é: " * 5000, "1:81"),
        ("- " * 5000, "1:65"),
        ("\n".join(" " * depth + "-" for depth in range(1500)), "33:33"),
        ("\n".join(" " * depth + "a:" for depth in range(1500)), "33:33"),
        ("a:\n  - b:\n    - " + "[" * 5000, "3:35"),
        ("'[[': # [[\n  - \"[[\"\n  - " + "[" * 5000, "3:35"),
        ("[\n" * 20 + "[" * 5000, "21:13"),
        # what the parser comes across while it looks ahead is not told first
        ("[" * 40 + "`", "1:33"),
        ("[" * 1005 + "`", "1:33"),
        ("[" * 1005 + '"\\q"', "1:33"),
        ("[" * 1005 + "'never ended\n", "1:33"),
    ],
)
def test_deep_nesting_is_told_where_the_level_too_many_begins(text: str, place: str) -> None:
    assert faults_of(text) == [f"{place}: nested more than 32 levels deep"]


def test_nesting_to_the_limit_is_read() -> None:
    deep = "[" * 32 + "x" + "]" * 32
    assert str(data(read_yaml(deep, "m"))) == deep.replace("x", "'x'")


@pytest.mark.parametrize("then", ["[" * 5000, "`b`]", '"\\q"]', "'never ended"])
@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[*x, ", '1:2: "*x" refers elsewhere; write the value out'),
        ("[&x 1, ", '1:2: an anchor "&x" has no place in a model file'),
        ("[!x 1, ", '1:2: a tag "!x" has no place in a model file'),
        ("{[a]: 1, ", "1:2: a key is a word, not a list or a mapping"),
    ],
)
def test_the_first_fault_of_a_line_is_told(text: str, fault: str, then: str) -> None:
    assert faults_of(text + then) == [fault]


def test_all_duplicate_keys_are_told() -> None:
    assert faults_of("a: {b: 1, b: 2}\nc: 1\nc: 2\n") == [
        '1:11: duplicate key "b"; first on line 1',
        '3:1: duplicate key "c"; first on line 2',
    ]


def test_an_alias_bomb_is_refused_before_it_grows() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{k}: &a{k} [*a{k - 1}, *a{k - 1}]" for k in range(1, 30))]
    assert faults_of("\n".join(lines)) == ['1:5: an anchor "&a0" has no place in a model file']


def test_too_many_nodes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_builder, "MAX_NODES", 1000)
    assert len(data(read_yaml(f"[{'a,' * 999}]", "m.yaml"))) == 999
    with pytest.raises(ModelError, match=r"m\.yaml:1:2000: more than 1,000 keys and values"):
        read_yaml(f"[{'a,' * 1000}]", "m.yaml")


def test_a_text_that_is_not_utf8_is_one_line(each_parser: str) -> None:
    with pytest.raises(ModelError, match=r"^m\.yaml: .* holds a character that is not UTF-8$"):
        read_yaml("title: x\udcff", "m.yaml")
