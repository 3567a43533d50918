"""Concepts of one's own: told by everything, compared, refused in one line where they fail."""

from __future__ import annotations

import importlib.metadata
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import numpy as np
import pytest

from commands import Run
from random_models import random_graph_model, random_option_model
from satumeja.brief import explain_in_words, render
from satumeja.brief.files import field_tables
from satumeja.brief.words import Words, definition_of, heading_of
from satumeja.errors import QuestionError
from satumeja.formats import from_dict
from satumeja.gallery import load
from satumeja.model import Knowledge, Model
from satumeja.stability import (
    OwnConcept,
    Sets,
    StatedVerdict,
    _concepts,
    analyse,
    concept,
    decide_further,
    explain,
    forget,
)
from satumeja.stability.further import Setting


def random_model(seed: int) -> Model:
    make = random_graph_model if seed % 2 else random_option_model
    return from_dict(make(Random(seed)))


@pytest.fixture
def own() -> Iterator[OwnConcept]:
    """General metarationality again, written in sets."""

    @concept(
        "again",
        name={"en": "General metarationality again", "id": "Metarasionalitas umum lagi"},
        definition={
            "en": "The others can answer every improvement.",
            "id": "Pihak lain dapat membalas setiap perbaikan.",
        },
        reference="Howard, 1971.",
    )
    def again(game: Sets, dm: str, state: int) -> bool:
        return all(
            game.reach(game.others(dm), target) & game.not_better(dm, state)
            for target in game.improvements(dm, state)
        )

    @again.explain
    def _(game: Sets, dm: str, state: int) -> list[str]:
        return [f"to {target}" for target in sorted(game.improvements(dm, state))]

    yield again
    forget(again)


def literal_seq(game: Sets, dm: str, state: int) -> bool:
    return all(
        game.reach(game.others(dm), target, improving=True) & game.not_better(dm, state)
        for target in game.improvements(dm, state)
    )


@pytest.mark.parametrize("seed", range(300))
def test_a_definition_in_sets_decides_as_the_engine_does(seed: int, own: OwnConcept) -> None:
    model = random_model(seed)
    result = analyse(model, "gmr, again")
    for dm in model.decision_makers:
        assert result.stable("again", dm.id).tolist() == result.stable("gmr", dm.id).tolist()


@pytest.mark.parametrize("seed", range(100))
def test_improving_sequences_are_those_of_sequential_stability(seed: int) -> None:
    model = random_model(seed)
    game = Sets(Setting(model, model.knowledge))
    result = analyse(model, "seq")
    for dm in game.dms:
        held = [state for state in game.states if literal_seq(game, dm, state)]
        assert held == result.stable("seq", dm).tolist()


def test_everything_tells_it(own: OwnConcept, run: Run, tmp_path: Path) -> None:
    chicken = load("chicken")
    result = analyse(chicken, ["again", "nash"])
    assert result.equilibria("again").tolist() == [1, 2, 3]
    (table,) = field_tables(result, ["stability"])["stability"]
    assert "again E" in table.header()
    page = render(chicken, result)
    for language in ("en", "id"):
        assert heading_of("again", Words(language)) in page
        assert definition_of("again", Words(language)) in page
    verdict = explain(chicken, 1, "row", "again")
    assert verdict == StatedVerdict(1, "row", "again", True, ("to 2",), 1)
    assert explain_in_words(chicken, verdict) == (
        "State 1 is stable for Row player under General metarationality again. to 2"
    )
    file = tmp_path / "chicken.yaml"
    assert run("gallery", "chicken", "-o", str(file)).code == 0
    assert run("analyse", str(file), "-c", "again", "--json").json["equilibria"]["again"] == [
        1,
        2,
        3,
    ]
    assert "to 2" in run("explain", str(file), "1", "-c", "again").out


def test_it_is_compared_with_another_definition(own: OwnConcept) -> None:
    models = [random_model(seed) for seed in range(40)]
    assert own.differences(own.definition, models) == []
    found = own.differences(literal_seq, models)
    assert found and all(own(Sets(Setting(m, m.knowledge)), dm, s) for m, dm, s in found)


