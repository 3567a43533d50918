"""Time of few feasible states among many combinations: finding them, and the five concepts.

``python benchmarks/few.py`` prints CPU seconds of one thread: `list` finds the feasible
states, `concepts` decides all five concepts for everybody (strict random orders), and peak
memory (MB). No row looks at all combinations one by one.
"""

from __future__ import annotations

import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import accumulate

import numpy as np
from analyse import peak
from kept import Record
from models import Drawn

from satumeja.model import AtLeast, DecisionMaker, Model, Not, Option, Rule, Text
from satumeja.stability import CONCEPTS
from satumeja.stability._decide import decide
from satumeja.stability.explicit._engine import Explicit

CASES = {
    "at most one of 2, 2, 2, 4; 10 free": (6, [2, 2, 2, 4, *[1] * 10], False),
    "exactly one of 4, ten times": (3, [4] * 10, True),
    "exactly one of 8, seven times": (4, [8] * 7, True),
}
HEAD = ("options", "DMs", "feasible", "list", "concepts", "MB")


def rules(groups: list[int], exactly: bool) -> tuple[Rule, ...]:
    found = []
    for first, size in zip(accumulate(groups, initial=0), groups, strict=False):
        mask = ((1 << size) - 1) << first
        if size > 1:
            found.append(Rule(AtLeast(2, mask), "", "at_most_one"))
        if exactly:
            found.append(Rule(Not(AtLeast(1, mask)), "", "at_least_one"))
    return tuple(found)


def conflict(movers: int, groups: list[int], exactly: bool, size: int = 0) -> Model:
    options, rng = sum(groups), np.random.default_rng(1)
    widths = [options // movers + (k < options % movers) for k in range(movers)]
    makers = []
    for k, width in enumerate(widths):
        own = tuple(Option(f"o{j}", Text("o")) for j in range(width))
        order = Drawn(rng.permutation(size).astype(np.int32) + np.int32(1))
        makers.append(DecisionMaker(f"d{k}", Text("d"), order, own))
    return Model(Text("few"), tuple(makers), rules(groups, exactly))


def row(name: str) -> tuple[str, float, float]:
    """Give the line of a case, and what listing and deciding took."""
    movers, groups, exactly = CASES[name]
    start = time.process_time()
    size = len(conflict(movers, groups, exactly).states)
    listed = time.process_time() - start
    model = conflict(movers, groups, exactly, size)
    assert len(model.states) == size
    start = time.process_time()
    decide(Explicit(model), tuple(CONCEPTS))
    decided = time.process_time() - start
    cells = (f"2^{sum(groups)}", str(movers), f"{size:,}", f"{listed:.2f}", f"{decided:.2f}")
    line = " ".join(f"{cell:>10}" for cell in (*cells, str(peak()))) + f"  {name}"
    return line, listed, decided


def main() -> None:
    print(" ".join(f"{cell:>10}" for cell in HEAD))
    fresh = multiprocessing.get_context("spawn")
    with (
        Record("few.py") as record,
        ProcessPoolExecutor(1, mp_context=fresh, max_tasks_per_child=1) as pool,
    ):
        for name in CASES:
            line, listed, decided = pool.submit(row, name).result()
            print(line, flush=True)
            record.note(f"{name}: list", listed)
            record.note(f"{name}: concepts", decided)


if __name__ == "__main__":
    main()
