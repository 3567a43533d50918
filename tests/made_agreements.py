"""Agreements of our own making: people who divide things, and how they come to agree."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from random import Random

from agreements import COLUMNS

from literal.divisions import Numbers, Row, for_both, predicted

POINTS = 10


def made(rng: Random, agreements: int, how: str, counts: Numbers | None = None) -> list[Row]:
    """Make agreements at random, or on a package of the kind named by `how`."""
    rows = list[Row]()
    while len(rows) < agreements:
        things = counts or (1, rng.randint(1, 3), rng.randint(1, 3))
        a, b = (rng.choice(_values(things)) for _ in range(2))
        possible = for_both(things, a, b)
        chosen = possible if how == "random" else predicted(how, things, a, b)
        if chosen:
            rows.append((things, a, b, rng.choice(sorted(chosen))))
    return rows


def write(path: Path, rows: list[Row]) -> Path:
    """Write a table of them, its columns as they are published."""
    text = [",".join(COLUMNS)]
    text += [",".join(str(number) for part in row for number in part) for row in rows]
    path.write_text("\n".join(text) + "\n", encoding="utf-8")
    return path


def _values(counts: Numbers) -> list[Numbers]:
    every = product(range(POINTS + 1), repeat=len(counts))
    return [
        values
        for values in every
        if sum(v * n for v, n in zip(values, counts, strict=True)) == POINTS
    ]
