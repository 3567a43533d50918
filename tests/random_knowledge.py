"""Seeded random knowledge about the preferences of a model: doubt, strength, degrees, attitudes.

Numbers are drawn as decimals with few places, so that they often tie with the thresholds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations
from random import Random

from literal.coalitions import Coalition, coalitions_of
from literal.further import Pairs, Table
from literal.model import LiteralModel

TENTHS = [Fraction(k, 10) for k in range(11)]


@dataclass(frozen=True)
class Drawn:
    """What the literal definitions read; knowledge of decision makers it omits is not given."""

    unknown: dict[str, set[frozenset[int]]] = field(default_factory=dict)
    greatly: dict[str, Pairs] = field(default_factory=dict)
    degrees: dict[str, Table] = field(default_factory=dict)
    satisfied_at: dict[str, Fraction] = field(default_factory=dict)
    chances: dict[str, Table] = field(default_factory=dict)
    alpha: Fraction = Fraction(1, 2)
    beta: Fraction = Fraction(1, 2)
    gamma: Fraction = Fraction(1, 2)
    attitudes: dict[str, dict[str, str]] = field(default_factory=dict)
    family: list[Coalition] = field(default_factory=list)


def draw_unknown(rng: Random, model: LiteralModel) -> Drawn:
    unknown = {}
    for dm in _some(rng, model.dms):
        share = rng.choice([0.0, 0.05, 0.2, 0.5, 1.0])
        pairs = combinations(model.states, 2)
        unknown[dm] = {frozenset(pair) for pair in pairs if rng.random() < share}
    return Drawn(unknown=unknown)


def draw_strength(rng: Random, model: LiteralModel) -> Drawn:
    """Draw pairs that are strict anyway; no more of strength is taken to be transitive."""
    greatly = {}
    for dm in _some(rng, model.dms):
        share = rng.choice([0.1, 0.5, 0.9, 1.0])
        greatly[dm] = {
            (q, s)
            for q in model.states
            for s in model.states
            if model.better(dm, q, s) and rng.random() < share
        }
    return Drawn(greatly=greatly)


def draw_hybrid(rng: Random, model: LiteralModel) -> Drawn:
    """Draw doubt and strength; what is not known may be called much better, and is not known."""
    unknown, greatly = draw_unknown(rng, model).unknown, draw_strength(rng, model).greatly
    if len(model.states) > 1:
        pair = frozenset(rng.sample(model.states, 2))
        unknown.setdefault(rng.choice(model.dms), set()).add(pair)
    return Drawn(unknown=unknown, greatly=greatly)


def draw_fuzzy(rng: Random, model: LiteralModel) -> Drawn:
    degrees, satisfied_at = {}, {}
    for dm in model.dms:
        table: Table = {}
        for q, s in combinations(model.states, 2):
            table[q, s] = Fraction(rng.randint(0, 20), 20)
            table[s, q] = 1 - table[q, s]
        degrees[dm] = table
        satisfied_at[dm] = rng.choice(TENTHS[1:])
    return Drawn(degrees=degrees, satisfied_at=satisfied_at)


def draw_probabilistic(rng: Random, model: LiteralModel) -> Drawn:
    chances = {}
    for dm in model.dms:
        table: Table = {}
        for q, s in combinations(model.states, 2):
            one = rng.randint(0, 10)
            table[q, s] = Fraction(one, 10)
            table[s, q] = Fraction(rng.choice([10 - one, rng.randint(0, 10 - one)]), 10)
        chances[dm] = table
    alpha, beta, gamma = (rng.choice(TENTHS) for _ in range(3))
    return Drawn(chances=chances, alpha=alpha, beta=beta, gamma=gamma)


def draw_attitudes(rng: Random, model: LiteralModel) -> Drawn:
    own, toward = rng.choice([("+", "+0-"), ("+++0", "000+-"), ("+0-", "+0-")])
    return Drawn(
        attitudes={
            i: {j: rng.choice(own if i == j else toward) for j in model.dms} for i in model.dms
        }
    )


def draw_family(rng: Random, model: LiteralModel) -> Drawn:
    every = coalitions_of(model.dms)
    if rng.random() < 0.5:
        return Drawn(family=every)
    return Drawn(family=rng.sample(every, rng.randint(1, len(every))))


def _some(rng: Random, dms: list[str]) -> list[str]:
    """Draw at least one of them, all of them half of the time."""
    return dms if rng.random() < 0.5 else rng.sample(dms, rng.randint(1, len(dms)))
