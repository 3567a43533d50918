"""Compare every layout of the explicit engine with the literal reference, cell by cell.

    python tests/proofs/layouts.py --models 200000 --seed 1

draws models in option form; decides each by the definitions, in the dense layout, in the
listed layout, and stated again in graph form; prints what was compared. Every fourth model
is drawn in graph form (arcs at random, so intransitive), and decided under both conventions.
`--kernel` has each kernel that is installed decide, or one of them. The first disagreement of
each model is printed with the seed that shows it.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from literal import CONCEPTS, LiteralEngine, build
from literal.statespace import Native
from proofs.differential import Disagreement
from random_models import random_graph_model, random_option_model
from satumeja.formats import loads
from satumeja.model import Model, Ranking
from satumeja.stability import Analysis, analyse
from satumeja.stability._decide import decide
from satumeja.stability.explicit._engine import Convention, Explicit
from satumeja.stability.kernel import Kernel, kernel_in_use

CONVENTIONS: tuple[Convention, ...] = ("set", "matrix")


def loaded(native: Native) -> Model:
    """Read a model as the text of a file."""
    return loads(json.dumps(native), name="model.json")


def in_graph_form(model: Model) -> Model:
    """State a model in option form as states and arcs."""
    engine, size = Explicit(model), len(model.states)
    makers = []
    for mover, dm in enumerate(model.decision_makers):
        arcs = [(s, int(t)) for s in range(size) for t in engine.moves.targets(mover, s)]
        ranks = model.ranks(dm)
        classes = [np.flatnonzero(ranks == rank) + 1 for rank in range(ranks.max(), 0, -1)]
        makers.append(
            replace(
                dm,
                options=(),
                moves=np.array(arcs, dtype=np.int64).reshape(-1, 2),
                preference=Ranking(tuple(tuple(map(int, states)) for states in classes)),
            )
        )
    ids = tuple(f"s{k}" for k in range(1, size + 1))
    return Model(model.title, tuple(makers), state_ids=ids)


def compare_layouts(native: Native) -> int:
    """Compare one model in option form; return its cells. Raises Disagreement."""
    reference = LiteralEngine(build(native))
    model = loaded(native)
    results = {
        "dense": decide(Explicit(model, layout="dense"), CONCEPTS),
        "listed": decide(Explicit(model, layout="listed"), CONCEPTS),
        "graph": decide(Explicit(in_graph_form(model)), CONCEPTS),
    }
    cells = 0
    for concept in CONCEPTS:
        for dm in reference.model.dms:
            expected = reference.stable(concept, dm)
            thresholds = results["dense"].thresholds[concept, dm]
            for name, result in results.items():
                _same(result, name, concept, dm, expected)
                if not np.array_equal(result.thresholds[concept, dm], thresholds):
                    raise Disagreement(f"{name}: other thresholds of {concept} for {dm}")
            cells += len(reference.model.states)
    return cells


def compare_conventions(native: Native) -> int:
    """Compare one model in graph form under both conventions; return its cells."""
    cells, model = 0, loaded(native)
    for convention in CONVENTIONS:
        reference = LiteralEngine(build(native), convention)
        result = analyse(model, convention=convention)
        for concept in CONCEPTS:
            for dm in reference.model.dms:
                _same(result, convention, concept, dm, reference.stable(concept, dm))
                cells += len(reference.model.states)
    return cells


def _same(result: Analysis, name: str, concept: str, dm: str, expected: list[int]) -> None:
    found = result.stable(concept, dm).tolist()
    if found != expected:
        message = f"{name}: {concept} of {dm}: found {found}, by definition {expected}"
        raise Disagreement(message)


def compare_seed(seed: int, total: int) -> int:
    """Draw and compare one model: graph form every fourth, else up to `total` options."""
    if seed % 4 == 0:
        return compare_conventions(random_graph_model(Random(seed), dms=(2, 5), states=(2, 8)))
    return compare_layouts(random_option_model(Random(seed), total=total))


def compare(kernel: Kernel, models: int, seed: int, options: int) -> int:
    """Compare models from a seed on while one kernel decides; return how many disagree."""
    os.environ["SATUMEJA_KERNEL"] = kernel
    start, cells, failures = time.process_time(), 0, 0
    for done, number in enumerate(range(seed, seed + models), 1):
        try:
            cells += compare_seed(number, options)
        except Disagreement as disagreement:
            failures += 1
            print(f"seed {number}: {disagreement}")  # noqa: T201
        if done % 10_000 == 0 or done == models:
            print(  # noqa: T201
                f"{done:,} models from seed {seed} agree in {cells:,} cells, {failures} disagree "
                f"({kernel} kernel, {time.process_time() - start:.0f} CPU s)",
                flush=True,
            )
    return failures


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--models", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--options", type=int, default=6, help="most options of a model")
    parser.add_argument("--kernel", choices=["numpy", "compiled"], help="both by default")
    asked = parser.parse_args()
    installed: list[Kernel] = sorted({"numpy", kernel_in_use()})
    kernels: list[Kernel] = [asked.kernel] if asked.kernel else installed
    failures = [compare(kernel, asked.models, asked.seed, asked.options) for kernel in kernels]
    return 1 if any(failures) else 0


if __name__ == "__main__":
    sys.exit(main())
