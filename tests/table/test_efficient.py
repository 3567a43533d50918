"""Efficient packages are those of the definition."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from satumeja.table._efficient import efficient


def by_definition(rows: list[list[int]]) -> list[bool]:
    def beats(t: list[int], s: list[int]) -> bool:
        return t != s and all(a >= b for a, b in zip(t, s, strict=True))

    return [not any(beats(t, s) for t in rows) for s in rows]


@pytest.mark.parametrize("members", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("values", [2, 4, 100])
def test_efficient_by_definition(members: int, values: int) -> None:
    rng = Random(members * 1000 + values)
    for count in range(40):
        rows = [[rng.randrange(values) for _ in range(members)] for _ in range(count)]
        found = efficient(np.array(rows, dtype=np.int64).reshape(count, members))
        assert found.tolist() == by_definition(rows)


def test_a_front_of_everything_is_no_trouble() -> None:
    rows = np.stack([np.arange(200_000), np.arange(200_000)[::-1]], axis=1)
    assert efficient(rows).all()
