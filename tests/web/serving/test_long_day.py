"""An app that is worked with for long takes no more of the machine."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

PROOF = Path(__file__).parents[2] / "proofs" / "long_day.py"
FIGURES = re.compile(r"(\d+) edits: (\d+) MB and (\d+) files after a third")

needs_proc = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def _proved(*flags: str) -> str:
    words = [sys.executable, str(PROOF), *flags]
    proof = subprocess.run(words, capture_output=True, text=True, check=False)
    assert proof.returncode == 0, proof.stdout + proof.stderr
    return proof.stdout


@needs_proc
def test_a_hundred_edits_keep_nothing_open() -> None:
    figures = FIGURES.match(_proved("--edits", "100"))
    assert figures is not None
    edits, megabytes, files = map(int, figures.groups())
    assert (edits, megabytes > 10, files > 3) == (100, True, True)


@needs_proc
@pytest.mark.slow
def test_an_hour_of_edits_keeps_nothing_open() -> None:
    _proved()
