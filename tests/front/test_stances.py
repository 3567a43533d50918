"""Where each side stands on each item, against a look at all pairs of situations."""

from collections import Counter
from random import Random

import pytest

from literal import stances as literal
from literal.conditions import parse
from literal.statespace import Native, space_of
from random_models import random_option_model, random_tree, to_yaml, written
from random_stated import random_coalesced_model
from satumeja.formats import loads
from satumeja.front import Stance, stances
from satumeja.gallery import load


def drawn(seed: int) -> Native:
    rng = Random(f"stance {seed}")
    if seed % 4 == 3:
        return random_coalesced_model(rng)
    native = random_option_model(rng, total=6)
    space = space_of(native)
    for content in native["decision_makers"].values():
        if rng.random() < 0.6:
            depths = [rng.choice([0, 0, 1, 2]) for _ in range(rng.randint(1, 2))]
            content["red_lines"] = [written(rng, random_tree(rng, space, d)) for d in depths]
    return native


def agree(native: Native, counted: Counter[str]) -> None:
    model, space = loads(to_yaml(native)), space_of(native)
    listed = stances(model)
    assert [(s.dm, s.option) for s in listed] == [(o.dm, o.id) for o in space.options]
    worth = {dm: space.scores(dm) for dm in space.dms}
    for place, stance in enumerate(listed):
        wanted = {
            dm: literal.view(
                space,
                {v: worth[dm][number] for v, number in space.numbers.items()},
                place,
                [parse(line) for line in native["decision_makers"][dm].get("red_lines", ())],
            )
            for dm in space.dms
        }
        assert stance.views == wanted
        assert stance.between == literal.between(list(wanted.values()))
        counted.update([*wanted.values(), stance.between])


@pytest.mark.parametrize("block", range(4))
def test_views_are_those_of_all_pairs(block: int) -> None:
    counted = Counter[str]()
    for seed in range(block * 60, block * 60 + 60):
        agree(drawn(seed), counted)
    every = {"wants", "against", "depends", "red line", "no view", "shared", "open", "divides"}
    assert set(counted) == every


@pytest.mark.slow
def test_views_are_those_of_all_pairs_on_two_thousand_models() -> None:
    counted = Counter[str]()
    for seed in range(1000, 3000):
        agree(drawn(seed), counted)
    assert min(counted.values()) > 100


def test_the_december_talks_share_little_and_are_divided_on_most() -> None:
    items = {(s.dm, s.option): s for s in stances(load("december-2021-b"))}
    assert items["russia", "talk"] == Stance(
        "russia", "talk", True, dict.fromkeys(("russia", "us", "nato"), "wants"), "shared"
    )
    assert {option: s.between for (_, option), s in items.items()} == {
        "talk": "shared",
        "withdraw": "open",
        "attack": "divides",
        "platform": "shared",
        "guarantee": "divides",
        "punish": "divides",
        "rollback": "divides",
        "arm": "divides",
    }
    assert items["us", "punish"].views == {"russia": "against", "us": "wants", "nato": "wants"}
    assert items["us", "guarantee"].views["nato"] == "red line"


def test_what_can_never_be_otherwise_alone_is_no_view() -> None:
    views = {v for s in stances(load("elmira")) if s.dm == "uniroyal" for v in s.views.values()}
    assert views == {"no view"}


def test_a_conflict_whose_situations_are_only_listed_has_no_items() -> None:
    text = """
satumeja: 1
title: Listed
states: [a, b]
decision_makers:
  x: {moves: [[a, b]], ranking: [[b], [a]]}
  y: {moves: [[b, a]], ranking: [[a], [b]]}
"""
    assert stances(loads(text)) == ()
