"""What other rooms ask of tables, beyond the documented face."""

from __future__ import annotations

from satumeja.table._easing import Likings
from satumeja.table._ground import seated
from satumeja.table._linkage import LINKED_STATES
from satumeja.table._opening_sets import OpeningSets
from satumeja.table._parts import change_between
from satumeja.table._reach import Reach, Together, reachable
from satumeja.table._red_lines import crossed
from satumeja.table._sides import Side, Sides, sides

__all__ = [
    "LINKED_STATES",
    "Likings",
    "OpeningSets",
    "Reach",
    "Side",
    "Sides",
    "Together",
    "change_between",
    "crossed",
    "reachable",
    "seated",
    "sides",
]
