"""A conflict from date to date, against the file changed by hand."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from questions.over_time_agreement import compare, drawn
from satumeja import formats
from satumeja.errors import QuestionError
from satumeja.gallery import load
from satumeja.questions import Closing, Fallback, Happening, over_time
from table.models import conflict, december

TRADE = {
    "buyer": {"options": ["pay"], "preferences": ["ship", "-pay"]},
    "seller": {"options": ["ship"], "preferences": ["pay", "-ship"]},
}


@pytest.mark.parametrize("seeds", [range(k, k + 30) for k in range(0, 90, 30)], ids=str)
def test_each_step_is_what_the_definitions_say(seeds: range) -> None:
    met = Counter[str]()
    for seed in seeds:
        try:
            met += compare(*drawn(seed))
        except AssertionError as disagreement:
            pytest.fail(f"seed {seed}: {disagreement}")
    assert met["models"] + met["without a state to fall back on"] == len(seeds)
    assert met["models"] > 0
    assert met["steps"] > met["models"]


def test_when_the_zone_closes_and_for_whom() -> None:
    tables = {"shop": {"seats": ["buyer", "seller"], "date": "2022-01"}}
    model = conflict(TRADE, status_quo="N|N", as_of="2021-12-01", tables=tables)
    shipped = Fallback("2022-02", frozenset({"ship"}))
    first, meeting, last = over_time(model, [shipped]).steps
    assert [step.date for step in (first, meeting, last)] == ["2021-12-01", "2022-01", "2022-02"]
    assert (meeting.sessions[0].meets, first.sessions[0].meets) == (True, False)
    assert meeting.sessions[0].found.numbers.tolist() == [4]
    (session,) = last.sessions
    assert session.closes
    assert [(lost.state, lost.refused_by) for lost in session.lost] == [(4, ("buyer",))]


def test_a_closed_option_takes_the_deal_out_of_reach() -> None:
    model = conflict(TRADE, status_quo="N|N", tables={"shop": {"seats": ["buyer", "seller"]}})
    first, last = over_time(model, [Closing("2022", "ship", taken=False)]).steps
    assert len(first.sessions[0].found) == 1
    assert [lost.out_of_reach for lost in last.sessions[0].lost] == [True]
    assert len(last.model.states) == 2


def test_readings_of_successive_dates_are_compared() -> None:
    later = replace(december("b2"), as_of="2022-02-20")
    found = over_time([later, december("b")], concepts=["seq"]).steps
    assert [step.date for step in found] == ["2021-12-23", "2022-01", "2022-02-20"]
    assert found[-1].reading
    assert found[-1].equilibria["seq"] == (50, 51)
    assert 7 in found[-1].lost["seq"]


def test_what_cannot_be_is_refused() -> None:
    model = load("december-2021-b")
    for date in ("2022-13", "2022-02-30"):
        with pytest.raises(QuestionError, match=f'"{date}" is no date'):
            over_time(load("december-2021-b"), [Closing(date, "withdraw", taken=False)])
    with pytest.raises(QuestionError, match='"soon" is no date'):
        over_time(model, [Closing("soon", "arm", taken=True)])
    with pytest.raises(QuestionError, match='did you mean "arm"'):
        over_time(model, [Closing("2022", "arms", taken=True)])
    with pytest.raises(QuestionError, match="is not feasible"):
        over_time(model, [Closing("2022-01-05", "talk", taken=False)])
    with pytest.raises(QuestionError, match="name a model"):
        over_time([])


def test_what_happens_counts_by_its_date_not_by_when_it_is_named() -> None:
    model = conflict(TRADE, status_quo="N|N")
    early: list[Happening] = [
        Fallback("2022-02", frozenset({"ship"})),
        Closing("2022-02", "pay", taken=False),
    ]
    late: list[Happening] = [
        Fallback("2022-03", frozenset({"pay"})),
        Closing("2022-03", "pay", taken=True),
    ]
    steps = over_time(model, [*early, *late]).steps
    assert [(step.start, len(step.model.states)) for step in steps] == [(1, 4), (2, 2), (1, 2)]
    again = over_time(model, [*late, *early]).steps
    assert [step.equilibria for step in again] == [step.equilibria for step in steps]
    assert [step.start for step in again] == [step.start for step in steps]


def test_what_a_delay_means_is_told_for_everybody_when_the_time_of_a_table_is_over() -> None:
    makers = TRADE | {"rival": {"options": ["sue"], "preferences": ["-ship", "sue"]}}
    tables = {"shop": {"seats": ["buyer", "seller"], "date": "2022-01", "until": "2022-02"}}
    model = conflict(makers, status_quo="N|N|N", as_of="2021-12-01", tables=tables)
    steps = over_time(model, [Fallback("2022-04", frozenset({"sue"}))]).steps
    assert [step.date for step in steps] == ["2021-12-01", "2022-01", "2022-03-01", "2022-04"]
    meeting, ended, later = (step.sessions[0] for step in steps[1:])
    assert (meeting.over, meeting.closes, dict(meeting.delay)) == (False, False, {})
    assert ended.over
    assert ended.closes
    assert ended.delay == {"buyer": "worse", "seller": "worse", "rival": "better"}
    assert [lost.over for lost in ended.lost] == [True]
    assert ended.open_deals == ()
    assert (later.over, later.lost, dict(later.delay)) == (True, (), {})


@pytest.mark.parametrize("seeds", [range(k, k + 20) for k in range(0, 60, 20)], ids=str)
def test_the_meaning_of_a_delay_is_that_of_every_deal(seeds: range) -> None:
    seen = Counter[str]()
    for seed in seeds:
        native, _ = drawn(seed)
        native["tables"] = {"t": {"seats": list(native["decision_makers"])[:2], "until": "2022"}}
        model = formats.from_dict(native)
        before, after = over_time(model).steps
        (session,), (ended,) = before.sessions, after.sessions
        deals, start = session.found.numbers.tolist(), before.start
        assert start is not None
        for dm in model if deals else ():
            ranks = model.ranks(dm).tolist()
            gains = {
                (ranks[s - 1] > ranks[start - 1]) - (ranks[s - 1] < ranks[start - 1])
                for s in deals
            }
            wanted = {frozenset({1}): "worse", frozenset({-1}): "better", frozenset({0}): "same"}
            assert ended.delay[dm] == wanted.get(frozenset(gains), "depends")
            seen[ended.delay[dm]] += 1
        assert not deals or ended.delay.keys() == set(model)
    assert seen["worse"]


@pytest.mark.parametrize(
    ("until", "over"),
    [("2022", "2023-01-01"), ("2022-02", "2022-03-01"), ("2024-02-28", "2024-02-29"),
     ("2022-12", "2023-01-01"), ("2022-12-31", "2023-01-01")],
)  # fmt: skip
def test_a_table_has_time_to_the_end_of_its_last_day(until: str, over: str) -> None:
    tables = {"shop": {"seats": ["buyer", "seller"], "until": until}}
    model = conflict(TRADE, status_quo="N|N", as_of="2021-12-01", tables=tables)
    assert [step.date for step in over_time(model).steps] == ["2021-12-01", over]
