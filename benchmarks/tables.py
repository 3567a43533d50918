"""Time of the questions about tables, against going state by state.

``python benchmarks/tables.py [--largest 20]`` prints the time of: all tables of a model (three
pairs and everybody) with the five concepts, who leaves each listed deal, the openings with
twenty red lines, the minimal sets among as many as there can be, and linkage and threats of
December 2021. CPU seconds, best of three (one above 2 ** 18).
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import numpy as np
from kept import Record
from models import ranked

from satumeja.gallery import load
from satumeja.model import Binary, Condition, Is, Model, Not, Prioritisation, Statement
from satumeja.stability import analyse
from satumeja.table import compare, linkage, openings, symbolic_openings, threats
from satumeja.table._efficient import efficient
from satumeja.table._minimal import minimal_sets


def seconds(work: Callable[[], object], repeat: int = 3) -> float:
    best = float("inf")
    for _ in range(repeat):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def stated(options: int, movers: int = 3, *, lines: int = 0, seed: int = 1) -> Model:
    """Make a model of preference statements, with red lines shared out among the movers."""
    rng = np.random.default_rng(seed)
    model = ranked(2, 2)
    widths = [options // movers + (k < options % movers) for k in range(movers)]
    frame = model.decision_makers[0].options[:1]

    def condition() -> Condition:
        first, second = (Is(int(k)) for k in rng.choice(options, 2, replace=False))
        return Binary(str(rng.choice(["and", "or", "iff"])), first, Not(second))

    makers = []
    for place, width in enumerate(widths):
        wants = tuple(Statement(condition(), "wish") for _ in range(12))
        own = lines // movers + (place < lines % movers)
        makers.append(
            replace(
                model.decision_makers[0],
                id=f"d{place}",
                options=tuple(replace(frame[0], id=f"o{place}_{k}") for k in range(width)),
                preference=Prioritisation(wants),
                red_lines=tuple(Statement(condition(), "line") for _ in range(own)),
            )
        )
    return Model(model.title, tuple(makers), status_quo=0)


def front_by_pairs(values: list[tuple[int, ...]]) -> list[bool]:
    """Decide what is efficient pair by pair, as the definition has it."""
    return [
        not any(t != s and all(a >= b for a, b in zip(t, s, strict=True)) for t in values)
        for s in values
    ]


def minimal_by_pairs(sets: list[int]) -> list[int]:
    """Decide which sets are minimal pair by pair."""
    return [s for s in sets if not any(t != s and t & s == t for t in sets)]


def tables_of(model: Model, options: int, record: Record) -> None:
    ids = [dm.id for dm in model.decision_makers]
    tables = [*combinations(ids, 2), tuple(ids)]
    repeat = 3 if options <= 18 else 1
    alone = seconds(lambda: analyse(model), repeat)
    whole = seconds(lambda: compare(model, tables, weak=True), repeat)
    found = compare(model, tables, weak=True)
    told = seconds(lambda: [each.deal(int(n)) for each in found.deals for n in each.best(40)], 1)
    deals = sum(len(each) for each in found.deals)
    print(
        f"{len(model.states):10,} states, {len(tables)} tables: {whole:7.3f} s "
        f"(one analysis {alone:.3f} s), {deals:9,} deals; who leaves 40 a table {told:.3f} s",
        flush=True,
    )
    record.note(f"2^{options} states: four tables", whole)
    record.note(f"2^{options} states: who leaves", told)


def sets_of(options: int, record: Record) -> None:
    model = stated(options, lines=20)
    whole = seconds(lambda: openings(model), 1)
    free = seconds(lambda: openings(model, walk_away=False), 1)
    print(f"{1 << options:10,} packages, 20 red lines: openings {whole:.3f} s, "
          f"by red lines alone {free:.3f} s")  # fmt: skip
    every = np.arange(1 << 20)
    half = every[np.bitwise_count(every) >= 10]
    found = seconds(lambda: minimal_sets(half, 20), 1)
    some = [int(n) for n in half[:: len(half) // 2000]]
    pairs = seconds(lambda: minimal_by_pairs(some), 1) * (len(half) / len(some)) ** 2
    print(
        f"{len(half):10,} sets, 184,756 minimal: {found:.3f} s; pair by pair about {pairs:,.0f} s"
    )
    record.note(f"2^{options} packages: openings", whole)
    record.note(f"2^{options} packages: openings by red lines alone", free)
    record.note(f"minimal of {len(half):,} sets", found)


def wide_of(options: int, record: Record) -> None:
    model = stated(options, lines=20, seed=3)
    took = seconds(lambda: symbolic_openings(model), 1)
    found = symbolic_openings(model)
    listed = "" if options > 20 else f"; listed {seconds(lambda: openings(model), 1):.3f} s"
    print(f"{1 << options:26,} packages, 20 red lines, as sets: "
          f"{len(found.openings)} openings in {took:.3f} s{listed}")  # fmt: skip
    record.note(f"2^{options} packages: openings as sets", took)


def fronts(record: Record) -> None:
    rng = np.random.default_rng(1)
    for members in (2, 3, 5):
        values = rng.integers(0, 1 << 20, size=(1_000_000, members))
        found = seconds(lambda values=values: efficient(values), 1)  # type: ignore[misc]
        some = [tuple(row) for row in values[:2000].tolist()]
        pairs = seconds(lambda some=some: front_by_pairs(some), 1) * 500**2  # type: ignore[misc]
        print(f"{len(values):10,} packages, {members} members: efficient in {found:.3f} s; "
              f"pair by pair about {pairs:,.0f} s")  # fmt: skip
        record.note(f"efficient of {len(values):,} packages, {members} members", found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=20, help="2 ** this many states at most")
    asked = parser.parse_args()
    with Record("tables.py") as record:
        for options in range(8, asked.largest + 1, 4):
            tables_of(stated(options), options, record)
        sets_of(asked.largest, record)
        for options in (20, 40, 60):
            wide_of(options, record)
        fronts(record)
        december(record)


def december(record: Record) -> None:
    model = load("december-2021-b")
    asked: dict[str, Callable[[], object]] = {
        "tables": lambda: compare(model),
        "openings": lambda: openings(model),
        "linkage": lambda: linkage(model),
        "threats": lambda: threats(model),
    }
    took = {name: seconds(work) for name, work in asked.items()}
    print("December 2021: " + ", ".join(f"{name} {spent:.3f} s" for name, spent in took.items()))
    for name, spent in took.items():
        record.note(f"December 2021: {name}", spent)


if __name__ == "__main__":
    main()
