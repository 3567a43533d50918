"""Disks that are full or may only be read, and folders that are closed: told, and nothing lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from forked import Call, Nursery

is_root = hasattr(os, "geteuid") and os.geteuid() == 0
as_root = pytest.mark.skipif(
    not is_root, reason="only root mounts disks and becomes somebody else"
)
WRITING = {
    "correct": "correct talks.db r1#a14 accept --who Ana",
    "dossier, added to": "dossier other.txt -o talks.db",
    "dossier, new": "dossier other.txt -o new.db",
    "convert to a file": "convert model.yaml -o model.json",
    "convert to a folder": "convert model.yaml -o sheets",
    "set": "set model.yaml title Talks",
    "sweep": "sweep model.yaml --profiles 100 --store s.db",
    "demo": "demo -o demo",
    "draft": "draft report.txt -o draft.yaml",
    "exchange": "exchange talks.db -o talks.csv",
}
READING = {
    "timeline": "timeline talks.db",
    "positions": "positions talks.db",
    "analyse": "analyse model.yaml",
}
OTHER = "Lima, 8 May 2023. Peru demanded that Ecuador withdraw. Ecuador rejected the demand.\n"


def lay(desk: Path, folder: Path) -> None:
    for name in ("talks.db", "model.yaml", "report.txt"):
        shutil.copyfile(desk / "demo-output" / name, folder / name)
    (folder / "other.txt").write_text(OTHER)


def held(folder: Path) -> dict[str, bytes]:
    """What files hold; a log of SQLite's that holds nothing is none."""
    files = [file for file in folder.rglob("*") if file.is_file() and file.name != "fill"]
    logs = ("-wal", "-shm")
    return {str(f): f.read_bytes() for f in files if not f.name.endswith(logs)}


@pytest.fixture
def disk(tmp_path: Path, desk: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        lay(desk, place)
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)  # noqa: S607


def fill(disk: Path, free: int) -> None:
    """Fill a disk but for so many bytes."""
    status = os.statvfs(disk)
    size = max(0, status.f_bavail * status.f_frsize - free)
    with (disk / "fill").open("wb") as file:
        file.write(b"\0" * size)


def assert_sound(file: Path, elsewhere: Path) -> None:
    """A database is sound; it is looked at where there is room for that."""
    for ending in ("", "-wal"):
        copy = elsewhere / f"{file.name}{ending}"
        copy.unlink(missing_ok=True)
        if file.with_name(copy.name).exists():
            shutil.copyfile(file.with_name(copy.name), copy)
    base = sqlite3.connect(elsewhere / file.name)
    assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    base.close()


@as_root
@pytest.mark.parametrize("words", WRITING.values(), ids=WRITING)
def test_a_full_disk(nursery: Nursery, disk: Path, tmp_path: Path, words: str) -> None:
    """At every step of how full it is, all is done, or nothing and that is told in one line."""
    before = held(disk)
    for free in (0, 4096, 20_000, 70_000):
        fill(disk, free)
        ended = nursery.run(Call(words.split(), str(disk)))
        if ended.code == 0:
            break
        assert ended.code == 1, ended.err
        assert ended.err.count("\n") == 1, ended.err
        assert_sound(disk / "talks.db", tmp_path)
        assert not list(disk.rglob(".satumeja-*"))
        if not free:
            assert held(disk) == before
    (disk / "fill").unlink(missing_ok=True)
    assert nursery.run(Call(words.split(), str(disk))).code == 0


@as_root
@pytest.mark.parametrize("words", READING.values(), ids=READING)
def test_what_is_only_read_is_read_on_a_full_disk(
    nursery: Nursery, disk: Path, words: str
) -> None:
    fill(disk, 0)
    ended = nursery.run(Call(words.split(), str(disk)))
    assert (ended.code, ended.err) == (0, "")


@as_root
@pytest.mark.parametrize("words", WRITING.values(), ids=WRITING)
def test_a_disk_that_may_only_be_read(nursery: Nursery, disk: Path, words: str) -> None:
    before = held(disk)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)  # noqa: S607
    ended = nursery.run(Call(words.split(), str(disk)))
    assert (ended.code, ended.err.count("\n")) == (1, 1), ended.err
    assert held(disk) == before


@as_root
@pytest.mark.parametrize("words", WRITING.values(), ids=WRITING)
def test_a_folder_of_somebody_else(nursery: Nursery, desk: Path, words: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        lay(desk, folder)
        before = held(folder)
        ended = nursery.run(Call(words.split(), name, nobody=True))
        assert (ended.code, ended.err.count("\n")) == (1, 1), ended.err
        assert held(folder) == before
        for read in READING.values():
            assert nursery.run(Call(read.split(), name, nobody=True)).code == 0


@as_root
def test_a_folder_that_is_closed(nursery: Nursery, desk: Path) -> None:
    """Python itself is at a loss whether anything is in it."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        closed = Path(name) / "closed"
        closed.mkdir(mode=0o700)
        lay(desk, closed)
        for words in [*WRITING.values(), *READING.values()]:
            command, file, *more = words.replace("talks.db", "closed/talks.db").split()
            if command == "demo":
                continue
            file = f"closed/{file.removeprefix('closed/')}"
            ended = nursery.run(Call([command, file, *more], name, nobody=True))
            assert ended.code == 1, words
            assert "Traceback" not in ended.err
            assert len(ended.err.splitlines()) <= 2, ended.err
