"""The reader against invented reports that were annotated before it was tuned to them."""

from __future__ import annotations

from pathlib import Path

import pytest
from labelled.gold import Tally, measure_gold

GOLD = Path(__file__).parents[1] / "data" / "gold"


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    return measure_gold(GOLD)


@pytest.mark.parametrize("language", ["id", "en"])
def test_statements_and_speakers(tallies: dict[str, Tally], language: str) -> None:
    tally = tallies[language]
    assert tally.wanted >= 40
    assert tally.f1 >= 0.95
    assert tally.speakers / tally.found >= 0.94
    assert tally.modes / tally.found >= 0.95
    assert tally.acts / tally.found >= 0.8
