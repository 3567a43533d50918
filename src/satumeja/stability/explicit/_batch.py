"""Many preference profiles of one model at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.errors import LimitError, QuestionError
from satumeja.model import Model
from satumeja.stability._concepts import Concept, concepts_named
from satumeja.stability.explicit._conflict import Conflict
from satumeja.stability.explicit._profile_lanes import BATCH_CONCEPTS, ProfileLanes
from satumeja.stability.explicit._profile_moves import ProfileMoves, Profiles
from satumeja.stability.explicit._profile_rows import ProfileRows
from satumeja.stability.kernel import kernel_in_use

__all__ = ["BATCH_CONCEPTS", "LARGEST_BATCH", "Batch", "batch", "rank_type"]

Flags = NDArray[np.bool_]

LARGEST_BATCH = 2048
"""The most states of a conflict that is decided for many profiles at once."""


def rank_type(states: int) -> np.dtype[Any]:
    """Return the narrowest unsigned type for ranks 1 to `states` and one value above them.

    Examples
    --------
    >>> rank_type(12), rank_type(254), rank_type(255)
    (dtype('uint8'), dtype('uint8'), dtype('uint16'))
    """
    return np.min_scalar_type(states + 1)


class Batch:
    """The moves of a model, ready to decide any preference profile it could have.

    Parameters
    ----------
    model : Model
        In option form or graph form; its own preferences are not looked at.

    Raises
    ------
    LimitError
        If it has more than 2,048 states.

    Notes
    -----
    The thresholds are those of `Explicit`. What can be reached, by one decision maker
    in a move or by the opponents of one in a legal sequence, does not depend on
    preferences and is found once, in O(n ** 2) memory for n states. Each step is then
    one operation on rows of profiles: O(n * m) steps for each decision maker and round
    of credible sanctions, m being the most states anybody reaches in one move. The
    compiled kernel, where there is one, takes the same steps with the rows in registers.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> model = load("prisoners-dilemma")
    >>> own = np.array([model.ranks(dm) for dm in model.decision_makers])
    >>> stable = Batch(model).stable(own[:, :, None], ["nash"])
    >>> np.flatnonzero(stable[0].all(axis=0)) + 1
    array([4])
    """

    def __init__(self, model: Model) -> None:
        self.size = len(model.states)
        if self.size > LARGEST_BATCH:
            raise LimitError(
                f"{self.size:,} states are more than the {LARGEST_BATCH:,} for which many "
                "profiles can be decided at once; analyse takes more, one profile at a time"
            )
        self._moves = ProfileMoves(model)
        self._rows, self._lanes = ProfileRows(self._moves), ProfileLanes(self._moves)

    @classmethod
    def of(cls, model: Model) -> Batch:
        """Return the batch of a model, the last one if everybody moves alike in it.

        Parameters
        ----------
        model : Model
            In option form or graph form; its own preferences are not looked at.

        Raises
        ------
        LimitError
            If it has more than 2,048 states.
        """
        return _batch_of(Conflict(model))

    def stable(self, ranks: NDArray[Any], concepts: Iterable[str] = BATCH_CONCEPTS) -> Flags:
        """Decide which states are stable for whom, profile by profile.

        Parameters
        ----------
        ranks : array of int, shape (DMs, n, profiles)
            Ranks from 1, the least preferred, to n at most; ties share a rank.
        concepts : iterable of str
            Of nash, gmr, smr, seq and sseq; all of them by default.

        Returns
        -------
        bool array, shape (concepts, DMs, n, profiles)
            The concepts in the registry's order.

        Raises
        ------
        QuestionError
            If a concept is not one of the five, or the ranks do not fit the model.
        """
        chosen, own = self._asked(ranks, concepts)
        return self._kernel.stable(own, chosen)

    def equilibria(self, ranks: NDArray[Any], concepts: Iterable[str] = BATCH_CONCEPTS) -> Flags:
        """Decide which states are stable for everybody, profile by profile.

        Parameters
        ----------
        ranks, concepts
            As `stable` takes them.

        Returns
        -------
        bool array, shape (concepts, n, profiles)
            What ``stable(ranks, concepts).all(axis=1)`` is, in less memory.

        Raises
        ------
        QuestionError
            If a concept is not one of the five, or the ranks do not fit the model.
        """
        chosen, own = self._asked(ranks, concepts)
        return self._kernel.equilibria(own, chosen)

    def counts(
        self, ranks: NDArray[Any], concepts: Iterable[str] = BATCH_CONCEPTS
    ) -> NDArray[np.int64]:
        """Count the profiles in which states are stable for everybody.

        Parameters
        ----------
        ranks, concepts
            As `stable` takes them.

        Returns
        -------
        int64 array, shape (concepts, n)
            What ``stable(ranks, concepts).all(axis=1).sum(axis=-1)`` is, in less memory.

        Raises
        ------
        QuestionError
            If a concept is not one of the five, or the ranks do not fit the model.
        """
        chosen, own = self._asked(ranks, concepts)
        return self._kernel.counts(own, chosen)

    @property
    def _kernel(self) -> ProfileRows | ProfileLanes:
        return self._lanes if kernel_in_use() == "compiled" else self._rows

    def _asked(
        self, ranks: NDArray[Any], concepts: Iterable[str]
    ) -> tuple[Sequence[Concept], Profiles]:
        """Return what is asked, as the kernels take it."""
        chosen = concepts_named(concepts)
        for concept in chosen:
            if concept.id not in BATCH_CONCEPTS:
                raise QuestionError(f'"{concept.id}" is not decided for many profiles at once')
        self._check(ranks)
        return chosen, ranks.astype(rank_type(self.size), copy=False)

    def _check(self, ranks: NDArray[Any]) -> None:
        expected = (len(self._moves.movers), self.size)
        if ranks.ndim != 3 or ranks.shape[:2] != expected:
            raise QuestionError(
                f"ranks have the shape (decision makers, states, profiles): "
                f"{expected} and any number, not {ranks.shape}"
            )
        if ranks.dtype.kind not in "iu":
            raise QuestionError(f"ranks are whole numbers, not {ranks.dtype}")
        if ranks.size and not (ranks.min() >= 1 and ranks.max() <= self.size):
            raise QuestionError(
                f"ranks go from 1 to {self.size}; these go from {ranks.min()} to {ranks.max()}"
            )


@lru_cache(maxsize=1)
def _batch_of(conflict: Conflict) -> Batch:
    # The chunks of a sweep come one after another, in a process of their own unpickled anew.
    return Batch(conflict.model)


def batch(model: Model, ranks: NDArray[Any], concepts: Iterable[str] = BATCH_CONCEPTS) -> Flags:
    """Decide which states are stable for whom in many preference profiles of a model at once.

    Parameters
    ----------
    model : Model
        Who can move where, in option form or graph form.
    ranks : array of int, shape (DMs, n, profiles)
        Ranks from 1, the least preferred, to n at most; ties share a rank.
    concepts : iterable of str
        Of nash, gmr, smr, seq and sseq; all of them by default.

    Returns
    -------
    bool array, shape (concepts, DMs, n, profiles)
        Cell for cell what `analyse` decides; ``.all(axis=1)`` gives the equilibria.

    Raises
    ------
    LimitError
        If the model has more than 2,048 states.
    QuestionError
        If a concept is not one of the five, or the ranks do not fit the model.

    See Also
    --------
    Batch : The same with the setting up done once for several calls.

    Examples
    --------
    In how many of the 24 strict rankings by Row is each outcome of Chicken an equilibrium?

    >>> from itertools import permutations
    >>> from satumeja.gallery import load
    >>> model = load("chicken")
    >>> row = np.array(list(permutations([1, 2, 3, 4]))).T
    >>> column = np.repeat(model.ranks(model["column"])[:, None], 24, axis=1)
    >>> batch(model, np.stack([row, column]), ["nash"]).all(axis=1).sum(axis=-1)
    array([[ 0, 12, 12,  0]])
    """
    return Batch.of(model).stable(ranks, concepts)
