"""Two folders change places, in one step where the system can."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from satumeja.files import _exchange


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    return tmp_path / "one", tmp_path / "other"


@pytest.mark.parametrize("at_once", [True, False])
def test_folders_change_places(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, at_once: bool
) -> None:
    if not at_once:
        monkeypatch.setattr(_exchange, "_exchanged", lambda *_: False)
    one, other = folders
    _exchange.exchange(one, other)
    assert (os.listdir(one), os.listdir(other)) == (["other"], ["one"])
    assert sorted(os.listdir(one.parent)) == ["one", "other"]


def can_exchange(folder: Path) -> bool:
    """Whether a folder is of a file system that lets two names change places."""
    mounts = Path("/proc/self/mountinfo")
    if not mounts.exists():
        return sys.platform == "darwin"
    device = folder.stat().st_dev
    number = f"{os.major(device)}:{os.minor(device)}"
    lines = (line.split(" - ") for line in mounts.read_text().splitlines())
    kinds = {kind.split()[0] for place, kind in lines if place.split()[2] == number}
    return bool(kinds & {"ext4", "xfs", "btrfs", "tmpfs", "f2fs"})


def test_one_step_is_taken_where_it_can_be(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("in three steps")

    if not can_exchange(folders[0]):
        pytest.skip("not on this file system")
    monkeypatch.setattr(os, "rename", refuse)
    one, other = folders
    _exchange.exchange(one, other)
    assert (os.listdir(one), os.listdir(other)) == (["other"], ["one"])


@pytest.mark.parametrize("answer", [0, -1])
@pytest.mark.parametrize(
    ("platform", "call", "before", "between"),
    [("linux", "renameat2", (-100,), (-100,)), ("darwin", "renamex_np", (), ())],
)
def test_each_system_is_asked_by_its_own_call(
    monkeypatch: pytest.MonkeyPatch,
    answer: int,
    platform: str,
    call: str,
    before: tuple[int, ...],
    between: tuple[int, ...],
) -> None:
    """As their manuals have it: AT_FDCWD is -100, RENAME_EXCHANGE and RENAME_SWAP are 2."""
    calls: list[tuple[object, ...]] = []

    def asked(*words: object) -> int:
        calls.append(words)
        return answer

    monkeypatch.setattr(_exchange, "_PLATFORM", platform)
    monkeypatch.setattr(ctypes, "CDLL", lambda _: SimpleNamespace(**{call: asked}))
    assert _exchange._exchanged(b"one", b"other") is (answer == 0)
    assert calls == [(*before, b"one", *between, b"other", 2)]


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="where one step is possible")
def test_one_step_is_taken_here(folders: tuple[Path, Path]) -> None:
    one, other = folders
    if not can_exchange(one):
        pytest.skip("not on this file system")
    assert _exchange._exchanged(os.fsencode(one), os.fsencode(other))
    assert os.listdir(one) == ["other"]
    assert not _exchange._exchanged(os.fsencode(one), os.fsencode(other / "none"))
    assert os.listdir(one) == ["other"]


@pytest.mark.parametrize("platform", ["win32", "aix"])
def test_other_systems_are_not_asked(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(_exchange, "_PLATFORM", platform)
    one, other = folders
    assert not _exchange._exchanged(os.fsencode(one), os.fsencode(other))
    _exchange.exchange(one, other)
    assert os.listdir(one) == ["other"]


@pytest.mark.skipif(sys.platform != "linux", reason="where macOS's call is missing")
def test_a_library_without_the_call_is_no_trouble(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_exchange, "_PLATFORM", "darwin")
    one, other = folders
    _exchange.exchange(one, other)
    assert os.listdir(one) == ["other"]


def test_a_folder_that_is_not_there_changes_nothing(folders: tuple[Path, Path]) -> None:
    one, other = folders
    with pytest.raises(FileNotFoundError):
        _exchange.exchange(one, other.with_name("none"))
    assert (os.listdir(one), os.listdir(other)) == (["one"], ["other"])
