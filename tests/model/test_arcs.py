"""Moves of a decision maker, and states that count as one, are those of the definitions."""

from __future__ import annotations

import tracemalloc
from itertools import product
from random import Random

import numpy as np
import pytest

from formats.samples import PLANT
from literal import build
from literal.statespace import Coalesced, Native
from random_models import random_graph_model, random_option_model, to_yaml
from random_stated import random_bound_model, random_coalesced_model
from satumeja.errors import QuestionError
from satumeja.formats import loads
from satumeja.model import Binary, Is, Model, Not, OptionStates
from satumeja.model._arcs import _distinct
from satumeja.model._merged import Coalescing, MergedStates, coalesced_counts
from satumeja.model.kit import (
    arcs_of,
    as_graph,
    change_of,
    coalesced,
    holds_in,
    split_by,
    telling,
)

DRAWN = {
    "options": lambda rng: random_option_model(rng, total=6),
    "bound": random_bound_model,
    "graph": random_graph_model,
    "coalesced": random_coalesced_model,
}
drawn = pytest.mark.parametrize(
    ("kind", "seed"), [(kind, seed) for kind in DRAWN for seed in range(12)]
)


def pairs(model: Model) -> dict[str, list[tuple[int, int]]]:
    """Every move by numbers, by decision maker."""
    return {
        dm.id: [(a + 1, b + 1) for a, b in arcs_of(model, dm).tolist()]
        for dm in model.decision_makers
    }


@drawn
def test_moves_are_those_of_the_definition(kind: str, seed: int) -> None:
    native: Native = DRAWN[kind](Random(seed))
    literal = build(native)
    assert pairs(loads(to_yaml(native))) == {
        dm: [(s, q) for s in literal.states for q in sorted(literal.moves_from(dm, s))]
        for dm in literal.dms
    }


@drawn
def test_in_graph_form_moves_and_rankings_are_the_same(kind: str, seed: int) -> None:
    model = loads(to_yaml(DRAWN[kind](Random(seed))))
    spelt = as_graph(model)
    assert spelt.is_graph
    assert pairs(spelt) == pairs(model)
    for one, other in zip(model.decision_makers, spelt.decision_makers, strict=True):
        assert model.ranks(one).tolist() == spelt.ranks(other).tolist()
    assert spelt.status_quo_number == model.status_quo_number
    assert len(set(spelt.states.ids)) == len(model.states)  # type: ignore[union-attr]
    assert spelt.title == model.title


def test_states_of_one_form_are_told_apart_by_their_numbers() -> None:
    assert list(_distinct(["N|N", "-|Y", "Y|N", "-|Y"])) == ["N|N", "-|Y 2", "Y|N", "-|Y 4"]


@pytest.mark.parametrize("seed", range(12))
def test_a_move_is_told_by_the_two_members_that_differ_least(seed: int) -> None:
    native = random_coalesced_model(Random(seed))
    model, space = loads(to_yaml(native)), Coalesced(native)
    vectors = {sum(2**k for k, yes in enumerate(v) if yes): v for v in space.vectors}
    for dm in model.decision_makers:
        for start, end in arcs_of(model, dm).tolist():
            possible = [
                (before, after)
                for before, after in product(space.members(start + 1), space.members(end + 1))
                if space.numbers[vectors[after]] in space.moves(dm.id, vectors[before])
                and not (before ^ after) & ~model.controls(dm)
            ]
            least = min((a ^ b).bit_count() for a, b in possible)
            before, after = change_of(model, dm.id, start, end)
            assert (before, after) in possible
            assert (before ^ after).bit_count() == least


def test_in_graph_form_no_options_change() -> None:
    model = loads(to_yaml(random_graph_model(Random(1))))
    with pytest.raises(AssertionError):
        change_of(model, model.decision_makers[0].id, 0, 1)


# -- states that count as one -----------------------------------------------------------


def groups(rng: Random, options: int) -> list[Coalescing]:
    def literal() -> Is | Not:
        leaf = Is(rng.randrange(options))
        return leaf if rng.random() < 0.5 else Not(leaf)

    return [
        Coalescing(Binary("and", literal(), literal()), "as drawn")
        for _ in range(rng.randint(1, 3))
    ]


def joined(codes: list[int], stated: list[Coalescing]) -> set[frozenset[int]]:
    """Put together what has a group in common, again and again."""
    parts = [frozenset([code]) for code in codes]
    for group in stated:
        inside = {code for code in codes if holds_in(group.condition, code)}
        touched = [part for part in parts if part & inside]
        parts = [part for part in parts if not part & inside]
        if touched:
            parts.append(frozenset().union(*touched))
    return set(parts)


@pytest.fixture(params=range(20))
def case(request: pytest.FixtureRequest) -> tuple[OptionStates, list[Coalescing]]:
    rng = Random(request.param)
    codes = sorted(rng.sample(range(32), rng.randint(6, 24)))
    return OptionStates(np.array(codes), (2, 1, 2)), groups(rng, 5)


def test_groups_that_share_a_combination_are_one_state(
    case: tuple[OptionStates, list[Coalescing]],
) -> None:
    states, stated = case
    codes = states.codes.tolist()
    merged = coalesced(states, stated)
    members = [merged.members(number).tolist() for number in range(1, len(merged) + 1)]
    assert {frozenset(own) for own in members} == joined(codes, stated)
    assert all(own == sorted(own) for own in members)
    assert [own[-1] for own in members] == sorted(own[-1] for own in members)
    assert [merged.decimal(n) for n in range(1, len(merged) + 1)] == [own[-1] for own in members]
    assert merged.every.tolist() == codes
    assert [*coalesced_counts(states, stated)] == [
        len(joined(codes, stated[:count])) for count in range(1, len(stated) + 1)
    ]
    places = merged.places(np.arange(32)).tolist()
    owners = {code: place for place, own in enumerate(members) for code in own}
    assert places == [owners.get(code, -1) for code in range(32)]


