"""The zone, its openings and linkage, on small models worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from brief.graph_form import named_graph
from satumeja.errors import LimitError, QuestionError
from satumeja.gallery import load
from satumeja.model import Model
from satumeja.table import linkage, openings
from table.models import conflict


def lines(count: int) -> dict[str, dict[str, Any]]:
    """Give one who asks for any of several things, and one who has a red line for each."""
    names = [f"o{k}" for k in range(count)]
    return {
        "asks": {"options": ["rest"], "preferences": [" | ".join(names)]},
        "has": {"options": names, "preferences": ["rest"], "red_lines": names},
    }


def test_every_minimal_set_is_found() -> None:
    found = openings(conflict(lines(4), status_quo="N|NNNN"))
    assert found.zone.tolist() == [2]  # rest: nobody minds, one gains
    wanted = openings(conflict(lines(4), status_quo="N|NNNN"), wanting="o0 | (o2 & o3)")
    assert [o.ease for o in wanted.openings] == [("has#1",), ("has#3", "has#4")]
    assert all(o.asks == ("has",) for o in wanted.openings)


def test_easing_a_red_line_leaves_out_the_wish_that_says_the_same() -> None:
    makers = {
        "a": {"options": ["x"], "preferences": ["y", "-x"]},
        "b": {"options": ["y"], "preferences": ["-y", "x"], "red_lines": ["y"]},
    }
    found = openings(conflict(makers, status_quo="N|N"))
    assert [(o.ease, o.zone.tolist(), o.best.tolist()) for o in found.openings] == [
        (("b#1",), [3, 4], [3, 4])
    ]
    ranked = makers | {"b": {"options": ["y"], "ranking": [[2], [1], [4], [3]],
                             "red_lines": ["y"]}}  # fmt: skip
    held = openings(conflict(ranked, status_quo="N|N"))
    assert held.openings == ()
    assert [(c.ease, c.accept_less) for c in held.concessions] == [
        ((), ("a",)),
        (("b#1",), ("b",)),
    ]


def test_one_package_opens_what_separate_tables_cannot() -> None:
    makers = {
        "a": {"options": ["x"], "preferences": ["y", "-x"]},
        "b": {"options": ["y"], "preferences": ["z", "-y"]},
        "c": {"options": ["z"], "preferences": ["x", "-z"]},
    }
    tables = {"ab": {"seats": ["a", "b"]}, "bc": {"seats": ["b", "c"]}}
    (found,) = linkage(conflict(makers, status_quo="N|N|N", tables=tables))
    assert (found.tables, found.seats) == (("ab", "bc"), ("a", "b", "c"))
    assert (found.separate.tolist(), found.packages.tolist()) == ([1], [8])


def test_a_large_zone_is_counted_and_described() -> None:
    names = [f"o{k}" for k in range(12)]
    makers: dict[str, dict[str, Any]] = {
        "a": {"options": ["x"], "preferences": ["x"]},
        "b": {"options": names, "weights": {"x": 1}},
    }
    zone = openings(conflict(makers, status_quo="N|" + "N" * 12)).to_json()["zone"]
    assert (zone["count"], zone["patterns"]) == (4096, ["Y|" + "-" * 12])


def test_json_has_the_published_keys() -> None:
    data = openings(load("december-2021-b"), "osce").to_json()
    assert data["schema"] == "satumeja/openings/1"
    assert data["zone"] == []
    assert [opening["ease"] for opening in data["openings"]] == [["us#1", "nato#1"]]
    assert data["openings"][0]["zone"] == [12, 14]


def test_questions_that_do_not_fit() -> None:
    with pytest.raises(QuestionError, match="the model is in graph form"):
        openings(named_graph(), start=1)
    with pytest.raises(QuestionError, match='unknown option "gurantee"; did you mean "guarantee"'):
        openings(load("december-2021-a"), wanting="gurantee")


def test_too_many_red_lines_are_a_limit() -> None:
    makers = lines(1)
    makers["has"]["red_lines"] = ["o0"] * 63
    with pytest.raises(LimitError, match="63 red lines are more than the 62"):
        openings(conflict(makers, status_quo="N|N"))


@pytest.mark.parametrize("count", [1, 59])
def test_members_who_would_lose_are_told_beside_many_red_lines(count: int) -> None:
    found = openings(conflict(_one_who_loses(count), status_quo="N|N|N"))
    assert [(way.ease, way.accept_less) for way in found.concessions] == [((), ("c",))]


def test_more_in_the_way_than_there_is_room_for_is_a_limit() -> None:
    makers = _one_who_loses(62)
    with pytest.raises(LimitError, match="62 red lines and 3 members, who may have to accept"):
        openings(conflict(makers, status_quo="N|N|N"))


def _one_who_loses(count: int) -> dict[str, dict[str, Any]]:
    """What c would do for a costs c; what a refuses, so many times over, is something else."""
    return {
        "a": {"options": {"x": "X"}, "preferences": ["z"], "red_lines": ["y"] * count},
        "b": {"options": {"y": "Y"}, "preferences": ["-y"]},
        "c": {"options": {"z": "Z"}, "preferences": ["-z"]},
    }


def test_what_a_side_merely_suffers_is_no_package_of_it() -> None:
    """The lower shepherd would raid; that the upper one puts up with it is no concession."""
    found = openings(shepherds())
    assert [way.asks for way in found.concessions] == [("upper",)]
    (way,) = found.concessions
    assert [found.model.states.form(number) for number in way.zone] == ["Y|N"]


def test_a_line_is_not_eased_for_what_another_takes() -> None:
    """The raid is ruled out by the upper shepherd, who would do nothing in it."""
    model = shepherds(red_lines=["lower.raid"])
    assert [way.ease for way in openings(model).openings] == []
    free = openings(model, walk_away=False)
    assert [model.states.form(number) for number in free.zone] == ["Y|N"]


def shepherds(**more: Any) -> Model:
    upper = {"options": {"share": "Share"}, "preferences": ["-lower.raid", "-share"], **more}
    lower = {"options": {"raid": "Raid the flock"}, "preferences": ["raid", "share"]}
    return conflict({"upper": upper, "lower": lower}, status_quo="N|N")
