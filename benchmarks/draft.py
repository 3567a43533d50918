"""What a draft of many reports takes: ``python benchmarks/draft.py [--against CHECKOUT]``.

``--reports 200`` invented reports, those of `folder.py`, are read into a dossier file, and the
draft of it is timed: CPU seconds, the least of some rounds, of the draft alone and with the file
read as one. ``--against`` names another checkout, which reads and drafts the same reports turn by
turn with this one; how many times faster this one is, is printed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any

from folder import invented
from kept import Record

HERE = Path(__file__).parents[1]


class Checkout:
    """A process that drafts with the source of a checkout, a round whenever it is asked."""

    def __init__(self, root: Path, folder: Path, name: str) -> None:
        words = [sys.executable, __file__, "--serve", str(folder), str(folder / f"{name}.db")]
        paths = [str(root / "src"), str(HERE / "benchmarks")]
        self._process = subprocess.Popen(
            words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        )

    def round(self) -> dict[str, float]:
        """Draft once; give what it took."""
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("the process has no pipes")
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        taken: dict[str, float] = json.loads(self._process.stdout.readline())
        return taken

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


def serve(folder: Path, file: Path) -> None:
    """Read a folder, then draft of it for each line that comes in, and say what it took."""
    from satumeja import dossier

    def clocked(work: Any) -> tuple[Any, float]:
        start = time.process_time()
        result = work()
        return result, time.process_time() - start

    with dossier.DossierFile(file, create=True) as opened:
        dossier.gather(opened, sorted(folder.glob("*.txt")))
        for _ in sys.stdin:
            whole, reading = clocked(partial(dossier.whole, opened))
            text, drafting = clocked(partial(dossier.draft, whole, report_path=str(folder)))
            taken = {"draft": drafting, "whole and draft": reading + drafting}
            print(json.dumps({**taken, "lines": text.count("\n")}), flush=True)


def measure(folder: Path, against: Path | None, rounds: int, record: Record) -> None:
    """Draft in turns, and print the least that each took."""
    roots = {"this": HERE} | ({"other": against} if against else {})
    checkouts = {name: Checkout(root, folder, name) for name, root in roots.items()}
    least: dict[str, dict[str, float]] = {name: {} for name in checkouts}
    for _ in range(rounds):
        for name, checkout in checkouts.items():
            for key, taken in checkout.round().items():
                least[name][key] = min(taken, least[name].get(key, taken))
    for checkout in checkouts.values():
        checkout.close()
    for name, figures in least.items():
        print(f"{name:6} {int(figures.pop('lines')):5} lines", end="")
        for key, seconds in figures.items():
            print(f"   {key} {seconds:.3f} s", end="")
            if name == "this":
                record.note(key, seconds)
        print()
    if against:
        for key, seconds in least["this"].items():
            print(f"{key}: {least['other'][key] / seconds:.1f} times faster")


def main() -> None:
    """Measure as many reports as asked for."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--reports", type=int, default=200)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--against", type=Path)
    options.add_argument("--serve", type=Path, nargs=2, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.serve:
        serve(*chosen.serve)
        return
    draw = random.Random(1)
    with Record("draft.py") as record, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(chosen.reports):
            text = invented(number, draw)
            (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
        measure(folder, chosen.against, chosen.rounds, record)


if __name__ == "__main__":
    main()
