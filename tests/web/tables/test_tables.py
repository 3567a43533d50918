"""What the screen of tables shows is what the commands answer."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from commands import Run
from satumeja import gallery, stability
from satumeja.errors import QuestionError
from satumeja.web.cases import Cases
from satumeja.web.routing import Call
from satumeja.web.tables import ROUTES

FILE = "talks.yaml"
CONFLICTS = ("december-2021-b", "december-2021-a", "elmira", "prisoners-dilemma", "syria-iraq")
WAY = "/c/{case}/models/{file}/"


def asked(folder: Path, what: str, **query: Any) -> Any:
    """Ask a route of this room, and give its answer."""
    (route,) = (route for route in ROUTES if route.path == WAY + what)
    names = {"case": "case", "file": FILE}
    with Cases({"case": folder}) as cases:
        answer = route.handle(Call(cases, names, route.query.model_validate(query)))
    assert isinstance(answer, route.answer)
    return answer


@pytest.fixture(params=CONFLICTS)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    (tmp_path / FILE).write_text(gallery.text(request.param), encoding="utf-8")
    return tmp_path


def named(folder: Path) -> dict[str, Any]:
    """Name a start where the model has no present situation."""
    from satumeja import formats

    model = formats.load(folder / FILE)
    return {} if model.status_quo_number else {"start": str(len(model.states))}


def flags(start: dict[str, Any]) -> list[str]:
    return ["--from", start["start"]] if start else []


def test_deals_are_those_of_the_command(folder: Path, run: Run) -> None:
    start = named(folder)
    shown = asked(folder, "tables", **start)
    printed = run("deals", str(folder / FILE), *flags(start), "--json").json["tables"]
    assert len(shown.tables) == len(printed) > 0
    for table, data in zip(shown.tables, printed, strict=True):
        assert table.seats == data["seats"]
        assert table.reached == data["reached"] - 1
        assert len(table.deals) + table.more_deals == data["count"]
        told = {deal["state"]: deal for deal in data["deals"]}
        for deal in table.deals:
            expected = told[deal.state]
            assert deal.gains == expected["gains"] | expected["others"]
            assert deal.efficient == expected["efficient"]
            assert deal.holds == [name for name, holds in expected["holds"].items() if holds]
        assert [one.state for one in table.outcomes if one.deal] == sorted(told)


def test_a_deal_holds_as_firmly_as_its_concepts_say(folder: Path) -> None:
    from satumeja import formats

    analysis = stability.analyse(formats.load(folder / FILE))
    for table in asked(folder, "tables", **named(folder)).tables:
        for deal in table.deals:
            assert int(deal.level) == analysis.hold(deal.state).level
            leaving = {upset.maker for upset in deal.upset}
            unheld = {dm.id for dm in analysis.model.decision_makers
                      if not analysis.is_stable("gmr", dm.id)[deal.state - 1]}  # fmt: skip
            assert leaving == unheld


def test_zones_and_what_opens_them_are_those_of_the_command(folder: Path, run: Run) -> None:
    start = named(folder)
    shown = asked(folder, "tables", **start)
    for table in shown.tables:
        if not table.id:
            continue
        words = ["openings", str(folder / FILE), "--table", table.id, *flags(start), "--json"]
        data = run(*words).json
        assert table.zone == data["zone"]["numbers"] if isinstance(data["zone"], dict) else True
        ways = data["openings"] or data["concessions"]
        assert [[line.name for line in way.ease] for way in table.opens] == [
            way["ease"] for way in ways[: len(table.opens)]
        ]
        assert [way.less for way in table.opens] == [way["accept_less"] for way in ways]
        for way in table.opens:
            states = {one.state for one in table.outcomes}
            assert set(way.zone) <= states, "what opens can be shown on the map"


def test_threats_are_those_of_the_command(folder: Path, run: Run) -> None:
    start = named(folder)
    shown = asked(folder, "threats", **start)
    done = run("threats", str(folder / FILE), *flags(start), "--json")
    if done.code:  # in graph form nobody can threaten
        assert shown.threats == []
        return
    pairs = zip(shown.threats, done.json["threats"], strict=True)
    for threat, data in pairs:
        assert (threat.maker, threat.kind, threat.credible) == (
            *(data["by"], data["kind"]),
            data["credible"],
        )
        assert threat.sentences
        remedies = data["remedies"]
        assert len(threat.mends) == (len(remedies) if remedies else int(not threat.works))
        assert set(threat.mends) <= set(threat.sentences)


def test_ways_are_those_of_the_command(folder: Path, run: Run) -> None:
    start = named(folder)
    shown = asked(folder, "paths", **start)
    data = run("paths", str(folder / FILE), *flags(start), "--json").json
    goals = {goal["state"]: goal for goal in data["goals"]}
    assert shown.goals
    for goal in shown.goals:
        expected = goals[goal.state]
        assert (goal.moves, goal.holds) == (expected["moves"], expected["concepts"])
        assert [[move.to for move in path] for path in goal.paths] == [
            [step["to"] for step in path] for path in expected["paths"]
        ]


@pytest.mark.parametrize("language", ["en", "id"])
def test_words_have_no_blank_left(language: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(gallery.text("december-2021-b"), encoding="utf-8")
    for what in ("tables", "threats", "paths"):
        text = asked(tmp_path, what, lang=language).model_dump_json()
        assert not re.search(r"[^\\]\{\w+\}", text)


def test_indonesian_and_english_say_the_same_with_other_words(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(gallery.text("december-2021-b"), encoding="utf-8")
    english, indonesian = (asked(tmp_path, "tables", lang=each) for each in ("en", "id"))
    for one, other in zip(english.tables, indonesian.tables, strict=True):
        assert [(o.state, o.gains) for o in one.outcomes] == [
            (o.state, o.gains) for o in other.outcomes
        ]
        assert one.outcomes[0].words != other.outcomes[0].words


def test_states_too_many_to_be_listed_are_told_in_sentences(tmp_path: Path) -> None:
    options = "\n".join(f"      o{k}:" for k in range(26))
    text = (
        "satumeja: 1\ntitle: Wide\ndecision_makers:\n"
        f"  a:\n    options:\n{options}\n    preferences: [o1]\n"
        "  b:\n    options:\n      p:\n      q:\n    preferences: [p, -o2]\n"
        f"status_quo: {'N' * 26}|NN\n"
    )
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    (table,) = asked(tmp_path, "tables").tables
    assert table.sentences
    assert not table.outcomes
    assert asked(tmp_path, "threats").threats == []
    assert asked(tmp_path, "compare").rows == []


def test_a_state_that_is_not_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(gallery.text("chicken"), encoding="utf-8")
    with pytest.raises(QuestionError):
        asked(tmp_path, "paths", start="99")


_GRAPH = """
satumeja: 1
title: Ways
states: [a, {id: b, name: Bee}, c, d]
status_quo: a
decision_makers:
  one: {moves: [[a, b], [b, c], [c, d]], ranking: [[a, c], [b], d]}
  two: {moves: [[c, a]], ranking: a > b = c >> d}
"""


def test_a_model_in_graph_form_has_deals_and_ways_by_the_names_of_states(
    tmp_path: Path, run: Run
) -> None:
    (tmp_path / FILE).write_text(_GRAPH, encoding="utf-8")
    shown = asked(tmp_path, "tables")
    printed = run("deals", str(tmp_path / FILE), "--json").json["tables"]
    assert [table.reached for table in shown.tables] == [data["reached"] - 1 for data in printed]
    assert shown.sentences, "why nobody can say what would open it"
    assert {one.words for one in shown.tables[0].outcomes} == {"Bee"}
    assert asked(tmp_path, "threats").threats == []
    (goal,) = asked(tmp_path, "paths", to="b").goals
    assert (goal.words, [move.to for move in goal.paths[0]]) == ("Bee", [2])


def test_without_a_present_situation_it_is_said_that_none_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(gallery.text("chicken"), encoding="utf-8")
    for language, word in (("en", "present"), ("id", "sekarang")):
        for what in ("tables", "paths"):
            shown = asked(tmp_path, what, lang=language)
            assert shown.start is None
            assert word in shown.sentences[0]
