"""Moving one variable after the other makes diagrams smaller and changes no set."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from satumeja.stability.symbolic._sifting import sift


class Chain:
    """A stand-in for diagrams: its size is how far apart neighbours of a chain stand."""

    def __init__(self, chain: str) -> None:
        self.chain, self.orders = chain, list[str]()

    def arrange(self, names: Sequence[str]) -> int:
        self.orders.append("".join(names))
        return sum(abs(names.index(a) - names.index(b)) for a, b in pairwise(self.chain))


def test_a_scattered_chain_is_drawn_together() -> None:
    chain = Chain("abcdefgh")
    before = "adgbehcf"
    found = sift(chain, before, before, len(before))
    assert chain.arrange(found) < chain.arrange(before) / 2


def test_what_is_returned_is_the_order_the_diagrams_have_and_never_larger() -> None:
    chain = Chain("abcdef")
    for before in ("abcdef", "fedcba", "acebdf", "afbecd"):
        size = chain.arrange(before)
        found = sift(chain, before, before, len(before))
        assert "".join(found) == chain.orders[-1]
        assert sorted(found) == sorted(before)
        assert chain.arrange(found) <= size


@pytest.mark.parametrize("moving", ["abc", "a", ""])
def test_those_at_the_end_stay_there(moving: str) -> None:
    found = sift(Chain("adbecf"), "abcdef", moving, 3)
    assert found[3:] == ["d", "e", "f"]
    assert sorted(found[:3]) == ["a", "b", "c"]
