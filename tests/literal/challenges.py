"""How a demand backed by a threat ends, thought through from its last step backwards."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import product

Ranking = tuple[str, ...]
"""Outcomes, best first."""


def end(sender: Ranking, target: Ranking) -> str:
    """Say how a challenge ends between two who foresee what the other does."""
    last = "sf" if sender.index("sf") < sender.index("bd") else "bd"
    return "cd" if target.index("cd") < target.index(last) else last


def challenges(sender: Ranking, target: Ranking) -> bool:
    """Say whether such a sender makes the challenge."""
    return sender.index(end(sender, target)) < sender.index("sq")


def bounds(
    pairs: Sequence[Sequence[str]], allowed: Sequence[tuple[Ranking, Ranking]]
) -> tuple[Fraction, Fraction]:
    """Try every way to give everybody in every challenge one of the orderings allowed."""
    ends = [outcome for pair in pairs for outcome in pair]
    rates = []
    for way in product([end(*orders) for orders in allowed], repeat=len(ends)):
        said = iter(way)
        rates.append(
            sum(
                (Fraction(sum(next(said) == e for e in pair), len(pair)) for pair in pairs),
                Fraction(0),
            )
            / len(pairs)
        )
    return min(rates), max(rates)
