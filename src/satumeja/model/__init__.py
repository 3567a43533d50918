"""A conflict as stated: decision makers, options, conditions, feasibility, preferences.

This package stands on the ground: it knows neither files nor analysis.
"""

from __future__ import annotations

from satumeja.model._adjusted import Adjusted, Edit, Placing, Preference, statements_of
from satumeja.model._arcs import Barrier, arcs_of, as_graph, change_of
from satumeja.model._beyond import Beyond, Comparison, numbers_in
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
from satumeja.model._equals import MOST_EQUAL, equals
from satumeja.model._knowledge import NO_KNOWLEDGE, Knowledge, Pairs, Square, exact
from satumeja.model._levels import Scale, at_level, out_of_step
from satumeja.model._memory import require_memory
from satumeja.model._merged import (
    Coalescing,
    MergedStates,
    Split,
    coalesced,
    split_by,
    telling,
)
from satumeja.model._model import Model
from satumeja.model._order import Order, Separation, order_of
from satumeja.model._parse import RESERVED, ConditionError, OptionNames, parse_condition
from satumeja.model._parts import (
    DecisionMaker,
    Direction,
    Option,
    Rule,
    RuleType,
    Source,
    Table,
)
from satumeja.model._perception import Perception, perceived_game
from satumeja.model._preferences import (
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
    common_form,
    feasible_codes,
    option_form,
)
from satumeja.model._text import Text
from satumeja.model._variants import Wanted

__all__ = [
    "LISTED_OPTIONS",
    "MOST_EQUAL",
    "NO_KNOWLEDGE",
    "RESERVED",
    "Adjusted",
    "AtLeast",
    "Barrier",
    "Beyond",
    "Binary",
    "Coalescing",
    "Codes",
    "Comparison",
    "Condition",
    "ConditionError",
    "DecisionMaker",
    "Direction",
    "Edit",
    "GraphStates",
    "Is",
    "Knowledge",
    "MergedStates",
    "Model",
    "Not",
    "Option",
    "OptionNames",
    "OptionStates",
    "Order",
    "Pairs",
    "Pattern",
    "Perception",
    "Placing",
    "Preference",
    "Prioritisation",
    "Ranking",
    "Ranks",
    "Rule",
    "RuleType",
    "Scale",
    "Separation",
    "Source",
    "Split",
    "Square",
    "Statement",
    "Table",
    "Text",
    "Wanted",
    "Weighting",
    "arcs_of",
    "as_graph",
    "at_level",
    "change_of",
    "coalesced",
    "common_form",
    "equals",
    "exact",
    "feasible_codes",
    "holds",
    "holds_in",
    "mask_of",
    "numbers_in",
    "option_form",
    "order_of",
    "out_of_step",
    "parse_condition",
    "perceived_game",
    "require_memory",
    "split_by",
    "statements_of",
    "telling",
]
