"""Operations do what they say, to the data and to nothing else, and comments go along."""

from __future__ import annotations

import copy
import json
import re
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formats.editing.commented import at, commented, comments, read, texts, ways
from operations import operations
from satumeja.errors import ModelError, OutputError, QuestionError
from satumeja.formats import (
    Insert,
    Move,
    Off,
    On,
    Remove,
    Rename,
    Set,
    apply,
    key_path,
    loads,
    off_parts,
    turned_off,
)
from satumeja.formats.editing import Operation, path_text
from satumeja.formats.trees import data, read_yaml

SEEDS = st.integers(0, 2**32)
VALUES: list[Any] = ["x", "-x", "a & -b", "é: ü", "null", "", 7, None, ["a", ["b"]], {"k": ["v"]}]


def written(value: Any) -> Any:
    """Return plain data as a file gives it."""
    if isinstance(value, dict):
        return {key: written(part) for key, part in value.items()}
    if isinstance(value, list):
        return [written(part) for part in value]
    return value if value is None else str(value)


def literally(data: Any, op: dict[str, Any]) -> Any:
    """Do an operation to plain data, straight from its definition."""
    data = copy.deepcopy(data)
    *way, last = op.get("at") or op["from"]
    parent = at(data, tuple(way))
    match op["op"]:
        case "set":
            parent[last] = written(op["value"])
        case "insert" if isinstance(parent, list):
            parent[last:last] = [written(op["value"])]
        case "insert":
            parent[last] = written(op["value"])
            arrange(parent, last, op["place"])
        case "remove" | "off":
            del parent[last]
        case "move":
            *there, place = op["to"]
            target = at(data, tuple(there))
            item = parent.pop(last)
            if isinstance(target, list):
                target[place:place] = [item]
            else:
                target[last] = item
                arrange(target, last, place)
    return data


def arrange(mapping: dict[str, Any], key: str, place: int) -> None:
    keys = [other for other in mapping if other != key]
    keys.insert(place, key)
    items = [(name, mapping[name]) for name in keys]
    mapping.clear()
    mapping.update(items)


def ordered(data: Any) -> str:
    return json.dumps(data)


def drawn(rng: Random, data: Any) -> dict[str, Any]:
    """Draw an operation that can be done to some data."""
    path = rng.choice(ways(data))
    parent = at(data, path[:-1])
    kind = rng.choice(["set", "insert", "remove", "move", "off"])
    if kind == "set":
        return {"op": kind, "at": list(path), "value": rng.choice(VALUES)}
    if kind == "insert":
        place = rng.randint(0, len(parent))
        last = place if isinstance(parent, list) else f"new{rng.randint(0, 999)}"
        op = {"op": kind, "at": [*path[:-1], last], "value": rng.choice(VALUES)}
        return op if isinstance(parent, list) else {**op, "place": place}
    if kind == "move":
        own = path[:-1]
        others = [way for way in [(), *ways(data)] if way[: len(path)] != path]
        fitting = [
            way
            for way in others
            if isinstance(at(data, way), type(parent))
            and (way == own or isinstance(parent, list) or path[-1] not in at(data, way))
        ]
        to = own if rng.random() < 0.6 else rng.choice(fitting)
        place = rng.randint(0, len(at(data, to)) - (to == own))
        return {"op": kind, "from": list(path), "to": [*to, place]}
    return {"op": kind, "at": list(path)}


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_what_a_text_says_after_operations_is_what_they_do(seed: int) -> None:
    rng = Random(seed)
    text = commented(rng, rng.choice(texts()))
    data, ops = read(text), list[dict[str, Any]]()
    for _ in range(rng.randint(1, 6)):
        op = drawn(rng, data)
        data = literally(data, op)
        ops.append(op)
        if not data or not ways(data):
            break
    try:
        after = apply(text, ops)
    except OutputError:
        # Refused as a whole: some texts cannot stand where they were to go.
        return
    assert ordered(read(after)) == ordered(data)
    assert apply(text, json.loads(json.dumps(ops))) == after
    assert ("\r\n" in after) == ("\r\n" in text)


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_a_move_keeps_every_comment_just_once(seed: int) -> None:
    rng = Random(seed)
    text = commented(rng, rng.choice(texts()))
    data = read(text)
    op = drawn(rng, data)
    while op["op"] != "move":
        op = drawn(rng, data)
    try:
        after = apply(text, [op])
    except OutputError as error:
        assert "edit the file" in str(error) or "edit it" in str(error)
        return
    assert comments(after) == comments(text)
    assert ordered(read(after)) == ordered(literally(data, op))


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_off_then_on_is_the_same_text(seed: int) -> None:
    rng = Random(seed)
    text = commented(rng, rng.choice(texts()))
    path = rng.choice(ways(read(text)))
    try:
        off = apply(text, [Off(path)])
    except OutputError as error:
        assert "on several lines with others" in str(error)
        return
    assert ordered(read(off)) == ordered(literally(read(text), {"op": "off", "at": list(path)}))
    assert path in turned_off(off)
    assert apply(off, [On(path)]) == text
    assert apply(text, [Off(path), On(path)]) == text


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_what_is_removed_goes_and_nothing_else_does(seed: int) -> None:
    rng = Random(seed)
    text = commented(rng, rng.choice(texts()))
    path = rng.choice(ways(read(text)))
    after = apply(text, [Remove(path)])
    assert ordered(read(after)) == ordered(literally(read(text), {"op": "remove", "at": path}))
    # What is left is the text around one gap, but for blanks, commas and empty brackets.
    before, left = (re.sub(r"[\s,\[\]{}]", "", words) for words in (text, after))
    pairs = enumerate(zip(before, left, strict=False))
    start = next((place for place, (old, new) in pairs if old != new), len(left))
    assert before.endswith(left[start:])


