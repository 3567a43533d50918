"""The page on limits says of each what the code has, and leaves out none that is told of."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from refusals import messages

ROOT = Path(__file__).parents[1]
PAGES = [
    ROOT / "docs" / "explanation" / "limits-and-promises.md",
    ROOT / "docs" / "id" / "explanation" / "limits-and-promises.md",
]
ROW = re.compile(
    r"^\| (?P<what>[^|]+) \| (?P<most>[^|]+) \| [^|]+ \| `(?P<name>[\w.]+:\w+)` \|$", re.M
)
UNITS = {"": 1, "MB": 10**6, "MiB": 1 << 20}


def limits(page: Path) -> dict[str, int]:
    """Give each limit of a page as a number."""
    rows = {row["name"]: row["most"] for row in ROW.finditer(page.read_text(encoding="utf-8"))}
    return {name: number(most) for name, most in rows.items()}


def number(words: str) -> int:
    figures, _, unit = words.partition(" ")
    base, _, power = figures.replace(",", "").partition("^")
    return int(pow(int(base), int(power or 1))) * UNITS[unit]


@pytest.mark.parametrize("page", PAGES, ids=["en", "id"])
def test_each_limit_is_that_of_the_code(page: Path) -> None:
    stated = limits(page)
    assert len(stated) >= 45
    for name, most in stated.items():
        module, _, constant = name.partition(":")
        assert getattr(import_module(f"satumeja.{module}"), constant) == most, name


def test_both_languages_have_the_same_limits() -> None:
    assert limits(PAGES[0]) == limits(PAGES[1])


@pytest.mark.parametrize("page", PAGES, ids=["en", "id"])
def test_where_a_promise_is_tested_is_there(page: Path) -> None:
    named = re.findall(r"`(tests/[\w./]+)`", page.read_text(encoding="utf-8"))
    assert len(named) >= 15
    for path in named:
        assert (ROOT / path).exists(), path


def test_a_limit_that_a_refusal_names_is_on_the_page() -> None:
    told = {
        constant
        for name, _, words in messages()
        if name in ("LimitError", "ListingError")
        for constant in re.findall(r"\{(_?[A-Z][A-Z_]{3,})\b", words)
    }
    there = {name.partition(":")[2] for name in limits(PAGES[0])}
    assert told - there == set()
