"""Every public name is documented, truly, and has its place in the reference."""

from __future__ import annotations

import dataclasses
from typing import Any, Literal

import pytest

from handbook import Name, Room, gaps, links_of, members, rooms, signature
from made_pages import made

PAGES = {path: text for path, text in made().pages.items() if path.startswith("reference/python/")}


def test_no_public_name_is_left_out_or_misdescribed() -> None:
    assert gaps(rooms()) == []


def public(thing: Any, doc: str = "") -> Name:
    kind: Literal["class", "function"] = "class" if isinstance(thing, type) else "function"
    return Name("room", "thing", thing, kind, doc)


def described(doc: str, thing: Any) -> list[str]:
    return gaps([Room("room", "", (public(thing, doc),))])


def add(a: int, b: int) -> int:
    return a + b


@dataclasses.dataclass
class Sum:
    a: int

    def whole(self) -> int:
        return self.a


Sum.__module__ = "satumeja.room"  # members are looked for in classes of the package alone


@pytest.mark.parametrize(
    ("doc", "thing", "gap"),
    [
        ("", add, "satumeja.room.thing has no docstring"),
        ("Add.\n\nParameters\n----------\na, b, c : int", add, "has no parameter c"),
        ("Add `a`.", add, "does not say what b is"),
        ("Add.\n\nArguments\n---------\na", add, "no section that numpydoc knows"),
        ("A sum of `a`.", Sum, "satumeja.room.thing.whole has no docstring"),
    ],
)
def test_a_gap_is_found(doc: str, thing: Any, gap: str) -> None:
    assert any(gap in found for found in described(doc, thing))


def test_what_is_spoken_of_is_no_gap() -> None:
    assert described("Add `a` and `b`.", add) == []


@pytest.mark.parametrize("room", rooms()[1:], ids=lambda room: room.name)
def test_a_room_has_a_page_with_every_name(room: Room) -> None:
    page = PAGES[f"reference/python/{room.name}.md"]
    for name in room.names:
        heading = f"class `{name.path}`" if name.kind == "class" else f"`{name.path}`"
        assert name.kind == "module" or f"\n## {heading}\n" in page
        for member in members(name) if name.kind == "class" else ():
            assert f"\n### `{member.path}`\n" in page


def test_the_index_has_every_room_and_every_name_of_the_package() -> None:
    page = PAGES["reference/python/index.md"]
    package, *others = rooms()
    assert all(f"- [`{room.title}`]({room.name}.md)" in page for room in others)
    for name in package.names:
        assert f"`satumeja.{name.path}`" in page


def test_what_is_named_under_see_also_is_there() -> None:
    links = links_of(rooms())
    for room in rooms()[1:]:
        for name in room.names:
            if name.kind in ("class", "function"):
                beside = dataclasses.replace(links.within(name), local=frozenset())
                for item in name.parted.items.get("See Also", ()):
                    assert all(beside.find(other) for other in item.names), name.whole


def long_one(
    first: int, second: str = "nothing to speak of", *more: int, third: bool = False
) -> dict[str, int]:
    return {second: first + sum(more) + third}


def by_name(a: int, *, b: int = 1) -> int:
    return a + b


@pytest.mark.parametrize(
    ("thing", "written"),
    [
        (add, "satumeja.room.thing(a: int, b: int) -> int"),
        (by_name, "satumeja.room.thing(a: int, *, b: int = 1) -> int"),
        (Sum, "class satumeja.room.thing(a: int)"),
        (
            long_one,
            """satumeja.room.thing(
    first: int,
    second: str = 'nothing to speak of',
    *more: int,
    third: bool = False,
) -> dict[str, int]""",
        ),
    ],
)
def test_a_signature_is_what_one_writes(thing: Any, written: str) -> None:
    assert signature(public(thing)) == written


def test_a_method_is_shown_without_itself() -> None:
    method = Name("room", "Sum.whole", Sum.whole, "function", "")
    assert signature(method) == "Sum.whole() -> int"


def test_data_shows_its_value_where_it_is_short() -> None:
    whole = {name.whole: name for room in rooms() for name in room.names}
    languages = whole["satumeja.brief.LANGUAGES"]
    assert signature(languages) == 'satumeja.brief.LANGUAGES = ("en", "id")'
    assert languages.doc.startswith("The languages ")
    assert signature(whole["satumeja.stability.CONCEPTS"]) == "satumeja.stability.CONCEPTS"
