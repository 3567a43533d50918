"""What was found, for people: words, tables, figures and the brief, in each language.

Everything here speaks English and Indonesian; the words are data, one file a language.
Tables and figures show themselves in notebooks.
"""

from __future__ import annotations

from satumeja.brief.figures._deal_zone import deal_zone
from satumeja.brief.figures._distance_map import distance_map
from satumeja.brief.figures._graph import individual_graph, integrated_graph
from satumeja.brief.figures._opening_sets import opening_sets
from satumeja.brief.figures._seating import table_map
from satumeja.brief.figures._status_quo import status_quo_diagram
from satumeja.brief.figures._strip import ranking_strip
from satumeja.brief.figures._tornado import tornado
from satumeja.brief.figures._tree import preference_tree
from satumeja.brief.figures._zone_dates import zone_dates
from satumeja.brief.files._field import TABLES, field_tables, write_figure, write_tables
from satumeja.brief.media._latex import document
from satumeja.brief.media._svg import Figure
from satumeja.brief.media._table import Cell, Table
from satumeja.brief.pages._dossier import dossier_page
from satumeja.brief.pages._render import render, write
from satumeja.brief.sentences._coalitions import coalition_lattice, coalition_table
from satumeja.brief.sentences._deals import comparison_table, deal_table
from satumeja.brief.sentences._explain import explain_in_words
from satumeja.brief.sentences._openings import opening_table
from satumeja.brief.sentences._packages import package_table
from satumeja.brief.sentences._paths import status_quo_table
from satumeja.brief.sentences._rests import leaning_table
from satumeja.brief.tables._evolution import evolution_table
from satumeja.brief.tables._model import (
    infeasible_table,
    option_table,
    preference_table,
    red_line_table,
    seat_table,
)
from satumeja.brief.tables._move_table import move_table
from satumeja.brief.tables._states import (
    equilibria_table,
    ranking_table,
    stability_table,
    state_tables,
)
from satumeja.brief.tables._tableau import tableau
from satumeja.brief.terminal._analysis import (
    print_analysis,
    print_further,
    print_gallery,
    print_table,
    print_verdicts,
)
from satumeja.brief.terminal._deals import (
    print_deals,
    print_openings,
    print_packages,
    print_threats,
)
from satumeja.brief.terminal._dossier import render as print_dossier
from satumeja.brief.terminal._hypergame import print_hypergame
from satumeja.brief.terminal._order import print_order
from satumeja.brief.terminal._paths import print_paths
from satumeja.brief.terminal._questions import (
    print_coalitions,
    print_inverse,
    print_over_time,
    print_rests_on,
)
from satumeja.brief.terminal._sets import print_sets, print_where
from satumeja.brief.words._reasons import separating_statement
from satumeja.brief.words._words import LANGUAGES, Words

__all__ = [
    "LANGUAGES",
    "TABLES",
    "Cell",
    "Figure",
    "Table",
    "Words",
    "coalition_lattice",
    "coalition_table",
    "comparison_table",
    "deal_table",
    "deal_zone",
    "distance_map",
    "document",
    "dossier_page",
    "equilibria_table",
    "evolution_table",
    "explain_in_words",
    "field_tables",
    "individual_graph",
    "infeasible_table",
    "integrated_graph",
    "leaning_table",
    "move_table",
    "opening_sets",
    "opening_table",
    "option_table",
    "package_table",
    "preference_table",
    "preference_tree",
    "print_analysis",
    "print_coalitions",
    "print_deals",
    "print_dossier",
    "print_further",
    "print_gallery",
    "print_hypergame",
    "print_inverse",
    "print_openings",
    "print_order",
    "print_over_time",
    "print_packages",
    "print_paths",
    "print_rests_on",
    "print_sets",
    "print_table",
    "print_threats",
    "print_verdicts",
    "print_where",
    "ranking_strip",
    "ranking_table",
    "red_line_table",
    "render",
    "seat_table",
    "separating_statement",
    "stability_table",
    "state_tables",
    "status_quo_diagram",
    "status_quo_table",
    "table_map",
    "tableau",
    "tornado",
    "write",
    "write_figure",
    "write_tables",
    "zone_dates",
]
