"""Kill those who edit the models of a case at every moment, and at random ones: nothing is lost.

    python tests/proofs/killed_edits.py --kills 200 --seed 1

Each round starts a process that edits, undoes and redoes again and again, and says before each
step what the file will be, and after it that it was told so. It is killed (SIGKILL). Then the
file must parse and be what was last acknowledged, or what was under way; the history must be
sound and lead back and forth to the byte; and nothing half-written may be left when the case is
opened again. In other rounds it is killed at its first call that has to do with files, at its
second, and so on. POSIX only.
"""

from __future__ import annotations

import argparse
import os
import select
import signal
import sqlite3
import sys
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from proofs.killed import at, kill
from satumeja import formats, gallery
from satumeja.web.cases import Case, version_of

FILE = "talks.yaml"
TEXT = gallery.text("december-2021-a")
WISHES = "decision_makers.russia.preferences"
_LONGEST = 0.25
"""Seconds that a process lives at most: a dozen edits."""


@dataclass(frozen=True)
class Step:
    """One thing an editor does: what the file will be, and how it is done."""

    after: str
    do: Callable[[], object]


def next_step(case: Case, rng: Random) -> Step | None:
    """Draw what is done next."""
    base = case.read(FILE).version
    trail = case.trail(FILE)
    draw = rng.random()
    if draw < 0.25 and trail.undo is not None and trail.undo.before is not None:
        return Step(trail.undo.before, lambda: case.undo(FILE, base))
    if draw < 0.4 and trail.redo is not None:
        return Step(trail.redo.after, lambda: case.redo(FILE, base))
    ops = [{"op": "move", "from": f"{WISHES}[{rng.randrange(3)}]", "to": f"{WISHES}[0]"}]
    if rng.random() < 0.3:
        ops.append({"op": "set", "at": "question", "value": f"What of {rng.random()}?"})
    after = case.edit(FILE, base, ops, dry=True).after.version
    return Step(after, lambda: case.edit(FILE, base, ops)) if after != base else None


def edit_on(folder: Path, rng: Random, say: int) -> None:
    """Edit for ever, and say before and after each step what the file is."""
    case = Case(folder)
    while True:
        step = next_step(case, rng)
        if step is not None:
            os.write(say, f"try {step.after}\n".encode())
            step.do()
            os.write(say, f"ack {step.after}\n".encode())


def killed_editor(folder: Path, rng: Random, moment: int | None) -> tuple[str, str]:
    """Start an editor and kill it; give what it acknowledged last and what was under way.

    Parameters
    ----------
    folder : Path
        The case.
    rng : Random
        Draws what it does, and, where no moment is said, when it is killed.
    moment : int or None
        The call that has to do with files at which it is killed, counted from its first step.
    """
    read, say = os.pipe()
    seed, life = rng.random(), rng.uniform(0, _LONGEST)
    process = os.fork()
    if process == 0:
        try:
            if moment is not None:
                at(moment, kill)
            edit_on(folder, Random(seed), say)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(2)
    os.close(say)
    if moment is None:
        select.select([read], [], [], 30)  # it is at work
        select.select([], [], [], life)
        os.kill(process, signal.SIGKILL)
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == -signal.SIGKILL
    with os.fdopen(read) as lines:
        words = [line.split() for line in lines if line.endswith("\n")]
    acknowledged = [version for kind, version in words if kind == "ack"]
    tried = [version for kind, version in words if kind == "try"]
    return acknowledged[-1] if acknowledged else "", tried[-1] if tried else ""


def check(folder: Path, before: str, acknowledged: str, under_way: str) -> int:
    """Look at what a killed editor left; give how many steps can be taken back."""
    content = (folder / FILE).read_bytes()
    formats.loads(content.decode())
    last = acknowledged or before
    assert version_of(content) in (last, under_way), "neither acknowledged nor under way"
    base = sqlite3.connect(folder / ".satumeja" / "history.db")
    assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    base.close()
    case = Case(folder)
    assert not list(folder.rglob(".satumeja-*")), "something half-written is left"
    assert not case.history.intended(), "nobody knows whether a step landed"
    assert case.notes == []
    assert (folder / FILE).read_bytes() == content, "opening changes a file"
    steps = back_and_forth(case)
    assert (folder / FILE).read_bytes() == content
    case.close()
    return steps


def back_and_forth(case: Case) -> int:
    """Take steps back and do them again, a few; each must give the text it was."""
    steps = 0
    while steps < 5 and (step := case.trail(FILE).undo) is not None:
        case.undo(FILE, case.read(FILE).version)
        assert case.read(FILE).version == step.before, "undo gives another text"
        steps += 1
    for _ in range(steps):
        case.redo(FILE, case.read(FILE).version)
    return steps


def killed_at_random(kills: int, rng: Random) -> tuple[int, int]:
    """Kill editors of one case again and again; give steps acknowledged and taken back."""
    acknowledged, undone = 0, 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / FILE).write_text(TEXT)
        Case(folder).close()
        for _ in range(kills):
            before = version_of((folder / FILE).read_bytes())
            last, under_way = killed_editor(folder, rng, None)
            acknowledged += bool(last)
            undone += check(folder, before, last, under_way)
    return acknowledged, undone


def killed_at_each_moment(rng: Random, most: int) -> int:
    """Kill an editor of a new case at its first call to do with files, its second, and so on."""
    for moment in range(most):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / FILE).write_text(TEXT)
            last, under_way = killed_editor(folder, rng, moment)
            if (folder / ".satumeja" / "history.db").exists():
                check(folder, version_of(TEXT.encode()), last, under_way)
            assert (folder / FILE).exists()
    return most


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--moments", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = Random(options.seed)
    acknowledged, undone = killed_at_random(options.kills, rng)
    print(f"{options.kills:5} killed at random, {acknowledged} after a step; {undone} undone")  # noqa: T201
    moments = killed_at_each_moment(rng, options.moments)
    print(f"{moments:5} killed at one moment after the other")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
