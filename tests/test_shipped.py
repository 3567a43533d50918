"""What is shipped as TOML is read as the library for TOML reads it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from satumeja import shipped
from satumeja.shipped import tables_of

SHIPPED = Path(__file__).parents[1] / "src" / "satumeja"
FILES = sorted(SHIPPED.rglob("*.toml"))

DOCUMENT = r"""
# What begins a file.
name = "a name"  # what follows a value
"quoted.key" = 'as it "stands" \ here'
more.one = "{count} \u00e9 \"so\""

[words]
few = ["one", 'two # not', 3, 4.5, true]  # [
many = [
  "one", 'two',
  "three",
]
both = { one = "a", "two" = ['b', { c = "= d" }] }
long = 3'it is "one"3'
lines = 3"
first
 second3"
apart = 3'
first
second3'

[words.within]
none = []

[[words.list]]
name = "first"
[[words.list]]
name = "second"
[words.list.of]
it = 1
""".replace("3'", "'" * 3).replace('3"', '"' * 3)
RARE = ("day = 2021-12-23", "both = { other.way = 1 }", "many = 1_000", r'sign = "\U0001F600"')


def ordered(value: Any) -> Any:
    """Give what is compared with its order and its kinds."""
    if isinstance(value, dict):
        return [(key, ordered(part)) for key, part in value.items()]
    if isinstance(value, list):
        return [ordered(part) for part in value]
    return type(value), value


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SHIPPED)))
def test_a_file_is_read_as_the_library_reads_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ordered(tables_of(text)) == ordered(tomllib.loads(text))


def test_nearly_all_files_are_read_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(text: str) -> None:
        raise NotImplementedError(text)

    monkeypatch.setattr(tomllib, "loads", refuse)
    left = list[str]()
    for path in FILES:
        try:
            tables_of(path.read_text(encoding="utf-8"))
        except NotImplementedError:
            left.append(path.name)
    assert len(FILES) > 90
    assert left == ["drafts.toml"]


@pytest.mark.parametrize("line", range(len(DOCUMENT.split("\n"))))
def test_every_way_to_write_is_read(line: int) -> None:
    """Whatever line a document begins with; what goes wrong is told as the library tells it."""
    text = "\n".join(DOCUMENT.split("\n")[line:])
    try:
        right = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        with pytest.raises(tomllib.TOMLDecodeError):
            tables_of(text)
        return
    assert ordered(tables_of(text)) == ordered(right)


def test_common_ways_to_write_need_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    right = tomllib.loads(DOCUMENT)
    monkeypatch.delattr(tomllib, "loads")
    assert ordered(tables_of(DOCUMENT)) == ordered(right)


@pytest.mark.parametrize("line", RARE)
def test_rare_ways_to_write_are_read_by_the_library(line: str) -> None:
    assert ordered(tables_of(line)) == ordered(tomllib.loads(line))


def test_a_file_for_people_goes_on_to_be_refused_in_words() -> None:
    """What people write is read by the library, which finds every fault."""
    users = [
        str(path.relative_to(SHIPPED))
        for path in SHIPPED.rglob("*.py")
        if "import tables_of" in path.read_text(encoding="utf-8")
    ]
    assert sorted(users) == ["bundles/reading/_days.py", "messages.py", "report/_knowledge.py"]
    assert shipped.__all__ == ["tables_of"]
