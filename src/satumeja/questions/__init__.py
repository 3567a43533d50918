"""Questions beyond one analysis: paths, sweeps, what an answer rests on, what would change it."""

from __future__ import annotations

from satumeja.questions._answers import Answer
from satumeja.questions._assumptions import Assumption, Change
from satumeja.questions._coalitions import COALITIONAL, Coalitions, coalitions
from satumeja.questions._dated import Closing, Fallback, Happening, Taken, taken_in
from satumeja.questions._decide import workers
from satumeja.questions._digest import model_digest
from satumeja.questions._goals import Goal, goals
from satumeja.questions._inverse import Conditions, Inverse, Other, invert
from satumeja.questions._least import Changes, Raised, Swaps
from satumeja.questions._nearest import Nearest
from satumeja.questions._over_time import Lost, OverTime, Session, Step, over_time
from satumeja.questions._paths import Move, Paths, paths
from satumeja.questions._plan import Chunk, Part, Plan
from satumeja.questions._profiles import every_ranking, random_profiles, statement_orders
from satumeja.questions._requirements import Answered, Requirement
from satumeja.questions._rests import Leaning, RestsOn, Standing, rests_on
from satumeja.questions._result import SweepResult
from satumeja.questions._scenarios import scenarios
from satumeja.questions._sweep import SweepError, sweep

__all__ = [
    "COALITIONAL",
    "Answer",
    "Answered",
    "Assumption",
    "Change",
    "Changes",
    "Chunk",
    "Closing",
    "Coalitions",
    "Conditions",
    "Fallback",
    "Goal",
    "Happening",
    "Inverse",
    "Leaning",
    "Lost",
    "Move",
    "Nearest",
    "Other",
    "OverTime",
    "Part",
    "Paths",
    "Plan",
    "Raised",
    "Requirement",
    "RestsOn",
    "Session",
    "Standing",
    "Step",
    "Swaps",
    "SweepError",
    "SweepResult",
    "Taken",
    "coalitions",
    "every_ranking",
    "goals",
    "invert",
    "model_digest",
    "over_time",
    "paths",
    "random_profiles",
    "rests_on",
    "scenarios",
    "statement_orders",
    "sweep",
    "taken_in",
    "workers",
]
