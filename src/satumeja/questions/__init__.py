"""Questions about many models at once: sweeps over preference profiles and scenarios."""

from __future__ import annotations

from satumeja.questions._decide import workers
from satumeja.questions._digest import model_digest
from satumeja.questions._plan import Chunk, Part, Plan
from satumeja.questions._profiles import every_ranking, random_profiles, statement_orders
from satumeja.questions._result import SweepResult
from satumeja.questions._scenarios import scenarios
from satumeja.questions._sweep import SweepError, sweep

__all__ = [
    "Chunk",
    "Part",
    "Plan",
    "SweepError",
    "SweepResult",
    "every_ranking",
    "model_digest",
    "random_profiles",
    "scenarios",
    "statement_orders",
    "sweep",
    "workers",
]
