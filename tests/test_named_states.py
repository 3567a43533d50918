"""Wherever a state is asked for, its number, its option form and its name do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from satumeja import questions, stability, table
from satumeja.brief import coalition_lattice, field_tables
from satumeja.errors import QuestionError
from satumeja.gallery import load
from satumeja.model import Model

State = Any
B = load("december-2021-b")
NOW = dict(zip(B.option_names, "YNNYNNNN", strict=True))
TAKEN = [name for name, letter in NOW.items() if letter == "Y"]
NAMES: tuple[State, ...] = (
    *(7, "7", "YNN|YNN|NN", "YNNYNNNN", "status_quo"),
    *(", ".join(TAKEN), TAKEN, NOW, np.int64(7)),
)
ASKED: dict[str, Callable[[Model, State], Any]] = {
    "explain": lambda m, s: stability.explain(m, s, "us", "seq"),
    "explain_all": lambda m, s: stability.explain_all(m, [s], ["us"], ["seq", "nash"]),
    "explain_further": lambda m, s: stability.explain_further(m, s, "us", "l2"),
    "model.explain": lambda m, s: m.explain(s, "us", "gmr"),
    "invert": lambda m, s: questions.invert(m, s, "seq").to_json(),
    "paths": lambda m, s: questions.paths(m, s).to_json(),
    "to": lambda m, s: questions.paths(m, 1).to(s),
    "last_movers": lambda m, s: questions.paths(m, 1).last_movers(s),
    "before": lambda m, s: questions.paths(m, 1).before(s, "russia"),
    "goals": lambda m, s: [*questions.goals(stability.analyse(m), questions.paths(m, 1), [s])],
    "rests_on": lambda m, s: questions.rests_on(m, state=s, start=s, samples=2).to_json(),
    "coalitions": lambda m, s: questions.coalitions(m, [s]).to_json(),
    "deals": lambda m, s: table.deals(m, "geneva", start=s).to_json(),
    "compare": lambda m, s: table.compare(m, start=s).to_json(),
    "openings": lambda m, s: table.openings(m, "geneva", start=s).to_json(),
    "packages": lambda m, s: table.packages(m, start=s).to_json(),
    "packages without": lambda m, s: table.packages(m, no_deal=s).to_json(),
    "threats": lambda m, s: table.threats(m, start=s).to_json(),
    "linkage": lambda m, s: [each.to_json(m) for each in table.linkage(m, start=s)],
    "lattice": lambda m, s: coalition_lattice(questions.coalitions(m, [7]), s).svg,
    "evolution": lambda m, s: field_tables(stability.analyse(m), ["evolution"], start=1, to=s),
}


@pytest.mark.parametrize("question", ASKED)
def test_a_state_is_asked_about_by_any_of_its_names(question: str) -> None:
    first, *others = (ASKED[question](B, name) for name in NAMES)
    assert all(answer == first for answer in others)


@pytest.mark.parametrize("state", [0, 52, -1])
@pytest.mark.parametrize("question", ASKED)
def test_a_state_there_is_not_is_told_in_one_way(question: str, state: int) -> None:
    with pytest.raises(QuestionError, match=f"^there is no state {state}; states are 1 to 51$"):
        ASKED[question](B, state)


@pytest.mark.parametrize("question", ASKED)
def test_a_name_there_is_not_is_told_in_one_way(question: str) -> None:
    with pytest.raises(QuestionError, match=r'^there is no state "somewhere"; states are 1 to 51'):
        ASKED[question](B, "somewhere")
