"""Numbers in words are read whole, and a column of figures is not sought through for one."""

from __future__ import annotations

import re

import pytest

from satumeja.report._numbers import numbers_of


@pytest.mark.parametrize(
    ("language", "words", "worth"),
    [
        ("en", "nine hundred and ninety nine thousand nine hundred and ninety nine", 999_999),
        ("id", "sembilan ratus sembilan puluh sembilan ribu sembilan ratus", 999_900),
        ("en", "twenty-five", 25),
        ("en", "3 ½", 3.5),
    ],
)
def test_a_number_is_read_to_its_end(language: str, words: str, worth: float) -> None:
    numbers = numbers_of(language)
    match = re.match(numbers.pattern, f"{words} x")
    assert match is not None
    assert match[0] == words
    quantity = numbers.quantity(words)
    assert quantity is not None
    assert float(quantity.least) == worth


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("column", ["1 " * 5_000, "1-" * 5_000, "½" * 5_000])
def test_a_column_of_figures_is_not_read_to_its_end(language: str, column: str) -> None:
    """From each of its figures that would take the square of their number."""
    match = re.match(numbers_of(language).pattern, column)
    assert match is not None
    assert match.end() <= 24
