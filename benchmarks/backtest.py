"""Time of a backtest of the whole gallery: every model, five concepts, 5,000 random rankings.

``python benchmarks/backtest.py [--profiles 5000]`` prints, for each model, the CPU seconds of
its row of a backtest, and their sum, which is to stay within 20 seconds on one core. Where the
gallery does not say what happened, state 1 stands for it: the time hangs on the model alone.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator

from kept import Record

from satumeja import gallery
from satumeja.questions import Case, backtest


def rows(profiles: int, record: Record) -> Iterator[str]:
    happened = {outcome.name: outcome.states for outcome in gallery.outcomes()}
    total = 0.0
    for entry in gallery.entries():
        case = Case(entry.id, gallery.load(entry.id), happened.get(entry.id, (1,)))
        start = time.process_time()
        backtest([case], profiles=profiles)
        seconds = time.process_time() - start
        total += seconds
        yield f"{entry.id:32} {len(case.model.states):6} states {seconds:8.2f} s"
    record.note(f"gallery, {profiles} profiles", total)
    yield f"{'all of it, five concepts':32} {'':13} {total:8.2f} s"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profiles", type=int, default=5_000)
    given = parser.parse_args()
    with Record("backtest.py") as record:
        for row in rows(given.profiles, record):
            print(row)


if __name__ == "__main__":
    main()
