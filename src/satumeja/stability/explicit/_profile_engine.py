"""Preference profiles of a large model, decided one after another with its moves set up once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.model import Model
from satumeja.stability._concepts import concepts_named
from satumeja.stability.explicit._conflict import Conflict
from satumeja.stability.explicit._engine import Explicit

__all__ = ["ProfileEngine"]

Flags = NDArray[np.bool_]


class ProfileEngine:
    """The moves of a model of any size, ready to decide preference profiles one by one.

    Parameters
    ----------
    model : Model
        In option form or graph form; its own preferences are not looked at.

    See Also
    --------
    Batch : Many profiles at once, where states are few.

    Notes
    -----
    Cost: that of `Explicit` for each profile, without listing states and moves anew.
    """

    def __init__(self, model: Model) -> None:
        self._engine = Explicit(model)

    @classmethod
    def of(cls, model: Model) -> ProfileEngine:
        """Return the engine of a model, the last one if everybody moves alike in it."""
        return _engine_of(Conflict(model))

    @staticmethod
    def forget() -> None:
        """Let go of the last engine, whose states may fill much of the memory."""
        _engine_of.cache_clear()

    def equilibria(self, ranks: NDArray[Any], concepts: Sequence[str]) -> Flags:
        """Decide which states are stable for everybody, profile by profile.

        Parameters
        ----------
        ranks : array of int, shape (DMs, n, profiles)
            Ranks from 1, the least preferred, to n at most; ties share a rank.
        concepts : sequence of str
            Of nash, gmr, smr, seq and sseq.

        Returns
        -------
        bool array, shape (concepts, n, profiles)
            The concepts in the registry's order.
        """
        agreed = np.empty((len(concepts), *ranks.shape[1:]), dtype=np.bool_)
        for k, flags in enumerate(self._decided(ranks, concepts)):
            agreed[:, :, k] = flags
        return agreed

    def counts(self, ranks: NDArray[Any], concepts: Sequence[str]) -> NDArray[np.int64]:
        """Count the profiles in which states are stable for everybody: shape (concepts, n)."""
        counts = np.zeros((len(concepts), ranks.shape[1]), dtype=np.int64)
        for flags in self._decided(ranks, concepts):
            counts += flags
        return counts

    def _decided(self, ranks: NDArray[Any], concepts: Sequence[str]) -> Iterator[Flags]:
        chosen, engine = concepts_named(concepts), self._engine
        for k in range(ranks.shape[2]):
            # From one profile to the next, what those who stay as they are need is kept.
            engine = engine.ranked([*ranks[:, :, k]])
            yield engine.equilibria(chosen)


@lru_cache(maxsize=1)
def _engine_of(conflict: Conflict) -> ProfileEngine:
    # The chunks of a sweep come one after another, in a process of their own unpickled anew.
    return ProfileEngine(conflict.model)
