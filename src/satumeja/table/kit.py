"""What other rooms ask of tables, beyond the documented face."""

from __future__ import annotations

from satumeja.table._easing import Likings
from satumeja.table._ground import seated
from satumeja.table._linkage import LINKED_STATES
from satumeja.table._opening_sets import OpeningSets
from satumeja.table._reach import Reach, reachable
from satumeja.table._red_lines import crossed

__all__ = ["LINKED_STATES", "Likings", "OpeningSets", "Reach", "crossed", "reachable", "seated"]
