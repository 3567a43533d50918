"""What a model holds, counted."""

from __future__ import annotations

import json

import pytest

from formats.samples import BORDER, GRAPH, changed
from satumeja.formats import describe, loads

OPTIONS = ", ".join(f"x{k}: " for k in range(30))
LARGE = f"""\
satumeja: 1
title: Large
decision_makers:
  a: {{options: {{{OPTIONS}}}, preferences: [x1, y]}}
  b: {{options: {{y: }}, weights: {{y: 1}}}}
infeasible:
  - x1 & y
  - at_least_one: [x0]
  - pattern: "YYYYYYYYYYYYYYYYYYYYYYYYYYYYYY|-"
status_quo: "{"Y" + "N" * 30}"
"""
SMALL = changed(LARGE, "status_quo", "".join(f"  - x{k}\n" for k in range(5, 30)) + "status_quo")


def test_a_model_in_option_form() -> None:
    assert describe(loads(BORDER)).to_json() == {
        "schema": "satumeja/check/1",
        "title": "A border",
        "form": "option",
        "decision_makers": [
            {
                "id": "russia",
                "options": 2,
                "moves": 0,
                "preference": "preferences",
                "edits": 0,
                "statements": 3,
                "cited": 1,
                "rank_classes": 6,
                "red_lines": 1,
                "shared": 0,
            },
            {
                "id": "us",
                "options": 2,
                "moves": 0,
                "preference": "weights",
                "edits": 0,
                "statements": 0,
                "cited": 0,
                "rank_classes": 4,
                "red_lines": 0,
                "shared": 0,
            },
        ],
        "options": 4,
        "combinations": 16,
        "feasible": 9,
        "infeasible": [
            _rule("condition", "attack & talk", removes=4, leaves=12),
            _rule("at_most_one", "offer, arm", removes=3, leaves=9),
        ],
        "irreversible": [],
        "coalesce": [],
        "status_quo": {"number": 7, "form": "NN|NY"},
        "tables": [
            {
                "id": "geneva",
                "seats": ["russia", "us"],
                "convenor": "",
                "agenda": [],
                "until": "",
                "papers": [],
            }
        ],
        "affected": [],
        "sources": ["wire"],
        "evidence": [],
        "warnings": [],
    }


def _rule(kind: str, rule: str, removes: int, leaves: int) -> dict[str, object]:
    return {"kind": kind, "rule": rule, "type": "", "removes": removes, "leaves": leaves}


def test_a_model_in_graph_form() -> None:
    found = describe(loads(GRAPH)).to_json()
    assert (found["form"], found["options"], found["combinations"]) == ("graph", 0, 3)
    assert (found["feasible"], found["status_quo"]) == (3, {"number": 2, "form": "dirty"})
    assert [maker["moves"] for maker in found["decision_makers"]] == [2, 1]
    assert [maker["rank_classes"] for maker in found["decision_makers"]] == [2, 2]


def test_what_rests_on_too_many_states_is_left_open() -> None:
    found = describe(loads(LARGE)).to_json()
    assert (found["combinations"], found["feasible"]) == (1 << 31, None)
    assert [rule["removes"] for rule in found["infeasible"]] == [None, None, None]
    assert [maker["rank_classes"] for maker in found["decision_makers"]] == [None, None]
    assert found["status_quo"] == {"number": None, "form": "Y" + "N" * 29 + "|N"}
    assert json.loads(json.dumps(found)) == found


def test_rules_are_counted_from_where_states_can_be_listed() -> None:
    found = describe(loads(SMALL)).to_json()
    # x0 is Y, x5 to x29 are N; x1 to x4 and y are free but for x1 & y
    assert found["feasible"] == 3 * 2**3
    removed = [rule["removes"] for rule in found["infeasible"]]
    listed = removed.index(next(count for count in removed if count is not None))
    assert removed[listed:] == [24 << k for k in reversed(range(len(removed) - listed))]
    assert 10 < listed < 20


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            BORDER,
            """\
A border
9 feasible states of 16 combinations of 4 options
status quo: state 7, NN|NY
decision maker russia: 2 options, preferences (3 statements, 1 with evidence), 6 rank classes, \
1 red line
decision maker us: 2 options, weights, 4 rank classes
infeasible condition attack & talk: removes 4, leaves 12
infeasible at_most_one offer, arm: removes 3, leaves 9
table geneva: russia, us
sources: wire""",
        ),
        (
            GRAPH,
            """\
A pond
3 states, given one by one
status quo: state 2, dirty
decision maker mill: 2 moves, ranking, 2 rank classes
decision maker pond: 1 move, ranking, 2 rank classes""",
        ),
    ],
)
def test_the_contents_are_lines_to_read(text: str, lines: str) -> None:
    assert str(describe(loads(text))) == lines


def test_too_many_states_are_said_to_be_many() -> None:
    lines = str(describe(loads(LARGE))).split("\n")
    assert lines[1] == (
        "more than 1,048,576 feasible states of 2,147,483,648 combinations of 31 options"
    )
    assert lines[2] == f"status quo: Y{'N' * 29}|N"
    assert lines[5:7] == ["infeasible condition x1 & y", "infeasible at_least_one x0"]
    assert lines[-1].startswith("warning: more than 1,048,576 states are feasible")


def test_more_combinations_than_digits_can_be_grouped_are_said_in_three_figures() -> None:
    makers = "".join(
        f"  m{number}: {{name: M, options: {{a: A, b: B}}, preferences: [m{number}.a]}}\n"
        for number in range(80)
    )
    text = f"satumeja: 1\ntitle: T\ndecision_makers:\n{makers}"
    lines = list(describe(loads(text)).lines("id"))
    assert "1,46 × 10⁴⁸ kombinasi" in lines[1]
