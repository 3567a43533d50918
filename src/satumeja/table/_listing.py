"""States as plain data: listed where few, counted and described where many."""

from __future__ import annotations

from typing import Any

import numpy as np

from satumeja.model import Model, OptionStates
from satumeja.table._ground import Numbers

__all__ = ["LISTED", "as_json"]

LISTED = 1000
"""Up to this many states are listed one by one; all are counted and judged."""

_SAMPLE = 20


def as_json(model: Model, numbers: Numbers) -> Any:
    """Return states as plain data: their numbers, or where many, a count and what they share.

    ``patterns`` is one pattern that all of them fit (``-`` where they differ).
    """
    states = model.states
    if len(numbers) <= LISTED:
        return numbers.tolist()
    if not isinstance(states, OptionStates):
        return {"count": len(numbers), "patterns": [], "sample": numbers[:_SAMPLE].tolist()}
    codes = states.codes[numbers - 1]
    always, ever = (int(f.reduce(codes)) for f in (np.bitwise_and, np.bitwise_or))
    groups, option = list[str](), 0
    for dm in model.decision_makers:
        bits = range(option, option + len(dm.options))
        groups.append("".join(_letter(always >> k & 1, ever >> k & 1) for k in bits))
        option += len(dm.options)
    return {
        "count": len(numbers),
        "patterns": ["|".join(groups)],
        "sample": numbers[:_SAMPLE].tolist(),
    }


def _letter(always: int, ever: int) -> str:
    return "Y" if always else "-" if ever else "N"
