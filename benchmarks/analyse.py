"""Time of all five concepts by size, against other ways to decide them, and the floor.

``python benchmarks/analyse.py [--largest 20] [--matrix 10]`` prints a table. Seconds are
CPU time, the median of several runs; `wall 2` is time on the clock with two threads,
where others leave the processors free. `floor` copies the rank arrays once. Each row runs
in a process of its own, so that its peak memory (MB, model and ranks included) can be told.

``--kernel numpy`` or ``--kernel compiled`` has that kernel decide, ``--kernel both`` one after the
other, a row each; by default it is the one that is installed.

The literal reference decides straight from the definitions (up to 2 ** 6 states), the
matrix method as the field publishes it (four concepts, up to 2 ** matrix).
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from kept import Record
from matrix_method import stable
from models import drawn

from satumeja.model import Model, OptionStates
from satumeja.stability import CONCEPTS
from satumeja.stability._decide import decide
from satumeja.stability.explicit._engine import Explicit

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

Case = tuple[int, int, str, bool, str]
COLUMNS = (
    "states",
    "DMs",
    "kind",
    "kernel",
    "cpu 1",
    "wall 2",
    "floor",
    "literal",
    "matrix",
    "faster",
    "MB",
)
WIDTHS = (11, 4, 13, 9, 10, 10, 10, 9, 9, 9, 6)


def median(work: Callable[[], object], repeat: int, clock: Callable[[], float]) -> float:
    taken = []
    for _ in range(repeat):
        start = clock()
        work()
        taken.append(clock() - start)
    return statistics.median(taken)


def literally(model: Model) -> Callable[[], object]:
    """Give the reference engine the same model."""
    from literal import LiteralEngine
    from literal.model import LiteralModel

    states = model.states
    assert isinstance(states, OptionStates)
    codes, dms = states.codes.tolist(), [dm.id for dm in model.decision_makers]
    one_way = [[o.direction == "forward" for o in dm.options] for dm in model.decision_makers]
    forward = sum(1 << k for k, only in enumerate(only for own in one_way for only in own) if only)
    moves = {
        dm: {
            s + 1: {
                t + 1
                for t, to in enumerate(codes)
                if to != code and not (to ^ code) & ~mask and not code & ~to & forward
            }
            for s, code in enumerate(codes)
        }
        for dm, mask in zip(dms, states.masks, strict=True)
    }
    scores = {dm.id: dict(enumerate(model.ranks(dm).tolist(), 1)) for dm in model.decision_makers}
    everything = LiteralModel(dms, list(range(1, len(codes) + 1)), moves, dict(scores))

    def work() -> object:
        engine = LiteralEngine(everything)
        return [engine.stable(concept, dm) for concept in CONCEPTS for dm in dms]

    return work


def row(case: Case) -> tuple[str, float]:
    """Give the line of a case, and what the five concepts took."""
    options, movers, kind, by_matrix, kernel = case
    if kernel:
        os.environ["SATUMEJA_KERNEL"] = kernel
    model = drawn(options, movers, kind)
    size, repeat = len(model.states), 9 if options <= 14 else 3

    def decided(threads: int) -> Callable[[], object]:
        return lambda: decide(Explicit(model, threads=threads), tuple(CONCEPTS))

    ranks = [model.ranks(dm) for dm in model.decision_makers]
    decided(1)()
    one = median(decided(1), repeat, time.process_time)
    two = median(decided(2), repeat, time.perf_counter)
    floor = median(lambda: [rank.copy() for rank in ranks], 9, time.process_time)
    literal = f"{median(literally(model), 1, time.process_time):.4f}" if options <= 6 else ""
    matrix = median(lambda: stable(model), 1, time.process_time) if by_matrix else None
    compared = (f"{matrix:.4f}", f"{matrix / one:,.0f}x") if matrix is not None else ("", "")
    times = (f"{one:.5f}", f"{two:.5f}", f"{floor:.6f}", literal, *compared, f"{peak()}")
    return aligned((f"{size:,}", f"{movers}", kind, kernel or "installed", *times)), one


def peak() -> int:
    """Return the most memory this process has held, in MB."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def aligned(cells: tuple[str, ...]) -> str:
    return " ".join(cell.rjust(width) for cell, width in zip(cells, WIDTHS, strict=True))


def cases(largest: int, matrix: int, kernels: Sequence[str]) -> Iterator[Case]:
    for options in [*range(4, min(largest, 20) + 1, 4), *range(22, largest + 1, 2)]:
        for movers in range(2, 6):
            if movers <= options:
                for kernel in kernels:
                    yield options, movers, "strict", options <= matrix, kernel
        for kind in ("statements", "infeasible", "one-way"):
            by_matrix = options <= matrix and kind != "one-way"
            for kernel in kernels:
                yield options, 3, kind, by_matrix, kernel


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=20, help="2 ** this many states at most")
    parser.add_argument("--smallest", type=int, default=4, help="2 ** this many states at least")
    parser.add_argument("--matrix", type=int, default=10, help="matrix method up to 2 ** this")
    parser.add_argument("--movers", type=int, default=0, help="this many decision makers only")
    parser.add_argument("--kernel", choices=["numpy", "compiled", "both"], default="")
    asked = parser.parse_args()
    kernels = ["numpy", "compiled"] if asked.kernel == "both" else [asked.kernel]
    print(aligned(COLUMNS))
    fresh = multiprocessing.get_context("spawn")
    with (
        Record("analyse.py") as record,
        ProcessPoolExecutor(1, mp_context=fresh, max_tasks_per_child=1) as pool,
    ):
        for case in cases(asked.largest, asked.matrix, kernels):
            if case[0] >= asked.smallest and asked.movers in (0, case[1]):
                line, took = pool.submit(row, case).result()
                print(line, flush=True)
                by = ", numpy" if case[4] == "numpy" else ""
                record.note(f"2^{case[0]} states, {case[1]} DMs, {case[2]}{by}", took)


if __name__ == "__main__":
    main()
