"""Situations other than the present one, as they would hold if they came about."""

from __future__ import annotations

import numpy as np

from satumeja.front._data import Elsewhere
from satumeja.questions import paths
from satumeja.stability import Analysis

__all__ = ["elsewhere"]

_LISTED = 8
_FAR = np.iinfo(np.int32).max


def elsewhere(analysis: Analysis) -> Elsewhere:
    """Count the situations by rung, and list the highest of them with how far away they are."""
    start, rungs = analysis.model.status_quo_number, analysis.rungs
    away = np.full(len(rungs), -1, dtype=np.int32)
    if start is not None:
        away = paths(analysis.model, start, engine=analysis.explicit).moves
    others = np.flatnonzero(np.arange(1, len(rungs) + 1) != (start or 0))
    distance = np.where(away < 0, _FAR, away)[others]
    order = np.lexsort((others, distance, -rungs[others]))[:_LISTED]
    counts = np.bincount(rungs[others], minlength=4).tolist()
    return Elsewhere(
        counts=(counts[0], counts[1], counts[2], counts[3]),
        states=tuple(
            (int(state) + 1, int(rungs[state]), int(away[state])) for state in others[order]
        ),
    )
