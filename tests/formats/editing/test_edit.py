"""Edits in place: the part is set, and nothing else changes by a byte."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from formats.samples import BORDER, GRAPH, SHADES
from satumeja import gallery
from satumeja.errors import ModelError, OutputError, QuestionError
from satumeja.formats import edit, key_path, load, loads, read_value, save
from satumeja.formats.trees._nodes import data
from satumeja.formats.trees._yaml import read_yaml

TEXT = """\
# A file with comments
a: 1            # the first
b:
  - x           # an entry
  - {k: v}      # a mapping
  # between
  - 'quoted'
c: {d: [1, 2], e: }   # on one line

# before the last
f:
  g: "text"     # inside
  h:
    - p
  # after h
last: |
  a block
"""

EDITS: list[tuple[str, Any, str, str]] = [
    ("a", 2, "a: 1            #", "a: 2            #"),
    ("a", "x: y", "a: 1            #", 'a: "x: y"            #'),
    ("a", [1, [2]], "a: 1            # the first", "a:\n  - 1\n  - - 2            # the first"),
    ("b[0]", "-z", "- x           #", '- "-z"           #'),
    ("b[1].k", None, "{k: v}", "{k: null}"),
    ("b[1].n", ["a b", "c"], "{k: v}", "{k: v, n: [a b, c]}"),
    ("b[2]", {"k": 1, "l": 2}, "  - 'quoted'", "  - k: 1\n    l: 2"),
    ("b+", "more", "  - 'quoted'", "  - 'quoted'\n  - more"),
    ("c.d+", 3, "[1, 2]", "[1, 2, 3]"),
    ("c.e", "now", "e: }", "e: now}"),
    ("c.d[1]", {"k": True}, "[1, 2]", "[1, {k: true}]"),
    ("f.g", "other", '"text"', "other"),
    ("f.h", ["q", "r"], "    - p", "    - q\n    - r"),
    ("f.h[0]", "q", "    - p", "    - q"),
    ("f.i", {"j": "k"}, "    - p", "    - p\n  i:\n    j: k"),
]


@pytest.mark.parametrize(("part", "value", "old", "new"), EDITS)
def test_one_part_is_set_and_the_rest_kept(part: str, value: Any, old: str, new: str) -> None:
    assert TEXT.count(old) == 1
    assert edit(TEXT, key_path(part), value) == TEXT.replace(old, new)


def test_line_ends_stay_as_they_are() -> None:
    text = TEXT.replace("\n", "\r\n")
    found = edit(text, ["f", "h"], ["q", "r"])
    assert found == text.replace("    - p", "    - q\r\n    - r")


def nodes(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    parts = value.items() if isinstance(value, dict) else enumerate(value or ())
    if isinstance(value, dict | list):
        for key, part in parts:
            found += nodes(part, (*path, key))
    return found


VALUES: list[Any] = ["x", "-x", "a & -b", "é: ü", "null", "", 7, None, ["a", "b"], {"k": ["v"]}]


@pytest.mark.parametrize("seed", range(150))
def test_any_part_of_a_model_file_can_be_set(seed: int) -> None:
    rng = Random(seed)
    texts = [BORDER, GRAPH, SHADES, *(gallery.text(entry.id) for entry in gallery.entries()[:6])]
    text = rng.choice(texts)
    before = data(read_yaml(text, "m.yaml"))
    path, value = list(rng.choice(nodes(before))), rng.choice(VALUES)
    if rng.random() < 0.2:
        path[-1] = -1 if isinstance(path[-1], int) else "new_key"
    found = edit(text, path, value)
    comments = [line for line in text.split("\n") if line.lstrip().startswith("#")]
    after = found.split("\n")
    assert all(line in after for line in comments if path[0] not in ("description",))
    if path[-1] == -1:
        path[-1] = len(_at(found, path[:-1])) - 1
    again = edit(found, path, value)
    assert data(read_yaml(again, "m.yaml")) == data(read_yaml(found, "m.yaml"))


def _at(text: str, path: list[Any]) -> Any:
    here = data(read_yaml(text, "m.yaml"))
    for step in path:
        here = here[step]
    return here


@pytest.mark.parametrize(
    ("part", "fault"),
    [
        ("bb[0]", 'there is no "bb"; did you mean "b"?'),
        ("b[7]", 'b has no place "7"'),
        ("b.x", 'b has no place "x"'),
        ("a.x", 'a has no place "x"'),
        ("c+", 'c has no place "-1"'),
        ("b[", '"b[" is no way'),
        ("", "say which part"),
    ],
)
def test_a_way_that_leads_nowhere_is_told(part: str, fault: str) -> None:
    with pytest.raises(QuestionError) as caught:
        edit(TEXT, key_path(part), 1)
    assert fault in str(caught.value)


def test_a_block_of_text_is_replaced_whole() -> None:
    assert edit(TEXT, ["last"], "x") == TEXT.replace("|\n  a block", "x")
    assert edit(TEXT, ["new"], "x") == TEXT + "new: x\n"


def test_what_would_touch_other_parts_is_refused() -> None:
    assert edit("a: |+\n  kept\n\n", ["b"], "x") == "a: |+\n  kept\n\nb: x\n"
    assert edit("a: |+\n  kept\n\nb: y\n", ["a"], "x") == "a: x\nb: y\n"
    with pytest.raises(OutputError, match="cannot be set without touching others"):
        edit("a: |\n  the last line has no end", ["b"], "x")


def test_what_is_added_leaves_the_comment_before_it_where_it_was() -> None:
    assert edit("a:\n  - x   # of x\n", ["a", -1], "y") == "a:\n  - x   # of x\n  - y\n"


def test_a_list_in_another_order_keeps_the_comments_of_its_items() -> None:
    text = "a:   # all\n  # of x\n  - x\n  - y   # of y\n\n  # Others\n\n  - 'z'\nb: 1\n"
    after = "a:   # all\n  - 'z'\n  # of x\n  - x\n\n  # Others\n\n  - new\nb: 1\n"
    assert edit(text, ["a"], ["z", "x", "new"]) == after


def test_a_list_in_lines_gives_way_to_a_word() -> None:
    assert edit("a:   # all\n  - x\n  - y # of y\nb: 1\n", ["a"], "z") == "a: z   # all\nb: 1\n"


def test_a_value_is_read_as_yaml() -> None:
    assert read_value("{a: [no, -b]}") == {"a": ["no", "-b"]}
    with pytest.raises(ModelError, match="the value:1:"):
        read_value("[a")


def test_a_file_goes_over_with_its_comments(tmp_path: Any) -> None:
    here, there = tmp_path / "a.yaml", tmp_path / "sub" / "b.yml"
    there.parent.mkdir()
    text = BORDER.replace("title:", "# A comment\ntitle:", 1)
    here.write_text(text, encoding="utf-8")
    model = load(here)
    assert save(model, tmp_path / "c.yaml").read_text(encoding="utf-8") == text
    moved = save(model, there).read_text(encoding="utf-8")
    there_is = text.replace("wire.txt", '"../wire.txt"').replace("wire.json", '"../wire.json"')
    assert moved == there_is
    changed = model.with_preferences(russia=["talk"])
    assert "# A comment" not in save(changed, tmp_path / "d.yaml").read_text(encoding="utf-8")
    json = save(model, tmp_path / "e.json")
    again = save(load(json), tmp_path / "f.json")
    assert again.read_bytes() == json.read_bytes()
    assert len(loads(again.read_text(encoding="utf-8"), "m.json").states) == 9
