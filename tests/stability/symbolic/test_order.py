"""Variables that meet in a condition stand near each other."""

from __future__ import annotations

from satumeja.stability.symbolic._order import order, with_last


def span(names: list[str], groups: list[list[str]]) -> int:
    places = [[names.index(name) for name in group] for group in groups]
    return sum(max(place) - min(place) for place in places)


def test_the_order_is_never_worse_and_loses_nobody() -> None:
    names = [f"v{k}" for k in range(20)]
    groups = [[f"v{k}", f"v{k + 10}"] for k in range(10)]
    found = order(names, groups)
    assert sorted(found) == sorted(names)
    assert span(found, groups) <= span(names, groups)


def test_a_scattered_chain_is_drawn_together() -> None:
    names = ["a", "c", "e", "g", "b", "d", "f", "h"]
    chain = [["a", "b"], ["b", "c"], ["c", "d"], ["d", "e"], ["e", "f"], ["f", "g"], ["g", "h"]]
    assert span(order(names, chain), chain) < span(names, chain) / 2


def test_without_conditions_nothing_moves() -> None:
    assert order(["b", "a"], []) == ["b", "a"]


def test_the_last_go_to_the_end_and_newcomers_amid_what_they_are_about() -> None:
    found = with_last(["a", "b", "c", "d"], {"x": ["c", "d"], "y": ["a"], "z": []}, ["y", "b"])
    assert found[-2:] == ["y", "b"]
    assert found.index("c") < found.index("x") < found.index("d")
    assert sorted(found) == ["a", "b", "c", "d", "x", "y", "z"]