@pytest.mark.parametrize("count", range(2, 5))
def test_several_that_are_off_at_one_place_are_told_apart(count: int) -> None:
    text = "a:\n  - x\n" + "".join(f"  # of {k}\n  - {k}   # at {k}\n" for k in range(count))
    off = apply(text, [Off("a[1]")] * count)
    assert read(off) == {"a": ["x"]}
    assert turned_off(off) == [("a", 1)] * count
    last = apply(off, [On("a[1]", nth=count)])
    assert read(last) == {"a": ["x", str(count - 1)]}
    assert apply(off, [On("a+")] + [On(["a", k + 1]) for k in range(1, count)]) == text


TEXT = """\
# Head

dms:
  # the first party
  us:   # at us
    wants:
      # most of all
      - talk   # said on the 4th

      # --- Others

      - pay
    may: {go: , stay: }   # either
  ru:
    wants: [a, b]   # in brackets
"""


MOST = "      # most of all\n      - talk   # said on the 4th\n"


@pytest.mark.parametrize(
    ("op", "old", "new"),
    [
        (
            Move("dms.us.wants[0]", "dms.us.wants[1]"),
            f"{MOST}\n      # --- Others\n\n      - pay\n",
            f"      - pay\n\n      # --- Others\n\n{MOST}",
        ),
        (Move("dms.ru.wants[1]", "dms.us.wants+"), "- pay\n", "- pay\n      - b\n"),
        (Insert("dms.us.wants[0]", "go"), "      # most", "      - go\n      # most"),
        (
            Insert("dms.us.name", "US", after="wants"),
            "    may:",
            "    name: US\n    may:",
        ),
        (Insert("dms.us.name", "US", place=0), "    wants:\n      #", None),
        (Insert("dms.ru.wants[1]", "x y"), "[a, b]", "[a, x y, b]"),
        (Remove("dms.us.may"), "    may: {go: , stay: }   # either\n", ""),
        (Remove("dms.us.may.go"), "{go: , stay: }", "{stay: }"),
        (Set("dms.us.wants[0]", "walk"), "- talk ", "- walk "),
        (Off("dms.us.may"), "    may: {go", "    #~ may: {go"),
        (
            Off("dms.us.wants[0]"),
            "      # most of all\n      - talk",
            "      #~ # most of all\n      #~ - talk",
        ),
    ],
)
def test_an_operation_changes_just_its_lines(op: Any, old: str, new: str | None) -> None:
    assert TEXT.count(old) == 1
    changed = old if new is None else new
    expected = TEXT.replace(old, f"    name: US\n{old}" if new is None else changed)
    if isinstance(op, Move) and "ru" in str(op.from_):
        expected = expected.replace("[a, b]", "[a]")
    assert apply(TEXT, [op]) == expected
    assert apply("\ufeff" + TEXT.replace("\n", "\r\n"), [op]) == "\ufeff" + expected.replace(
        "\n", "\r\n"
    )


