"""What the further concepts take by size: seconds for all states and all who are asked.

``python benchmarks/further.py [--seconds 10] [--concept NAME]`` doubles the number of states
of a random strict model (option form) for each concept and number of decision makers, until
a size takes longer than so many seconds or is refused, and prints a table.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

import numpy as np
from kept import Record
from models import ranked

from satumeja.errors import LimitError
from satumeja.model import Model
from satumeja.stability import Knowledge, decide_further

CONCEPTS = (
    *("sim", "l2", "l9", "nm", "cnash", "csmr", "cseq", "gmr_a", "smr_c", "seq_d"),
    *("strong_seq", "weak_smr", "fuzzy_smr", "fuzzy_seq", "prob_smr", "prob_seq", "rel_smr"),
)


def _table(size: int, rng: np.random.Generator) -> list[list[float]]:
    """Make a table whose two ways round add up to 1, in tenths."""
    tenths = np.triu(rng.integers(0, 11, (size, size)), 1)
    table: list[list[float]] = ((tenths + np.tril(10 - tenths.T, -1)) / 10).tolist()
    return table


def _pairs(size: int, rng: np.random.Generator) -> frozenset[tuple[int, int]]:
    drawn = rng.integers(1, size + 1, (2 * size, 2))
    return frozenset((int(a), int(b)) for a, b in drawn if a != b)


def _strong(model: Model, dm: int, rng: np.random.Generator) -> frozenset[tuple[int, int]]:
    rank = model.ranks(model.decision_makers[dm])
    pairs = _pairs(len(rank), rng)
    return frozenset((a, b) if rank[a - 1] > rank[b - 1] else (b, a) for a, b in pairs)


def knowledge(model: Model, concept: str) -> Knowledge:
    """Make what a concept needs, about as much of it as there are states."""
    rng, size = np.random.default_rng(1), len(model.states)
    ids = [dm.id for dm in model.decision_makers]
    made: dict[str, Callable[[], Knowledge]] = {
        "strong": lambda: Knowledge(
            much_better={dm: _strong(model, i, rng) for i, dm in enumerate(ids)}
        ),
        "fuzzy": lambda: Knowledge(
            degrees={dm: _table(size, rng) for dm in ids}, thresholds=dict.fromkeys(ids, 0.4)
        ),
        "prob": lambda: Knowledge(
            chances={dm: _table(size, rng) for dm in ids}, alpha=0.4, beta=0.4, gamma=0.6
        ),
        "rel": lambda: Knowledge(attitudes={(ids[0], ids[1]): "-", (ids[1], ids[0]): "+"}),
    }
    made["weak"] = made["strong"]
    before = concept.split("_", maxsplit=1)[0]
    if before in made:
        return made[before]()
    return Knowledge(unknown={dm: _pairs(size, rng) for dm in ids})


def measure(concept: str, movers: int, limit: float, record: Record) -> str:
    """Double the states until it takes longer than the limit; say what each size took."""
    taken = []
    for options in range(6, 14):
        model = ranked(options, movers)
        known = knowledge(model, concept)
        start = time.process_time()
        try:
            decide_further(model, concept, known)
        except LimitError:
            taken.append(f"{len(model.states):,}: refused")
            break
        seconds = time.process_time() - start
        taken.append(f"{len(model.states):,}: {seconds:.2f}")
        record.note(f"{concept}, {movers} DMs, {len(model.states):,} states", seconds)
        if seconds > limit:
            break
    return f"{concept:11} {movers:3}  " + "  ".join(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--concept", action="append")
    asked = parser.parse_args()
    print("concept     DMs  states: CPU seconds")
    with Record("further.py") as record:
        for concept in asked.concept or CONCEPTS:
            for movers in (2, 3, 5):
                print(measure(concept, movers, asked.seconds, record), flush=True)


if __name__ == "__main__":
    main()
