"""States moved in a ranking one by one, compared with ranking all of them anew each time."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from satumeja.model._ladder import Ladder, Placing
from satumeja.model._preferences import Ranks, dense

PLACINGS: tuple[Placing, ...] = ("above", "below", "level_with")


def ranked_anew(ranks: Ranks, state: int, placing: Placing, anchor: int) -> Ranks:
    """Give a state the rank between two others that it is put at, and close the gaps."""
    spread = 2 * ranks
    spread[state] = spread[anchor] + {"above": 1, "below": -1, "level_with": 0}[placing]
    return dense(spread)


@pytest.mark.parametrize("seed", range(100))
def test_moves_give_the_ranks_that_ranking_anew_gives(seed: int) -> None:
    rng = Random(seed)
    states = rng.randint(2, 12)
    expected = dense(np.array([rng.randrange(rng.choice([2, 5, 9])) for _ in range(states)]))
    ladder = Ladder(expected)
    for _ in range(25):
        (state, anchor), placing = rng.sample(range(states), 2), rng.choice(PLACINGS)
        before, expected = expected, ranked_anew(expected, state, placing, anchor)
        assert ladder.put(state, placing, anchor) == (not np.array_equal(before, expected))
        assert ladder.ranks().tolist() == expected.tolist()
