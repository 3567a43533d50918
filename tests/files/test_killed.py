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
