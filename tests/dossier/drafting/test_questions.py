"""What a draft leaves open is asked in its comments and, with the same number, as data."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
import yaml

from dossier.reports import GOLD, shipped, story
from satumeja import formats
from satumeja.dossier import Draft, Question, draft, draft_with_questions, read
from satumeja.model import Prioritisation
from satumeja.report import load, parse


def drafted(text: str, code: str = "en") -> tuple[dict[str, Any], Draft]:
    made = draft_with_questions(story(text, code))
    model: dict[str, Any] = yaml.safe_load(made.model)
    return model, made


def of(made: Draft, kind: str) -> list[Question]:
    return [question for question in made.questions if question.kind == kind]


def wanted(model: dict[str, Any], maker: str) -> list[str]:
    return [one["statement"] for one in model["decision_makers"][maker]["preferences"]]


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.txt")), ids=lambda path: str(path.name))
def test_every_comment_to_decide_is_a_question_and_no_other(path: Any) -> None:
    found = read(parse(load(path)))
    made = draft_with_questions(found)
    assert made.model == draft(found)
    comments = re.findall(r"^ *# DECIDE (d\d+): (.*)$", made.model, re.MULTILINE)
    language = found.report.language
    assert comments == [(one.id, " ".join(one.text[language].split())) for one in made.questions]
    assert [one.id for one in made.questions] == [
        f"d{number + 1}" for number in range(len(made.questions))
    ]
    model = yaml.safe_load(made.model)
    for question in made.questions:
        assert question.about[0] in (*model, "as_of", "status_quo", "affected")
        if question.about[0] == "decision_makers" and len(question.about) > 1:
            assert question.about[1] in model["decision_makers"]
        assert all(one.partition("@")[0] in made.model for one in question.evidence)


def test_whoever_is_asked_and_gave_no_answer_is_asked_about() -> None:
    model, made = drafted("Iran demanded that Iraq repair the beacons. Iraq offered to talk.")
    (stand,) = of(made, "stand")
    assert stand.about == ("decision_makers", "iraq", "preferences")
    assert [value for value, _ in stand.choices] == ["for", "against", "open"]
    assert [one.partition("@")[0] for one in stand.evidence] == ["report#s1"]
    assert wanted(model, "iran") == ["iraq.demand_s1", "-iran.drop"]


@pytest.mark.parametrize(
    ("answer", "wish"),
    [
        ("Iraq rejected the demand of Iran.", "-iraq.demand_s1"),
        ("Iraq said it would not repair the beacons.", "-iraq.demand_s1"),
        ("Iraq agreed to the demand of Iran.", "iraq.demand_s1"),
    ],
)
def test_whoever_answered_is_not_asked(answer: str, wish: str) -> None:
    model, made = drafted(f"Iran demanded that Iraq repair the beacons. {answer}")
    assert of(made, "stand") == []
    assert wish in wanted(model, "iraq")


def test_who_asks_for_talks_and_who_is_asked_can_both_come() -> None:
    model, _ = drafted("Iran called on Iraq to return to the negotiating table.")
    assert list(model["decision_makers"]["iran"]["options"]) == ["talk"]
    assert list(model["decision_makers"]["iraq"]["options"]) == ["talk"]
    assert "iran.talk & iraq.talk" in wanted(model, "iran")


def test_what_must_not_be_done_is_an_option_unwanted_by_who_says_so() -> None:
    model, made = drafted("Iran demanded that Iraq not paint the beacons. Iraq offered to talk.")
    (option,) = (key for key in model["decision_makers"]["iraq"]["options"] if key != "talk")
    assert model["decision_makers"]["iraq"]["options"][option]["name"]["en"] == "Paint the beacons"
    assert f"-iraq.{option}" in wanted(model, "iran")
    assert len(of(made, "stand")) == 1


def test_a_demand_to_undo_is_a_wish_against_what_is_so_now() -> None:
    model, _ = drafted(
        "Canada demanded that Brazil lift its tariffs on steel. "
        "Brazil rejected the demand of Canada."
    )
    assert wanted(model, "canada")[0] == "-brazil.tariff"
    assert wanted(model, "brazil")[0] == "brazil.tariff"
    assert model["status_quo"].split("|")[0] == "Y"


def test_a_promise_not_to_is_a_refusal() -> None:
    model, _ = drafted(
        "Iran menuntut agar Irak membuka jalan. Irak berjanji tidak akan memancing konflik.", "id"
    )
    wishes = wanted(model, "iraq")
    (option,) = (key for key in model["decision_makers"]["iraq"]["options"] if "promise" in key)
    assert f"-iraq.{option}" in wishes
    name = model["decision_makers"]["iraq"]["options"][option]["name"]
    assert name["id"] == "Memancing konflik"
    assert name["en"] == "Do what it refuses: “memancing konflik”"


def test_words_that_name_no_deed_are_asked_about_and_are_no_option() -> None:
    read_ = story("Iran demanded that Iraq repair the canal. “We are at war,” Iran said.", "en")
    (demand,), start = read_.acts, read_.report.text.index("We are at war")
    quoted = replace(demand, id="a2", span=(start, start + 13), statement="s2")
    made = draft_with_questions(replace(read_, acts=(demand, quoted)))
    options = yaml.safe_load(made.model)["decision_makers"]["iraq"]["options"]
    assert list(options) == ["demand_s1"]
    (question,) = of(made, "option")
    assert question.about == ("decision_makers", "iraq", "options")
    assert [one.partition("@")[0] for one in question.evidence] == ["report#s2"]
    assert "We are at war" in question.text["id"]


def test_the_if_of_an_offer_is_told() -> None:
    _, made = drafted(
        "Iran demanded that Iraq repair the beacons. Iraq said it was willing to repair the "
        "beacons if Iran paid for the lamps."
    )
    conditions = [question.text["en"] for question in of(made, "condition")]
    assert any("if Iran paid for the lamps" in words for words in conditions)


def test_a_red_line_that_names_no_deed_is_asked_about() -> None:
    _, made = drafted(
        "Iran demanded that Iraq repair the beacons. Iraq called any move near the dam a red line."
    )
    (line,) = of(made, "line")
    assert line.about == ("decision_makers", "iraq", "red_lines")


def test_who_is_named_without_a_choice_may_be_affected() -> None:
    made = draft_with_questions(read(parse(shipped("id"))))
    (question,) = of(made, "affected")
    assert [value for value, _ in question.choices] == ["ukraine"]
    line = '#   ukraine: {name: {en: "Ukraine", id: "Ukraina"}}'
    assert f"# affected:\n{line}" in made.model
    taken = made.model.replace("# affected:", "affected:").replace(line, line[1:])
    assert formats.loads(taken).affected[0].id == "ukraine"


def test_questions_and_choices_are_in_both_languages() -> None:
    made = draft_with_questions(read(parse(shipped("id"))))
    for question in made.questions:
        assert set(question.text) == {"en", "id"}
        assert question.text["en"] != question.text["id"]
        for _, words in question.choices:
            assert set(words) == {"en", "id"}
    document = made.to_json()
    assert document["schema"] == "satumeja/draft/1"
    assert [one["id"] for one in document["questions"]] == [one.id for one in made.questions]


def test_what_no_act_names_is_marked_as_inferred() -> None:
    model, made = drafted("Iran demanded that Iraq repair the beacons. Iraq offered to talk.")
    wishes = model["decision_makers"]["iran"]["preferences"]
    assert {wish["statement"]: wish.get("inferred", False) for wish in wishes} == {
        "iraq.demand_s1": False,  # so the demand says
        "-iran.drop": True,  # nobody speaks of dropping it
    }
    preference = formats.loads(made.model)["iran"].preference
    assert isinstance(preference, Prioritisation)
    assert [wish.inferred for wish in preference.statements] == [False, True]
