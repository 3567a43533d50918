"""A dossier here and with another build, side by side: ``python benchmarks/dossiers.py``.

``--against CHECKOUT`` names another checkout, whose `.venv` runs it (`make .venv/testable` there).
``--reports 1000`` invented reports are read into a dossier file by both, and
each is asked for the same; CPU seconds of each build, the best of ``--rounds``, and how many
times faster this one is. ``--jobs 2`` reads once more with two workers, in wall seconds.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from folder import invented

# Runs in either build, so it asks of the room only what both have, and `items` where it is.
WORK = """
import json, sys, time
from pathlib import Path
from satumeja import dossier
from satumeja.dossier import DossierFile, whole

folder, file, rounds, drafted = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
took = {}

def timed(name, work):
    start = time.process_time()
    result = work()
    took[name] = min(took.get(name, 1e9), time.process_time() - start)
    return result

paths = sorted(folder.glob("*.txt"))
with DossierFile(file, create=True) as opened:
    timed("read all", lambda: dossier.gather(opened, paths))
    for _ in range(rounds):
        found = timed("whole", lambda: whole(opened))
    acts = found.dossier.acts
    del found
    for place in range(rounds):
        key = acts[len(acts) * (place + 1) // (rounds + 2)].id
        timed("one correction", lambda: dossier.correct(opened, key, "accept", "a"))
        bearer = acts[len(acts) * (place + 1) // (rounds + 2)].statement
        if bearer and hasattr(dossier, "decide"):
            timed("one decision", lambda: dossier.decide(opened, bearer, "accept", "a"))
        report = key.partition("#")[0]
        if hasattr(dossier, "items"):
            timed("one report's items", lambda: dossier.items(opened, report))
        else:
            timed("one report's items", lambda: whole(opened))
with DossierFile(file + ".small", create=True) as opened:
    dossier.gather(opened, paths[:drafted])
    for _ in range(rounds):
        timed("draft", lambda: dossier.draft(whole(opened)))
print(json.dumps(took))
"""
JOBS = """
import sys, time
from pathlib import Path
from satumeja import dossier, questions
from satumeja.dossier import DossierFile
if __name__ == "__main__":
    paths = sorted(Path(sys.argv[1]).glob("*.txt"))
    file, jobs = DossierFile(sys.argv[2], create=True), int(sys.argv[3])
    with file as opened, questions.workers(jobs) as pool:
        start = time.perf_counter()
        dossier.gather(opened, paths, executor=pool)
        print(time.perf_counter() - start)
"""


def ran(python: str, code: str, *words: object) -> str:
    """Run code in a build, from a file, so that workers can find it."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "work.py"
        script.write_text(code, encoding="utf-8")
        command = [python, str(script), *map(str, words)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Measure both builds, and print how many times faster this one is."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--against", type=Path, metavar="CHECKOUT", help="the other build")
    options.add_argument("--reports", type=int, default=1000)
    options.add_argument("--drafted", type=int, default=200, help="reports of the draft")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--jobs", type=int, default=1)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder, draw = Path(name), random.Random(1)
        for number in range(chosen.reports):
            text = invented(number, draw)
            (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
        took = {}
        other = chosen.against and str(chosen.against / ".venv" / "bin" / "python")
        for build, python in (("this", sys.executable), ("other", other)):
            if python:
                words = (folder, folder / f"{build}.db", chosen.rounds, chosen.drafted)
                took[build] = json.loads(ran(python, WORK, *words))
        for work, seconds in took["this"].items():
            theirs = took.get("other", {}).get(work)
            ratio = f", the other {theirs:9.4f} s: {theirs / seconds:6.1f} times" if theirs else ""
            print(f"{work:20} {seconds:9.4f} s CPU{ratio}", flush=True)
        if chosen.jobs > 1:
            alone, together = (
                float(ran(sys.executable, JOBS, folder, folder / f"{jobs}.db", jobs))
                for jobs in (1, chosen.jobs)
            )
            print(
                f"{chosen.jobs} workers: {alone / together:.2f} times as fast, by the wall clock"
            )


if __name__ == "__main__":
    main()
