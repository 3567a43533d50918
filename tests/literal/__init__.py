"""The literal reference engine: the definitions written down with sets and dicts, nothing more.

It is slow on purpose and shares no code with the product, so that agreement between
the two means something.
"""

from __future__ import annotations

from literal.engine import CONCEPTS, LiteralEngine
from literal.model import LiteralModel
from literal.statespace import OptionForm, build, status_quo

__all__ = ["CONCEPTS", "LiteralEngine", "LiteralModel", "OptionForm", "build", "status_quo"]
