"""A conflict as plain data: who there is, where things can stand, who can move, who prefers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

StrictPairs = set[tuple[int, int]]
"""Pairs (q, s): q is preferred to s. No transitivity is assumed."""

Scores = dict[int, Any]
"""A comparable value for every state: the greater, the more preferred; equal is a tie."""

Preference = StrictPairs | Scores | Callable[[int, int], bool]


@dataclass(frozen=True)
class LiteralModel:
    """Decision makers, states 1..n, moves[dm][s] = states dm can move to from s, preferences."""

    dms: list[str]
    states: list[int]
    moves: dict[str, dict[int, set[int]]]
    prefers: dict[str, Preference]

    def moves_from(self, dm: str, s: int) -> set[int]:
        return self.moves[dm].get(s, set())

    def better(self, dm: str, q: int, s: int) -> bool:
        """Say whether dm strictly prefers q to s; s is weakly preferred to q iff this is false."""
        preference = self.prefers[dm]
        if isinstance(preference, set):
            return (q, s) in preference
        if isinstance(preference, dict):
            return bool(preference[q] > preference[s])
        return preference(q, s)
