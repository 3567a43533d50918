"""What was found, for people: words, tables, figures and the brief, in each language.

Everything here speaks English and Indonesian; the words are data, one file a language.
Tables and figures show themselves in notebooks.
"""

from __future__ import annotations

from satumeja.brief._coalitions import coalition_lattice, coalition_table
from satumeja.brief._deal_zone import deal_zone
from satumeja.brief._deals import comparison_table, deal_table
from satumeja.brief._deals_openings import opening_table
from satumeja.brief._deals_terminal import (
    print_deals,
    print_openings,
    print_packages,
    print_threats,
)
from satumeja.brief._distance_map import distance_map
from satumeja.brief._dossier_html import dossier_page
from satumeja.brief._dossier_page import render as print_dossier
from satumeja.brief._evolution import evolution_table
from satumeja.brief._explain import explain_in_words
from satumeja.brief._field_tables import TABLES, field_tables, write_figure, write_tables
from satumeja.brief._graph import individual_graph, integrated_graph
from satumeja.brief._hypergame_terminal import print_hypergame
from satumeja.brief._latex import document
from satumeja.brief._model_tables import (
    infeasible_table,
    option_table,
    preference_table,
    red_line_table,
    seat_table,
)
from satumeja.brief._move_table import move_table
from satumeja.brief._opening_sets import opening_sets
from satumeja.brief._order_page import print_order
from satumeja.brief._packages import package_table
from satumeja.brief._paths import status_quo_table
from satumeja.brief._paths_terminal import print_paths
from satumeja.brief._questions_terminal import (
    print_coalitions,
    print_inverse,
    print_over_time,
    print_rests_on,
)
from satumeja.brief._reasons import separating_statement
from satumeja.brief._render import render, write
from satumeja.brief._rests import leaning_table
from satumeja.brief._sets_terminal import print_sets, print_where
from satumeja.brief._state_tables import (
    equilibria_table,
    ranking_table,
    stability_table,
    state_tables,
)
from satumeja.brief._status_quo import status_quo_diagram
from satumeja.brief._strip import ranking_strip
from satumeja.brief._svg import Figure
from satumeja.brief._table import Cell, Table
from satumeja.brief._table_map import table_map
from satumeja.brief._tableau import tableau
from satumeja.brief._terminal import (
    print_analysis,
    print_further,
    print_gallery,
    print_table,
    print_verdicts,
)
from satumeja.brief._tornado import tornado
from satumeja.brief._tree import preference_tree
from satumeja.brief._words import LANGUAGES, Words
from satumeja.brief._zone_dates import zone_dates

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
