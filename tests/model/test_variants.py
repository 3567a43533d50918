"""Models made from a model: what changes, what stays, what is refused."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

import satumeja as sm
from brief.graph_form import named_graph
from satumeja.errors import ModelError, QuestionError
from satumeja.model import Prioritisation, Ranking, Statement, Text, Weighting

CHICKEN = sm.gallery.load("chicken")
TALKS = sm.gallery.load("december-2021-b")


def test_preferences_change_and_nothing_else() -> None:
    before = sm.gallery.load("december-2021-b")
    made = TALKS.with_preferences(
        russia=["-attack", Statement(TALKS.condition("talk"), "talk", Text("Why")), ["arm", "3"]],
        us={"punish": "-1/2", "5": 2},
    )
    assert before == TALKS
    russia, us = made["russia"].preference, made["us"].preference
    assert isinstance(russia, Prioritisation)
    assert [s.text for s in russia.statements] == ["-attack", "talk", "arm & (3)", "arm | (3)"]
    assert us == Weighting({5: Fraction(-1, 2), 4: Fraction(2)})
    assert made["nato"] == TALKS["nato"]
    assert made.infeasible == TALKS.infeasible
    assert made.analyse(["nash"]).equilibria("nash").tolist() != []


def test_a_preference_is_taken_as_it_is() -> None:
    ranking = Ranking(((4,), (1, 2), (3,)))
    made = CHICKEN.with_preferences({"row": ranking})
    assert made["row"].preference is ranking
    assert made.ranks(made["row"]).tolist() == [2, 2, 1, 3]


REFUSED: list[tuple[Any, str]] = [
    ({"rov": ["1"]}, 'unknown decision maker "rov"; did you mean "row"?'),
    ({"row": "1"}, 'a list of conditions, not "1"'),
    ({"row": ["1 &"]}, '"1 &", place 4: an option expected, but the condition ends'),
    ({"row": [["1"]]}, "statements of equal importance are 2 to 8"),
    ({"row": {"x": 1}}, 'unknown option "x"'),
    ({"row": Ranking(((1, 2, 3),))}, "must have each of the states exactly once"),
    ({"row": Ranking(((1, 2, 3, 3),))}, "must have each of the states exactly once"),
]


@pytest.mark.parametrize(("wanted", "fault"), REFUSED)
def test_what_makes_no_sense_is_refused(wanted: Any, fault: str) -> None:
    with pytest.raises(QuestionError) as caught:
        CHICKEN.with_preferences(wanted)
    assert fault in str(caught.value)


def test_weights_too_far_apart_are_refused() -> None:
    with pytest.raises(ModelError, match="too far apart"):
        CHICKEN.with_preferences(row={"1": "1", "2": Fraction(1, 10**80)})


def test_more_can_be_infeasible() -> None:
    made = TALKS.with_infeasible("attack", "arm & rollback")
    assert len(made.infeasible) == len(TALKS.infeasible) + 2
    assert made.status_quo == TALKS.status_quo
    with pytest.raises(QuestionError, match="is not feasible"):
        TALKS.with_infeasible("talk")
    with pytest.raises(QuestionError, match="no state would be feasible"):
        TALKS.with_infeasible("talk | -talk")


def test_the_status_quo_can_be_elsewhere() -> None:
    assert TALKS.with_status_quo("3").status_quo_number == 3
    graph = named_graph()
    assert graph.is_graph
    assert graph.with_status_quo("2").status_quo_number == 2
    with pytest.raises(QuestionError, match="there is no state"):
        TALKS.with_status_quo("99")


def test_a_model_passes_questions_on() -> None:
    found = CHICKEN.analyse(["nash", "nm"], convention="matrix")
    assert found.equilibria("nash").tolist() == [2, 3]
    assert found.equilibria("nm").tolist() == found.further["nm"].equilibria().tolist()
    assert found.is_stable("nm", "row").tolist() == found.further["nm"].is_stable("row").tolist()
    assert found.parameters["concepts"] == ("nash", "nm")
    assert (found.method, found.parameters["convention"]) == ("explicit", "matrix")
    again = sm.analyse(found.model, found.parameters["concepts"], convention="matrix")
    assert again.equilibria("nm").tolist() == found.equilibria("nm").tolist()
    assert CHICKEN.explain(1, "row", "nash") == sm.explain(CHICKEN, 1, "row", "nash")
    assert CHICKEN.analyse().parameters["knowledge"] is None
