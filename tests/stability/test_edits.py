"""An analysis of other preferences is what a fresh one is, in every field, and decides less."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from dataclasses import replace
from random import Random
from typing import Any

import numpy as np
import pytest

from literal import LiteralEngine, build
from random_models import random_classes, random_graph_model, random_option_model
from satumeja.errors import QuestionError
from satumeja.formats import from_dict
from satumeja.gallery import load
from satumeja.model import Knowledge, Model, Prioritisation
from satumeja.model.kit import Wanted
from satumeja.stability import CONCEPTS, Analysis, analyse
from satumeja.stability.explicit._dense import Dense
from satumeja.stability.explicit._engine import Explicit

pytestmark = pytest.mark.usefixtures("kernel")

FURTHER = ("l2", "cgmr")


def fields_of(result: Analysis) -> dict[str, Any]:
    """Give all that a result says, with the types of its arrays."""
    return {
        "model": result.model,
        "concepts": result.concepts,
        "engine": result.engine,
        "conventions": dict(result.conventions),
        "parameters": result.parameters,
        "ranks": {dm: (r.dtype, r.tolist()) for dm, r in result.ranks.items()},
        "thresholds": {key: (t.dtype, t.tolist()) for key, t in result.thresholds.items()},
        "further": {name: decided.to_json() for name, decided in result.further.items()},
        "json": result.to_json(),
    }


def edits(rng: Random, model: Model) -> Iterator[Mapping[str, Wanted]]:
    """Draw edits: new orders, nearly the same ones, statements turned round, and none at all."""
    states = list(range(1, len(model.states) + 1))
    names = [dm.id for dm in model.decision_makers]
    name = rng.choice(names)
    yield {name: [tuple(ties) for ties in random_classes(rng, states)]}
    order = sorted(states, key=lambda s: -int(model.ranks(name)[s - 1]))
    if len(order) > 1:
        k = rng.randrange(len(order) - 1)
        order[k : k + 2] = order[k + 1], order[k]
    yield {name: order}
    yield {name: model[name].preference}
    stated = next((dm for dm in model.decision_makers if _statements(dm.preference)), None)
    if stated is not None:
        statements = list(_statements(stated.preference))
        rng.shuffle(statements)
        yield {stated.id: Prioritisation(tuple(statements))}
    yield {who: [tuple(t) for t in random_classes(rng, states)] for who in rng.sample(names, 2)}


def _statements(preference: object) -> tuple[Any, ...]:
    return preference.statements if isinstance(preference, Prioritisation) else ()


def random_model(seed: int) -> dict[str, Any]:
    draw = random_graph_model if seed % 3 == 0 else random_option_model
    return draw(Random(seed))


def check(seed: int, further: tuple[str, ...] = ()) -> int:
    """Compare edits of a random model, each made on the result of the one before."""
    rng, model = Random(seed), from_dict(random_model(seed))
    convention = rng.choice(["set", "set", "matrix"])
    concepts = [*rng.sample(list(CONCEPTS), rng.randint(1, 5)), *further]
    result = analyse(model, concepts, convention)  # type: ignore[arg-type]
    count = 0
    for edit in edits(rng, model):
        before = fields_of(result) if seed % 50 == 0 else None
        edited = result.with_preferences(edit)
        fresh = analyse(result.model.with_preferences(edit), concepts, convention)  # type: ignore[arg-type]
        assert fields_of(edited) == fields_of(fresh), (seed, edit)
        assert before is None or fields_of(result) == before  # the first one is as it was
        result, count = edited, count + 1
    return count


@pytest.mark.parametrize("first", range(0, 400, 40))
def test_an_edit_gives_what_a_fresh_analysis_does(first: int) -> None:
    assert sum(check(seed) for seed in range(first, first + 40)) >= 160


@pytest.mark.parametrize("seed", range(30))
def test_concepts_beyond_ranks_are_decided_anew(seed: int) -> None:
    check(1000 + seed, FURTHER)


def reworded(native: dict[str, Any]) -> dict[str, Any]:
    """Call everything otherwise, and give reasons: nothing of that decides anything."""
    makers = {
        dm: {**stated, "name": f"The {dm}", "because": "It has a say."}
        for dm, stated in native["decision_makers"].items()
    }
    return {**native, "title": "Another title", "decision_makers": makers}


@pytest.mark.parametrize("first", range(0, 120, 40))
def test_a_model_of_another_file_is_taken_over_where_only_wishes_differ(first: int) -> None:
    for seed in range(first, first + 40):
        native = random_model(seed)
        model = from_dict(native)
        result = analyse(model)
        for edit in edits(Random(seed), model):
            # As read from a file: what is alike is not the same object.
            again = from_dict(reworded(native)).with_preferences(edit)
            taken = result.of_model(again)
            assert taken is not None and taken.model is again
            assert fields_of(taken) == fields_of(analyse(again))


def test_what_lets_others_move_is_decided_anew() -> None:
    model = load("december-2021-b")
    result = analyse(model)
    others = [
        model.with_infeasible("attack & -talk"),
        load("december-2021-a").with_infeasible("attack"),
        load("elmira"),
    ]
    assert [result.of_model(other) for other in others] == [None, None, None]
    assert pickle.loads(pickle.dumps(result)).of_model(model) is not None  # noqa: S301


def test_the_scale_is_that_of_the_engine() -> None:
    for seed in range(60):
        model = from_dict(random_model(seed))
        known, fresh = analyse(model), analyse(model, "nash")
        assert known.rungs.tolist() == fresh.rungs.tolist()
        assert analyse(model, convention="matrix").rungs.tolist() == fresh.rungs.tolist()
        every = [known.hold(state).level for state in range(1, len(model.states) + 1)]
        assert known.rungs.tolist() == every


@pytest.mark.slow
@pytest.mark.parametrize("first", range(2000, 22000, 1000))
def test_twenty_thousand_models(first: int) -> None:
    for seed in range(first, first + 1000):
        check(seed, ("l2",) if seed % 10 == 0 else ())


@pytest.mark.parametrize("seed", range(60))
def test_an_edit_decides_as_the_definitions_do(seed: int) -> None:
    native = random_option_model(Random(seed), total=5) if seed % 2 else random_model(3 * seed)
    result = analyse(from_dict(native))
    states = [result.model.states.form(n) for n in range(1, len(result.model.states) + 1)]
    name = next(iter(native["decision_makers"]))
    content = native["decision_makers"][name]
    for kind in ("preferences", "weights", "ranking"):
        content.pop(kind, None)
    content["ranking"] = random_classes(Random(seed + 1), states)
    edited = result.with_preferences({name: from_dict(native)[name].preference})
    engine = LiteralEngine(build(native))
    for concept in CONCEPTS:
        for dm in native["decision_makers"]:
            assert set(edited.stable(concept, dm).tolist()) == set(engine.stable(concept, dm))


# -- what is kept, and what is not ----------------------------------------------------------


def laid(result: Analysis) -> Mapping[tuple[str, str], Any]:
    return result.thresholds.laid  # type: ignore[attr-defined, no-any-return]


def test_what_rests_on_ones_own_ranks_is_kept_for_the_others() -> None:
    result = load("elmira").analyse()
    edited = result.with_preferences(moe=["-delay", "abandon"])
    kept = {key for key, values in laid(edited).items() if values is laid(result)[key]}
    others = [dm for dm in result.model if dm != "moe"]
    assert kept >= {(concept, dm) for concept in ("nash", "gmr", "smr") for dm in others}
    assert not any(dm == "moe" for _, dm in kept)
    assert edited.model.states is result.model.states


def test_an_edit_that_leaves_all_improvements_leaves_the_others_alone() -> None:
    """Row would rather have the other column, whatever it does itself: it improves as before."""
    model = load("chicken")
    result = model.analyse()
    ranks = model.ranks("row").tolist()
    assert ranks == [3, 4, 2, 1]
    edited = result.with_preferences(row="3 > 4 > 2 > 1")
    for concept in CONCEPTS:
        assert laid(edited)[concept, "column"] is laid(result)[concept, "column"]
    assert fields_of(edited) == fields_of(edited.model.analyse())


def test_an_edit_that_changes_no_rank_decides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    result = load("december-2021-b").analyse()
    ranks = result.ranks["russia"]
    same = np.argsort(-ranks, kind="stable")
    classes = [
        tuple((np.flatnonzero(ranks == rank) + 1).tolist()) for rank in np.unique(ranks)[::-1]
    ]
    assert len(same) == sum(map(len, classes))
    monkeypatch.setattr(Explicit, "_reply", lambda *_: pytest.fail("something is decided"))
    edited = result.with_preferences(russia=classes)
    assert edited.to_json()["equilibria"] == result.to_json()["equilibria"]


def test_ranks_of_another_width_are_laid_out_alike() -> None:
    """Nobody had more than 2 ranks of 512 states; then one has 512, too many for one byte."""
    options = {dm: [f"{dm}{k}" for k in range(3)] for dm in "abc"}
    model = Model.build("Wide", options, {dm: [f"{dm}0"] for dm in "abc"})
    result = model.analyse()
    wide = result.with_preferences(b=np.random.default_rng(1).permutation(512) + 1)
    assert {t.dtype for t in wide.thresholds.values()} == {np.dtype("uint16")}
    assert fields_of(wide) == fields_of(wide.model.analyse())
    narrow = wide.with_preferences(b=["b0"])
    assert fields_of(narrow) == fields_of(result)


def test_large_models_are_decided_one_by_one() -> None:
    model = Model.build(
        "Large",
        {dm: [f"{dm}{k}" for k in range(8)] for dm in "ab"},
        {"a": ["b0", "-a1", "a2 & b3"], "b": ["a0", "b1", "-a2"]},
    )
    result = model.analyse()
    edited = result.with_preferences(a=["-b0", "a1", "b5"])
    assert isinstance(edited.explicit.moves, Dense)
    for key, values in edited.model.analyse().thresholds.items():
        assert np.array_equal(edited.thresholds[key], values)


def test_a_result_that_was_kept_elsewhere_is_decided_anew() -> None:
    result = load("elmira").analyse("nash, seq, l2")
    again: Analysis = pickle.loads(pickle.dumps(result))  # noqa: S301 - our own
    edit = {"moe": ["-delay", "abandon"]}
    assert fields_of(again.with_preferences(edit)) == fields_of(result.with_preferences(edit))


def test_blocks_are_asked_again_as_they_were() -> None:
    model, blocks = load("elmira"), [["moe", "uniroyal"], ["local_government"]]
    result = analyse(model, ["seq", "nash"], blocks=blocks)
    edited = result.with_preferences(moe=["-delay", "abandon"])
    assert fields_of(edited) == fields_of(analyse(edited.model, ["seq", "nash"], blocks=blocks))
    assert edited.blocks == result.blocks
    matrix: Analysis = pickle.loads(pickle.dumps(analyse(model, "seq", "matrix")))  # noqa: S301
    again = matrix.with_preferences(moe=["-delay", "abandon"])
    assert fields_of(again) == fields_of(analyse(again.model, "seq", "matrix"))


def test_a_result_put_together_by_hand_is_not_edited() -> None:
    result = load("chicken").analyse()
    by_hand = replace(result, _again=None)
    with pytest.raises(QuestionError, match="put together by hand; analyse the model instead"):
        by_hand.with_preferences(row="4 > 2 > 3 > 1")
    assert by_hand.of_model(load("chicken")) is None


def test_knowledge_that_was_given_is_kept_and_what_the_model_states_is_not() -> None:
    chicken = load("chicken")
    doubt = Knowledge(unknown={"row": frozenset({(1, 4)})})
    result = analyse(chicken, "gmr_b", knowledge=doubt).with_preferences(row="4 > 2 > 3 > 1")
    fresh = analyse(result.model, "gmr_b", knowledge=doubt)
    assert fields_of(result) == fields_of(fresh)
    greatly = chicken.with_preferences(row="2 >> 1 > 3 > 4")
    strong = greatly.analyse("strong_gmr")
    edited = strong.with_preferences(row="1 > 2 >> 3 > 4")
    assert fields_of(edited) == fields_of(edited.model.analyse("strong_gmr"))
    with pytest.raises(QuestionError, match='"strong_gmr" needs states that are greatly'):
        strong.with_preferences(row="1 > 2 > 3 > 4")


def test_a_bad_edit_is_refused_as_the_model_refuses_it() -> None:
    result = load("chicken").analyse()
    with pytest.raises(QuestionError, match="the ranking of row misses states 2, 3, 4"):
        result.with_preferences(row=[1])
    with pytest.raises(QuestionError, match='did you mean "row"'):
        result.with_preferences(rov=[1, 2, 3, 4])
