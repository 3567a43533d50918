"""A conflict as stated: decision makers, options, conditions, feasibility, preferences.

This package stands on the ground: it knows neither files nor analysis.
"""

from __future__ import annotations

from satumeja.model._conditions import (
    AtLeast,
    Binary,
    Codes,
    Condition,
    Is,
    Not,
    Pattern,
    holds,
    holds_in,
    mask_of,
)
from satumeja.model._memory import require_memory
from satumeja.model._model import DecisionMaker, Direction, Model, Option, Rule, Source, Table
from satumeja.model._parse import RESERVED, ConditionError, OptionNames, parse_condition
from satumeja.model._preferences import (
    Preference,
    Prioritisation,
    Ranking,
    Ranks,
    Statement,
    Weighting,
)
from satumeja.model._states import (
    LISTED_OPTIONS,
    GraphStates,
    OptionStates,
    feasible_codes,
    option_form,
)
from satumeja.model._text import Text

__all__ = [
    "LISTED_OPTIONS",
    "RESERVED",
    "AtLeast",
    "Binary",
    "Codes",
    "Condition",
    "ConditionError",
    "DecisionMaker",
    "Direction",
    "GraphStates",
    "Is",
    "Model",
    "Not",
    "Option",
    "OptionNames",
    "OptionStates",
    "Pattern",
    "Preference",
    "Prioritisation",
    "Ranking",
    "Ranks",
    "Rule",
    "Source",
    "Statement",
    "Table",
    "Text",
    "Weighting",
    "feasible_codes",
    "holds",
    "holds_in",
    "mask_of",
    "option_form",
    "parse_condition",
    "require_memory",
]
