"""Divisions of things between two people, and how a prediction of them is scored, literally.

Everything is gone through: every split, every other split that might be better, every way to
hand the partners' values round, every pattern of hits and misses.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations, product
from math import prod

Numbers = tuple[int, ...]
Row = tuple[Numbers, Numbers, Numbers, Numbers]
"""Counts, values of a, values of b, and what a got."""


def gains(counts: Numbers, a: Numbers, b: Numbers, split: Numbers) -> tuple[int, int]:
    """Give what a and b have of a split."""
    first = second = 0
    for k in range(len(counts)):
        first += a[k] * split[k]
        second += b[k] * (counts[k] - split[k])
    return first, second


def for_both(counts: Numbers, a: Numbers, b: Numbers) -> set[Numbers]:
    """List the splits that give both something."""
    every = product(*(range(count + 1) for count in counts))
    return {split for split in every if min(gains(counts, a, b, split)) > 0}


def predicted(prediction: str, counts: Numbers, a: Numbers, b: Numbers) -> set[Numbers]:
    """List the splits that are efficient, or of these the best by a product or a least gain."""
    worth = {split: gains(counts, a, b, split) for split in for_both(counts, a, b)}
    best = {
        split
        for split, (mine, yours) in worth.items()
        if not any(m >= mine and y >= yours and (m > mine or y > yours) for m, y in worth.values())
    }
    if prediction == "efficient" or not best:
        return best
    values = {
        split: prod(worth[split]) if prediction == "nash" else min(worth[split]) for split in best
    }
    return {split for split in best if values[split] == max(values.values())}


def hits(prediction: str, rows: Sequence[Row]) -> list[bool]:
    """Say of each agreement whether the prediction contains it."""
    return [got in predicted(prediction, counts, a, b) for counts, a, b, got in rows]


def share(prediction: str, row: Row) -> Fraction:
    """Draw a split from those that give both something."""
    possible = for_both(*row[:3])
    return Fraction(len(predicted(prediction, *row[:3]) & possible), len(possible))


def shuffled(prediction: str, rows: Sequence[Row]) -> list[Fraction]:
    """Hand the partners' values round in every way; rows are all on as many things."""
    ways = list(permutations([b for _, _, b, _ in rows]))
    counted = [0] * len(rows)
    for way in ways:
        handed = [(counts, a, b, got) for (counts, a, _, got), b in zip(rows, way, strict=True)]
        for place, hit in enumerate(hits(prediction, handed)):
            counted[place] += hit
    return [Fraction(count, len(ways)) for count in counted]


def at_least(count: int, chances: Sequence[Fraction]) -> Fraction:
    """Add up the chance of every pattern with as many hits."""
    total = Fraction(0)
    for pattern in product([False, True], repeat=len(chances)):
        if sum(pattern) >= count:
            total += prod(
                (c if hit else 1 - c for c, hit in zip(chances, pattern, strict=True)),
                start=Fraction(1),
            )
    return total
