"""Many preference profiles decided by numpy: each step is one operation on rows of profiles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.stability._concepts import Concept
from satumeja.stability.explicit._profile_moves import ProfileMoves, Profiles, all_bits

__all__ = ["ProfileRows"]

Flags = NDArray[np.bool_]
Counts = NDArray[np.int64]

_TILE = 1 << 16  # states times profiles that are worked on at a time, to stay in the cache
_NARROWEST_TILE = 256


class ProfileRows:
    """Decides profiles in numpy.

    Parameters
    ----------
    moves : ProfileMoves
        Who can bring what about.
    """

    def __init__(self, moves: ProfileMoves) -> None:
        self._moves = moves

    def stable(self, ranks: Profiles, concepts: Sequence[Concept]) -> Flags:
        """Decide for whom states are stable: shape (concepts, DMs, n, profiles)."""
        stable = np.empty((len(concepts), *ranks.shape), dtype=np.bool_)
        for first, tile in self._tiles(ranks):
            part = stable[:, :, :, first : first + tile.shape[2]]
            for focal, k, threshold in self._decided(tile, concepts):
                np.greater_equal(tile[focal], threshold, out=part[k, focal])
        return stable

    def equilibria(self, ranks: Profiles, concepts: Sequence[Concept]) -> Flags:
        """Decide which states are stable for all: shape (concepts, n, profiles)."""
        agreed = np.empty((len(concepts), *ranks.shape[1:]), dtype=np.bool_)
        for first, tile in self._tiles(ranks):
            self._agree(tile, concepts, agreed[:, :, first : first + tile.shape[2]])
        return agreed

    def counts(self, ranks: Profiles, concepts: Sequence[Concept]) -> Counts:
        """Count the profiles in which states are stable for all: shape (concepts, n)."""
        counts = np.zeros((len(concepts), ranks.shape[1]), dtype=np.int64)
        for _, tile in self._tiles(ranks):
            agreed = np.empty((len(concepts), *tile.shape[1:]), dtype=np.bool_)
            self._agree(tile, concepts, agreed)
            # Eight flags are a byte whose bits are counted: far fewer numbers to add.
            bits = np.bitwise_count(np.packbits(agreed, axis=-1))
            counts += bits.sum(axis=-1, dtype=np.int64)
        return counts

    def _tiles(self, ranks: Profiles) -> Iterator[tuple[int, Profiles]]:
        width = max(_NARROWEST_TILE, _TILE // ranks.shape[1])
        for first in range(0, ranks.shape[2], width):
            yield first, np.ascontiguousarray(ranks[:, :, first : first + width])

    def _agree(self, tile: Profiles, concepts: Sequence[Concept], agreed: Flags) -> None:
        """Decide for everybody together in a tile."""
        stable = np.empty(tile.shape[1:], dtype=np.bool_)
        for focal, k, threshold in self._decided(tile, concepts):
            if focal == 0:
                np.greater_equal(tile[focal], threshold, out=agreed[k])
            else:
                np.greater_equal(tile[focal], threshold, out=stable)
                np.logical_and(agreed[k], stable, out=agreed[k])

    def _decided(
        self, tile: Profiles, concepts: Sequence[Concept]
    ) -> Iterator[tuple[int, int, Profiles]]:
        """Give, by decision maker and concept, the lowest ranks at which states are stable."""
        refused = [
            all_bits(own[reach.arcs] <= own, own.dtype)[:, :, None]
            for reach, own in zip(self._moves.reach, tile, strict=True)
        ]
        for focal, own in enumerate(tile):
            for k, threshold in enumerate(self._thresholds(focal, own, concepts, refused)):
                yield focal, k, threshold

    def _thresholds(
        self,
        focal: int,
        own: Profiles,
        concepts: Sequence[Concept],
        refused: Sequence[NDArray[Any]],
    ) -> Iterator[Profiles]:
        """Give, concept by concept, the lowest rank at which each state is stable."""
        mine = self._moves.reach[focal].own
        reply = mine.reduce(np.maximum, own)
        values = {c: reply if c.counter else own for c in concepts if c.sanctions}
        sanctions = self._sanctions(focal, values, refused)
        for concept in concepts:
            if concept.sanctions:
                yield mine.reduce(np.maximum, np.minimum(own, sanctions[concept]))
            else:
                yield reply

    def _sanctions(
        self,
        focal: int,
        values: dict[Concept, Profiles],
        refused: Sequence[NDArray[Any]],
    ) -> dict[Concept, Profiles]:
        """Return, by concept, the lowest of its values the opponents can bring about."""
        sanctions = {
            concept: self._moves.others[focal].reduce(np.minimum, value)
            for concept, value in values.items()
            if not concept.credible
        }
        credible = [concept for concept in values if concept.credible]
        if credible:
            # They refuse the same moves, so one closure does for all of them.
            together = np.stack([values[concept] for concept in credible], axis=1)
            lowest = self._moves.closure(focal, together, refused)
            sanctions |= {concept: lowest[:, k] for k, concept in enumerate(credible)}
        return sanctions
