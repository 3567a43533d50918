"""What is said of many equilibria, against the definitions on random models."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from questions.many_agreement import compare, compare_covers, compare_steps

COMPARED = [compare, compare_covers, compare_steps]


def agree(comparison: Callable[[int], Counter[str]], seeds: range) -> Counter[str]:
    """Compare models by seed; a disagreement names its own."""
    met = Counter[str]()
    for seed in seeds:
        try:
            met += comparison(seed)
        except AssertionError as disagreement:
            pytest.fail(f"seed {seed}: {disagreement}")
    return met


@pytest.mark.parametrize("comparison", COMPARED, ids=lambda each: each.__name__)
def test_random_models(comparison: Callable[[int], Counter[str]]) -> None:
    met = agree(comparison, range(150))
    assert met["models"] == 150
    if comparison is compare_steps:
        assert met["other"], "in some, other states hold step by step than at once"


@pytest.mark.slow
@pytest.mark.parametrize("comparison", COMPARED, ids=lambda each: each.__name__)
def test_twenty_thousand_random_models(comparison: Callable[[int], Counter[str]]) -> None:
    assert agree(comparison, range(1_000, 21_000))["models"] == 20_000
