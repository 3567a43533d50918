"""Conditions as patterns: the same truth in every state, and no more patterns than asked for."""

from __future__ import annotations

from functools import reduce
from random import Random

import numpy as np
import pytest

from formats.conditions import random_condition
from satumeja.formats.writing._clauses import clauses
from satumeja.model import AtLeast, Binary, Condition, Is, Not, holds
from satumeja.model.kit import Pattern

EVERY = np.arange(1 << 6)


@pytest.mark.parametrize("seed", range(200))
def test_the_patterns_fit_where_the_condition_holds(seed: int) -> None:
    rng = Random(seed)
    condition = random_condition(rng, 6, depth=rng.randint(0, 5))
    patterns = clauses(condition, most=10_000)
    assert patterns is not None
    fits = [holds(pattern, EVERY) for pattern in patterns]
    found = np.logical_or.reduce(fits) if fits else np.zeros(len(EVERY), dtype=bool)
    assert np.array_equal(found, holds(condition, EVERY))


@pytest.mark.parametrize(
    ("condition", "patterns"),
    [
        (Is(1), [(2, 2)]),
        (Not(Is(1)), [(2, 0)]),
        (Binary("and", Is(0), Not(Is(2))), [(5, 1)]),
        (Binary("or", Is(0), Is(2)), [(1, 1), (4, 4)]),
        (Binary("iff", Is(0), Is(1)), [(3, 3), (3, 0)]),
        (AtLeast(2, 0b111), [(3, 3), (5, 5), (6, 6)]),
        (Binary("and", Is(0), Not(Is(0))), []),
        (Pattern(0, 0), [(0, 0)]),
        (Binary("or", Binary("and", Is(0), Is(1)), Is(2)), [(3, 3), (4, 4)]),
    ],
)
def test_patterns_are_as_free_as_a_person_would_write_them(
    condition: Condition, patterns: list[tuple[int, int]]
) -> None:
    assert clauses(condition, most=100) == tuple(Pattern(*pattern) for pattern in patterns)


def parity(options: int) -> Condition:
    parts: list[Condition] = [Is(k) for k in range(options)]
    return reduce(lambda left, right: Not(Binary("iff", left, right)), parts)


def test_too_many_are_given_up() -> None:
    assert clauses(AtLeast(2, 0b1111), most=12) is not None
    assert clauses(AtLeast(2, 0b1111), most=11) is None
    assert len(clauses(parity(8), most=10**9) or ()) == 128
    assert clauses(parity(13), most=10**9) is None
