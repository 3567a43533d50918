"""Every command where something is the matter with its streams, its terminal or its home."""

from __future__ import annotations

import json
import os
import shlex
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from forked import Call, Ended, Nursery
from satumeja.cli._panels import PANELS

ENTRIES = [entry for entries in PANELS.values() for entry in entries if not entry.stays]
CALLS = {entry.name: [entry.name, *shlex.split(entry.example)] for entry in ENTRIES}
KEPT_FIRST = {"correct", "dossier"}
"""What changes a file that it is given, and says so after."""
ASCII: dict[str, str | None] = {
    "LC_ALL": "POSIX",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONUNBUFFERED": None,
}
Plain = Callable[[str], tuple[Ended, dict[str, bytes]]]
each_command = pytest.mark.parametrize("name", CALLS)


def held(folder: Path) -> dict[str, bytes]:
    """What the files of a folder hold; a log of a database, which is emptied later, left out."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    logs = ("-wal", "-shm")
    return {str(f.relative_to(folder)): f.read_bytes() for f in files if not f.name.endswith(logs)}


def ran(nursery: Nursery, desk: Path, name: str, **fault: Any) -> Ended:
    return nursery.run(replace(Call(CALLS[name], str(desk)), **fault))


@pytest.fixture(scope="session")
def plain(nursery: Nursery, _desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Plain:
    """Give how a command ends where nothing is the matter, and what it leaves."""

    @cache
    def ended(name: str) -> tuple[Ended, dict[str, bytes]]:
        desk = tmp_path_factory.mktemp(name) / "desk"
        shutil.copytree(_desk, desk)
        result = ran(nursery, desk, name)
        assert (result.code, "Traceback" in result.err) == (0, False), result.err
        return result, held(desk)

    return ended


def without_times(out: str) -> list[str]:
    """Lines without those that name a moment."""
    return [line for line in out.splitlines() if "20:" not in line and " at 2" not in line]


@each_command
def test_what_is_not_there_is_not_missed(
    nursery: Nursery, desk: Path, plain: Plain, name: str
) -> None:
    """No home, no terminal, a width that is none, no standard input and error."""
    bare: dict[str, str | None] = {"HOME": None, "TERM": None, "COLUMNS": "²"}
    ended = ran(nursery, desk, name, settings=bare, stdin="closed", stderr="closed")
    assert (ended.code, ended.err) == (0, "")
    if name not in KEPT_FIRST:
        assert without_times(ended.out) == without_times(plain(name)[0].out)


@each_command
def test_a_narrow_page_and_an_error_stream_that_is_full(
    nursery: Nursery, desk: Path, name: str
) -> None:
    narrow: dict[str, str | None] = {"TERM": "dumb", "COLUMNS": "20", "LINES": "0"}
    ended = ran(nursery, desk, name, settings=narrow, stderr="/dev/full")
    assert (ended.code, "Traceback" in ended.out) == (0, False), ended.out


@pytest.mark.parametrize("columns", ["0", "1", "-5", "999999999999", "1" * 5000, "80.5"])
def test_no_width_is_too_absurd(nursery: Nursery, desk: Path, columns: str) -> None:
    ended = ran(nursery, desk, "rank", settings={"COLUMNS": columns})
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == ran(nursery, desk, "rank").out or columns == "1"


@each_command
def test_a_pipe_that_nobody_reads_is_a_quiet_end(
    nursery: Nursery, desk: Path, plain: Plain, name: str
) -> None:
    before = held(desk)
    ended = ran(nursery, desk, name, stdout="gone")
    prints = bool(plain(name)[0].out)
    assert ended.code == (141 if prints else 0)
    assert not prints or ended.err == ""
    assert before.keys() <= held(desk).keys()


@each_command
def test_an_output_that_is_full_is_told(
    nursery: Nursery, desk: Path, plain: Plain, name: str
) -> None:
    ended = ran(nursery, desk, name, stdout="/dev/full", settings={"PYTHONUNBUFFERED": None})
    if plain(name)[0].out:
        assert (ended.code, ended.err) == (1, "standard output: No space left on device\n")
    else:
        assert ended.code == 0


@each_command
def test_nothing_is_open_and_nothing_is_written_into_what_is_opened_next(
    nursery: Nursery, desk: Path, plain: Plain, name: str
) -> None:
    """A file opened after streams were closed must not get what they would have been given."""
    ended = ran(nursery, desk, name, stdin="closed", stdout="closed", stderr="closed")
    assert ended == Ended(0)
    if name not in KEPT_FIRST:
        assert held(desk) == plain(name)[1]


@each_command
def test_a_disk_that_takes_nothing_loses_nothing(nursery: Nursery, desk: Path, name: str) -> None:
    before = held(desk)
    ended = ran(nursery, desk, name, most_bytes=1)
    told = [line for line in ended.err.splitlines() if " -> " not in line]  # what cite changes
    assert ended.code in (0, 1)
    assert "Traceback" not in ended.err
    if ended.code:
        assert len(told) == 1
    assert held(desk) == before
    assert not list(desk.rglob(".satumeja-*"))


@each_command
def test_an_alphabet_of_26_letters(nursery: Nursery, desk: Path, name: str) -> None:
    """What has no sign in it is written out, in programs' answers too; names of files hold."""
    folder = "Lindóñez—磁"
    if name not in ("demo", "gallery", "schema", "backtest"):
        os.rename(desk / "demo-output", desk / folder)
    words = [word.replace("demo-output", folder) for word in CALLS[name]]
    ended = nursery.run(Call(words, str(desk), ASCII, fresh=True))
    assert (ended.code, "Traceback" in ended.err) == (0, False), ended.err
    assert (ended.out + ended.err).isascii()


def test_json_is_json_in_any_alphabet(nursery: Nursery, desk: Path) -> None:
    (desk / "in.txt").write_text("Ankara, 3 May 2023. Türkiye demanded that Greece withdraw.\n")
    words = ["read", "in.txt", "--json"]
    in_full = nursery.run(Call(words, str(desk)))
    ended = nursery.run(Call(words, str(desk), ASCII, fresh=True))
    assert ended.code == 0
    assert json.loads(ended.out) == json.loads(in_full.out)
    assert not in_full.out.isascii()


@pytest.mark.slow
@pytest.mark.parametrize("alphabet", ["ascii", "latin-1", "cp1252", "cp437"])
@each_command
def test_other_alphabets(nursery: Nursery, desk: Path, name: str, alphabet: str) -> None:
    settings: dict[str, str | None] = {"PYTHONIOENCODING": alphabet}
    ended = ran(nursery, desk, name, settings=settings, fresh=True)
    assert (ended.code, "Traceback" in ended.err) == (0, False), ended.err
