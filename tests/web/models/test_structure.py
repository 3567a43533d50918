"""What a change of options, decision makers or states takes with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import satumeja
from satumeja import formats, gallery
from satumeja.errors import ModelError, QuestionError
from satumeja.model import Model, Ranking
from satumeja.web.models._structure import plan
from web.models.asked import Asked

OPTION_FORM = [e.id for e in gallery.entries() if not gallery.load(e.id).is_graph]
SMALL = """\
satumeja: 1
title: Small
decision_makers:
  us:
    options: {sign: Sign, arm: Arm, wait: Wait}
    preferences:
      - sign              # the first
      - [arm, -ru.go]
      - -sign & arm
    red_lines: [{statement: arm & ru.go}]
    unseen: [Y--|-]
  ru:
    options: {go: Go}
    weights: {sign: 3, ru.go: 1}
    shares: [us.wait]
infeasible:
  - at_most_one: [sign, arm]
  - exactly_one: [arm, wait, go]
  - pattern: YY-|-
  - requires: {if: go, then: sign | wait}
status_quo: NNY|N
tables:
  here: {seats: [us, ru], agenda: [us.arm, a pause]}
"""


def changed(text: str, *ops: dict[str, Any]) -> tuple[Model, list[tuple[str | int, ...]]]:
    """Change a structure with all it takes; the model it gives, and the parts that went."""
    planned, going = plan(text, list(ops), formats.loads(text))
    return formats.loads(formats.apply(text, planned)), going


def removal(*at: str | int) -> dict[str, Any]:
    return {"op": "remove", "at": list(at)}


def test_with_an_option_goes_what_speaks_of_it_and_no_more() -> None:
    model, going = changed(SMALL, removal("decision_makers", "us", "options", "arm"))
    us = ("decision_makers", "us")
    assert set(going) == {
        (*us, "preferences", 1, 0),
        (*us, "preferences", 2),
        (*us, "red_lines", 0),
        ("infeasible", 0),
        ("infeasible", 1, "exactly_one", 0),
        ("tables", "here", "agenda", 0),
    }
    assert [rule.kind for rule in model.stated_rules] == ["exactly_one", "pattern", "requires"]
    assert model.form(model.status_quo or 0) == "NY|N"
    assert model.stated_rules[1].text == "Y-|-"
    assert [spot.text for spot in model.decision_makers[0].unseen] == ["Y-|-"]


def test_with_a_decision_maker_goes_all_that_speaks_of_its_options() -> None:
    text = SMALL.replace("  ru:\n", "  un:\n    options: {call: }\n    preferences: [go]\n  ru:\n")
    text = text.replace("NNY|N", "NNY|N|N").replace("Y--|-", "Y--|-|-").replace("YY-|-", "YY-|-|-")
    model, going = changed(text, removal("decision_makers", "ru"))
    assert [dm.id for dm in model.decision_makers] == ["us", "un"]
    assert ("decision_makers", "un", "preferences", 0) in going
    assert not model.tables  # one alone is no table
    assert model.form(model.status_quo or 0) == "NNY|N"


def test_a_new_option_is_not_taken_in_the_present_situation() -> None:
    op = {"op": "set", "at": ["decision_makers", "us", "options", "call"], "value": "Call"}
    model, going = changed(SMALL, op)
    assert not going
    assert model.form(model.status_quo or 0) == "NNYN|N"
    assert model.stated_rules[2].text == "YY--|-"


def test_of_an_option_with_levels_the_present_level_is_kept() -> None:
    text = SMALL.replace("wait: Wait", "wait: {levels: [no, short, long]}")
    text = text.replace("exactly_one: [arm, wait, go]", "at_most_one: [arm, go]")
    text = text.replace("[us.wait]", "[us.arm]").replace("sign | wait", "sign")
    text = text.replace("NNY|N", "NYYN|N").replace("Y--|-", "Y---|-").replace("YY-|-", "YY--|-")
    op = {"op": "move", "from": ["decision_makers", "us", "options", "wait"]}
    model, _ = changed(text, op | {"to": ["decision_makers", "us", "options", 0]})
    assert model.form(model.status_quo or 0) == "YNNY|N"


GRAPH = """\
satumeja: 1
title: Graph
states: [a, {id: b, name: Bee}, c, d]
status_quo: a
decision_makers:
  one: {moves: [[a, b], [b, c], [c, d]], ranking: [[a, c], [b], d]}
  two: {moves: [[c, a]], ranking: a > b = c >> d, unknown: [[b, d]]}
