"""What other rooms build with: masks, forms, orders and limits, beyond the documented face."""

from __future__ import annotations

from satumeja.model._adjusted import Placing, item_of, listed_statements, statements_of
from satumeja.model._arcs import arcs_of, as_graph, change_of
from satumeja.model._beyond import numbers_in
from satumeja.model._build import MOST_LEVELS
from satumeja.model._citing import Citing, citing_parts
from satumeja.model._conditions import Codes, Pattern, holds_in, mask_of
from satumeja.model._content import moves_alike
from satumeja.model._distinct import distinct
from satumeja.model._equals import MOST_EQUAL, equals
from satumeja.model._forms import common_form, option_form
from satumeja.model._knowledge import NO_KNOWLEDGE, Pairs, Square, exact
from satumeja.model._levels import at_level, out_of_step
from satumeja.model._memory import require_memory
from satumeja.model._merged import Split, coalesced, coalesced_counts, split_by, telling
from satumeja.model._model import Wording
from satumeja.model._naming import NO_STATUS_QUO, id_fault, read_form
from satumeja.model._parse import RESERVED, OptionNames
from satumeja.model._payoffs import STRATEGY
from satumeja.model._preferences import dense
from satumeja.model._rankings import ranking_pieces
from satumeja.model._repeated import repeated
from satumeja.model._rules import COUNTED
from satumeja.model._states import (
    LISTED_OPTIONS,
    Decimal,
    Number,
    feasible_codes,
)
from satumeja.model._text import as_label, letters_of
from satumeja.model._variants import Wanted

__all__ = [
    "COUNTED",
    "LISTED_OPTIONS",
    "MOST_EQUAL",
    "MOST_LEVELS",
    "NO_KNOWLEDGE",
    "NO_STATUS_QUO",
    "RESERVED",
    "STRATEGY",
    "Citing",
    "Codes",
    "Decimal",
    "Number",
    "OptionNames",
    "Pairs",
    "Pattern",
    "Placing",
    "Split",
    "Square",
    "Wanted",
    "Wording",
    "arcs_of",
    "as_graph",
    "as_label",
    "at_level",
    "change_of",
    "citing_parts",
    "coalesced",
    "coalesced_counts",
    "common_form",
    "dense",
    "distinct",
    "equals",
    "exact",
    "feasible_codes",
    "holds_in",
    "id_fault",
    "item_of",
    "letters_of",
    "listed_statements",
    "mask_of",
    "moves_alike",
    "numbers_in",
    "option_form",
    "out_of_step",
    "ranking_pieces",
    "read_form",
    "repeated",
    "require_memory",
    "split_by",
    "statements_of",
    "telling",
]
