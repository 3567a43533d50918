"""Groups of states are found where the tree leaves them, not by looking through all states."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from satumeja.questions.many._cover import Cube, cover, parted


def parity(options: int) -> NDArray[np.bool_]:
    """Want every other combination: no two of them are one cube."""
    even: NDArray[np.bool_] = np.bitwise_count(np.arange(1 << options)) % 2 == 0
    return even


def test_no_cube_of_many_is_sought_among_all_states(monkeypatch: pytest.MonkeyPatch) -> None:
    codes, wanted = np.arange(1 << 10), parity(10)

    def sought(cube: Cube, codes: object) -> None:
        raise AssertionError(f"{cube} is looked for among all states")

    monkeypatch.setattr(Cube, "holds", sought)
    found = parted(codes, wanted, 10)
    assert [places.tolist() for _, places in found] == [[cube.value] for cube, _ in found]
    assert sorted(cube.value for cube, _ in found) == np.flatnonzero(wanted).tolist()


@pytest.mark.parametrize("seed", range(6))
def test_the_places_are_those_the_cube_holds(seed: int) -> None:
    rng = np.random.default_rng(seed)
    codes = np.flatnonzero(rng.random(1 << 11) < 0.6)
    wanted = (rng.random(len(codes)) < 0.5) | (codes % 8 == 3)
    found = parted(codes, wanted, 11)
    assert [cube for cube, _ in found] == cover(codes, wanted, 11)
    for cube, places in found:
        assert places.tolist() == np.flatnonzero(cube.holds(codes)).tolist()
    held = np.concatenate([places for _, places in found])
    assert sorted(held.tolist()) == np.flatnonzero(wanted).tolist()
