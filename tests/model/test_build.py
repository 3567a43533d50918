"""Models built in Python: what is taken, and what is refused in one line."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

import satumeja as sm
from satumeja.errors import ModelError, QuestionError
from satumeja.formats import dump, loads
from satumeja.model import Model, Option, Ranking, Text

ELMIRA = sm.gallery.load("elmira")


def talks(**changes: Any) -> Model:
    parts: dict[str, Any] = {
        "title": "Talks",
        "options": {"row": ["talk", "arm"], "col": {"yield_": "Give way"}},
        "preferences": {"row": ["yield_", "-arm"], "col": {"yield_": -1, "row.arm": "-0.5"}},
    }
    return Model.build(**(parts | changes))


def test_a_conflict_of_the_gallery_is_built_in_a_few_lines() -> None:
    built = Model.build(
        "Elmira",
        options={
            "moe": [Option("modify", Text("Modify the order"), "forward")],
            "uniroyal": [
                Option("delay", Text("Delay"), "back"),
                "accept",
                Option("abandon", Text("Abandon the plant"), "forward"),
            ],
            "local_government": ["insist"],
        },
        preferences={
            "moe": "7 > 3 > 4 > 8 > 5 > 1 > 2 > 6 > 9",
            "uniroyal": [1, 4, 8, 5, 9, 3, 7, 2, 6],
            "local_government": np.array([7, 3, 5, 1, 8, 6, 4, 2, 9]),
        },
        infeasible=[{"exactly_one": ["delay", "accept", "abandon"]}],
        coalesce=["abandon"],
        status_quo=["delay"],
    )
    assert built.states == ELMIRA.states
    concepts = ["nash", "gmr", "smr", "seq"]
    mine, theirs = built.analyse(concepts), ELMIRA.analyse(concepts)
    for concept in concepts:
        assert mine.equilibria(concept).tolist() == theirs.equilibria(concept).tolist()
    assert built.status_quo_number == ELMIRA.status_quo_number
    again = loads(dump(built))
    assert (again, hash(again)) == (built, hash(built))


def test_every_way_to_state_preferences_is_taken() -> None:
    order = [[4, 3], 8, 7, 6, 5, 2, 1]
    ways: list[Any] = [
        order,
        "3 ~ 4 > 8 > 7 > 6 > 5 > 2 > 1",
        "NY|N ∼ YY|N ≻ YY|Y ≻ NY|Y ≻ YN|Y ≻ NN|Y ≻ YN|N ≻ NN|N",
        Ranking.of(order),
        Ranking.from_payoffs([1, 2, 9, 9, 3, 4, 5, 6.5]),
    ]
    ranks = [talks(preferences={"row": way, "col": []}).ranks("row").tolist() for way in ways]
    assert ranks == [[1, 2, 7, 7, 3, 4, 5, 6]] * len(ways)
    strict = talks(preferences={"row": np.array([8, 7, 6, 5, 4, 3, 2, 1]), "col": []})
    assert strict.ranks("row").tolist() == [1, 2, 3, 4, 5, 6, 7, 8]
    assert len(set(strict.ranks("col").tolist())) == 1


def test_weights_are_read_as_written() -> None:
    model = talks(
        preferences={"row": {"talk": 0.1, "arm": np.float64(0.2)}, "col": {"talk": "1/3"}}
    )
    assert model["row"].preference.weights == {0: Fraction(1, 10), 1: Fraction(1, 5)}  # type: ignore[union-attr]
    assert loads(dump(model)) == model


def test_long_decimals_are_told_apart() -> None:
    long = "0.1234567890123456789012345678901"
    model = talks(preferences={"row": {"talk": long, "arm": long[:-1] + "2"}, "col": []})
    assert model.ranks("row").tolist() == [1, 2, 3, 4, 1, 2, 3, 4]
    assert loads(dump(model)).ranks("row").tolist() == model.ranks("row").tolist()


def test_options_have_names_directions_and_levels() -> None:
    model = talks(
        options={
            "row": [Option("talk", Text("Talk"), "forward"), "arm"],
            "col": {"aid": ["none", "some", "much"], "leave": {"stay": "Stay", "go": "Go"}},
        },
        preferences={"row": ["col.aid >= some"], "col": []},
        names={"row": "The row player"},
        red_lines={"row": ["col.leave = go"]},
        coalitions=[["row"], ["row", "col"]],
        status_quo={"talk": False, "arm": "N", "aid": "some", "leave": "stay"},
    )
    assert model.option_names[2:] == ("aid_some", "aid_much", "leave_go")
    assert len(model.states) == 4 * 3 * 2
    assert model.form(model.status_quo or 0) == "NN|YNN"
    assert (model["row"].options[0].direction, str(model["row"].name)) == (
        "forward",
        "The row player",
    )
    assert loads(dump(model)) == model


def test_a_graph_is_built_of_states_and_moves() -> None:
    model = Model.build(
        "Ring",
        states=["s1", "s2", "s3"],
        moves={"a": [("s1", "s2"), (2, 1)], "b": [["s2", "s3"]]},
        preferences={"a": "s2 > s1 ~ s3", "b": ["s3", ["s1", "s2"]]},
        status_quo="s1",
    )
    assert model.analyse().equilibria("nash").tolist() == [3]
    assert model.ranks("a").tolist() == [1, 2, 1]
    assert loads(dump(model)) == model


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"title": " "}, "the title is empty"),
    ({"options": {"row": ["talk"]}}, "a conflict has at least two decision makers"),
    ({"options": ["row", "col"]}, "options are a mapping"),
    ({"options": {"row": "talk", "col": []}}, "the options of row are a list of ids"),
    ({"options": {"row": ["a b"], "col": []}}, 'row: "a b" cannot be an id'),
    ({"options": {"row": ["if"], "col": []}}, 'row: "if" is a word of conditions'),
    ({"options": {"row": [3], "col": []}}, "row: 3 cannot be an id"),
    ({"options": {"row": ["a", "a"], "col": []}}, 'row has the option "a" twice'),
    ({"options": {"row": {"a": ["x"]}, "col": []}}, "row.a has 1 levels"),
    ({"options": {"row": {"a": ["x", "x"]}, "col": []}}, "row.a has a level twice"),
    ({"options": {"row": {"a": 3}, "col": []}}, "row.a: expected a name or a list of levels"),
    ({"options": {"row": [], "col": []}}, "a model has 1 to 1000 options"),
    (
        {"options": {"row": [Option("a", Text("a"), "forwards")], "col": []}},  # type: ignore[arg-type]
        'row: unknown direction "forwards"; did you mean "forward"?',
    ),
    ({"preferences": {"row": []}}, "preferences of col are missing; write []"),
    ({"preferences": {"rov": []}}, 'unknown decision maker "rov"; did you mean "row"?'),
    ({"preferences": {"row": ["tolk"], "col": []}}, 'unknown option "tolk"; did you mean "talk"?'),
    (
        {"preferences": {"row": "1 > 2", "col": []}},
        "of row misses states 3, 4, 5, 6, 7, and 1",
    ),
    ({"preferences": {"row": "1 > > 2", "col": []}}, "place 5: a state is missing"),
    ({"preferences": {"row": "1 > x", "col": []}}, 'in the ranking of row: there is no state "x"'),
    ({"preferences": {"row": [1, 1], "col": []}}, "has state 1 twice"),
    ({"preferences": {"row": 7, "col": []}}, "are a list of conditions, not a int"),
    ({"preferences": {"row": ["talk", 7], "col": []}}, "expected a condition, found 7"),
    ({"preferences": {"row": {"talk": float("nan")}, "col": []}}, "nan is not a number"),
    (
        {"preferences": {"row": np.ones((2, 4), int), "col": []}},
        "a ranking is an array of one dimension; this one is 2 × 4",
    ),
    ({"preferences": {"row": np.array([1.5, 2]), "col": []}}, "1.5 names no state"),
    ({"preferences": {"row": np.array([np.nan, 2]), "col": []}}, "nan names no state"),
    ({"infeasible": "talk & arm"}, "infeasible is a list"),
    ({"infeasible": ["tolk"]}, 'infeasible, rule 1: "tolk", place 1: unknown option'),
    ({"infeasible": ["YY|YY"]}, "place 1: unknown option"),
    ({"infeasible": [{"at_most": ["talk"]}]}, 'unknown kind of rule "at_most"; did you mean'),
    ({"infeasible": [{"at_most_one": "talk"}]}, "at_most_one takes a list of options"),
    ({"infeasible": [{"at_most_one": ["talk", "talk"]}]}, 'option "talk" is named twice'),
    ({"infeasible": [{"requires": ["talk"]}]}, "requires takes"),
    ({"infeasible": [{}]}, "a rule is a condition, or a mapping"),
    ({"infeasible": [{"pattern": "YY|YY"}]}, "does not fit the options"),
    ({"infeasible": ["talk", "-talk"]}, "no state is feasible"),
    (
        {"infeasible": ["talk"], "status_quo": "YN|N"},
        "status quo: state YN|N is not feasible: rule 1",
    ),
    ({"status_quo": 9}, "status quo: there is no state 9; states are 1 to 8"),
    ({"status_quo": {"talk": "Y"}}, "talk Y is in 4 states; say more of the options"),
    ({"status_quo": 1.5}, "1.5 names no state"),
    ({"status_quo": True}, "True names no state"),
    ({"red_lines": {"row": "arm"}}, "the red lines of row are a list"),
    ({"red_lines": {"row": ["arms"]}}, 'red lines of row: "arms", place 1: unknown option'),
    ({"coalitions": [["row", "row"]]}, '"row" is in a coalition twice'),
    ({"coalitions": ["row"]}, "a coalition is a list of decision makers"),
    ({"coalitions": [["you"]]}, 'coalitions: unknown decision maker "you"'),
    ({"coalesce": "talk"}, "coalesce is a list"),
    ({"coalesce": ["tolk"]}, 'coalesce, group 1: "tolk", place 1: unknown option'),
    ({"states": ["s"]}, "states belong to the graph form"),
    ({"moves": {"a": []}}, "give options, or states and moves"),
]


@pytest.mark.parametrize(("changes", "fault"), REFUSED)
def test_what_is_wrong_is_said_in_one_line(changes: dict[str, Any], fault: str) -> None:
    with pytest.raises(ModelError) as caught:
        talks(**changes)
    message = str(caught.value)
    assert fault in message
    assert "\n" not in message


GRAPH: dict[str, Any] = {
    "title": "Ring",
    "states": ["s1", "s2"],
    "moves": {"a": [("s1", "s2")], "b": []},
    "preferences": {"a": "s1 > s2", "b": "s1 ~ s2"},
}
NO_GRAPH: list[tuple[dict[str, Any], str]] = [
    ({"states": []}, "the graph form needs states"),
    ({"states": ["s1", "s1"]}, 'state "s1" is listed twice'),
    ({"states": ["s1", "2"]}, '"2" cannot be an id'),
    ({"moves": {"a": [("s1",)], "b": []}}, "a move of a is a pair of states"),
    ({"moves": {"a": [("s1", "s9")], "b": []}}, 'moves of a: there is no state "s9"'),
    ({"moves": {"a": [("s1", 1)], "b": []}}, "staying is no move"),
    ({"moves": {"a": [("s1", "s2")] * 2, "b": []}}, "is listed twice"),
    ({"infeasible": ["s1"]}, "a model in graph form has no options"),
    ({"preferences": {"a": ["s1"], "b": "s1 ~ s2"}}, "the ranking of a misses state 2"),
    ({"preferences": {"a": {"s1": 1}, "b": "s1 ~ s2"}}, 'such as "s1 > s2 ..."'),
    (
        {"preferences": {"a": "s1 > s3", "b": "s1 ~ s2"}},
        'ranking of a: there is no state "s3"',
    ),
    ({"status_quo": ["s1"]}, "a model in graph form has no options; name a state"),
]


@pytest.mark.parametrize(("changes", "fault"), NO_GRAPH)
def test_what_is_wrong_with_a_graph_is_said_in_one_line(
    changes: dict[str, Any], fault: str
) -> None:
    with pytest.raises(ModelError) as caught:
        Model.build(**(GRAPH | changes))
    assert fault in str(caught.value)
    assert "\n" not in str(caught.value)


def test_preferences_of_a_graph_are_rankings_and_the_error_says_so() -> None:
    graph = Model.build(**GRAPH)
    assert str(graph.with_preferences(a="s2 > s1")["a"].preference) == "2 > 1"
    with pytest.raises(QuestionError) as caught:
        graph.with_preferences(a=["s1", "s9"])
    assert 'in the ranking of a: there is no state "s9"' in str(caught.value)
