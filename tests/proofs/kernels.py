"""Compare the compiled kernel with numpy, bit by bit, on random cubes of options.

    python tests/proofs/kernels.py --models 20000 --seed 1

draws two to eight decision makers with up to `--options` options, some of them one-way, ranks
of each width with and without ties, all states or some; asks both for everything that credible
concepts rest on, and numpy in both of its ways, and compares values, types and shapes. The
first disagreement of each model is printed with the seed that shows it.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

import numpy as np

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from proofs.differential import Disagreement
from satumeja.model import DecisionMaker, Direction, Option, OptionStates, Ranking, Text
from satumeja.stability.explicit import _apart, _dense
from satumeja.stability.explicit._compiled_dense import CompiledDense
from satumeja.stability.explicit._dense import Cells, Dense

WAYS: list[Direction] = ["both", "both", "both", "forward", "back"]


def drawn(rng: Random, total: int) -> tuple[OptionStates, list[DecisionMaker], list[Cells]]:
    """Draw states, who moves among them, and their ranks in the narrowest type that does."""
    makers = rng.randint(1, 8)
    widths = [0] * makers
    for _ in range(rng.randint(1, total)):
        widths[rng.randrange(makers)] += 1
    ways = WAYS if rng.random() < 0.5 else WAYS[:3]
    dms = [
        DecisionMaker(
            f"d{i}",
            Text(f"d{i}"),
            Ranking(()),
            tuple(Option(f"o{k}", Text("o"), rng.choice(ways)) for k in range(width)),
        )
        for i, width in enumerate(widths)
    ]
    chance = np.random.default_rng(rng.getrandbits(32))
    codes = np.arange(1 << sum(widths), dtype=np.int64)
    kept = codes[chance.random(codes.size) < rng.choice([1.0, 1.0, 0.7, 0.3])]
    codes = kept if kept.size else codes[:1]
    return OptionStates(codes, tuple(widths)), dms, _ranks(rng, chance, codes.size, makers)


def _ranks(rng: Random, chance: np.random.Generator, size: int, makers: int) -> list[Cells]:
    kinds: list[Any] = [np.uint8, np.uint16, np.uint32]
    kind = rng.choice(kinds)
    most = min(rng.choice([1, 2, 5, size, 10**9]), int(np.iinfo(kind).max) - 1)
    strict = most >= size and rng.random() < 0.5
    return [
        (chance.permutation(size) + 1 if strict else chance.integers(1, most + 1, size)).astype(
            kind
        )
        for _ in range(makers)
    ]


def compare_seed(seed: int, total: int) -> int:
    """Compare one cube; return how many numbers were. Raises Disagreement."""
    rng = Random(seed)
    # As large cubes are: part by part, some parts at a time.
    with (
        patch.multiple(_dense, _WORTH_PARTS=0),
        patch.multiple(_apart, _CHUNK=rng.choice([1, 64])),
    ):
        return _compare(rng, total)


def _compare(rng: Random, total: int) -> int:
    states, dms, ranks = drawn(rng, total)
    plain, compiled = Dense(states, dms, ranks), CompiledDense(states, dms, ranks)
    numbers = 0
    for focal in range(len(dms)):
        rank = plain.ranks[focal]
        values = [rank, plain.best(focal, rank)][: rng.randint(1, 2)]
        lowest = plain.credible({focal: values})[focal]
        by_kernel = compiled.credible({focal: values})[focal]
        numbers += _same(lowest, by_kernel, f"lowest of d{focal}")
        thresholds = [plain.best(focal, np.minimum(rank, low)) for low in lowest]
        numbers += _same(thresholds, compiled.thresholds(focal, values), f"thresholds of d{focal}")
        apart = plain.thresholds(focal, values)
        numbers += _same(thresholds, apart, f"thresholds of d{focal} in parts")
    return numbers


def _same(plain: list[Cells], compiled: list[Cells], what: str) -> int:
    for by_numpy, by_kernel in zip(plain, compiled, strict=True):
        if by_numpy.dtype != by_kernel.dtype or by_numpy.shape != by_kernel.shape:
            raise Disagreement(
                f"{what}: {by_numpy.dtype}{by_numpy.shape} by numpy, "
                f"{by_kernel.dtype}{by_kernel.shape} by the kernel"
            )
        if not np.array_equal(by_numpy, by_kernel):
            place = np.flatnonzero(by_numpy.reshape(-1) != by_kernel.reshape(-1))[0]
            raise Disagreement(f"{what}: cell {place} differs")
    return sum(cells.size for cells in plain)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--models", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--options", type=int, default=12, help="most options of a model")
    asked = parser.parse_args()
    start, numbers, failures = time.process_time(), 0, 0
    for seed in range(asked.seed, asked.seed + asked.models):
        try:
            numbers += compare_seed(seed, asked.options)
        except Disagreement as disagreement:
            failures += 1
            print(f"seed {seed}: {disagreement}")  # noqa: T201
    print(  # noqa: T201
        f"{asked.models:,} models from seed {asked.seed} agree in {numbers:,} numbers, "
        f"{failures} disagree ({time.process_time() - start:.0f} CPU s)"
    )
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
