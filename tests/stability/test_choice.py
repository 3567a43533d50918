"""The engine that fits a model, and the reason given for it."""

from __future__ import annotations

import pytest

from satumeja.errors import LimitError, ListingError, QuestionError
from satumeja.formats import loads
from satumeja.gallery import load
from satumeja.stability import Analysis, Choice, SymbolicAnalysis, choose_engine, decide_with
from satumeja.stability._choice import REASONS

GRAPH = """
satumeja: 1
title: Graph
states: [s, t]
decision_makers:
  a: {moves: [[s, t]], ranking: [[t], [s]]}
  b: {moves: [], ranking: [[s], [t]]}
"""


def many(options: int, rules: str = "") -> str:
    own = [", ".join(f"o{k}: O" for k in range(part, options, 2)) for part in (0, 1)]
    return (
        "satumeja: 1\ntitle: Many\ndecision_makers:\n"
        f"  a: {{options: {{{own[0]}}}, preferences: [o0]}}\n"
        f"  b: {{options: {{{own[1]}}}, preferences: [-o1]}}\n{rules}"
    )


FEW = "infeasible:\n  - at_most_one: [" + ", ".join(f"o{k}" for k in range(40)) + "]\n"


@pytest.mark.parametrize(
    ("text", "engine", "reason"),
    [
        (GRAPH, "explicit", "graph"),
        (many(10), "explicit", "small"),
        (many(40), "symbolic", "large"),
        (many(40, FEW), "explicit", "small"),
        (many(70), "symbolic", "wide"),
    ],
    ids=["graph", "small", "large", "few of many", "wide"],
)
def test_auto_chooses_by_the_model(text: str, engine: str, reason: str) -> None:
    choice = choose_engine(loads(text, name="model.yaml"))
    assert (choice.engine, choice.reason) == (engine, reason)
    assert reason in REASONS


def test_what_was_asked_for_is_taken() -> None:
    model = load("december-2021-b")
    assert choose_engine(model, "symbolic") == Choice("symbolic", "asked")
    assert isinstance(decide_with(choose_engine(model, "symbolic"), model), SymbolicAnalysis)
    assert isinstance(decide_with(choose_engine(model), model), Analysis)


def test_ranked_states_and_the_other_convention_are_for_the_explicit_engine() -> None:
    assert choose_engine(load("chicken")).reason == "ranked"
    model = load("december-2021-b")
    assert choose_engine(model, convention="matrix") == Choice("explicit", "convention")
    with pytest.raises(QuestionError, match="does not know the convention"):
        choose_engine(model, "symbolic", "matrix")


def test_an_unknown_engine_is_named() -> None:
    with pytest.raises(QuestionError, match='unknown engine "symbolc"; did you mean "symbolic"'):
        choose_engine(load("chicken"), "symbolc")  # type: ignore[arg-type]


def test_an_engine_says_what_it_cannot_take() -> None:
    with pytest.raises(ListingError, match="70 options are more than the 62 that states can be"):
        decide_with(Choice("explicit", "asked"), loads(many(70), name="model.yaml"))
    with pytest.raises(LimitError, match="use the explicit engine"):
        decide_with(Choice("symbolic", "asked"), loads(GRAPH, name="model.yaml"))


def test_both_engines_give_the_same_report() -> None:
    model = loads(many(8), name="model.yaml")
    reports = [
        decide_with(Choice(engine, "asked"), model).to_json("o0 & -o1")
        for engine in ("explicit", "symbolic")
    ]
    assert reports[0] | {"engine": ""} == reports[1] | {"engine": ""}
    assert reports[0]["where"]["equilibria"]["nash"]
