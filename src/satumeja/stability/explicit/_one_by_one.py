"""Profiles of a model that is too large for a batch, decided one after another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.model import Model
from satumeja.stability._concepts import concepts_named
from satumeja.stability.explicit._engine import Explicit

__all__ = ["OneByOne"]

Flags = NDArray[np.bool_]


class OneByOne:
    """The moves of a model, ready to decide profiles of it one after another.

    Parameters
    ----------
    model : Model
        Any whose states can be listed; its own preferences are where it starts from.

    See Also
    --------
    Batch : Many at once, in models of up to 2,048 states.

    Notes
    -----
    Who can move where is set up once, and whoever ranks the states as in the model is not set
    up anew. Cost: that of an analysis for each profile, without the states and the moves.
    """

    def __init__(self, model: Model) -> None:
        self._engine = Explicit(model, threads=1)
        self.size = len(model.states)

    def stable(self, ranks: NDArray[Any], concepts: Iterable[str]) -> Flags:
        """Decide which states are stable for whom, as `Batch.stable` does.

        Parameters
        ----------
        ranks : array of int, shape (DMs, n, profiles)
            Ranks from 1, the least preferred; ties share a rank.
        concepts : iterable of str
            Of nash, gmr, smr, seq and sseq.

        Returns
        -------
        bool array, shape (concepts, DMs, n, profiles)
            The concepts in the registry's order.
        """
        chosen = concepts_named(concepts)
        stable = np.empty((len(chosen), *ranks.shape), dtype=np.bool_)
        ids = [dm.id for dm in self._engine.model.decision_makers]
        for profile in range(ranks.shape[2]):
            own = np.ascontiguousarray(ranks[:, :, profile], dtype=np.int32)
            engine = self._engine.ranked(list(own))
            thresholds = engine.thresholds(chosen)
            for k, concept in enumerate(chosen):
                for place, dm in enumerate(ids):
                    threshold = engine.moves.listed(thresholds[concept.id, dm])
                    stable[k, place, :, profile] = engine.ranks[place] >= threshold
        return stable
