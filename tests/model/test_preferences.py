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
        Weighting({0: Fraction(10**20), 1: Fraction(1)}).ranks(CODES)


def test_a_ranking_ranks_by_state_number() -> None:
    assert Ranking(((3,), (1, 4), (2,))).ranks(CODES[:4]).tolist() == [2, 1, 3, 2]
