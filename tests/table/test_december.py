"""December 2021, readings A, B and B2: what each table could agree, and what it would take.

Expected values were worked out by hand or with scripts from the definitions; states 7, 10,
14, 50 and 51 are YNN|YNN|NN, NNY|YNN|NN, YYN|YYN|NN, NNY|NNY|NY and NNY|YNY|NY.
"""

from __future__ import annotations

import pytest

from satumeja.gallery import load
from satumeja.model import Model
from satumeja.stability import analyse
from satumeja.table import Promotion, compare, deals, linkage, openings, threats
from table.models import READINGS, TABLES, december, states_with


@pytest.fixture(params=READINGS)
def model(request: pytest.FixtureRequest) -> Model:
    return load(request.param)


def test_the_states_are_the_ones_meant() -> None:
    forms = december("a").states.form
    assert [forms(n) for n in (7, 10, 14, 50, 51)] == [
        "YNN|YNN|NN", "NNY|YNN|NN", "YYN|YYN|NN", "NNY|NNY|NY", "NNY|YNY|NY",
    ]  # fmt: skip


@pytest.mark.parametrize("concept", ["nash", "seq", "sseq"])
def test_no_state_with_a_guarantee_is_an_equilibrium(model: Model, concept: str) -> None:
    guaranteed = states_with(model, "guarantee")
    assert guaranteed
    assert not guaranteed & set(analyse(model).equilibria(concept).tolist())


@pytest.mark.parametrize("weak", [False, True])
@pytest.mark.parametrize("reach", ["joint", "sequence"])
def test_no_table_has_a_deal_that_all_its_members_prefer(
    model: Model, reach: str, weak: bool
) -> None:
    found = compare(model, reach=reach, weak=weak)  # type: ignore[arg-type]
    assert [each.table for each in found.deals] == TABLES
    assert [len(each.reached) for each in found.deals] == [17, 15, 51]
    assert [len(each) for each in found.deals] == [0, 0, 0]


def test_who_walks_away_from_what() -> None:
    walking = deals(december("a"), "geneva").walks_away
    guaranteed = states_with(december("a"), "guarantee")
    assert set(walking["us"].tolist()) == guaranteed & set(deals(december("a"), "geneva").reached)
    assert 9 in walking["russia"]  # pulling back for nothing in return


def test_the_red_lines_that_must_ease(model: Model) -> None:
    asked = {
        table: [opening.ease for opening in openings(model, table).openings] for table in TABLES
    }
    assert asked == {"geneva": [("us#1",)], "brussels": [], "osce": [("us#1", "nato#1")]}
    for table in ("geneva", "osce"):
        found = openings(model, table)
        assert found.zone.tolist() == []
        (opening,) = found.openings
        assert opening.best.tolist() == [14]  # talks, a platform, a guarantee, a pull-back
        assert opening.holds is not None
        assert all(opening.holds[14].values())
    assert openings(model, "osce").openings[0].asks == ("us", "nato")


def test_no_red_line_stands_in_the_way_in_brussels(model: Model) -> None:
    found = openings(model, "brussels")
    assert [(c.ease, c.accept_less) for c in found.concessions] == [
        ((), ("russia",)),
        ((), ("nato",)),
    ]


def test_whatever_is_preferred_a_guarantee_crosses_two_red_lines() -> None:
    plain = openings(december("a"), "osce", wanting="guarantee", walk_away=False)
    assert [opening.ease for opening in plain.openings] == [("us#1", "nato#1")]


def judged(reading: str) -> dict[tuple[str, str], tuple[bool, bool]]:
    found = threats(december(reading)).threats
    return {(t.said.by, t.said.text): (t.credible, t.deters) for t in found}


def test_consequences_alone_do_not_deter_and_weapons_do() -> None:
    found = judged("b")
    assert found["us", "punish if attack"] == (True, False)
    assert found["nato", "arm iff attack"] == (True, True)


def test_in_reading_b2_nothing_deters() -> None:
    found = judged("b2")
    assert found["us", "punish if attack"] == (True, False)
    assert found["nato", "arm iff attack"] == (True, False)


def test_consequences_would_deter_if_they_counted_before_the_attack() -> None:
    model = december("b")
    (threat,) = (t for t in threats(model).threats if t.said.by == "us")
    assert threat.remedies == ((Promotion("russia", 5, 3),),)
    first = Promotion("russia", 5, 1).applied(model)  # "-punish" before all else
    (again,) = (t for t in threats(first).threats if t.said.by == "us")
    assert again.deters
    assert 7 in analyse(first).equilibria("seq")
    assert 7 not in analyse(first).equilibria("nash")


def test_an_ultimatum_would_work_on_who_fears_war_more_than_a_guarantee() -> None:
    (threat,) = (t for t in threats(december("b")).threats if t.said.text.startswith("attack"))
    assert (threat.kind, threat.in_force, threat.credible, threat.compels) == (
        "threat", True, True, False,
    )  # fmt: skip
    assert threat.remedies == ((Promotion("us", 2, 1),),)


def test_nothing_is_gained_by_linking_tables(model: Model) -> None:
    assert linkage(model) == ()
