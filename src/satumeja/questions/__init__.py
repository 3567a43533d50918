"""Questions beyond one analysis: paths between states, and sweeps over many models."""

from __future__ import annotations

from satumeja.questions._decide import workers
from satumeja.questions._digest import model_digest
from satumeja.questions._goals import Goal, goals
from satumeja.questions._paths import Move, Paths, paths
from satumeja.questions._plan import Chunk, Part, Plan
from satumeja.questions._profiles import every_ranking, random_profiles, statement_orders
from satumeja.questions._result import SweepResult
from satumeja.questions._scenarios import scenarios
from satumeja.questions._sweep import SweepError, sweep

__all__ = [
    "Chunk",
    "Goal",
    "Move",
    "Part",
    "Paths",
    "Plan",
    "SweepError",
    "SweepResult",
    "every_ranking",
    "goals",
    "model_digest",
    "paths",
    "random_profiles",
    "scenarios",
    "statement_orders",
    "sweep",
    "workers",
]
