"""Names are nouns of their world, and what is public says what it gives: both are counted."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from handbook import Name, members, parse_docstring, rooms

SOURCE = Path(__file__).parents[1] / "src" / "satumeja"

PLACEHOLDERS = frozenset(
    {"found", "one", "each", "said", "told", "asked", "given", "known", "held", "met", "done"}
)
"""Names that could stand for anything: what is found, or said, or known, has a name itself."""

LIMIT = 372
"""How many stored names are placeholders. It can only fall."""


def stored(code: str) -> Iterator[str]:
    """Give the names that a code assigns to: variables, of loops and comprehensions too."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def placeholders(codes: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Count the placeholders among stored names, by file; files without any are left out."""
    counts = {name: sum(word in PLACEHOLDERS for word in stored(code)) for name, code in codes}
    return {name: count for name, count in counts.items() if count}


def verdict(counts: Mapping[str, int], limit: int) -> str:
    """Say what is to be done where the count is not the limit; nothing where it is."""
    total = sum(counts.values())
    if total < limit:
        return f"good: lower the limit to {total}"
    if total == limit:
        return ""
    most_first = sorted(counts.items(), key=lambda count: (-count[1], count[0]))
    files = "\n".join(f"{count:4} {name}" for name, count in most_first)
    return f"{total} placeholders, and {limit} may be: name what is new\n{files}"


def test_placeholders_only_become_fewer() -> None:
    files = sorted(SOURCE.rglob("*.py"))
    codes = ((str(path.relative_to(SOURCE)), path.read_text(encoding="utf-8")) for path in files)
    wrong = verdict(placeholders(codes), LIMIT)
    assert not wrong, wrong


def test_every_way_to_store_a_name_is_counted() -> None:
    code = """
found: int = 1
found += 1
for each, (other, known) in []: pass
states = [one for one in []]
if said := 1: pass
with open() as held: pass
def told(asked): given.done, met[0] = asked, found
"""
    assert placeholders([("a", code), ("b", "deals = found")]) == {"a": 7}


def test_more_fewer_and_as_many_are_told_apart() -> None:
    counts = {"a": 1, "b": 2, "c": 2}
    assert verdict(counts, 5) == ""
    assert verdict(counts, 6) == "good: lower the limit to 5"
    assert verdict(counts, 4).splitlines() == [
        "5 placeholders, and 4 may be: name what is new",
        "   2 b",
        "   2 c",
        "   1 a",
    ]


# -- what is public says what it gives -----------------------------------------------------

SAYING = {"stability", "table", "questions", "formats", "exports", "exchange", "gallery"}
"""The rooms whose public names say all that is asked for here."""

ORDER = (
    *("Parameters", "Attributes", "Returns", "Yields", "Raises", "See Also"),
    *("Notes", "References", "Examples"),
)
"""The sections, in numpydoc's order."""

PUBLIC = [
    name
    for room in rooms()
    if room.name in SAYING
    for name in room.names
    if name.kind in ("class", "function")
    and name.thing.__module__.startswith(f"satumeja.{room.name}.")
]
"""The names of these rooms, those left out that they hand on from another."""


def sections(doc: str) -> list[str]:
    return re.findall(r"^(\w[\w ]*)\n---+$", doc, re.MULTILINE)


def required(name: Name) -> set[str]:
    """Give the sections a name must have."""
    if name.kind == "class":
        return {"See Also"}
    signature = inspect.signature(inspect.unwrap(name.thing))
    parameters = {"Parameters"} if signature.parameters else set()
    return {"See Also", "Examples"} | parameters


def lacking(name: Name) -> set[str]:
    """Give the sections that a docstring must have and has not."""
    present = set(sections(name.doc))
    gives = name.kind == "class" or bool({"Returns", "Yields"} & present)
    return (required(name) - present) | (set() if gives else {"Returns"})


def fields(thing: type) -> list[str]:
    """Give what a data class or a named tuple holds, but for what is private."""
    if dataclasses.is_dataclass(thing):
        names = [field.name for field in dataclasses.fields(thing)]
    else:
        names = list(getattr(thing, "_fields", ()))
    return [name for name in names if not name.startswith("_")]


def footnotes(doc: str) -> tuple[set[str], set[str]]:
    """Give the references that are there, and those that the text sends its reader to."""
    listed = set(re.findall(r"^\.\. \[(\d+)\]", doc, re.MULTILINE))
    return listed, set(re.findall(r"\[(\d+)\]_", doc))


@pytest.mark.parametrize("name", PUBLIC, ids=lambda name: name.whole)
def test_a_public_name_says_what_it_takes_and_gives_and_stands_beside(name: Name) -> None:
    assert not lacking(name)
    if isinstance(name.thing, type):
        assert set(fields(name.thing)) <= {*name.parted.parameters, *attributes(name)}


def attributes(name: Name) -> list[str]:
    return [word for item in name.parted.items.get("Attributes", ()) for word in item.names]


@pytest.mark.parametrize("name", PUBLIC, ids=lambda name: name.whole)
def test_sections_stand_in_order_and_references_are_used(name: Name) -> None:
    parts = [name, *members(name)] if name.kind == "class" else [name]
    for part in parts:
        heads = sections(part.doc)
        assert heads == sorted(heads, key=ORDER.index), part.whole
        listed, used = footnotes(part.doc)
        assert listed == used, f"{part.whole} lists {listed} and sends its reader to {used}"


def function(doc: str) -> Name:
    def add(a: int, b: int) -> int:
        return a + b

    return Name("room", "add", add, "function", doc)


@pytest.mark.parametrize(
    ("doc", "missing"),
    [
        ("Add.", {"Parameters", "Returns", "See Also", "Examples"}),
        ("Add.\n\nParameters\n----------\na, b\n\nYields\n------\nint", {"See Also", "Examples"}),
        ("Add.\n\nSee Also\n--------\nc\n\nExamples\n--------\n>>> 1", {"Parameters", "Returns"}),
    ],
)
def test_what_is_lacking_is_told(doc: str, missing: set[str]) -> None:
    assert lacking(function(doc)) == missing


def test_private_fields_are_nobodys_to_know() -> None:
    @dataclasses.dataclass
    class Sum:
        a: int
        _b: int = 0

    assert fields(Sum) == ["a"]


def test_references_are_counted_where_they_are_and_where_they_are_used() -> None:
    doc = "Add [1]_, then [3]_.\n\nReferences\n----------\n.. [1] A.\n.. [2] B."
    assert footnotes(doc) == ({"1", "2"}, {"1", "3"})
    assert sections(doc) == ["References"] == list(parse_docstring(doc).prose)
