"""Writers that are killed, or disturbed, at any moment lose nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROOF = Path(__file__).parents[1] / "proofs" / "killed.py"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be copied")
def test_nothing_whole_is_lost() -> None:
    """In a process of its own: one that has threads should not be copied."""
    words = [sys.executable, str(PROOF)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("moments killed") == 5
    assert done.stdout.count("moments of another's") == 6


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be copied")
def test_commands_that_are_killed_lose_nothing() -> None:
    """At random, and at a call to do with files where they can be counted."""
    words = [sys.executable, str(PROOF.with_name("killed_commands.py"))]
    words += ["--kills", "2", "--calls", "3", "--only", "dossier", "correct", "sweep", "set"]
    words += ["convert to a file", "convert to a folder"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("2 killed at random") == 6


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be copied")
def test_commands_that_are_killed_two_hundred_times_lose_nothing() -> None:
    words = [sys.executable, str(PROOF.with_name("killed_commands.py"))]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
