"""One decision maker prefers otherwise: the analysis made again, and a fresh one.

``python benchmarks/edits.py [--rounds 9]`` prints CPU milliseconds, the least of so many
rounds in which both take their turn. `fresh` is ``model.with_preferences(...).analyse()``,
`edit` is ``analysis.with_preferences(...)``: the same five concepts for everybody, and equal
in every field (``tests/stability/test_edits.py``). Edits: `statements`, a new list of them;
`ranking`, a new order of all states drawn at random; `swap`, the two best states of that
order change places.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np
from kept import Record
from models import drawn

from satumeja.gallery import load
from satumeja.model import Model
from satumeja.stability import Analysis

SIZES = ((6, 2), (8, 3), (10, 3), (12, 2), (12, 3), (12, 4))
WIDTHS = (8, 4, 12, 9, 9, 7)


def cases() -> Iterator[tuple[Model, str, Mapping[str, Any]]]:
    """Give a model of the gallery and random ones, each with some edits of one's preferences."""
    yield from edits(load("december-2021-b"), "russia", ["-attack", "guarantee"])
    for options, movers in SIZES:
        model = drawn(options, movers, "statements")
        yield from edits(model, "d1", ["d0.o0 & d1.o1 | -d1.o0", "d1.o1", "-d0.o1"])


def edits(
    model: Model, dm: str, statements: list[str]
) -> Iterator[tuple[Model, str, Mapping[str, Any]]]:
    yield model, "statements", {dm: statements}
    order = np.random.default_rng(1).permutation(len(model.states)) + 1
    yield model, "ranking", {dm: order}
    swapped = order.copy()
    swapped[:2] = order[1::-1]
    yield model.with_preferences({dm: order}), "swap", {dm: swapped}


def spent(work: Callable[[], object], repeat: int) -> float:
    """Return the CPU seconds of one run of the work, out of several in a row."""
    start = time.process_time()
    for _ in range(repeat):
        work()
    return (time.process_time() - start) / repeat


def measured(
    model: Model, analysis: Analysis, edit: Mapping[str, Any], rounds: int
) -> tuple[float, float]:
    """Return the least that a fresh analysis and an edited one take, turn by turn."""
    fresh: Callable[[], object] = lambda: model.with_preferences(edit).analyse()  # noqa: E731
    again: Callable[[], object] = lambda: analysis.with_preferences(edit)  # noqa: E731
    turns = [(spent(fresh, 5), spent(again, 5)) for _ in range(rounds)]
    least, least_again = (min(side) for side in zip(*turns, strict=True))
    return least, least_again


def aligned(cells: tuple[str, ...]) -> str:
    return " ".join(cell.rjust(width) for cell, width in zip(cells, WIDTHS, strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9)
    asked = parser.parse_args()
    print(aligned(("states", "DMs", "edit", "fresh ms", "edit ms", "ratio")))
    with Record("edits.py") as record:
        for model, kind, edit in cases():
            fresh, again = measured(model, model.analyse(), edit, asked.rounds)
            size, movers = len(model.states), len(model.decision_makers)
            times = (f"{1000 * fresh:.2f}", f"{1000 * again:.2f}", f"{again / fresh:.2f}")
            print(aligned((f"{size:,}", str(movers), kind, *times)), flush=True)
            record.note(f"{size} states, {movers} DMs, {kind}: fresh", fresh)
            record.note(f"{size} states, {movers} DMs, {kind}: edit", again)


if __name__ == "__main__":
    main()
