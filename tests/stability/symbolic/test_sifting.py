"""Moving one variable after the other makes diagrams smaller and changes no set."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from satumeja.stability.symbolic._sifting import sift


class Chain:
    """A stand-in for diagrams: its size is how far apart neighbours of a chain stand."""

    def __init__(self, chain: str) -> None:
        self.chain, self.orders, self.checks = numbers(chain), list[str](), 0

    def arrange(self, places: Sequence[int]) -> int:
        self.orders.append(letters(places))
        return sum(abs(places.index(a) - places.index(b)) for a, b in pairwise(self.chain))

    def check(self) -> None:
        self.checks += 1


def numbers(word: str) -> list[int]:
    return [ord(letter) - ord("a") for letter in word]


def letters(places: Sequence[int]) -> str:
    return "".join(chr(ord("a") + place) for place in places)


def test_a_scattered_chain_is_drawn_together() -> None:
    chain = Chain("abcdefgh")
    before = numbers("adgbehcf")
    found = sift(chain, before, before, len(before))
    assert chain.arrange(found) < chain.arrange(before) / 2


def test_what_is_returned_is_the_order_the_diagrams_have_and_never_larger() -> None:
    chain = Chain("abcdef")
    for before in map(numbers, ("abcdef", "fedcba", "acebdf", "afbecd")):
        size = chain.arrange(before)
        found = sift(chain, before, before, len(before))
        assert letters(found) == chain.orders[-1]
        assert sorted(found) == sorted(before)
        assert chain.arrange(found) <= size


@pytest.mark.parametrize("moving", ["abc", "a", ""])
def test_those_at_the_end_stay_there(moving: str) -> None:
    chain = Chain("adbecf")
    found = letters(sift(chain, numbers("abcdef"), numbers(moving), 3))
    assert found[3:] == "def"
    assert sorted(found[:3]) == ["a", "b", "c"]
    assert chain.checks == len(moving)