def test_comments_move_into_brackets_as_well() -> None:
    after = apply(TEXT, [{"op": "move", "from": "dms.us.wants[0]", "to": "dms.ru.wants[1]"}])
    assert read(after)["dms"]["ru"]["wants"] == ["a", "talk", "b"]
    assert comments(after) == comments(TEXT)


def test_a_key_moves_to_another_mapping_under_another_name() -> None:
    after = apply(TEXT, [Move("dms.us.may", "dms.ru.can", place=0)])
    assert "  ru:\n    can: {go: , stay: }   # either\n    wants: [a, b]" in after


FAULTS: list[tuple[Any, str]] = [
    ({"op": "mvoe"}, 'unknown operation "mvoe"; did you mean "move"?'),
    ({"op": "explode"}, 'unknown operation "explode"; known are set, insert, remove'),
    ({"at": "dms"}, 'an operation is a mapping with the key "op": set,'),
    ("remove", 'an operation is a mapping with the key "op"'),
    ({"op": "remove"}, '"remove" needs the key "at"'),
    ({"op": "remove", "at": "dms", "form": 1}, '"remove" has no key "form"; known are at'),
    ({"op": "move", "form": "a", "to": "b"}, '"move" has no key "form"; did you mean "from"?'),
    ({"op": "remove", "at": 3}, '"at" of "remove" is a way to a part, such as a.b[2]'),
    ({"op": "remove", "at": [True]}, '"at" of "remove" is a way'),
    ({"op": "on", "at": "dms.x", "nth": "1"}, '"nth" of "on" is a whole number'),
    ({"op": "rename", "at": "dms.us", "to": ["x"]}, '"to" of "rename" is a text'),
    (Remove("dsm.us"), 'there is no "dsm"; did you mean "dms"?'),
    (Remove("dms.us.wants[7]"), 'dms.us.wants has no place "7"'),
    (Insert("dms.us.wants[7]", "x"), 'dms.us.wants has no place "7" to fill; its places go to 2'),
    (Insert("dms.us", "x"), 'there is a "us" already; set changes what is there'),
    (Insert("dms.us.wants[0]", "x", after="y"), '"after" and "place" are for the keys'),
    (Insert("dms.eu", "x", after="uss"), 'there is no "uss"; did you mean "us"?'),
    (Insert("dms.eu", "x", after="us", place=0), '"after" and "place" say the same'),
    (Move("dms.us", "dms.us.may[0]"), "dms.us cannot move into itself"),
    (Move("dms.us", "dms.ru.wants[0]"), "an item of a list moves to a list"),
    (Move("dms.us.wants", "dms.ru[0]"), 'there is a "wants" already in dms.ru'),
    (Move("dms.us.wants[0]", "dms.us.wants.x"), 'dms.us.wants has no place "x"'),
    (On("dms.us.wants[0]"), "nothing is commented out at dms.us.wants[0]"),
    (Rename("dms.us", "usa"), "dms.us has no id that could change; name a decision maker,"),
]


@pytest.mark.parametrize(("op", "fault"), FAULTS)
def test_what_cannot_be_done_is_told(op: Any, fault: str) -> None:
    with pytest.raises(QuestionError) as caught:
        apply(TEXT, [op])
    assert str(caught.value).startswith(fault)
    assert "\n" not in str(caught.value)
    with pytest.raises(QuestionError) as caught:
        apply(TEXT, [Remove("dms.ru"), op])
    assert str(caught.value).startswith("operation 2: ")


