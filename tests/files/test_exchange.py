"""Two folders change places, in one step where the system can."""

from __future__ import annotations

import os
import sys
from pathlib import Path

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


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="where one step is possible")
def test_one_step_is_taken_here(folders: tuple[Path, Path]) -> None:
    one, other = folders
    if not _exchange._exchanged(os.fsencode(one), os.fsencode(other)):
        pytest.skip("not on this file system")
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
