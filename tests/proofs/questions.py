"""Compare the answers to further questions with the definitions, on as many models as asked.

    python tests/proofs/questions.py --models 10000 --seed 1

draws small models for each question and prints what was compared; the seed of each
disagreement is printed with it. ``--only inverse`` asks one question.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from questions import (
    coalitions_agreement,
    inverse_agreement,
    over_time_agreement,
    rests_agreement,
)
from table import packages_agreement

QUESTIONS: dict[str, Callable[[int], Counter[str]]] = {
    "coalitions": lambda seed: coalitions_agreement.compare(coalitions_agreement.drawn(seed)),
    "inverse": lambda seed: inverse_agreement.compare(inverse_agreement.drawn(seed), Random(seed)),
    "over-time": lambda seed: over_time_agreement.compare(*over_time_agreement.drawn(seed)),
    "packages": lambda seed: packages_agreement.compare(
        *packages_agreement.drawn(seed), Random(seed)
    ),
    "pairs": lambda seed: rests_agreement.compare_pairs(*rests_agreement.drawn_for_pairs(seed)),
    "rests-on": lambda seed: rests_agreement.compare(*rests_agreement.drawn(seed), Random(seed)),
    "swaps": lambda seed: inverse_agreement.compare_swaps(*inverse_agreement.strict(seed)),
    "swaps with ties": lambda seed: inverse_agreement.compare_swaps(*inverse_agreement.tied(seed)),
}


def prove(question: str, seeds: range) -> tuple[Counter[str], int]:
    """Compare the models of some seeds, print the disagreements, and count both."""
    met, failures = Counter[str](), 0
    for seed in seeds:
        try:
            met += QUESTIONS[question](seed)
        except AssertionError as disagreement:
            failures += 1
            print(f"{question}, seed {seed}: {disagreement}", flush=True)  # noqa: T201
    return met, failures


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--models", type=int, default=10_000, help="for each question")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=[*QUESTIONS])
    asked = parser.parse_args()
    disagreements = 0
    for question in [asked.only] if asked.only else QUESTIONS:
        start = time.perf_counter()
        met, failures = prove(question, range(asked.seed, asked.seed + asked.models))
        disagreements += failures
        print(f"{question}: {failures} disagree ({time.perf_counter() - start:.0f} s)")  # noqa: T201
        for what, count in sorted(met.items()):
            print(f"{count:9,} {what}")  # noqa: T201
    return 1 if disagreements else 0


if __name__ == "__main__":
    sys.exit(main())
