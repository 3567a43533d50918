"""Where names of states are written beside their points: nowhere twice, soon found."""

from __future__ import annotations

from random import Random

from operations import growth
from satumeja.brief.figures._deal_zone import _overlap, _Taken


def boxes(rng: Random, count: int, side: float) -> list[tuple[float, float, float, float]]:
    """Draw boxes of the size of names and points in a square of some side."""
    corners = [(rng.uniform(-20, side), rng.uniform(-20, side)) for _ in range(count)]
    return [
        (x, y, x + rng.choice([8.0, 30.0, 61.5]), y + rng.choice([8.0, 9.0])) for x, y in corners
    ]


def test_a_box_meets_those_it_overlaps() -> None:
    rng, met = Random(1), 0
    taken, plain = _Taken(), list[tuple[float, float, float, float]]()
    for box in boxes(rng, 400, 500.0):
        overlaps = any(_overlap(box, other) for other in plain)
        assert taken.meets(box) == overlaps
        met += overlaps
        taken.add(box)
        plain.append(box)
    assert 50 < met < 350


def test_room_is_looked_for_among_what_is_near() -> None:
    """Eight times the boxes on eight times the paper are eight times the work, not 64 times."""
    rng = Random(2)
    drawn = {count: boxes(rng, count, 20 * count**0.5) for count in (200, 1_600)}

    def work(count: int) -> None:
        taken = _Taken()
        for box in drawn[count]:
            taken.meets(box)
            taken.add(box)

    assert growth(work, 200, 1_600) < 14
