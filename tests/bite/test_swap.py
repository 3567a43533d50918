"""A mutant takes the place of what is loaded, wherever that is held, or says that it cannot."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from bite._swap import functions_by_place, swap

CODE = """\
from functools import cached_property, lru_cache
LIMIT = 2
class Room:
    size = 3
    @cached_property
    def doubled(self):
        return self.size * 2
@lru_cache
def area(side, times=1):
    return sum(side * side for _ in range(times))
def apart():
    def inner():
        return LIMIT + 1
    return inner()
"""


@pytest.fixture
def loaded(tmp_path: Path) -> ModuleType:
    path = tmp_path / "room.py"
    path.write_text(CODE)
    spec = importlib.util.spec_from_file_location("room", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def swapped(module: ModuleType, old: str, new: str) -> bool:
    path = str(module.__file__)
    assert CODE.count(old) == 1
    return swap(path, CODE.replace(old, new), functions_by_place(frozenset({path})))


def test_a_change_in_a_function_is_what_is_done_from_now_on(loaded: ModuleType) -> None:
    room, area = loaded.Room(), loaded.area
    assert swapped(loaded, "self.size * 2", "self.size * 5")
    assert room.doubled == 15
    assert swapped(loaded, "side * side", "side + side")
    assert area(3) == 6
    assert swapped(loaded, "LIMIT + 1", "LIMIT - 1")
    assert loaded.apart() == 1


@pytest.mark.parametrize(
    ("old", "new"), [("LIMIT = 2", "LIMIT = 3"), ("size = 3", "size = 4"), ("times=1", "times=2")]
)
def test_a_change_that_is_made_as_a_file_is_loaded_cannot_be_put_in_place(
    loaded: ModuleType, old: str, new: str
) -> None:
    assert not swapped(loaded, old, new)


def test_a_function_that_nothing_holds_cannot_be_changed(loaded: ModuleType) -> None:
    path = str(loaded.__file__)
    assert not swap(path, CODE.replace("LIMIT + 1", "LIMIT - 1"), {})


def test_what_is_unchanged_changes_nothing(loaded: ModuleType) -> None:
    assert swap(str(loaded.__file__), CODE, functions_by_place(frozenset({str(loaded.__file__)})))
    assert (loaded.apart(), loaded.area(3)) == (3, 9)
