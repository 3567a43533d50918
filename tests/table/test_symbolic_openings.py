"""Openings without a list of states equal those with one; sixty options take few nodes."""

from __future__ import annotations

import io
import re
from collections import Counter
from random import Random
from typing import Any

import pytest
from rich.console import Console
from tables import stated

from satumeja import formats
from satumeja.brief.terminal import print_openings
from satumeja.brief.words import Words
from satumeja.errors import LimitError, QuestionError
from satumeja.model import Model, OptionStates, Prioritisation
from satumeja.stability import Limits, StateSet
from satumeja.table import Openings, SymbolicOpenings, openings, symbolic_openings
from table.agreement import drawn, same
from table.models import TABLES, conflict, december


def decimals(model: Model, numbers: list[int]) -> set[int]:
    states = model.states
    assert isinstance(states, OptionStates)
    return {int(states.codes[number - 1]) for number in numbers}


def listed(found: StateSet) -> set[int]:
    return set(found)


def compare(found: SymbolicOpenings, expected: Openings) -> Counter[str]:
    model = expected.model
    same("reached", found.reached.count, expected.reached)
    same("zone", listed(found.zone), decimals(model, expected.zone.tolist()))
    for mine, theirs in (
        (found.openings, expected.openings),
        (found.concessions, expected.concessions),
    ):
        sets = {(o.ease, o.accept_less): listed(o.zone) for o in mine}
        wanted = {(o.ease, o.accept_less): decimals(model, o.zone.tolist()) for o in theirs}
        same("openings", sets, wanted)
    return Counter(
        {"models": 1, "openings": len(found.openings), "beyond": len(found.concessions)}
    )


def test_sets_and_lists_agree() -> None:
    met, rng = Counter[str](), Random(3)
    for seed in range(1, 400):
        native, start = drawn(seed)
        model = formats.from_dict(native)
        ids = [dm.id for dm in model.decision_makers]
        members = [dm for dm in ids if rng.random() < 0.7] or ids[:1]
        if model.is_graph or not all(
            isinstance(model[dm].preference, Prioritisation) for dm in members
        ):
            continue
        wanting, away = rng.choice(["", "1", "-1 | 2"]), rng.random() < 0.8
        states = model.states
        assert isinstance(states, OptionStates)
        code = int(states.codes[start - 1])
        expected = openings(model, members, start=start, wanting=wanting, walk_away=away)
        found = symbolic_openings(model, members, start=code, wanting=wanting, walk_away=away)
        met += compare(found, expected)
    assert met["models"] > 100
    assert met["openings"] > 30
    assert met["beyond"] > 10


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("reading", ["a", "b", "b2"])
def test_december_2021(reading: str, table: str) -> None:
    model = december(reading)
    compare(symbolic_openings(model, table), openings(model, table))


def test_sixty_options_and_twenty_red_lines() -> None:
    pytest.importorskip("dd.cudd", reason="who finds orders by itself takes so few nodes")
    model = stated(60, lines=20)
    found = symbolic_openings(model, limits=Limits(nodes=50_000))
    assert found.reached.count == 1 << 60
    data = found.to_json()
    assert data["engine"] == "symbolic"
    assert data["zone"]["count"] == found.zone.count


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize(("lines", "seed", "count"), [(20, 3, 16), (6, 4, 4)])
def test_wide_openings_are_told(language: str, lines: int, seed: int, count: int) -> None:
    found = symbolic_openings(stated(60, lines=lines, seed=seed), limits=Limits(seconds=30))
    assert len(found.openings) == count
    out = io.StringIO()
    print_openings(found, Console(file=out, width=500), language)
    said = out.getvalue()
    assert all(name in said for opening in found.openings for name in opening.ease)
    assert not re.search(r"\{\w+\}", said)
    open_zone = symbolic_openings(stated(60, lines=20, seed=1))
    print_openings(open_zone, Console(file=out, width=500), language)
    assert Words(language).number(open_zone.zone.count) in out.getvalue()


def test_many_idle_sets_of_red_lines_take_no_longer() -> None:
    model = stated(20, lines=20, seed=3)
    met = compare(symbolic_openings(model), openings(model, judge=False))
    assert met["openings"] == 55


def test_what_cannot_be_asked() -> None:
    makers: dict[str, dict[str, Any]] = {
        "a": {"options": ["x"], "weights": {"x": 1}},
        "b": {"options": ["y"], "preferences": ["x"]},
    }
    model = conflict(makers, status_quo="N|N", infeasible=["x & y"])
    with pytest.raises(LimitError, match="the preferences of a are no list of statements"):
        symbolic_openings(model)
    with pytest.raises(QuestionError, match=r"state Y\|Y is not feasible"):
        symbolic_openings(model, ["b"], start=3)
    with pytest.raises(QuestionError, match="no status quo"):
        symbolic_openings(conflict(makers), ["b"])
