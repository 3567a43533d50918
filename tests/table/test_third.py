"""What a third party's move could open, against the definition."""

from __future__ import annotations

from collections import Counter

import pytest

from satumeja.errors import QuestionError
from satumeja.formats import from_dict, loads
from satumeja.table import third_party
from table.agreement import drawn
from table.reference import Reference

Opened = dict[tuple[bool, ...], tuple[set[int], set[int]]]


def is_in_zone(reference: Reference, members: list[str], state: int) -> bool:
    """Cross no line of theirs, leave none worse off than the start and some better."""
    likings = [reference.likes(dm, state, reference.start) for dm in members]
    free = not reference.crossed(members, state)
    return free and all(k >= 0 for k in likings) and any(k > 0 for k in likings)


def zone(reference: Reference, members: list[str]) -> set[int]:
    reached = reference.reach(members, "joint", reference.start) - {reference.start}
    return {s for s in reached if is_in_zone(reference, members, s)}


def opened(reference: Reference, members: list[str], third: str) -> Opened:
    """By what the third party does: packages with the move, and after it."""
    space, start = reference.space, reference.start
    own = [k for k, option in enumerate(space.options) if option.dm == third]

    def part(state: int) -> tuple[bool, ...]:
        return tuple(space.vectors[state - 1][k] for k in own)

    answer: Opened = {}
    for state in reference.reach([*members, third], "joint", start):
        if part(state) != part(start):
            deal, _ = answer.setdefault(part(state), (set(), set()))
            if is_in_zone(reference, members, state):
                deal.add(state)
    for state in reference.reach([third], "joint", start) - {start}:
        after = Reference(reference.native, state)
        answer[part(state)][1].update(zone(after, members))
    return answer


@pytest.mark.parametrize("seeds", [range(k, k + 60) for k in range(0, 240, 60)], ids=str)
def test_each_move_opens_what_the_definition_says(seeds: range) -> None:
    seen = Counter[str]()
    for seed in seeds:
        if seed % 4 == 0:
            continue
        native, start = drawn(seed, total=6)
        *members, third = native["decision_makers"]
        reference, model = Reference(native, start), from_dict(native)
        wanted = opened(reference, members, third)
        if not wanted:
            with pytest.raises(QuestionError, match="has no move"):
                third_party(model, third, start=start)
            seen["without a move"] += 1
            continue
        answer = third_party(model, third, start=start)
        assert set(answer.zone.tolist()) == zone(reference, members), seed
        assert answer.tried == len(wanted)
        names = [name for name, o in zip(model.option_names, reference.space.options, strict=True)
                 if o.dm == third]  # fmt: skip
        now = [reference.space.vectors[start - 1][k]
               for k, o in enumerate(reference.space.options) if o.dm == third]  # fmt: skip
        by_part = {
            tuple((taken or name in move.up) and name not in move.down
                  for name, taken in zip(names, now, strict=True)): move
            for move in answer.moves
        }  # fmt: skip
        for part, (deal, anyway) in wanted.items():
            if not deal and not anyway:
                assert part not in by_part
                continue
            move = by_part.pop(part)
            assert set(move.with_deal.tolist()) == deal, seed
            assert set(move.anyway.tolist()) == anyway, seed
            seen.update(["deal"] * bool(deal) + ["anyway"] * bool(anyway))
        assert not by_part
        sizes = [len(move.up) + len(move.down) for move in answer.moves]
        assert sizes == sorted(sizes)
    assert seen["deal"] > 0
    assert seen["anyway"] > 0


GUARANTOR = """
satumeja: 1
title: A ceasefire
decision_makers:
  north:
    options: {stop: Stop firing}
    preferences: [observers if north.stop, south.stop, -north.stop]
  south: {options: {stop: Stop firing}, preferences: [north.stop, -south.stop]}
  union: {options: {observers: Send observers, fine: Fine both}, preferences: []}
status_quo: {north.stop: N, south.stop: N, observers: N, fine: N}
tables: {border: {seats: [north, south]}, all: {seats: [north, south, union]}}
"""


def test_a_guarantor_opens_what_is_shut_without_it() -> None:
    answer = third_party(loads(GUARANTOR), "union", "border")
    assert answer.zone.tolist() == []
    assert [(move.up, move.down) for move in answer.moves] == [
        (("observers",), ()),
        (("observers", "fine"), ()),
    ]
    assert all(len(move.with_deal) and len(move.anyway) for move in answer.moves)
    assert answer.tried == 3


def test_only_packages_that_count_are_looked_for() -> None:
    model = loads(GUARANTOR)
    assert third_party(model, "union", "border", wanting="-observers").moves == ()
    with pytest.raises(QuestionError, match="unknown option"):
        third_party(model, "union", "border", wanting="observer")


def test_who_sits_there_is_no_third_party() -> None:
    model = loads(GUARANTOR)
    with pytest.raises(QuestionError, match="union sits at table all"):
        third_party(model, "union", "all")
    with pytest.raises(QuestionError, match="north sits with the others"):
        third_party(model, "north", ["north", "south"])
    with pytest.raises(QuestionError, match='"unoin"; did you mean "union"'):
        third_party(model, "unoin")


def test_who_has_no_option_has_no_move() -> None:
    model = loads(GUARANTOR.replace("union:", "envoy: {preferences: []}\n  union:"))
    with pytest.raises(QuestionError, match="envoy has no move from there"):
        third_party(model, "envoy", "border")


def test_the_answer_is_plain_data() -> None:
    document = third_party(loads(GUARANTOR), "union", "border").to_json()
    assert document["schema"] == "satumeja/third-party/1"
    assert (document["third"], document["table"], document["zone"]) == ("union", "border", [])
    first, _ = document["moves"]
    assert first["up"] == ["observers"]
    assert first["with_deal"] == [{"number": 8, "form": "Y|Y|YN"}]
