"""Every answer about tables equals the definitions on random models."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from table.agreement import compare, drawn

BLOCKS = [range(first, first + 40) for first in range(20_000, 20_240, 40)]


@pytest.mark.parametrize("seeds", BLOCKS, ids=str)
def test_answers_are_those_of_the_definitions(seeds: range) -> None:
    met = Counter[str]()
    for seed in seeds:
        try:
            met += compare(*drawn(seed, total=4), Random(seed))
        except AssertionError as disagreement:
            pytest.fail(f"seed {seed}: {disagreement}")
    assert met["models"] == len(seeds)
    for kind in ("deals", "upset", "commitments", "openings", "threats judged"):
        assert met[kind] > 0, kind
