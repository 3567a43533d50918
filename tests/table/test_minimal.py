"""Minimal sets, in the lattice and layer by layer, are those of the definition."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from satumeja.table._minimal import minimal_sets


def by_definition(sets: set[int]) -> set[int]:
    return {s for s in sets if not any(t != s and t & s == t for t in sets)}


@pytest.mark.parametrize("size", [0, 1, 2, 3, 5, 8, 22, 23, 40, 62])
def test_minimal_by_definition(size: int) -> None:
    rng = Random(size)
    for count in range(20):
        sets = [rng.getrandbits(62) & ((1 << size) - 1) for _ in range(count)]
        sparse = [s & rng.getrandbits(62) & rng.getrandbits(62) for s in sets]
        for some in (sets, sparse):
            found = minimal_sets(np.array(some, dtype=np.int64), size).tolist()
            assert len(found) == len(set(found))
            assert set(found) == by_definition(set(some))
            assert found == sorted(found, key=lambda s: (s.bit_count(), s))


def test_as_many_minimal_sets_as_there_can_be() -> None:
    every = np.arange(1 << 20)
    half = every[np.bitwise_count(every) >= 10]
    assert len(minimal_sets(half, 20)) == 184_756  # 20 over 10
