"""Ranks from statements, weights and rankings."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from satumeja.errors import ModelError
from satumeja.model import Is, Not, Prioritisation, Ranking, Statement, Weighting

CODES = np.arange(8)


def test_statements_compare_truth_vectors() -> None:
    wanted = Prioritisation((Statement(Is(2), "3"), Statement(Not(Is(0)), "-1")))
    assert wanted.ranks(CODES).tolist() == [2, 1, 2, 1, 4, 3, 4, 3]


def test_more_statements_than_a_machine_word_are_exact() -> None:
    filler = tuple(Statement(Is(0), "1") for _ in range(100))
    wanted = Prioritisation((Statement(Is(2), "3"), *filler, Statement(Is(1), "2")))
    order = Prioritisation(tuple(Statement(Is(k), str(k + 1)) for k in (2, 0, 1)))
    assert wanted.ranks(CODES).tolist() == order.ranks(CODES).tolist()


def test_weights_add_up_exactly() -> None:
    wanted = Weighting({0: Fraction("0.1"), 1: Fraction("0.2"), 2: Fraction("0.3")})
    assert wanted.ranks(CODES).tolist() == [1, 2, 3, 4, 4, 5, 6, 7]
    assert Weighting({0: Fraction(-3)}).ranks(CODES[:2]).tolist() == [2, 1]


def test_weights_that_cannot_be_added_exactly_are_refused() -> None:
    with pytest.raises(ModelError, match="too far apart"):
        Weighting({0: Fraction(10**80), 1: Fraction(1)}).ranks(CODES)


def test_a_ranking_ranks_by_state_number() -> None:
    assert Ranking(((3,), (1, 4), (2,))).ranks(CODES[:4]).tolist() == [2, 1, 3, 2]


@pytest.mark.parametrize(
    ("great", "new", "classes", "kept"),
    [
        # The class below the difference vanishes: the one above it stays apart from the rest.
        ({0}, {1: 1, 3: 2, 4: 3}, ((1,), (2,), (3,)), {0}),
        # The class above it vanishes too: what is above that is greatly preferred to the rest.
        ({1}, {1: 1, 3: 2, 4: 3}, ((1,), (2,), (3,)), {0}),
        # Nothing is left above the difference, so there is none.
        ({0}, {2: 1, 3: 2, 4: 3}, ((1,), (2,), (3,)), set()),
        # Nothing is left below it, so there is none.
        ({2}, {1: 1, 2: 2, 3: 3}, ((1,), (2,), (3,)), set()),
        ({1, 2}, {1: 2, 2: 1, 3: 3}, ((2,), (1,), (3,)), {1}),
    ],
)
def test_great_differences_survive_where_both_sides_do(
    great: set[int], new: dict[int, int], classes: tuple[tuple[int, ...], ...], kept: set[int]
) -> None:
    ranking = Ranking(((1,), (2,), (3,), (4,)), frozenset(great))
    assert ranking.renumbered(new) == Ranking(classes, frozenset(kept))
