"""Threats and promises, on small models worked out by hand."""

from __future__ import annotations

import pytest

from brief.graph_form import named_graph
from satumeja.errors import QuestionError
from satumeja.table import conditional, threats
from table.models import conflict, december


def test_a_promise_induces() -> None:
    makers = {
        "buyer": {"options": ["pay"], "preferences": ["ship", "pay iff ship"]},
        "seller": {"options": ["ship"], "preferences": ["pay", "-ship"]},
    }
    (found,) = threats(conflict(makers, status_quo="N|N")).threats
    assert (found.kind, found.credible, found.induces, found.works) == (
        "promise", True, True, True,
    )  # fmt: skip
    (move,) = found.moves
    assert (move.dm, move.to, move.answers, move.credibly) == ("seller", 3, (4,), True)


def test_an_empty_promise_is_not_credible() -> None:
    makers = {
        "buyer": {"options": ["pay"], "preferences": ["ship", "-pay", "pay iff ship"]},
        "seller": {"options": ["ship"], "preferences": ["pay", "-ship"]},
    }
    (found,) = threats(conflict(makers, status_quo="N|N")).threats
    assert (found.credible_in, found.due, found.works) == (0, 1, False)
    assert found.remedies is not None
    assert [[(p.statement, p.to) for p in remedy] for remedy in found.remedies] == [[(3, 2)]]


def test_a_threat_may_be_given_from_outside() -> None:
    model = december("b")
    said = conditional(model, "us", when="attack", then="punish & -guarantee")
    found = threats(model, [said]).threats[-1]
    assert (found.said.by, found.kind, found.deters) == ("us", "threat", False)
    assert found.to_json(model)["text"] == "punish & -guarantee if attack"


@pytest.mark.parametrize(
    ("by", "when", "then", "said"),
    [
        ("us", "attack", "arm", "what is done must be up to us alone"),
        ("us", "platform", "punish", "the condition to others alone"),
        ("us", "atack", "punish", 'did you mean "attack"'),
        ("uss", "attack", "punish", 'unknown decision maker "uss"; did you mean "us"'),
    ],
)
def test_what_is_no_threat(by: str, when: str, then: str, said: str) -> None:
    with pytest.raises(QuestionError, match=said):
        conditional(december("a"), by, when=when, then=then)


def test_in_graph_form_there_are_no_threats_to_read() -> None:
    assert threats(named_graph(), start=1).threats == ()
    with pytest.raises(QuestionError, match="the model is in graph form"):
        conditional(named_graph(), "uniroyal", when="1", then="2")
