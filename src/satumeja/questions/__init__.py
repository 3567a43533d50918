"""Questions beyond one analysis: paths, sweeps, what an answer rests on, what would change it."""

from __future__ import annotations

from satumeja.questions._coalitions import COALITIONAL, Coalitions, coalitions
from satumeja.questions._dated import Closing, Fallback, Happening, Taken, taken_in
from satumeja.questions._over_time import Lost, OverTime, Session, Step, over_time
from satumeja.questions.inverse._least import Changes, Raised, Swaps
from satumeja.questions.inverse._nearest import Nearest
from satumeja.questions.inverse._question import Conditions, Inverse, Other, invert
from satumeja.questions.inverse._requirements import Answered, Requirement
from satumeja.questions.leaning._answers import Answer
from satumeja.questions.leaning._assumptions import Assumption, Change
from satumeja.questions.leaning._question import Leaning, RestsOn, Standing, rests_on
from satumeja.questions.sweeps._decide import workers
from satumeja.questions.sweeps._digest import model_digest
from satumeja.questions.sweeps._plan import Chunk, Part, Plan
from satumeja.questions.sweeps._profiles import every_ranking, random_profiles, statement_orders
from satumeja.questions.sweeps._result import SweepResult
from satumeja.questions.sweeps._scenarios import scenarios
from satumeja.questions.sweeps._sweep import SweepError, sweep
from satumeja.questions.ways._goals import Goal, goals
from satumeja.questions.ways._paths import Move, Paths, paths

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
