"""Kill those who correct a dossier, many at once, at moments drawn at random: nothing is lost.

    python tests/proofs/killed_corrections.py --kills 100 --seed 1

Each round starts a process that corrects a dossier file again and again, and writes a line
for each correction it was told is kept; another corrects the same file meanwhile. The first is
killed (SIGKILL). Then the file must be sound, and hold every correction that was acknowledged.
POSIX only.
"""

from __future__ import annotations

import argparse
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from satumeja import dossier
from satumeja.dossier import DossierFile, history

REPORT = (
    "Peru Tuntut Ekuador Mundur\n\nSenin, 8 Mei 2023 - 10:15 WIB\nLIMA - Peru menuntut agar "
    "Ekuador menarik pasukan dari lembah itu. Peru menolak usul Ekuador.\n"
)
WORKER = """
import sys, time
from satumeja import dossier
from satumeja.dossier import DossierFile
path, who = sys.argv[1:]
with DossierFile(path) as file:
    key = next(item.key for item in dossier.items(file) if item.kind == "act")
    for number in range(100_000):
        note = f"{who} {number}"
        dossier.correct(file, key, "edit", who, {"date": "2023-05-01"}, note)
        print(note, flush=True)
        time.sleep(0.002)  # else it takes the lock again before the other is awake
"""


def started(path: Path, who: str) -> subprocess.Popen[str]:
    """Start somebody who corrects."""
    return subprocess.Popen(
        [sys.executable, "-c", WORKER, str(path), who], stdout=subprocess.PIPE, text=True
    )


def acknowledged(process: subprocess.Popen[str]) -> list[str]:
    """End a process at once, and give what it was told is kept: whole lines only."""
    process.send_signal(signal.SIGKILL)
    out = process.communicate()[0]
    return [line.strip() for line in out.splitlines(keepends=True) if line.endswith("\n")]


def round_of(path: Path, number: int, draw: Random) -> int:
    """Let two correct, kill both, and look at what is there."""
    both = [started(path, f"{name}{number}") for name in ("ana", "ben")]
    for process in both:  # both are at work before either is killed
        assert process.stdout is not None
        process.stdout.readline()
    time.sleep(draw.uniform(0, 0.25))
    kept = [line for process in both for line in acknowledged(process)]
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    with DossierFile(path) as file:
        notes = {correction.note for correction in history(file)}
        assert set(kept) <= notes, sorted(set(kept) - notes)
        assert dossier.whole(file).dossier.acts
    return len(kept)


def main() -> None:
    """Kill as often as asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    draw = Random(chosen.seed)
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "a.txt"
        report.write_text(REPORT, encoding="utf-8")
        path = Path(folder) / "d.db"
        with DossierFile(path, create=True) as file:
            dossier.gather(file, [report])
        rounds = (chosen.kills + 1) // 2
        kept = 0
        for number in range(rounds):
            own = Path(folder) / f"{number}.db"
            own.write_bytes(path.read_bytes())
            kept += round_of(own, number, draw)
    print(f"{2 * rounds} kills: the file sound, {kept} acknowledged corrections all there")  # noqa: T201


if __name__ == "__main__":
    main()
