"""Deals: who gains, who leaves, what would mend them, and how tables compare."""

from __future__ import annotations

from typing import Any

import pytest

from brief.graph_form import named_graph
from satumeja.errors import QuestionError
from satumeja.table import Commitment, compare, deals
from table.models import conflict, december


def swap() -> dict[str, dict[str, Any]]:
    """Give two who want the other to give but would rather not, and one who may spoil it."""
    return {
        "a": {"options": ["x"], "preferences": ["y", "-x"]},
        "b": {"options": ["y"], "preferences": ["x", "-y"]},
        "c": {"options": ["spoil"], "preferences": ["spoil if (x & y)"]},
    }


def test_an_exchange_is_mended_by_no_single_commitment_under_nash() -> None:
    model = conflict(swap(), status_quo="N|N|N")
    found = deals(model, ["a", "b"])
    assert found.numbers.tolist() == [4]
    deal = found.deal(4)
    assert (deal.gains, deal.efficient) == ({"a": 1, "b": 1}, True)
    assert {(u.dm, u.to) for u in deal.upset_by if u.concept == "nash"} == {
        ("a", 3), ("b", 2), ("c", 8),
    }  # fmt: skip
    assert deal.mended_by is not None
    assert deal.mended_by["nash"] == ()


def test_a_commitment_mends_what_one_alone_would_leave() -> None:
    makers = {
        "a": {"options": ["x"], "preferences": ["y", "-x"]},
        "b": {"options": ["y"], "preferences": ["x", "y"]},
    }
    model = conflict(makers, status_quo="N|N")
    deal = deals(model).deal(4)
    assert deal.mended_by is not None
    assert deal.mended_by["nash"] == (Commitment("a", 0, True),)
    told = deal.mended_by["nash"][0].to_json(model)
    assert told == {"kind": "commitment", "commit": "x", "dm": "a", "value": "Y"}


def test_tables_side_by_side() -> None:
    makers = swap()
    tables = {"narrow": {"seats": ["a", "b"]}, "wide": {"seats": ["a", "b", "c"]}}
    model = conflict(makers, status_quo="N|N|N", tables=tables)
    found = compare(model, weak=True)
    assert [each.numbers.tolist() for each in found.deals] == [[4], [8]]
    assert found.only_here == ([4], [8])
    assert found.absent_upset[0]["nash"] == {"c": [4]}
    data = found.to_json()
    assert [table["table"] for table in data["tables"]] == ["narrow", "wide"]


def test_json_has_the_published_keys() -> None:
    data = deals(december("a"), "geneva").to_json()
    assert data["schema"] == "satumeja/deals/1"
    wanted = {"table", "seats", "from", "reach", "deals", "red_lines_crossed"}
    assert wanted <= set(data)
    assert (data["table"], data["seats"], data["from"]) == ("geneva", ["russia", "us"], 7)


def test_by_default_members_change_their_options_together() -> None:
    model = conflict(swap(), status_quo="N|N|N")
    assert deals(model).reach == compare(model).deals[0].reach == "joint"
    assert deals(model, reach="sequence").to_json()["reach"] == "sequence"


def test_graph_form_goes_by_sequences() -> None:
    found = deals(named_graph(), start=1)
    assert found.reach == "sequence"
    assert found.to_json()["red_lines_crossed"] == {}


@pytest.mark.parametrize(
    ("seats", "start", "said"),
    [
        ("genevan", None, 'no table "genevan"; did you mean "geneva"'),
        (["rusia"], None, 'unknown decision maker "rusia"; did you mean "russia"'),
        ([], None, "a table needs somebody to sit at it"),
        (None, 52, "there is no state 52; states are 1 to 51"),
    ],
)
def test_questions_that_do_not_fit(seats: object, start: int | None, said: str) -> None:
    with pytest.raises(QuestionError, match=said):
        deals(december("a"), seats, start=start)  # type: ignore[arg-type]


def test_a_model_without_status_quo_asks_for_a_start() -> None:
    model = conflict(swap())
    with pytest.raises(QuestionError, match="say which state to start from"):
        deals(model)
    assert deals(model, start=1).start == 1


def test_a_state_that_is_no_deal() -> None:
    with pytest.raises(QuestionError, match="state 7 is no deal of this table"):
        deals(december("a")).deal(7)


def test_a_deal_is_better_for_every_member_unless_weakly_is_asked() -> None:
    """State 2 is better for `a` and no worse for `b`, who is indifferent."""
    makers: dict[str, dict[str, Any]] = {
        "a": {"options": ["x"], "preferences": ["x"]},
        "b": {"options": ["y"], "ranking": [[1, 2, 3, 4]]},
    }
    model = conflict(makers, status_quo="N|N")
    assert deals(model, ["a", "b"]).numbers.tolist() == []
    assert deals(model, ["a", "b"], weak=True).numbers.tolist() == [2, 4]
    assert compare(model, [["a", "b"]]).deals[0].numbers.tolist() == []
    assert compare(model, [["a", "b"]], weak=True).deals[0].numbers.tolist() == [2, 4]
