"""What a large graph takes follows from what is near each arc, not from all that is drawn."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Sequence

import numpy as np

from satumeja.brief.figures._layout import _tangle
from satumeja.brief.figures._routes import routes
from satumeja.brief.tables._moves import Arc


def peak(work: Callable[[], object]) -> int:
    """Give the most bytes that some work holds at a time."""
    work()
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_an_arc_is_held_against_the_arcs_beside_it_alone() -> None:
    def across(lanes: int) -> object:
        """Run arcs across a drawing, so that the box of each has all of them in it."""
        spots = [(0.0, 8.0 * k) for k in range(lanes)] + [(900.0, 8.0 * k) for k in range(lanes)]
        points = dict(enumerate(spots, 1))
        arcs = [Arc(0, k, 2 * lanes + 1 - k, True, False) for k in range(1, lanes + 1)]
        return routes(points, arcs)

    # What is kept of an arc is a few kilobytes; the distances from all samples of all bows to
    # all that is taken were 300 kB an arc that is there.
    assert peak(lambda: across(120)) < 4_000_000


def test_crossings_are_counted_some_at_a_time() -> None:
    def ends_of(arcs: int) -> Sequence[Sequence[int]]:
        return [(k % 61, (7 * k + 1) % 61) for k in range(arcs)]

    points = np.array([(k * k % 97, k * k * k % 89) for k in range(61)], dtype=float)
    few, many = (
        np.array([pair for pair in ends_of(k) if pair[0] != pair[1]]) for k in (500, 4_000)
    )
    # Eight times as many arcs have 64 times as many pairs.
    assert peak(lambda: _tangle(points, many)) < 12 * peak(lambda: _tangle(points, few))


def test_crossings_are_those_of_each_pair() -> None:
    points = np.array([(0.0, 0.0), (100.0, 100.0), (0.0, 100.0), (100.0, 0.0), (300.0, 300.0)])
    crossing, apart = np.array([(0, 1), (2, 3)]), np.array([(0, 2), (1, 3)])
    assert _tangle(points, crossing) == 1
    assert _tangle(points, apart) == 0
    # A straight line over a state counts as three crossings.
    assert _tangle(points, np.array([(0, 4)])) == 3
    # All pairs, in more than one block.
    assert _tangle(points, np.tile(crossing, (300, 1))) == 300 * 300
