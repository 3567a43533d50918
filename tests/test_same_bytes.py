"""The same bytes whatever the day, the zone, the seed of hashes, the engine below, the folder.

The share of `tests/proofs/determinism.py` that is made each time: all that could matter differs
at once between two runs, so nothing is said of which of them would be at fault; the proof says.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

import same_bytes
from satumeja.cli._options import FORMATS

SET = {"SOURCE_DATE_EPOCH": "1640217600"}
WRITING = "^(brief|backtest|correct|exchange|convert demo)"
ONE = {"PYTHONHASHSEED": "0", "TZ": "Pacific/Niue", "LC_ALL": "C", "SATUMEJA_KERNEL": "compiled"}
OTHER = {
    "PYTHONHASHSEED": "1",
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "tr_TR.UTF-8",
    "SATUMEJA_KERNEL": "numpy",
}


def made(
    folder: Path,
    *words: str,
    environment: Mapping[str, str] = MappingProxyType({}),
    umask: int = 0o022,
    files: Mapping[str, bytes] = MappingProxyType({}),
) -> dict[str, str]:
    """Run all lines in a folder, some files there, in a process of its own."""
    scratch = folder / "scratch"
    folder.mkdir()
    scratch.mkdir(mode=0o700)
    work = folder / "work"
    work.mkdir()
    for name, content in files.items():
        (work / name).write_bytes(content)
    if environment.get("SATUMEJA_KERNEL") == "compiled":
        pytest.importorskip("satumeja.stability.kernel._compiled")
    kept = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    done = subprocess.run(
        [sys.executable, same_bytes.__file__, *words],
        cwd=work,
        env=kept | {"TMPDIR": str(scratch), **environment},
        capture_output=True,
        text=True,
        umask=umask,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told: dict[str, str] = json.loads(done.stdout)
    assert not list(scratch.iterdir()), "something was left where temporary files are made"
    return told


def differing(first: dict[str, str], second: dict[str, str]) -> list[str]:
    """Name what two runs did not make alike."""
    return [key for key in sorted({*first, *second}) if first.get(key) != second.get(key)]


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("one") / "here"
    return made(folder, environment=ONE | SET)


def test_each_line_ends_as_it_should(one: dict[str, str]) -> None:
    ended = {line: told.split()[0] for line, told in one.items() if not line.startswith("file ")}
    assert {line for line, code in ended.items() if code != "0"} == {*same_bytes.NO_ANSWER}
    refusals = [one[line] for line in same_bytes.NO_ANSWER]
    assert not [told for told in refusals if told.startswith("1 ") and told.count("\n") != 1]
    commands = {line.split()[0] for line in ended}
    assert commands == {entry.name for entry in same_bytes.ENTRIES}
    written = {key.removeprefix("file ") for key in one if key.startswith("file made-")}
    endings = {Path(Path(name).parts[0]).suffix for name in written}
    assert endings == {suffix for _, known in FORMATS.values() for suffix in known}


def test_the_same_bytes_whatever_is_different(one: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "an other, with é"
    words = ("--jobs", "2", "--without", "oxidd")
    other = made(folder, *words, umask=0o077, environment=OTHER | SET)
    assert differing(one, other) == []


def test_where_no_day_is_set_it_is_in_what_is_dated_and_nowhere_else(
    one: dict[str, str], tmp_path: Path
) -> None:
    """Not even where a library writes files that can hold a moment of its own."""
    today = made(tmp_path / "today", "--only", WRITING, environment=ONE)
    differ = differing({key: one[key] for key in today}, today)
    assert {key for key in differ if not key.startswith("file ")} == {
        "correct demo-output/talks.db --log --json",
        "correct demo-output/talks.db r1#a14 accept --who Ana --json",
        *(line for line in today if line.startswith("backtest freeze ")),  # tells the hash
    }
    assert {key for key in differ if key.startswith("file ")} == {
        *(f"file made-backtest--out{end}" for end in (".yaml", ".yml", ".json")),
        *(f"file made-brief--out{end}" for end in (".html", ".docx", ".pdf")),
        "file demo-output/brief.html",
        "file demo-output/talks.db",
    }


def test_a_line_that_asks_a_network_is_told(tmp_path: Path) -> None:
    """What shows that all others ask none."""
    line = "read demo-output/report.txt --reader http://127.0.0.1:9 --reader-model a"
    done = subprocess.run(
        [sys.executable, same_bytes.__file__, "--only", "^never", "--also", line],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.startswith("satumeja read")) == (3, True)
