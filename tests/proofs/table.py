"""Compare every answer about tables with the definitions, on as many models as asked.

    python tests/proofs/table.py --models 10000 --seed 1

draws models (a quarter in graph form) with red lines, tables and threats, and prints what
was compared. The seed of each disagreement is printed with it.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from table.agreement import compare, drawn


def prove(seeds: range, total: int) -> tuple[Counter[str], int]:
    """Compare the models of some seeds, print the disagreements, and count both."""
    met, failures = Counter[str](), 0
    for done, seed in enumerate(seeds):
        if done and not done % 1000:
            print(f"{done:,} models", file=sys.stderr, flush=True)  # noqa: T201
        try:
            met += compare(*drawn(seed, total=total), Random(seed))
        except AssertionError as disagreement:
            failures += 1
            print(f"seed {seed}: {disagreement}", flush=True)  # noqa: T201
    return met, failures


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--models", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--options", type=int, default=5, help="most options of a model")
    asked = parser.parse_args()
    start = time.perf_counter()
    met, failures = prove(range(asked.seed, asked.seed + asked.models), asked.options)
    for what, count in sorted(met.items()):
        print(f"{count:9,} {what}")  # noqa: T201
    print(f"{failures:9,} models disagree ({time.perf_counter() - start:.0f} s)")  # noqa: T201
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
