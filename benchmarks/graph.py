"""Time of all five concepts in graph form, by size and shape of the graph.

``python benchmarks/graph.py [--largest 6]`` prints CPU seconds of one thread, set-up and
decisions apart, and peak memory (MB). Three decision makers with strict random orders;
`random`: ten arcs a state, drawn at random, so moves are not transitive; `grid`: two of
them move along the rows and columns of a square, the third anywhere from one state in ten.
"""

from __future__ import annotations

import argparse
import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor

import numpy as np
from analyse import peak
from kept import Record
from models import Drawn
from numpy.typing import NDArray

from satumeja.model import DecisionMaker, Model, Text
from satumeja.stability import CONCEPTS
from satumeja.stability._decide import decide
from satumeja.stability.explicit._engine import Explicit

MOVERS = 3


def arcs(shape: str, size: int, mover: int, rng: np.random.Generator) -> NDArray[np.int64]:
    if shape == "grid" and mover < MOVERS - 1:
        step = 1 if mover else int(size**0.5)
        start = np.arange(size - step)
        there = np.stack([start, start + step], axis=1)
        return np.concatenate([there, there[:, ::-1]])
    count = size // 10 if shape == "grid" else 10 * size // MOVERS
    pairs = rng.integers(0, size, (count, 2))
    moving: NDArray[np.int64] = pairs[pairs[:, 0] != pairs[:, 1]]
    return moving


def graph(shape: str, size: int) -> Model:
    rng = np.random.default_rng(1)
    makers = tuple(
        DecisionMaker(
            f"d{mover}",
            Text(f"d{mover}"),
            Drawn(rng.permutation(size).astype(np.int32) + np.int32(1)),
            moves=arcs(shape, size, mover, rng),
        )
        for mover in range(MOVERS)
    )
    return Model(Text(shape), makers, state_ids=tuple(f"s{k}" for k in range(size)))


def row(shape: str, size: int) -> tuple[str, float]:
    """Give the line of a graph, and what setting up and deciding took."""
    model = graph(shape, size)
    count = sum(len(dm.moves) for dm in model.decision_makers if dm.moves is not None)
    start = time.process_time()
    engine = Explicit(model, threads=1)
    ready = time.process_time()
    decide(engine, tuple(CONCEPTS))
    done = time.process_time()
    times = f"{ready - start:10.3f} {done - ready:10.3f}"
    return f"{size:11,} {count:12,} {shape:>8} {times} {peak():6}", done - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=6, help="10 ** this many states at most")
    asked = parser.parse_args()
    print(f"{'states':>11} {'arcs':>12} {'shape':>8} {'set-up':>10} {'decide':>10} {'MB':>6}")
    fresh = multiprocessing.get_context("spawn")
    with (
        Record("graph.py") as record,
        ProcessPoolExecutor(1, mp_context=fresh, max_tasks_per_child=1) as pool,
    ):
        for power in range(3, asked.largest + 1):
            for shape in ("random", "grid"):
                line, took = pool.submit(row, shape, 10**power).result()
                print(line, flush=True)
                record.note(f"10^{power} states, {shape}", took)


if __name__ == "__main__":
    main()
