"""What one statement or act suggests for a model is plain operations that make a sound model."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.drafting.test_parties import kept
from dossier.reports import shipped, story
from satumeja import formats
from satumeja.dossier import (
    Dossier,
    Suggestion,
    Suggestions,
    Whole,
    draft,
    items,
    propose_for,
    read,
    whole,
)
from satumeja.errors import QuestionError
from satumeja.model import Model
from satumeja.report import parse

MODEL = """\
satumeja: 1
title: Beacons
languages: [en, id]
decision_makers:
  iran: {name: Iran, options: {open_sky: Open the sky}, preferences: [open_sky]}
  iraq: {options: {talk: }, preferences: [{statement: talk, because: It said so}]}
"""
TEXT = (
    "Iran demanded that Iraq repair the beacons. Iraq rejected the demand of Iran. "
    "Iran threatened to attack Iraq if Iraq left. Iran offered to open the sky. "
    "Iraq offered talks with Iran."
)


def changed(model: str | dict[str, Any], suggestions: Iterable[Suggestion]) -> dict[str, Any]:
    """Apply operations literally, as what they say: set a part, -1 being a list's end."""
    data = yaml.safe_load(model) if isinstance(model, str) else copy.deepcopy(model)
    for suggestion in suggestions:
        for operation in suggestion.operations:
            assert set(operation) == {"op", "at", "value"}
            assert operation["op"] == "set"
            *way, last = operation["at"]
            part: Any = data
            for step in way:
                part = part.setdefault(step, {}) if isinstance(part, dict) else part[step]
            if last == -1:
                part.append(copy.deepcopy(operation["value"]))
            else:
                part[last] = copy.deepcopy(operation["value"])
    return data


def asked(
    key: str, model: str = MODEL, text: str = TEXT
) -> tuple[list[Suggestion], Dossier, Model]:
    found = story(text, "en")
    loaded = formats.loads(model)
    return list(propose_for(key, loaded, found)), found, loaded


def test_a_demand_is_an_option_of_the_one_and_a_wish_of_the_other() -> None:
    suggestions, *_ = asked("s1")
    assert [one.kind for one in suggestions] == ["option", "wish"]
    option, wish = (one.operations[-1] for one in suggestions)
    assert option["at"] == ["decision_makers", "iraq", "options", "demand_s1"]
    assert option["value"]["name"]["en"] == "Repair the beacons"
    assert wish["at"] == ["decision_makers", "iran", "preferences", -1]
    assert wish["value"]["statement"] == "iraq.demand_s1"
    assert suggestions[0].operations[0]["at"] == ["sources"]
    assert list(suggestions[0].operations[0]["value"]) == ["report"]


def test_what_the_model_has_gets_the_evidence() -> None:
    suggestions, *_ = asked("s4")
    assert [one.kind for one in suggestions] == ["evidence", "evidence"]
    data = changed(MODEL, suggestions)
    iran = data["decision_makers"]["iran"]
    assert iran["options"]["open_sky"]["name"] == "Open the sky"
    assert [one.partition("@")[0] for one in iran["options"]["open_sky"]["evidence"]] == [
        "report#s4"
    ]
    assert iran["preferences"][0]["statement"] == "open_sky"
    formats.from_dict(data)


def test_what_is_cited_is_not_cited_again() -> None:
    found = read(parse(shipped("id")))
    model = formats.loads(draft(found))
    keys = [statement.id for statement in found.statements] + [act.id for act in found.acts]
    for key in keys:
        kinds = {suggestion.kind for suggestion in propose_for(key, model, found)}
        assert kinds <= {"evidence"}, key
    assert propose_for("s8", model, found) == ()


def test_one_after_another_they_make_a_sound_model() -> None:
    found, data = story(TEXT, "en"), yaml.safe_load(MODEL)
    for one in found.statements:
        data = changed(data, propose_for(one.id, formats.from_dict(data), found))
    model = formats.from_dict(data)
    iran, iraq = model.decision_makers
    assert {option.id for option in iran.options} == {"open_sky", "attack"}
    assert {option.id for option in iraq.options} == {"talk", "demand_s1"}
    assert "-iraq.demand_s1" in [statement["statement"] for statement in
                                 data["decision_makers"]["iraq"]["preferences"]]  # fmt: skip


