"""Tables: what those who sit at one could agree, whether it would hold, what it would take."""

from __future__ import annotations

from satumeja.table._changes import Change, Commitment, Promotion
from satumeja.table._compare import Comparison, compare
from satumeja.table._deals import Deal, Deals, Upset, deals
from satumeja.table._easing import Easing
from satumeja.table._ground import seated
from satumeja.table._judgements import Answered, Threat, Threats, WayOut
from satumeja.table._linkage import LINKED_STATES, Linkage, linkage
from satumeja.table._openings import Opening, Openings, openings
from satumeja.table._packages import NoDeal, Packages, Solution, packages, with_points
from satumeja.table._reach import Reach, reachable
from satumeja.table._reading import Conditional, conditional
from satumeja.table._red_lines import RedLine, crossed, red_lines
from satumeja.table._symbolic_openings import (
    SymbolicOpening,
    SymbolicOpenings,
    symbolic_openings,
)
from satumeja.table._threats import threats

__all__ = [
    "LINKED_STATES",
    "Answered",
    "Change",
    "Commitment",
    "Comparison",
    "Conditional",
    "Deal",
    "Deals",
    "Easing",
    "Linkage",
    "NoDeal",
    "Opening",
    "Openings",
    "Packages",
    "Promotion",
    "Reach",
    "RedLine",
    "Solution",
    "SymbolicOpening",
    "SymbolicOpenings",
    "Threat",
    "Threats",
    "Upset",
    "WayOut",
    "compare",
    "conditional",
    "crossed",
    "deals",
    "linkage",
    "openings",
    "packages",
    "reachable",
    "red_lines",
    "seated",
    "symbolic_openings",
    "threats",
    "with_points",
]
