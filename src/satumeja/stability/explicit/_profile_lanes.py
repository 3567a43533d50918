"""Many preference profiles decided by the compiled kernel, as numpy does in every bit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.stability._concepts import Concept
from satumeja.stability.explicit._profile_moves import ProfileMoves, Profiles
from satumeja.stability.explicit._reaches import StateSets
from satumeja.stability.kernel import MoverSets, ProfileAnswer, decide_profiles, packed_moves

__all__ = ["BATCH_CONCEPTS", "ProfileLanes"]

BATCH_CONCEPTS = ("nash", "gmr", "smr", "seq", "sseq")
"""The concepts that can be decided for many preference profiles at once."""


class ProfileLanes:
    """Decides profiles in the compiled kernel.

    Parameters
    ----------
    moves : ProfileMoves
        Who can bring what about.
    """

    def __init__(self, moves: ProfileMoves) -> None:
        self._moves = moves

    @cached_property
    def _plan(self) -> NDArray[np.uint32]:
        return self._packed(self._moves.others)

    @cached_property
    def _plan_without_others(self) -> NDArray[np.uint32]:
        nothing = StateSets([np.zeros(1, np.intp)], np.zeros(self._moves.size, np.intp))
        return self._packed([nothing for _ in self._moves.movers])

    def _packed(self, others: Sequence[StateSets]) -> NDArray[np.uint32]:
        moves = self._moves
        movers = [
            MoverSets(
                own=reach.own.rows,
                own_of=reach.own.of,
                others=away.rows,
                others_of=away.of,
                arcs=[row[1:] for row in reach.rows],
                parts=parts,
            )
            for reach, away, parts in zip(moves.reach, others, moves.parts, strict=True)
        ]
        return packed_moves(moves.size, movers)

    def _decide(
        self, ranks: Profiles, concepts: Sequence[Concept], answer: ProfileAnswer
    ) -> NDArray[Any]:
        # What the opponents can bring about is dear to find where states are many.
        incredible = any(c.sanctions and not c.credible for c in concepts)
        plan = self._plan if incredible else self._plan_without_others
        places = [BATCH_CONCEPTS.index(concept.id) for concept in concepts]
        return decide_profiles(plan, np.ascontiguousarray(ranks), places, answer)

    def stable(self, ranks: Profiles, concepts: Sequence[Concept]) -> NDArray[np.bool_]:
        """Decide for whom states are stable: shape (concepts, DMs, n, profiles)."""
        return self._decide(ranks, concepts, "stable")

    def equilibria(self, ranks: Profiles, concepts: Sequence[Concept]) -> NDArray[np.bool_]:
        """Decide which states are stable for all: shape (concepts, n, profiles)."""
        return self._decide(ranks, concepts, "equilibria")

    def counts(self, ranks: Profiles, concepts: Sequence[Concept]) -> NDArray[np.int64]:
        """Count the profiles in which states are stable for all: shape (concepts, n)."""
        return self._decide(ranks, concepts, "counts")
