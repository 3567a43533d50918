"""Measure how fast reports are read: ``python benchmarks/read.py``."""

from __future__ import annotations

import argparse
import time
from importlib.resources import files

from kept import Record

from satumeja.dossier import read
from satumeja.report import parse


def measure_speed(rounds: int, record: Record) -> None:
    """Print reports a second on the shipped reports."""
    folder = files("satumeja").joinpath("data", "reports")
    for name in ("talks-2021-12-23.id.txt", "talks-2021-12-23.en.txt"):
        text = folder.joinpath(name).read_text(encoding="utf-8")
        read(parse(text))
        start = time.process_time()
        for _ in range(rounds):
            read(parse(text))
        seconds = (time.process_time() - start) / rounds
        print(
            f"speed      {name}: {len(text)} characters, {1000 * seconds:.1f} ms, "
            f"{1 / seconds:.0f} reports a second"
        )
        record.note(name, seconds)


def main() -> None:
    """Measure the shipped reports."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=20)
    rounds = options.parse_args().rounds
    with Record("read.py") as record:
        measure_speed(rounds, record)


if __name__ == "__main__":
    main()