def letters(own: list[int], widths: tuple[int, ...]) -> str:
    """How some combinations are written together: ``-`` where they differ."""
    parts, first = [], 0
    for width in widths:
        taken = [{code >> k & 1 for code in own} for k in range(first, first + width)]
        parts.append("".join("-" if len(both) == 2 else "NY"[max(both)] for both in taken))
        first += width
    return "|".join(parts)


def test_a_merged_state_is_written_and_named_by_what_its_members_share(
    case: tuple[OptionStates, list[Coalescing]],
) -> None:
    merged = coalesced(*case)
    if not isinstance(merged, MergedStates):
        return
    numbers = range(1, len(merged) + 1)
    members = {number: merged.members(number).tolist() for number in numbers}
    forms = [letters(members[number], (2, 1, 2)) for number in numbers]
    assert [merged.form(number) for number in numbers] == forms
    assert merged.forms(list(numbers)) == forms
    assert merged.forms([2, 1]) == [forms[1], forms[0]]
    for form in {*forms, "-----", "--|-|-Y", "yn|-|--"}:
        plain = form.replace("|", "").upper()
        owners = {
            number
            for number in numbers
            for code in members[number]
            if all(c in ("-", "NY"[code >> k & 1]) for k, c in enumerate(plain))
        }
        assert merged.named(form) == (owners.pop() if len(owners) == 1 else None)
    for form in ("----", "------", "YN|X|--"):
        assert merged.named(form) is None


@pytest.mark.parametrize("option", range(5))
def test_a_condition_holds_in_a_merged_state_where_it_does_in_all_and_fits_where_in_any(
    case: tuple[OptionStates, list[Coalescing]], option: int
) -> None:
    merged = coalesced(*case)
    truths = [
        {bool(code >> option & 1) for code in merged.members(number).tolist()}
        for number in range(1, len(merged) + 1)
    ]
    assert merged.holds(Is(option)).tolist() == [truth == {True} for truth in truths]
    assert merged.fits(Is(option)).tolist() == [True in truth for truth in truths]
    pair = telling(merged, Is(option))
    if all(len(truth) == 1 for truth in truths):
        assert pair is None
    else:
        assert pair is not None
        one, other = pair
        assert one >> option & 1 and not other >> option & 1
        assert merged.places(np.array([one])) == merged.places(np.array([other]))


def test_states_of_which_none_are_alike_stay_as_they_are() -> None:
    states = OptionStates(np.array([0, 1, 2]), (1, 1))
    assert coalesced(states, []) is states
    assert coalesced(states, [Coalescing(Is(1), "2")]) is states


def test_a_state_that_is_not_there_has_no_members() -> None:
    merged = coalesced(OptionStates(np.arange(4), (1, 1)), [Coalescing(Is(1), "2")])
    for number in (0, 4):
        with pytest.raises(QuestionError, match=f"there is no state {number}; states are 1 to 3"):
            merged.members(number)


def test_what_ranks_members_of_one_state_apart_is_named() -> None:
    model = loads(PLANT)
    states = model.states
    assert isinstance(states, MergedStates)
    for dm in model.decision_makers:
        assert split_by(states, dm.preference) is None


@pytest.mark.parametrize(
    ("preference", "text"),
    [
        ("preferences: [a.x, b.y]", "a.x"),
        ("preferences: [b.y, a.x]", "a.x"),
        ("weights: {x: 2, b.y: 1}", ""),
        ("preferences: [b.y]", None),
        ("weights: {b.y: 1}", None),
        ("ranking: [1, 2, 3, 4]", None),
    ],
)
def test_a_preference_that_tells_members_apart_splits_their_state(
    preference: str, text: str | None
) -> None:
    head = "satumeja: 1\ntitle: T\ndecision_makers:\n"
    maker = f"  a: {{options: {{x: {{}}}}, {preference}}}\n"
    other = "  b: {options: {y: {}}, preferences: []}\n"
    model = loads(head + maker + other)
    merged = coalesced(OptionStates(np.arange(4), (1, 1)), [Coalescing(Is(1), "b.y")])
    split = split_by(merged, model.decision_makers[0].preference)
    if text is None:
        assert split is None
    else:
        assert split is not None
        assert split.text == text
        assert {split.one, split.other} == {2, 3}
    assert (
        split_by(OptionStates(np.arange(4), (1, 1)), model.decision_makers[0].preference) is None
    )


def test_moves_that_follow_no_rule_are_listed_some_at_a_time() -> None:
    options: dict[str, object] = {f"o{k}": {} for k in range(11)}
    model = loads(
        to_yaml(
            {
                "satumeja": 1,
                "title": "Shared",
                "decision_makers": {
                    "a": {"options": options, "preferences": [], "unseen": ["o0 & o1"]},
                    "b": {"options": {"p": {}}, "preferences": []},
                },
            }
        )
    )
    tracemalloc.start()
    try:
        moves = arcs_of(model, model["a"])
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(moves) == 2 * (1_536 * 1_535)
    # A move is two numbers of eight bytes; all pairs at once would be a hundred bytes each.
    assert peak < 40 * len(moves)
