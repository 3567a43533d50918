"""What answers rest on, against every change made by hand, and in December 2021."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any

import pytest

from questions.rests_agreement import compare, compare_pairs, drawn, drawn_for_pairs
from satumeja.errors import QuestionError
from satumeja.formats import from_dict
from satumeja.gallery import load
from satumeja.model import Model
from satumeja.questions import Answer, RestsOn, rests_on
from satumeja.stability.explicit import Batch, Explicit


@pytest.mark.parametrize("seeds", [range(k, k + 12) for k in range(300, 360, 12)], ids=str)
def test_flips_and_shares_are_those_of_the_definitions(seeds: range) -> None:
    met = Counter[str]()
    for seed in seeds:
        try:
            met += compare(*drawn(seed), Random(seed))
        except AssertionError as disagreement:
            pytest.fail(f"seed {seed}: {disagreement}")
    assert met["models"] == len(seeds)
    assert met["flips"] > 0


def test_what_no_single_change_flips_two_may() -> None:
    met = Counter[str]()
    for seed in (*range(130, 140), 163, 170):
        met += compare_pairs(*drawn_for_pairs(seed))
    assert met["robust answers"] > met["flipped by two"] > 0


@pytest.fixture(scope="module")
def found() -> RestsOn:
    return rests_on(load("december-2021-b"))


def flips(found: RestsOn, answer: Answer) -> list[tuple[str, str, str, int]]:
    (standing,) = (each for each in found.standings if each.answer == answer)
    return [(c.assumption.dm, c.assumption.text, c.way, c.places) for c in standing.flips]


def test_the_table_of_december_rests_on_one_line(found: RestsOn) -> None:
    assert flips(found, Answer("equilibrium", state=7, concept="gmr")) == [
        ("russia", "-arm", "removed", 0),
        ("russia", "-arm", "down", 1),
        ("russia", "attack iff -guarantee", "up", 1),
    ]
    assert ("nato", "arm iff attack", "removed", 0) in flips(
        found, Answer("equilibrium", state=7, concept="seq")
    )


def test_no_deal_in_geneva_rests_on_the_refusal(found: RestsOn) -> None:
    assert ("us", "-guarantee", "down", 3) in flips(found, Answer("no_deal", table="geneva"))


def test_what_to_find_out_next_has_the_least_evidence(found: RestsOn) -> None:
    thin = [leaning.assumption.thinness for leaning in found.leanings]
    assert thin == sorted(thin)
    assert found.leanings[0].assumption.text == "talk & attack"
    assert found.to_json()["find_out"][0]["evidence"] == []


def test_changes_and_orders_are_decided_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of changed models take a few decisions on all, and hardly an engine."""
    made, decided = Counter[str](), Batch.stable
    for engine in (Batch, Explicit):

        def counted(self: Any, *given: Any, _as: Any = engine.__init__, **named: Any) -> None:
            made[type(self).__name__] += 1
            _as(self, *given, **named)

        monkeypatch.setattr(engine, "__init__", counted)

    def stable(self: Batch, ranks: Any, *given: Any) -> Any:
        made["decisions"] += 1
        made["profiles"] += ranks.shape[-1]
        return decided(self, ranks, *given)

    monkeypatch.setattr(Batch, "stable", stable)
    rests_on(load("december-2021-a"))
    assert made["profiles"] > 5_000  # of 12,000 changes, pairs and orders: many are alike
    assert made["decisions"] <= 20
    assert made["Batch"] == 1
    assert made["Explicit"] <= 8


def test_one_state_only() -> None:
    found = rests_on(load("december-2021-b"), state=7, concepts=["seq", "gmr"])
    assert [s.answer.concept for s in found.standings] == ["gmr", "seq"]


def test_a_sample_is_the_same_every_time(found: RestsOn) -> None:
    assert not found.exact
    assert rests_on(load("december-2021-b")).to_json() == found.to_json()


def test_a_conflict_without_a_status_quo_has_no_tables() -> None:
    model = load("chicken")
    without = Model(model.title, model.decision_makers)
    found = rests_on(without)
    assert {standing.answer.kind for standing in found.standings} == {"equilibrium"}
    assert found.start is None
    with pytest.raises(QuestionError, match="there is no state 9"):
        rests_on(without, start=9)


def test_a_reason_for_moves_is_no_reason_for_a_ranking() -> None:
    gate = {"options": {"open": {"name": "Open the gate", "direction": "forward"}}}
    toll = {"options": {"pay": {"name": "Pay"}}}
    model = from_dict(
        {
            "satumeja": 1,
            "title": "A gate",
            "decision_makers": {
                "a": gate
                | {"because": "An open gate stays open.", "ranking": ["Y|N", "Y|Y", "N|N", "N|Y"]},
                "b": toll | {"because": "Paid is paid.", "ranking": ["Y|Y", "Y|N", "N|N", "N|Y"]},
            },
            "status_quo": "N|N",
        }
    )
    stated = [leaning.assumption for leaning in rests_on(model).leanings]
    ranked = [about for about in stated if about.kind == "ranking"]
    assert ranked
    assert not any(about.because or about.evidence for about in ranked)
