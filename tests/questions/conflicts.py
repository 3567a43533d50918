"""Small conflicts to sweep, and plans that go wrong."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from random_models import random_graph_model, random_option_model, to_yaml
from satumeja.errors import LimitError
from satumeja.formats import loads
from satumeja.model import Model
from satumeja.questions.sweeps import Part
from satumeja.questions.sweeps._plan import Counts, Flags
from satumeja.questions.sweeps._profiles import ProfileChunk, ProfilePlan, random_profiles

TWELVE = """
satumeja: 1
title: Twelve states
decision_makers:
  a: {options: {p: {}, q: {direction: forward}}, weights: {q: 2, s: -1}}
  b: {options: {r: {}}, weights: {p: 2, r: -1}}
  c: {options: {s: {}}, preferences: ["p & s", "-q", "r iff s"]}
infeasible: ["q & r & s", "-p & -q & r"]
"""


def twelve() -> Model:
    """Return a conflict of three decision makers, one option of which cannot be undone."""
    return loads(TWELVE, name="twelve.yaml")


def random_model(seed: int, *, graph: bool) -> Model:
    rng = Random(seed)
    native = random_graph_model(rng) if graph else random_option_model(rng, total=5)
    return loads(to_yaml(native), name="model.yaml")


@dataclass(frozen=True, eq=False)
class FailingChunk:
    """A chunk that cannot be decided."""

    part: Part
    how: str

    def equilibria(self, concepts: Sequence[str]) -> Flags:
        if self.how == "dies":
            os._exit(3)
        if self.how == "limit":
            raise LimitError("too large for this machine")
        raise ValueError("it went\nwrong")

    def counts(self, concepts: Sequence[str]) -> Counts:
        counts: Counts = self.equilibria(concepts).sum(axis=-1)
        return counts


@dataclass(frozen=True, eq=False)
class FailingPlan(ProfilePlan):
    """A plan some chunks of which cannot be decided."""

    how: str = "wrong"
    failing: tuple[int, ...] = (1,)

    def chunk(self, part: Part) -> ProfileChunk | FailingChunk:  # type: ignore[override]
        return FailingChunk(part, self.how) if part.index in self.failing else super().chunk(part)


def failing(how: str, *indices: int, count: int = 25_000) -> FailingPlan:
    plan = random_profiles(twelve(), count, 1)
    return FailingPlan(**vars(plan), how=how, failing=indices)
