"""An app that is killed while it is asked loses nothing it acknowledged."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PROOF = Path(__file__).parents[2] / "proofs" / "killed_app.py"


def _proved(*flags: str) -> str:
    words = [sys.executable, str(PROOF), *flags]
    proof = subprocess.run(words, capture_output=True, text=True, check=False)
    assert proof.returncode == 0, proof.stdout + proof.stderr
    return proof.stdout


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_nothing_acknowledged_is_lost() -> None:
    edits, reports = re.findall(r"(\d+) (?:edits|reports)", _proved("--kills", "5"))
    assert int(edits) and int(reports)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_nothing_is_lost_in_two_hundred_kills() -> None:
    _proved()
