"""Random conditions on a few options, as files can state them and as Python code can."""

from __future__ import annotations

from random import Random

from satumeja.model import AtLeast, Binary, Condition, Is, Not
from satumeja.model.kit import Pattern

OPERATORS = ("and", "or", "if", "iff")


def random_condition(rng: Random, options: int, depth: int, *, counted: bool = True) -> Condition:
    """Draw a condition; `counted`: with patterns and counts, for which there is no sign."""
    if depth == 0 or rng.random() < 0.2:
        kind = rng.choice(["is", "is", "pattern", "count"] if counted else ["is"])
        mask = rng.randrange(1 << options)
        if kind == "pattern":
            return Pattern(mask, mask & rng.randrange(1 << options))
        if kind == "count":
            return AtLeast(rng.randint(0, options), mask)
        return Is(rng.randrange(options))
    left = random_condition(rng, options, depth - 1, counted=counted)
    if rng.random() < 0.25:
        return Not(left)
    right = random_condition(rng, options, depth - 1, counted=counted)
    return Binary(rng.choice(OPERATORS), left, right)
