"""What it takes for a state to hold: rung, answers and nuance are as defined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from literal import LiteralEngine, build
from literal import hold as literal
from literal.statespace import Native, OptionForm, space_of
from random_models import random_graph_model, random_option_model, to_yaml
from random_stated import random_coalesced_model
from satumeja import gallery
from satumeja.errors import QuestionError
from satumeja.formats import loads
from satumeja.model import Model
from satumeja.stability import Hold, Temptation, Tempted, analyse, analyse_symbolically

DRAWN = 240
PROOF = 20_000


def drawn(seed: int) -> Native:
    """Draw a model in option form, in graph form, or with coalesced states."""
    rng = Random(f"hold {seed}")
    if seed % 4 == 3:
        return random_graph_model(rng, dms=(2, 4), states=(2, 8))
    if seed % 4 == 2:
        return random_coalesced_model(rng)
    return random_option_model(rng, dms=(2, 4), options=(1, 2), total=5)


def agree(native: Native, counted: Counter[str]) -> None:
    """Compare each state of a model with the definitions."""
    engine = LiteralEngine(build(native))
    space = None if "states" in native else space_of(native)
    analysis = analyse(loads(to_yaml(native), name="model.yaml"), "nash")
    for s in engine.model.states:
        hold = analysis.hold(s, most=1000)
        assert hold.level == analysis.rungs[s - 1] == literal.rung(engine, s)
        assert list(hold.nuance) == literal.returning(engine, s)
        assert [side.dm for side in hold.tempted] == [
            dm for dm in engine.model.dms if engine.improvements(dm, s)
        ]
        counted[f"rung {hold.level}"] += 1
        counted["nuance"] += bool(hold.nuance)
        for side in hold.tempted:
            agree_on_side(engine, s, side, space, counted)


def agree_on_side(
    engine: LiteralEngine, s: int, side: Tempted, space: OptionForm | None, counted: Counter[str]
) -> None:
    dm = side.dm
    assert side.level == literal.rung_for(engine, dm, s)
    concept = {2: "sseq", 1: "smr"}.get(side.level)
    assert side.nuance == (concept is not None and not engine.is_stable(dm, s, concept))
    assert {move.to for move in side.moves} == engine.improvements(dm, s)
    assert side.count == len(side.moves)
    levels = list[tuple[int, bool, int, int]]()
    for move in side.moves:
        there = literal.kinds(engine, dm, s, move.to)
        level = bool(there) + any(credible for credible, _ in there)
        firm = bool(there) and max(there)[1]
        levels.append((level, firm, literal.below(engine, dm, move.to), move.to))
        agree_on_answer(engine, s, dm, move, space, counted)
    assert levels == sorted(levels)
    assert side.by_level == tuple(sum(entry[0] == k for entry in levels) for k in range(3))


def agree_on_answer(
    engine: LiteralEngine,
    s: int,
    dm: str,
    move: Temptation,
    space: OptionForm | None,
    counted: Counter[str],
) -> None:
    there, answer = literal.kinds(engine, dm, s, move.to), move.answer
    assert (answer is None) == (not there)
    if answer is None:
        counted["no answer"] += 1
        return
    steps = [(step.dm, step.to) for step in answer.steps]
    assert literal.is_answer(engine, dm, s, move.to, steps)
    befores = [move.to, *(step.to for step in answer.steps)]
    assert [step.gain for step in answer.steps] == [
        literal.is_gain(engine, step.dm, before, step.to)
        for before, step in zip(befores, answer.steps, strict=False)
    ]
    assert answer.end == steps[-1][1]
    assert answer.back == (answer.end == s)
    assert answer.again == literal.gains_again(engine, dm, s, answer.end)
    assert (answer.credible, not answer.again) == max(there)
    expected = literal.best_answer(engine, dm, s, move.to, space)
    assert expected in (None, steps)
    counted["answer"] += 1
    counted["long answer"] += len(steps) > 1
    counted["compared step by step"] += expected is not None


def test_rungs_and_answers_are_as_defined() -> None:
    counted = Counter[str]()
    for seed in range(DRAWN):
        agree(drawn(seed), counted)
    seen = ("rung 0", "rung 1", "rung 2", "rung 3", "nuance", "no answer", "long answer")
    assert min(counted[key] for key in seen) > 20, counted
    assert counted["compared step by step"] > 0.9 * counted["answer"]


@pytest.mark.slow
@pytest.mark.parametrize("part", range(20))
def test_rungs_and_answers_are_as_defined_in_20_000_models(part: int) -> None:
    counted = Counter[str]()
    for seed in range(part, PROOF, 20):
        agree(drawn(DRAWN + seed), counted)
    assert counted["compared step by step"] > 0.9 * counted["answer"]


def kind(move: Temptation) -> tuple[int, bool, int] | None:
    answer = move.answer
    return None if answer is None else (answer.credible, answer.again, len(answer.steps))


def summary(hold: Hold) -> object:
    """Give what both engines agree on: equally short answers may differ."""
    sides = [
        (side.dm, side.level, side.nuance, side.by_level, [(m.to, kind(m)) for m in side.moves])
        for side in hold.tempted
    ]
    return hold.state, hold.level, hold.nuance, sides


def test_sets_of_states_tell_the_same() -> None:
    counted = 0
    for seed in range(150):
        rng = Random(f"sets {seed}")
        native = random_option_model(rng, dms=(2, 4), options=(1, 2), total=5)
        if any("ranking" in content for content in native["decision_makers"].values()):
            continue
        model = loads(to_yaml(native), name="model.yaml")
        listed, sets = analyse(model, "nash"), analyse_symbolically(model, ["nash"])
        for number, code in enumerate(sets.feasible, start=1):
            counted += 1
            assert summary(sets.hold(code, most=99)) == summary(listed.hold(number, most=99))
    assert counted > 100


def test_a_side_lists_no_more_moves_than_are_asked_for() -> None:
    analysis = analyse(gallery.load("cuban-missile-crisis"), "nash")
    (side,) = analysis.hold(most=1).tempted
    assert (len(side.moves), side.count) == (1, 3)


@pytest.mark.parametrize("decide", [analyse, analyse_symbolically])
def test_a_state_that_is_not_there_is_refused(decide: Callable[[Model], Any]) -> None:
    model = gallery.load("december-2021-b")
    with pytest.raises(QuestionError, match="there is no state"):
        decide(model).hold(1000)
    with pytest.raises(QuestionError, match="names no status quo"):
        decide(replace(model, status_quo=None)).hold()


def test_rungs_of_published_conflicts() -> None:
    """As the contract's pictures have them."""
    rungs = {
        "december-2021-a": 3,
        "december-2021-b": 2,
        "december-2021-b2": 0,
        "elmira": 1,
        "syria-iraq": 1,
        "cuban-missile-crisis": 1,
    }
    decided = {name: analyse(gallery.load(name), "nash").hold().level for name in rungs}
    assert decided == rungs