def test_the_way_to_what_is_off_is_told() -> None:
    off = apply(TEXT, [Off("dms.us.wants[0]"), Off("dms.us.may")])
    with pytest.raises(
        QuestionError, match=r"at dms\.us\.wants\[1\]; commented out there: .*\[0\]"
    ):
        apply(off, [On("dms.us.wants[1]")])
    assert turned_off(off) == [("dms", "us", "may"), ("dms", "us", "wants", 0)]
    assert turned_off(off, "dms.us.wants") == [("dms", "us", "wants", 0)]


def test_what_is_off_is_told_with_what_it_says() -> None:
    text = "a: [x]\nb:\n  - one\n  - two  # note\n  - {k: [v]}\nc: {d: e}\nf:\n  g: h\n"
    off = apply(text, [Off("b[0]"), Off("b[0]"), Off("b[0]"), Off("f.g")])
    parts = off_parts(off)
    assert [(part.path, part.nth, part.value) for part in parts] == [
        (("b", 0), 1, "one"),
        (("b", 0), 2, "two"),
        (("b", 0), 3, {"k": ["v"]}),
        (("f", "g"), 1, "h"),
    ]
    for part in parts:
        again = apply(off, [On(list(part.path), part.nth)])
        here: Any = data(read_yaml(again, "m.yaml"))
        for step in part.path:
            here = here[step]
        assert here == part.value
    assert off_parts(text) == []


@pytest.mark.parametrize("text", ["a: [x, y]", "a:\n  - x\n  - y\n"])
def test_a_text_that_was_edited_once_can_be_edited_again(text: str) -> None:
    """What is kept of a text from one edit to the next is never changed by an edit."""
    results = [apply(text, [Move("a[1]", "a[0]"), Set("a[0]", "z")]) for _ in range(3)]
    assert len(set(results)) == 1
    assert apply(text, []) == text


def test_all_is_done_or_nothing() -> None:
    with pytest.raises(ModelError, match=r"m\.yaml:2:1: a value"):
        apply("a: [", [], name="m.yaml")
    assert apply(TEXT, []) == TEXT
    with pytest.raises(OutputError, match=r"m\.yaml: operation 2: "):
        ops: list[Operation] = [Set("a", 2), Move("e", "b[0]")]
        apply("a: 1\nb: {c: d}\ne:\n  - f   # g\n", ops, name="m.yaml")


@pytest.mark.parametrize("words", ["a.b[2]", "a+", 'a."b.c"[0].d'])
def test_a_way_is_written_as_it_is_read(words: str) -> None:
    assert path_text(key_path(words)) == words


def test_an_operation_costs_what_is_on_its_way_and_not_the_file() -> None:
    """A hundred operations take little more of a large file than one does."""

    def work(count: int) -> int:
        names = [f"k{k}" for k in range(400)]
        text = "".join(f"{name}:\n  - a   # x\n  - b: {{c: d}}\n" for name in names)
        ops = [Move([name, 0], [name, 1]) for name in names[:count]]
        return operations(lambda: apply(text, ops))

    assert work(100) < 3 * work(1)


def test_a_model_is_edited_and_read_again() -> None:
    text = next(text for text in texts() if "geneva" in text)
    ops: list[Operation | dict[str, str]] = [
        Move("decision_makers.russia.preferences[2]", "decision_makers.russia.preferences[0]"),
        {"op": "rename", "at": "decision_makers.us", "to": "usa"},
        {"op": "off", "at": "infeasible[0]"},
    ]
    model = loads(apply(text, ops))
    assert model.decision_makers[1].id == "usa"
    assert [s.text for s in model.decision_makers[0].preference.statements] == [  # type: ignore[union-attr]
        "-attack",
        "-usa.arm",
        "attack iff -offer",
    ]
    assert model.tables[0].seats == ("russia", "usa")
