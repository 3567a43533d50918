"""Hold paths to the definition on many random models.

    python tests/proofs/paths.py --models 5000 --seed 1

prints how many models agreed; the first that does not stops it with both answers.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[1])  # not this folder: it has a "questions"

from literal import build
from questions.sequences import check
from random_models import random_graph_model, random_option_model
from satumeja.questions.ways import _reach


def run(models: int, seed: int) -> int:
    """Check so many models by both ways of following moves; return how many agreed."""
    for k in range(models):
        rng = Random(f"{seed}/{k}")
        draw = random_graph_model if k % 2 else random_option_model
        native = draw(rng)
        _reach._FEW = 0 if k % 4 > 1 else 64
        check(native, rng.choice(build(native).states), k % 8 > 3)
    return models


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(f"{run(options.models, options.seed)} models agree")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
