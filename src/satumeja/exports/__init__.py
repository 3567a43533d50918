"""Models and results for other programs: networkx, pandas, polars, GraphML, DOT and LaTeX."""

from __future__ import annotations

from satumeja.exports._arcs import Arc, arcs
from satumeja.exports._files import EXPORTS, write
from satumeja.exports._frames import to_pandas, to_polars
from satumeja.exports._graphs import to_dot, to_graphml, to_networkx

__all__ = [
    "EXPORTS",
    "Arc",
    "arcs",
    "to_dot",
    "to_graphml",
    "to_networkx",
    "to_pandas",
    "to_polars",
    "write",
]
