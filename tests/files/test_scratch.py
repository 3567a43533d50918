"""What was left half-written goes; what another makes, or nobody knows, stays."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from satumeja.files import write_folder, write_whole
from satumeja.files._scratch import FOLDER, MAKING, scratch_name

pytestmark = pytest.mark.skipif(os.name == "nt", reason="locks of POSIX")

HOLDING = """
import sys
from satumeja import files
def pieces():
    yield "begun"
    print("held", flush=True)
    sys.stdin.readline()
    yield " and done"
files.write_whole(sys.argv[1], pieces())
"""


def test_what_a_killed_writer_left_goes(tmp_path: Path) -> None:
    (tmp_path / scratch_name()).write_text("half")
    left = tmp_path / scratch_name()
    (left / MAKING).mkdir(parents=True)
    (left / MAKING / "a.csv").write_text("half")
    write_whole(tmp_path / "a.txt", "whole")
    assert os.listdir(tmp_path) == ["a.txt"]


def test_an_old_folder_goes_where_all_in_it_is_known(tmp_path: Path) -> None:
    for names in ((), ("mine.csv",)):
        left = tmp_path / scratch_name()
        left.mkdir()
        write_folder(left / FOLDER, "sheets", {"a.csv": "old"})
        for name in names:
            (left / FOLDER / name).write_text("mine")
        write_whole(tmp_path / "a.txt", "whole")
        assert left.exists() == bool(names)
    assert (left / FOLDER / "mine.csv").read_text() == "mine"


def test_what_another_makes_stays(tmp_path: Path) -> None:
    words = [sys.executable, "-c", HOLDING, str(tmp_path / "slow.txt")]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as slow:
        assert slow.stdout is not None
        assert slow.stdout.readline() == b"held\n"
        write_whole(tmp_path / "a.txt", "whole")
        slow.communicate(b"\n")
    assert slow.returncode == 0
    assert (tmp_path / "slow.txt").read_text() == "begun and done"
    assert sorted(os.listdir(tmp_path)) == ["a.txt", "slow.txt"]


@pytest.mark.parametrize("name", [".satumeja-x", ".satumeja.sha256", ".satumeja-0123"])
def test_names_that_are_none_of_ours_stay(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    link = tmp_path / scratch_name()
    link.symlink_to(tmp_path / name)
    write_whole(tmp_path / "a.txt", "whole")
    assert (tmp_path / name).read_text() == "mine"
    assert link.is_symlink()
