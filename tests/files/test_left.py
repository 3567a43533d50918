"""What killed writers left is taken away by the next one, and what others make is not."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path

import pytest

from satumeja.files import write_folder, write_whole
from satumeja.files._scratch import clear_folder, clear_left, locked

fcntl = pytest.importorskip("fcntl")

LEFT = ".satumeja-0123456789abcdef"
FILES = {"a.csv": "1\n"}


def scratch_folder(parent: Path, name: str = LEFT) -> Path:
    """A folder of scratch with one half made in it, and a whole one."""
    scratch = parent / name
    (scratch / "making").mkdir(parents=True)
    (scratch / "making" / "a.csv").write_text("half")
    write_folder(scratch / "folder", "sheets", FILES)
    return scratch


def test_a_file_that_nobody_makes_any_more_goes_with_the_next_that_is_written(
    tmp_path: Path,
) -> None:
    (tmp_path / LEFT).write_text("half")
    others = ["x.yaml", f"x{LEFT}", f"{LEFT}0", LEFT[:-1], LEFT.upper()]
    for name in others:
        (tmp_path / name).write_text("mine")
    write_whole(tmp_path / "model.yaml", "new")
    assert sorted(os.listdir(tmp_path)) == sorted([*others, "model.yaml"])


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_somebody_makes_at_this_moment_stays(tmp_path: Path, kind: str) -> None:
    if kind == "file":
        (tmp_path / LEFT).write_text("half")
    else:
        scratch_folder(tmp_path)
    handle = os.open(tmp_path / LEFT, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    clear_left(tmp_path)
    assert (tmp_path / LEFT).exists()
    os.close(handle)
    clear_left(tmp_path)
    assert not (tmp_path / LEFT).exists()


def test_what_cannot_be_taken_away_keeps_nothing_else_back(tmp_path: Path) -> None:
    links = [f".satumeja-{digit * 16}" for digit in "0f"]
    for name in links:
        (tmp_path / name).symlink_to("model.yaml")
    (tmp_path / "model.yaml").write_text("mine")
    (tmp_path / LEFT).write_text("half")
    clear_left(tmp_path)
    assert sorted(os.listdir(tmp_path)) == sorted([*links, "model.yaml"])
    assert (tmp_path / "model.yaml").read_text() == "mine"
    clear_left(tmp_path / "none")


def test_an_old_folder_that_was_set_aside_goes_where_all_in_it_is_known(tmp_path: Path) -> None:
    scratch_folder(tmp_path)
    clear_left(tmp_path)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("name", ["mine.csv", "a.csv"])
def test_an_old_folder_with_something_of_somebodys_stays(tmp_path: Path, name: str) -> None:
    scratch = scratch_folder(tmp_path)
    (scratch / "folder" / name).write_text("mine")
    clear_left(tmp_path)
    assert os.listdir(scratch) == ["folder"]
    assert (scratch / "folder" / name).read_text() == "mine"


@pytest.mark.parametrize(("whole", "left"), [(True, None), (False, ["folder"])])
def test_the_whole_folder_goes_where_it_is_asked_for(
    tmp_path: Path, whole: bool, left: list[str] | None
) -> None:
    scratch = scratch_folder(tmp_path)
    clear_folder(scratch, whole=whole)
    assert (os.listdir(scratch) if scratch.exists() else None) == left


def test_a_folder_that_has_more_in_it_stays_with_that(tmp_path: Path) -> None:
    scratch = scratch_folder(tmp_path)
    (scratch / "folder-aside").mkdir()
    clear_folder(scratch, whole=True)
    assert os.listdir(scratch) == ["folder-aside"]


def test_what_is_taken_away_before_it_is_held_is_made_again(tmp_path: Path) -> None:
    place, times = tmp_path / LEFT, list[int]()

    def make() -> int:
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        times.append(handle)
        if len(times) < 3:
            os.unlink(place)
        return handle

    with ExitStack() as until:
        handle = locked(make, until)
        assert (len(times), os.fstat(handle).st_nlink) == (3, 1)
        clear_left(tmp_path)
        os.close(handle)
        clear_left(tmp_path)
        assert place.exists()
    clear_left(tmp_path)
    assert not place.exists()


def test_a_disk_without_locks_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(fcntl, "flock", refuse)
    (tmp_path / LEFT).write_text("half")
    write_whole(tmp_path / "model.yaml", "new")
    write_folder(tmp_path / "q", "sheets", FILES)
    assert sorted(os.listdir(tmp_path)) == sorted([LEFT, "model.yaml", "q"])