@concept("kept", name="Kept", definition="i stays.", reference="-")
def kept(game: Sets, dm: str, state: int) -> bool:
    return not game.moves(dm, state)


KEPT = kept
forget(kept)


def test_a_result_is_kept_where_its_definition_can_be_found() -> None:
    from satumeja.stability.further import FURTHER
    from satumeja.stability.further._registry import OWN

    FURTHER["kept"], OWN["kept"] = kept.entry, kept
    try:
        decided = decide_further(load("chicken"), "kept")
        again = pickle.loads(pickle.dumps(decided))  # noqa: S301 - our own
        assert again.concept is kept.entry
        assert again.to_json() == decided.to_json()
    finally:
        forget(kept)


def make(key: str, function: object) -> OwnConcept:
    return concept(key, name="Bad", definition="Bad.", reference="-")(function)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("function", "said"),
    [
        (lambda game, dm, state: 1 / 0, '"bad" fails at state 1 for row: ZeroDivisionError'),
        (lambda game, dm, state: "yes", '"bad" has to answer True or False'),
        (lambda game: True, '"bad" fails at state 1 for row: TypeError'),
        (lambda game, dm, state: game.moves("me", state), "did you mean"),
    ],
)
def test_a_definition_that_fails_is_named_in_one_line(function: object, said: str) -> None:
    bad = make("bad", function)
    try:
        with pytest.raises(QuestionError) as caught:
            analyse(load("chicken"), "bad")
        assert said in str(caught.value) or "unknown decision maker" in str(caught.value)
        assert "\n" not in str(caught.value)
    finally:
        forget(bad)


def test_a_definition_may_answer_as_numpy_does() -> None:
    numpy_said = make("numpy_said", lambda game, dm, state: np.bool_(state > 1))
    try:
        result = analyse(load("chicken"), "numpy_said")
        assert result.equilibria("numpy_said").tolist() == [2, 3, 4]
        with pytest.raises(QuestionError) as caught:
            result.equilibria("numpy_sad")
        assert str(caught.value) == '"numpy_sad" was not analysed; did you mean "numpy_said"?'
        with pytest.raises(QuestionError) as caught:
            result.equilibria("nash")
        assert str(caught.value) == '"nash" was not analysed'
    finally:
        forget(numpy_said)


@pytest.mark.parametrize("key", ["nash", "cseq", "l4", "Own", "a-b", "", "_x", 3])
def test_an_id_that_is_taken_or_none_is_refused(key: str) -> None:
    with pytest.raises(QuestionError):
        make(key, lambda game, dm, state: True)


def test_what_a_concept_needs_is_asked_of_the_model() -> None:
    @concept("shy", name="Shy", definition="Shy.", reference="-", needs=("unknown",))
    def shy(game: Sets, dm: str, state: int) -> bool:
        return bool(game.setting.knowledge.unknown)

    try:
        with pytest.raises(QuestionError, match='"shy" needs pairs of states'):
            analyse(load("chicken"), "shy")
        doubt = Knowledge(unknown={"row": frozenset({(1, 4)})})
        assert analyse(load("chicken"), "shy", knowledge=doubt).equilibria("shy").size == 4
    finally:
        forget(shy)


class Package:
    """An entry point of an installed package."""

    value = "some_package.concepts"

    def __init__(self, load: Callable[[], object]) -> None:
        self.load = load


def loading(monkeypatch: pytest.MonkeyPatch, load: Callable[[], object]) -> None:
    _concepts._load_packages.cache_clear()
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: [Package(load)])


def test_the_concepts_of_installed_packages_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[OwnConcept] = []
    loading(monkeypatch, lambda: made.append(make("theirs", lambda game, dm, state: True)))
    try:
        assert analyse(load("chicken"), "theirs").equilibria("theirs").size == 4
    finally:
        forget(made[0])


def test_a_package_that_cannot_be_loaded_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def load_nothing() -> object:
        raise ImportError("no such thing")

    loading(monkeypatch, load_nothing)
    with pytest.raises(QuestionError, match=r"some_package\.concepts.*ImportError: no such thing"):
        analyse(load("chicken"), "theirs")
