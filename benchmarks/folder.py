"""Time and memory of a dossier of many reports: ``python benchmarks/folder.py``.

``--reports 200`` invented reports of about 5,000 characters are made of the gold's own,
with other names, days and paragraphs, and read into a dossier file; then each command on
it is timed. CPU seconds of this process, but for the reading with ``--jobs``: wall seconds.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kept import Record

from satumeja import dossier, questions
from satumeja.brief import dossier_page
from satumeja.dossier import DossierFile, whole

GOLD = Path(__file__).parents[1] / "tests" / "data" / "gold"
SURNAMES = (
    *("Abadi", "Barros", "Castel", "Dahlan", "Eriks", "Farouk", "Gunadi", "Haddad", "Ibarra"),
    *("Jansen", "Kovac", "Lindqvist", "Mbeki", "Nasution", "Okafor", "Pranoto", "Quiroga"),
    *("Rahimi", "Salonga", "Tanaka", "Ulloa", "Varga", "Wibowo", "Yilmaz", "Zapata"),
)
_PERSON = re.compile(r"(?<=[a-z] )([A-Z][a-z]{3,}) ([A-Z][a-z]{3,})(?=[,.]| [a-z])")
_LEAST = 4_600


def invented(number: int, draw: random.Random) -> str:
    """Make a report of several of the gold's, in the language of the first."""
    language = draw.choice(["id", "en"])
    chosen = draw.sample(sorted(GOLD.glob(f"*.{language}.txt")), 5)
    first, *others = [path.read_text(encoding="utf-8").strip() for path in chosen]
    paragraphs = first.split("\n\n")
    for other in others:
        if sum(map(len, paragraphs)) > _LEAST:
            break
        paragraphs += other.split("\n\n")[2:-1]
    text = "\n\n".join(paragraphs)
    day, month = number % 28 + 1, number // 28 % 12 + 1
    text = re.sub(r"\b\d{1,2}(/\d{1,2})?/20\d\d\b", f"{day}/{month}/2024", text)
    text = re.sub(r"\b\d{1,2} ([A-Z][a-z]+) 20\d\d", rf"{day} \1 2024", text)
    text = re.sub(r"\b([A-Z][a-z]+) \d{1,2}, 20\d\d", rf"\1 {day}, 2024", text)
    names = {match[2] for match in _PERSON.finditer(text)}
    for name in sorted(names):
        text = re.sub(rf"\b{name}\b", draw.choice(SURNAMES), text)
    return text + f"\n\n({number})\n"


def timed(name: str, work: Callable[[], Any], record: Record) -> Any:
    """Do something, say how long it took, and note it."""
    start = time.process_time()
    result = work()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    took = time.process_time() - start
    print(f"{name:12} {took:8.2f} s CPU, {memory} MB so far", flush=True)
    record.note(name, took)
    return result


def measure(folder: Path, reports: int, jobs: int, record: Record) -> None:
    """Make the reports, read them, and ask of them."""
    draw = random.Random(1)
    for number in range(reports):
        (folder / f"{number:05}.txt").write_text(invented(number, draw), encoding="utf-8")
    paths = sorted(folder.glob("*.txt"))
    letters = sum(len(path.read_text(encoding="utf-8")) for path in paths)
    print(f"{reports} reports, {letters // reports} characters each")
    with DossierFile(folder / "all.db", create=True) as file:
        start = time.perf_counter()
        with questions.workers(jobs) as executor:
            done = timed("gather", lambda: dossier.gather(file, paths, executor=executor), record)
        print(
            f"             {time.perf_counter() - start:8.2f} s wall with {jobs}, {done.read} read"
        )
        timed("again", lambda: dossier.gather(file, paths), record)
        found = timed("whole", lambda: whole(file), record)
    counts = f"{len(found.dossier.statements)} statements, {len(found.dossier.acts)} acts"
    print(f"{counts}, {len(found.dossier.actors)} actors, file {size(folder / 'all.db')}")
    timed("timeline", lambda: dossier.timeline(found), record)
    timed("positions", lambda: dossier.positions(found), record)
    timed("disputes", lambda: dossier.disputes(found), record)
    groups = timed("same", lambda: dossier.same(found), record)
    page = timed("page", lambda: dossier_page(found), record)
    print(f"{len(groups)} groups; page {len(page) / 1e6:.1f} MB")


def size(path: Path) -> str:
    """Say how large a file is."""
    return f"{path.stat().st_size / 1e6:.1f} MB"


def main() -> None:
    """Measure as many reports as asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--reports", type=int, default=200)
    options.add_argument("--jobs", type=int, default=1)
    chosen = options.parse_args()
    with Record("folder.py") as record, tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), chosen.reports, chosen.jobs, record)


if __name__ == "__main__":
    main()
