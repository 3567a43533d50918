"""Orders: all of them once, or each as likely as any other."""

from __future__ import annotations

from collections import Counter
from itertools import permutations
from math import factorial

import numpy as np
import pytest

from satumeja.questions._orders import (
    _sorting_orders,
    dense_ranks,
    listed_orders,
    random_orders,
    random_ranks,
    ranks_of_orders,
)

pytestmark = pytest.mark.usefixtures("kernel")

EXPECTED = 200  # times each order is to come up


@pytest.mark.parametrize("size", range(1, 8))
def test_every_order_is_listed_once_in_lexicographic_order(size: int) -> None:
    found = listed_orders(size, 0, factorial(size)).T.tolist()
    assert found == [list(order) for order in permutations(range(size))]


def test_orders_can_be_listed_from_anywhere() -> None:
    last = factorial(12) - 3
    assert listed_orders(12, last, 3)[:, -1].tolist() == list(range(11, -1, -1))
    assert np.array_equal(listed_orders(6, 500, 100), listed_orders(6, 0, 720)[:, 500:600])


def test_ranks_of_an_order_have_the_first_highest() -> None:
    assert ranks_of_orders(np.array([[2, 0], [0, 1], [1, 2]])).T.tolist() == [[2, 1, 3], [3, 2, 1]]


def chi_square(counts: Counter[tuple[int, ...]], kinds: int) -> float:
    """Say how many standard deviations the chi-square statistic is above its mean."""
    mean = sum(counts.values()) / kinds
    total = sum((counts[kind] - mean) ** 2 for kind in counts) + (kinds - len(counts)) * mean**2
    return float((total / mean - (kinds - 1)) / (2 * (kinds - 1)) ** 0.5)


def test_random_orders_are_equally_likely() -> None:
    drawn = random_orders(5, 120 * EXPECTED, np.random.PCG64(1))
    assert abs(chi_square(Counter(map(tuple, drawn.T.tolist())), 120)) < 5


def test_strict_ranks_are_equally_likely() -> None:
    drawn = random_ranks(4, 24 * EXPECTED, 0.0, np.random.PCG64(2))
    counts = Counter(map(tuple, drawn.T.tolist()))
    assert set(counts) == set(permutations(range(1, 5)))
    assert abs(chi_square(counts, 24)) < 5


@pytest.mark.parametrize("ties", [0.25, 0.5, 1.0])
def test_neighbours_tie_as_often_as_asked(ties: float) -> None:
    drawn = random_ranks(6, 4000, ties, np.random.PCG64(3))
    classes = drawn.max(axis=0)
    assert drawn.min(axis=0).max() == 1
    assert all(
        len(set(column)) == most for column, most in zip(drawn.T.tolist(), classes, strict=True)
    )
    tied = (6 - classes).sum()
    deviation = (5 * 4000 * ties * (1 - ties)) ** 0.5
    assert abs(tied - 5 * 4000 * ties) <= 5 * deviation


def test_which_neighbours_tie_has_nothing_to_do_with_which_things_they_are() -> None:
    drawn = random_ranks(3, 13 * 3 * EXPECTED, 0.5, np.random.PCG64(4))
    pairs = Counter(
        (a, b)
        for column in drawn.T.tolist()
        for a in range(3)
        for b in range(a)
        if column[a] == column[b]
    )
    assert max(pairs.values()) / min(pairs.values()) < 1.1


def test_the_same_seed_draws_the_same_on_every_machine() -> None:
    assert random_ranks(5, 2, 0.0, np.random.PCG64(1)).T.tolist() == [
        [3, 5, 1, 4, 2],
        [5, 3, 1, 4, 2],
    ]
    assert random_ranks(5, 2, 0.5, np.random.PCG64(1)).T.tolist() == [
        [1, 1, 1, 1, 1],
        [2, 2, 1, 2, 2],
    ]


@pytest.mark.parametrize("size", [254, 255, 256])
def test_ranks_fit_their_type(size: int) -> None:
    drawn = random_ranks(size, 3, 0.0, np.random.PCG64(1))
    assert drawn.dtype == (np.uint8 if size <= 254 else np.uint16)
    assert np.array_equal(np.sort(drawn, axis=0)[:, 0], np.arange(1, size + 1))


def test_dense_ranks_leave_no_gap() -> None:
    scores = np.array([[10, 3], [-2, 3], [10, 3], [7, 9]])
    assert dense_ranks(scores).T.tolist() == [[3, 1, 3, 2], [1, 1, 1, 2]]


@pytest.mark.parametrize("size", [1, 2, 3, 12, 33, 254, 255, 2048, 4096, 4097])
@pytest.mark.parametrize("ties", [0.0, 2.0**-60, 0.3, 1.0])
def test_what_is_drawn_is_what_sorting_whole_numbers_gives(size: int, ties: float) -> None:
    count = 70 if size < 1000 else 5
    stream, again = np.random.PCG64(size), np.random.PCG64(size)
    places = again.random_raw(size * count).reshape(count, size).argsort(axis=1, kind="stable").T
    classes = np.broadcast_to(np.arange(size)[:, None], (size, count)) + 1
    if ties:
        drawn = again.random_raw(size * count).reshape(size, count) >> 11
        breaks = drawn * 2.0**-53 >= ties
        breaks[0] = True
        classes = breaks.cumsum(axis=0)
    ranks = np.take_along_axis(classes, places, axis=0)
    assert np.array_equal(random_ranks(size, count, ties, stream), ranks)
    assert stream.random_raw() == again.random_raw()
    orders = random_orders(size, count, np.random.PCG64(size))
    assert np.array_equal(orders, places)
    assert orders.dtype == np.int64


def test_numbers_that_agree_in_all_but_their_lowest_bits_are_told_apart() -> None:
    rng = np.random.default_rng(1)
    keys = rng.integers(0, 8, (200, 12), dtype=np.uint64) | np.uint64(1 << 40)
    assert np.array_equal(_sorting_orders(keys), keys.argsort(axis=1, kind="stable"))
