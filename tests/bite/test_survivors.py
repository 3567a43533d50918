"""What is said of mutants that no test tells is said of code that is there, and says why."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from bite._kept import read

ROOT = Path(__file__).parents[2]
ROOMS = tomllib.loads((ROOT / "tools/bite/rooms.toml").read_text(encoding="utf-8"))
LISTS = sorted((ROOT / "tests" / "survivors").glob("*.toml"))


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_has_code_and_tests(room: str) -> None:
    for path in (*ROOMS[room]["code"], *ROOMS[room]["tests"]):
        assert (ROOT / path).exists(), path


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_what_is_explained_is_there(path: Path) -> None:
    explained = read(path)
    assert explained
    assert len({one.key for one in explained}) == len(explained)
    for one in explained:
        file, _, was, now, turn = one.key
        code = " ".join((ROOT / file).read_text(encoding="utf-8").split())
        assert any(file.startswith(f"{folder}/") for folder in ROOMS[path.stem]["code"])
        assert code.count(was) >= turn, one.key
        assert was != now
        assert one.why.endswith("."), one.key