"""


def test_a_state_goes_with_its_moves_and_places() -> None:
    model, _ = changed(GRAPH, removal("states", 1))
    assert model.state_ids == ("a", "c", "d")
    one, two = (model.ranks(dm).tolist() for dm in model.decision_makers)
    assert one[0] == one[1] > one[2]
    assert two[0] > two[1] > two[2]


def test_with_the_present_state_nothing_is_left_of_the_status_quo() -> None:
    model, going = changed(GRAPH, removal("states", 0))
    assert ("status_quo",) in going
    assert model.status_quo is None


@pytest.mark.parametrize("name", OPTION_FORM)
def test_every_option_of_the_gallery_can_be_taken_out(name: str) -> None:
    """Where all states are ranked one by one, or nothing is left, what is wrong is said."""
    text = gallery.text(name)
    before = gallery.load(name)
    for dm in before.decision_makers:
        for option in dm.options:
            at = ("decision_makers", dm.id, "options", option.id)
            ranked = any(isinstance(each.preference, Ranking) for each in before.decision_makers)
            try:
                model, _ = changed(text, removal(*at))
            except ModelError as error:
                assert ranked or len(before.options) == len(dm.options), str(error)
            else:
                assert len(model.options) == len(before.options) - 1


@pytest.mark.parametrize("name", OPTION_FORM)
def test_options_in_another_order_are_the_same_conflict(name: str) -> None:
    text = gallery.text(name)
    before = gallery.load(name)
    if any(isinstance(dm.preference, Ranking) for dm in before.decision_makers):
        return  # ranks states by number, which are others in another order
    last = before.decision_makers[-1]
    ops = [{"op": "move", "from": ["decision_makers", last.id], "to": ["decision_makers", 0]}]
    after, going = changed(text, *ops)
    assert not going
    assert _holding(after) == _holding(before)
    assert _taken(after, after.status_quo) == _taken(before, before.status_quo)


def _taken(model: Model, code: int | None) -> frozenset[str]:
    names = [f"{dm.id}.{option.id}" for dm in model.decision_makers for option in dm.options]
    return frozenset(name for k, name in enumerate(names) if (code or 0) >> k & 1)


def _holding(model: Model) -> dict[str, set[frozenset[str]]]:
    """Give what holds under each concept, by the options taken."""
    analysis = satumeja.analyse(model)
    codes = model.states.codes  # type: ignore[union-attr]
    return {
        concept.id: {_taken(model, int(codes[n - 1])) for n in analysis.equilibria(concept.id)}
        for concept in analysis.concepts
    }


def test_the_route_gives_what_the_route_of_edits_takes(tmp_path: Path) -> None:
    asked = Asked(tmp_path, gallery.text("december-2021-b"))
    before = asked.bytes()
    ops = [removal("decision_makers", "us", "options", "guarantee")]
    planned = asked("POST", "/structure", {"base": asked.version, "ops": ops})
    assert {name: text for name, text in asked.bytes().items() if name == "talks.yaml"} == {
        "talks.yaml": before["talks.yaml"]
    }
    assert ["decision_makers", "russia", "preferences", 0] in planned["going"]
    edited = asked.edit(*planned["ops"])
    assert "guarantee" not in str([m["options"] for m in edited["document"]["makers"]])


def test_an_operation_that_is_none_is_refused() -> None:
    with pytest.raises(QuestionError, match="needs the key"):
        plan(SMALL, [{"op": "remove"}], formats.loads(SMALL))
