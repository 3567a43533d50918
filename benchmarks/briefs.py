"""What a brief takes: ``python benchmarks/briefs.py [--rounds 5]``.

Prints CPU seconds, the least of so many rounds, of the brief on December 2021 whole, without the
tables that most of its questions are about, and of a small conflict; of what answers rest on by
itself; and of the brief in a process of its own, with all that it loads. Set it beside another
revision with ``python benchmarks/run.py --only briefs --base REVISION``.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kept import Record
from startup import MODEL, spent

from satumeja.brief import render
from satumeja.formats import load
from satumeja.questions import rests_on

CHICKEN = str(Path(MODEL).with_name("chicken.yaml"))


def least(work: Callable[[], object], rounds: int) -> float:
    """Give the CPU seconds of the fastest of some rounds, each on a model loaded anew."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    render(load(CHICKEN))  # what is loaded once is loaded
    work: dict[str, Callable[[], object]] = {
        "brief": lambda: render(load(MODEL)),
        "brief without tables": lambda: render(replace(load(MODEL), tables=())),
        "brief of chicken": lambda: render(load(CHICKEN)),
        "what answers rest on": lambda: rests_on(load(MODEL), samples=200),
    }
    with Record("briefs.py") as record, tempfile.TemporaryDirectory() as folder:
        figures = {name: least(make, rounds) for name, make in work.items()}
        for name, model in (("brief", MODEL), ("brief of chicken", CHICKEN)):
            words = ["-m", "satumeja", "brief", model, "-o", "brief.html"]
            figures[f"satumeja {name}"] = min(spent(words, folder) for _ in range(rounds))
        for name, seconds in figures.items():
            print(f"{name:28} {seconds:.3f} s", flush=True)
            record.note(name, seconds)


if __name__ == "__main__":
    main()
