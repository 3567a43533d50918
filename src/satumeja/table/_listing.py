"""States as plain data: listed where few, counted and described where many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from satumeja.model import Model, OptionStates
from satumeja.model.kit import common_form

if TYPE_CHECKING:
    from satumeja.table._ground import Numbers

__all__ = ["LISTED", "as_json"]

LISTED = 1000
"""Up to this many states are listed one by one; all are counted and judged."""

_SAMPLE = 20


def as_json(model: Model, numbers: Numbers) -> Any:
    """Return states as plain data: their numbers, or where many, a count and what they share.

    ``patterns`` is one pattern that all of them fit (``-`` where they differ), so that
    other states may fit it too: there is no ``patterns_total``.
    """
    states = model.states
    if len(numbers) <= LISTED:
        return numbers.tolist()
    patterns = list[str]()
    if isinstance(states, OptionStates):
        among = np.isin(states.places(states.every), numbers - 1)
        patterns = [common_form(states.every[among], states.widths)]
    return {
        "count": len(numbers),
        "patterns": patterns,
        "patterns_total": None,
        "sample": numbers[:_SAMPLE].tolist(),
        "sample_of": "numbers",
    }
