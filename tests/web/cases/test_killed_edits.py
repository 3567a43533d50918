"""Editors that are killed at any moment, or that edit at once, lose nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from satumeja import gallery
from satumeja.web.cases import Case

PROOF = Path(__file__).parents[2] / "proofs" / "killed_edits.py"
EDITOR = """
import sys
from itertools import pairwise
from pathlib import Path
from satumeja.web.cases import BusyError, Case, ChangedError
case, wishes = Case(Path(sys.argv[1])), "decision_makers.russia.preferences"
count = 0
while count < 8:
    base = case.read("talks.yaml").version
    try:
        ops = [{"op": "move", "from": f"{wishes}[{count % 3 + 1}]", "to": f"{wishes}[0]"}]
        case.edit("talks.yaml", base, ops, who=sys.argv[2])
        count += 1
    except (BusyError, ChangedError):  # on a slow machine, the other one had it for long
        pass
case.close()
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be copied")
def test_nothing_acknowledged_is_lost() -> None:
    """In a process of its own: one that has threads should not be copied."""
    words = [sys.executable, str(PROOF), "--kills", "10", "--moments", "10"]
    proof = subprocess.run(words, capture_output=True, text=True, check=False)
    assert proof.returncode == 0, proof.stdout + proof.stderr
    assert "10 killed at random" in proof.stdout


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be copied")
def test_nothing_is_lost_in_two_hundred_kills() -> None:
    proof = subprocess.run(
        [sys.executable, str(PROOF)], capture_output=True, text=True, check=False
    )
    assert proof.returncode == 0, proof.stdout + proof.stderr


def test_editors_at_once_follow_each_other(tmp_path: Path) -> None:
    """Each step begins where the one before it ended: none writes over another."""
    (tmp_path / "talks.yaml").write_text(gallery.text("december-2021-a"))
    words = [sys.executable, "-c", EDITOR, str(tmp_path)]
    editors = [subprocess.Popen([*words, who], stderr=subprocess.PIPE) for who in ("a", "b")]
    ends = [(editor.communicate(timeout=300)[1].decode(), editor.returncode) for editor in editors]
    assert ends == [("", 0)] * 2
    case = Case(tmp_path)
    steps = case.steps("talks.yaml")[::-1]
    assert [step.kind for step in steps] == ["outside", *["edit"] * 16]
    assert all(step.before == before.after for before, step in pairwise(steps))
    for step in reversed(steps[1:]):
        case.undo("talks.yaml", step.after)
    assert (tmp_path / "talks.yaml").read_text() == gallery.text("december-2021-a")
    case.close()
