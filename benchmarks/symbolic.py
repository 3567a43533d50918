"""Time of the symbolic engine on structured random models, one process a model.

``python benchmarks/symbolic.py [--sizes 60,3,8 200,3,5] [--seeds 10] [--cpu 120]`` prints
CPU seconds of the whole analysis (five concepts, all decision makers, equilibria, exact
counts), split by concept, for each seed; a model that takes more than ``--cpu`` seconds is
given up and said so.

A structured model shares its options out evenly; those of a decision maker fall into groups
of 2 to 4, of which 60 % allow one at most; one option in five requires some other, anywhere.
A statement is over options of the whole model, drawn evenly, half of depth 1 (two options
joined by and, or, if, iff, each negated with probability 0.4) and half of depth 2.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from random import Random

from kept import Record

from satumeja.model import (
    AtLeast,
    Binary,
    Condition,
    DecisionMaker,
    Is,
    Model,
    Not,
    Option,
    Prioritisation,
    Rule,
    Statement,
    Text,
)
from satumeja.stability import CONCEPTS
from satumeja.stability.symbolic._analysis import SymbolicAnalysis
from satumeja.stability.symbolic._engine import SymbolicEngine

SIZES = ("30,3,8", "40,3,8", "60,3,8", "30,4,10", "40,4,10", "100,3,5", "200,3,5")
HEAD = ("options", "DMs", "stm", "seed", "feasible", "Nash GMR SMR", "SEQ", "SSEQ", "all", "MB")
_ALL = 4  # the column of what the whole analysis took, of those a model prints


def condition(rng: Random, options: int, depth: int) -> Condition:
    if depth == 0:
        leaf = Is(rng.randrange(options))
        return leaf if rng.random() < 0.6 else Not(leaf)
    parts = [condition(rng, options, depth - 1), condition(rng, options, rng.randrange(depth))]
    rng.shuffle(parts)
    return Binary(rng.choice(["and", "or", "if", "iff"]), *parts)


def rules(rng: Random, widths: list[int]) -> list[Rule]:
    found, first, options = [], 0, sum(widths)
    for width in widths:
        end = first + width
        while first < end:
            size = min(rng.randint(2, 4), end - first)
            if size > 1 and rng.random() < 0.6:
                group = ((1 << size) - 1) << first
                found.append(Rule(AtLeast(2, group), "", "at_most_one"))
            first += size
    for _ in range(options // 5):
        one, other = rng.sample(range(options), 2)
        found.append(Rule(Binary("and", Is(one), Not(Is(other))), "", "requires"))
    return found


def structured(options: int, movers: int, statements: int, seed: int) -> Model:
    rng = Random(f"{options} {movers} {statements} {seed}")
    widths = [options // movers + (k < options % movers) for k in range(movers)]
    infeasible = rules(rng, widths)
    makers = []
    for k, width in enumerate(widths):
        wanted = [
            Statement(condition(rng, options, rng.choice([1, 2])), "") for _ in range(statements)
        ]
        own = tuple(Option(f"o{j}", Text("o")) for j in range(width))
        makers.append(DecisionMaker(f"d{k}", Text("d"), Prioritisation(tuple(wanted)), own))
    return Model(Text("structured"), tuple(makers), tuple(infeasible))


def measure(options: int, movers: int, statements: int, seed: int) -> str:
    model = structured(options, movers, statements, seed)
    start = time.process_time()
    engine = SymbolicEngine(model)
    spent, last = [0.0, 0.0, 0.0], time.process_time()
    for place, concept in ((0, "nash"), (0, "gmr"), (0, "smr"), (1, "seq"), (2, "sseq")):
        for focal in range(movers):
            engine.stable(concept, focal)
        now = time.process_time()
        spent[place], last = spent[place] + now - last, now
    found = SymbolicAnalysis(model, tuple(CONCEPTS.values()), engine)
    counts = [found.equilibria(concept).count for concept in CONCEPTS]
    assert max(counts) <= found.feasible.count
    total = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    times = " ".join(f"{seconds:8.2f}" for seconds in spent)
    return f"{found.feasible.count:10.1e} {times} {total:8.2f} {memory:6.0f}"


def row(size: tuple[int, int, int], seed: int, cpu: int) -> tuple[str, float | None]:
    """Give the line of a model, and what it took, unless it was given up."""
    words = [sys.executable, __file__, "--one", ",".join(map(str, (*size, seed)))]
    done = subprocess.run(
        words,
        check=False,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu)),
    )
    told = done.stdout.strip() or f"given up (exit {done.returncode}) {done.stderr[-90:].strip()}"
    took = float(told.split()[_ALL]) if done.returncode == 0 else None
    return f"{size[0]:7} {size[1]:3} {size[2]:3} {seed:4} {told}", took


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", nargs="*", default=SIZES, metavar="OPTIONS,DMS,STATEMENTS")
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--cpu", type=int, default=120, help="CPU seconds a model")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(measure(*map(int, asked.one.split(","))))
        return
    print("{:>7} {:>3} {:>3} {:>4} {:>10} {:>8.8} {:>8} {:>8} {:>8} {:>6}".format(*HEAD))
    with Record("symbolic.py") as record:
        for text in asked.sizes:
            options, movers, statements = map(int, text.split(","))
            for seed in range(1, asked.seeds + 1):
                line, took = row((options, movers, statements), seed, asked.cpu)
                print(line, flush=True)
                if took is not None:
                    record.note(f"{text}, model {seed}", took)


if __name__ == "__main__":
    main()