@pytest.mark.parametrize("code", ["en", "id"])
def test_a_file_is_changed_as_the_operations_say(code: str) -> None:
    found = read(parse(shipped(code)))
    text = (
        "satumeja: 1\ntitle: T  # kept\ndecision_makers:\n"
        "  russia: {name: Russia, options: {go: Go}, preferences: [go]}  # this, too\n"
        "  us:\n    options:\n      talk:\n    preferences:\n      - talk\n"
    )
    keys = [statement.id for statement in found.statements] + [act.id for act in found.acts]
    asking = Suggestions(found)
    for key in keys:
        suggestions = asking.of(key, formats.loads(text))
        wanted = formats.from_dict(changed(text, suggestions))
        for suggestion in suggestions:
            text = formats.apply(text, suggestion.operations)
        assert formats.loads(text) == wanted
    assert "# kept" in text
    assert "# this, too" in text
    makers = formats.loads(text).decision_makers
    assert [maker.id for maker in makers] == ["russia", "us", "nato"]
    assert len(makers[0].red_lines) == 2


def test_a_red_line_is_suggested_as_a_wish_and_a_line() -> None:
    found = read(parse(shipped("id")))
    act = next(one for one in found.acts if one.kind == "red_line")
    model = formats.loads(
        "satumeja: 1\ntitle: T\ndecision_makers:\n"
        "  rus: {name: Rusia, options: {go: Go}, preferences: [go]}\n"
        "  nato: {options: {stay: }, preferences: [stay]}\n"
    )
    suggestions = propose_for(act.id, model, found)
    assert [one.kind for one in suggestions] == ["option", "wish", "red_line"]
    assert suggestions[2].operations[-1]["at"] == ["decision_makers", "rus", "red_lines"]
    assert suggestions[2].operations[-1]["value"][0]["statement"] == f"nato.{act.issue}"


def test_who_is_no_decision_maker_is_suggested_as_one() -> None:
    model = MODEL.replace("  iraq:", "  turkey:")
    suggestions, *_ = asked("s1", model)
    assert suggestions[0].kind == "decision_maker"
    assert suggestions[0].operations[-1]["at"] == ["decision_makers", "iraq"]


def test_what_one_statement_asks_for_twice_is_two_options_and_two_wishes() -> None:
    found = read(parse(shipped("id")))
    twice = next(
        act.statement
        for act in found.acts
        if act.kind == "demand" and sum(one.statement == act.statement for one in found.acts) > 1
        and act.target == "nato"
    )  # fmt: skip
    text = (
        "satumeja: 1\ntitle: T\ndecision_makers:\n"
        "  russia: {name: Russia, options: {}, preferences: []}\n"
        "  us: {options: {go: }, preferences: []}\n"
    )
    assert twice is not None
    data = changed(text, propose_for(twice, formats.loads(text), found))
    assert len(data["decision_makers"]["nato"]["options"]) == 2
    assert len(data["decision_makers"]["russia"]["preferences"]) == 2


def test_what_is_only_proposed_suggests_nothing() -> None:
    found = story(TEXT, "en")
    doubtful = replace(found, acts=tuple(replace(one, doubtful=True) for one in found.acts))
    assert propose_for("s1", formats.loads(MODEL), doubtful) == ()


def test_an_unknown_item_is_told_with_what_was_meant() -> None:
    with pytest.raises(QuestionError, match=r'no statement or act "s11"; did you mean "s1"'):
        propose_for("s11", formats.loads(MODEL), story(TEXT, "en"))


def test_an_item_of_a_dossier_file_is_cited_where_it_is_kept(tmp_path: Path) -> None:
    with kept(tmp_path, "Iran demanded that Iraq repair the beacons.", "Iraq refused.") as file:
        found: Whole = whole(file)
        item = next(one for one in items(file, "r1") if one.kind == "statement")
        model = tmp_path / "m.yaml"
        model.write_text(MODEL, encoding="utf-8")
        asking = Suggestions(found)
        first, second = asking.of(item, formats.load(model))
        assert first.operations[0] == {
            "op": "set",
            "at": ["sources"],
            "value": {"talks": {"dossier": "talks.db"}},
        }
        (reference,) = first.operations[1]["value"]["evidence"]
        assert reference == f"talks:r1#s1@{item.fingerprint}"
        cites = MODEL + "sources: {case: {dossier: talks.db}}\n"
        model.write_text(cites, encoding="utf-8")
        (operation,) = asking.of(item, formats.load(model))[0].operations
        assert operation["value"]["evidence"] == [f"case:r1#s1@{item.fingerprint}"]
    assert second.to_json()["kind"] == "wish"
