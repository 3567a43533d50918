"""One decision on an item: what it changes is answered, and taking it back leaves no trace."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from operations import operations
from satumeja.dossier import DossierFile, history, items
from satumeja.errors import ReportError
from satumeja.web.routing import RefusedError
from web.reports.cases import TALKS, Asking, gathered, written

LETTERS = (
    "Foreign Minister José Núñez said on Friday 🇮🇩 that Peru would withdraw forces 🪖 by June. "
    "وقال الوزير إن المحادثات ستستمر 🙂 غدا. Ecuador said it rejected the demand 👍🏽 of Peru."
)


@pytest.fixture
def asking(tmp_path: Path) -> Asking:
    return gathered(tmp_path, TALKS)


def rows(asking: Asking, report: str = "r1") -> dict[str, Any]:
    return {row["id"]: row for row in asking.get(f"/reports/{report}")["items"]}


def decide(asking: Asking, verb: str, item: str, **more: Any) -> Any:
    return asking.post(
        "/corrections", {"report": item.partition("#")[0], "item": item, "verb": verb} | more
    )


def test_a_decision_answers_what_it_changed(asking: Asking) -> None:
    before = rows(asking)
    corrected = decide(asking, "accept", "r1#s5")
    (row,) = corrected["items"]
    assert (row["id"], row["state"]) == ("r1#s5", "accepted")
    assert {act["state"] for act in row["acts"]} == {"accepted"}
    assert len(row["acts"]) == 2
    after = rows(asking)
    assert after.pop("r1#s5") == row
    assert after == {key: other for key, other in before.items() if key != "r1#s5"}
    assert corrected["progress"] == [
        {"report": "r1", "items": len(before), "to_check": len(before) - 1}
    ]
    assert (corrected["verb"], corrected["item"]) == ("accept", "r1#s5")
    back = asking.delete(f"/corrections/{corrected['correction']}")
    assert rows(asking) == before
    assert (back["verb"], back["item"]) == ("undo", "r1#s5")
    again = asking.delete(f"/corrections/{back['redo']}")
    assert again["verb"] == "redo"
    assert rows(asking)["r1#s5"]["state"] == "accepted"


def test_another_speaker_takes_the_acts_along(asking: Asking) -> None:
    before = rows(asking)
    assert before["r1#s1"]["speaker"] == "lavrov"
    corrected = decide(asking, "edit", "r1#s1", change={"speaker": "blinken"}, note="misread")
    (row,) = corrected["items"]
    assert (row["speaker"], row["note"], row["state"]) == ("blinken", "misread", "edited")
    assert [(act["by"], act["actor"]) for act in row["acts"]] == [("blinken", "us")]
    assert corrected["actors"]["blinken"]["side"] == "us"
    asking.delete(f"/corrections/{corrected['undo']}")
    assert rows(asking) == before


def test_an_edit_is_a_decision_on_the_whole_item(asking: Asking) -> None:
    acts = [act["id"] for act in rows(asking)["r1#s6"]["acts"]]
    change = {"item": acts[0], "verb": "edit", "change": {"kind": "refuse", "target": "nato"}}
    gone = {"item": acts[1], "verb": "reject"}
    more = {"change": {"kind": "demand", "target": "west", "issue": "talk"}}
    corrected = decide(asking, "edit", "r1#s6", acts=[change, gone, more])
    (row,) = corrected["items"]
    assert row["state"] == "accepted"
    states = {act["id"]: act["state"] for act in row["acts"]}
    assert [states[act] for act in acts] == ["edited", "rejected", "accepted", "accepted"]
    (new,) = [act for act in row["acts"] if act["id"] not in acts]
    assert (new["actor"], new["by"], new["kind"]) == ("us", "us", "demand")
    assert (new["target"], new["issue"], new["state"]) == ("west", "talk", "added")
    asking.delete(f"/corrections/{corrected['correction']}")
    assert rows(asking)["r1#s6"]["state"] == "proposed"
    assert len(rows(asking)["r1#s6"]["acts"]) == len(acts)


def test_somebody_new_is_added_with_what_names_him_and_goes_with_it(asking: Asking) -> None:
    new = {"name": "Ana Wibowo", "kind": "person"}
    change = {"speaker": "Ana Wibowo"}
    corrected = decide(asking, "edit", "r1#s6", change=change, actors=[new])
    (row,) = corrected["items"]
    assert corrected["actors"][row["speaker"]]["name"] == "Ana Wibowo"
    names = {actor["name"] for actor in asking.get("/choices")["actors"]}
    assert "Ana Wibowo" in names
    second = decide(asking, "edit", "r1#s7", change=change, actors=[new])
    assert second["items"][0]["speaker"] == row["speaker"]
    for key in (second["undo"], corrected["correction"]):
        asking.delete(f"/corrections/{key}")
    names = {actor["name"] for actor in asking.get("/choices")["actors"]}
    assert "Ana Wibowo" not in names


def test_what_is_added_is_what_was_selected_whatever_its_letters(tmp_path: Path) -> None:
    asking = written(tmp_path, LETTERS)
    text = asking.get("/reports/r1")["text"]
    draw = random.Random(5)
    for _ in range(60):
        start = draw.randrange(len(text) - 1)
        span = (start, draw.randrange(start + 1, len(text)))
        body = {"report": "r1", "verb": "add", "span": span, "change": {"speaker": "peru"}}
        if not text[slice(*span)].strip():
            with pytest.raises(ReportError, match="has no words"):
                asking.post("/corrections", body)
            continue
        (row,) = asking.post("/corrections", body)["items"]
        assert row["words"] == text[slice(*span)]
        assert tuple(row["span"]) == span
        assert row["state"] == "added"


def test_what_is_added_can_be_given_acts_and_be_rejected(asking: Asking) -> None:
    act = {"change": {"kind": "warn", "target": "nato", "issue": "talk"}}
    body = {"report": "r1", "verb": "add", "span": (0, 10), "change": {"speaker": "lavrov"}}
    (row,) = asking.post("/corrections", body | {"acts": [act]})["items"]
    assert [(made["kind"], made["actor"], made["by"]) for made in row["acts"]] == [
        ("warn", "russia", "lavrov")
    ]
    decide(asking, "reject", row["id"])
    assert rows(asking)[row["id"]]["state"] == "rejected"
    gone = asking.delete(f"/corrections/{row['correction']}")
    assert row["id"] not in rows(asking)
    assert row["id"] in gone["gone"]


@pytest.mark.parametrize(
    ("body", "error", "message"),
    [
        ({"report": "r9", "item": "r9#s1", "verb": "accept"}, RefusedError, "no report"),
        ({"report": "r1;", "item": "r1#s1", "verb": "accept"}, RefusedError, "no report"),
        ({"report": "r1", "item": "r1#s999", "verb": "accept"}, ReportError, "has no"),
        ({"report": "r1", "item": "r2#s1", "verb": "accept"}, RefusedError, "must be of r1"),
        ({"report": "r1", "verb": "accept"}, RefusedError, "say which item"),
        ({"report": "r1", "verb": "add"}, RefusedError, "needs the words"),
        ({"report": "r1", "verb": "add", "span": (5, 5)}, ReportError, "no words"),
        ({"report": "r1", "verb": "add", "span": (-5, 5)}, ReportError, "no words"),
        ({"report": "r1", "verb": "add", "span": (0, 10**9)}, ReportError, "no words"),
        (
            {"report": "r1", "item": "r1#s1", "verb": "edit", "change": {"colour": "red"}},
            ReportError,
            'no field "colour"',
        ),
        (
            {"report": "r1", "item": "r1#s1", "verb": "edit", "change": {"date": "soon"}},
            ReportError,
            "is no day",
        ),
        (
            {"report": "r1", "item": "r1#s1", "verb": "edit", "change": {"speaker": "Rusia X"}},
            ReportError,
            "no actor is called",
        ),
        (
            {"report": "r1", "item": "r1#s1", "verb": "edit", "actors": [{"name": "–"}]},
            RefusedError,
            "is no name",
        ),
        (
            {"report": "r1", "item": "r1#a13", "verb": "edit", "acts": [{"change": {}}]},
            RefusedError,
            "only a statement is given acts",
        ),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(
    asking: Asking, body: dict[str, Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        asking.post("/corrections", body)
    with DossierFile(asking.folder / "dossier.db") as file:
        assert history(file) == ()


@pytest.mark.parametrize(
    "body",
    [
        {"report": "r1", "item": "r1#s1", "verb": "withdraw"},
        {"report": "r1", "item": "r1#s1", "verb": "accept", "more": 1},
        {"report": "r1", "verb": "add", "span": (1,)},
        {"report": "r1", "verb": "add", "span": (1, 2.5)},
        {"report": "r1", "item": "r1#s1", "verb": "edit", "actors": [{"name": ""}]},
        {"report": "r1", "item": "r1#s1", "verb": "edit", "note": "n" * 3000},
        {"item": "r1#s1", "verb": "accept"},
    ],
)
def test_a_body_of_another_shape_is_no_decision(asking: Asking, body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        asking.post("/corrections", body)


def test_a_decision_is_taken_back_once_and_only_where_it_was_made(asking: Asking) -> None:
    corrected = decide(asking, "accept", "r1#s1")
    asking.delete(f"/corrections/{corrected['correction']}")
    with pytest.raises(RefusedError) as refusal:
        asking.delete(f"/corrections/{corrected['correction']}")
    assert refusal.value.status == 409
    for key in ("c99", "r1", "c", "c1x", "1"):
        with pytest.raises(RefusedError) as refusal:
            asking.delete(f"/corrections/{key}")
        assert refusal.value.status == 404


def test_random_decisions_answer_what_is_read_anew_and_go_back_to_the_start(
    asking: Asking,
) -> None:
    draw = random.Random(11)
    before = {report: asking.get(f"/reports/{report}") for report in ("r1", "r2")}
    shown = {report: {row["id"]: row for row in view["items"]} for report, view in before.items()}
    for _ in range(80):
        report = draw.choice(["r1", "r2"])
        answer = _anything(draw, asking, report, shown[report])
        for row in answer["items"]:
            shown[row["id"].partition("#")[0]][row["id"]] = row
        for gone in answer["gone"]:
            shown[gone.partition("#")[0]].pop(gone, None)
        view = asking.get(f"/reports/{report}")
        assert {row["id"]: row for row in view["items"]} == shown[report]
        assert (view["undo"], view["redo"]) == (answer["undo"], answer["redo"])
        states = [row["state"] for row in view["items"]]
        assert view["progress"]["to_check"] == states.count("proposed")
    while answer["undo"]:
        answer = asking.delete(f"/corrections/{answer['undo']}")
    for report, view in before.items():
        now = asking.get(f"/reports/{report}")
        assert now["items"] == view["items"]
        assert now["actors"] == view["actors"]


def _anything(draw: random.Random, asking: Asking, report: str, shown: dict[str, Any]) -> Any:
    """Do something at random to a report."""
    view = asking.get(f"/reports/{report}")
    verb = draw.choice(["accept", "reject", "edit", "add", "undo", "redo"])
    back = {"undo": view["undo"], "redo": view["redo"]}.get(verb)
    if back:
        return asking.delete(f"/corrections/{back}")
    if verb == "add":
        start = draw.randrange(50)
        body = {"report": report, "verb": "add", "span": (start, start + 30)}
        return asking.post("/corrections", body | {"change": {"speaker": "russia"}})
    item = draw.choice(sorted(shown))
    if verb == "edit" and item.partition("#")[2].startswith("s"):
        return decide(asking, "edit", item, change={"speaker": draw.choice(["us", "nato"])})
    return decide(asking, draw.choice(["accept", "reject"]), item)


def test_a_decision_takes_as_long_in_a_dossier_of_many_reports(tmp_path: Path) -> None:
    def work(count: int) -> int:
        paths = [tmp_path / f"{place}.txt" for place in range(count)]
        for place, path in enumerate(paths):
            day = f"May {place + 1}, 2024"
            path.write_text(
                f"Talks\n\nGENEVA, {day} (AP) - Russia demanded that NATO leave, Lavrov said."
            )
        asking = gathered(tmp_path / f"case-{count}", paths)
        decide(asking, "reject", "r1#s1")
        return operations(lambda: decide(asking, "accept", "r1#s1"))

    few, many = work(3), work(24)
    assert many <= few * 1.02


@pytest.mark.parametrize("language", ["en", "id"])
def test_acts_actors_and_topics_are_said_in_the_language_asked_for(
    asking: Asking, language: str
) -> None:
    view = asking.get("/reports/r1", lang=language)
    assert (
        view["actors"]["us"]["name"] == {"en": "United States", "id": "Amerika Serikat"}[language]
    )
    words = {act["kind"]: act["kind_words"] for row in view["items"] for act in row["acts"]}
    assert words["agree_to_talk"] == {"en": "agree to talk", "id": "sepakat berunding"}[language]
    choices = asking.get("/choices", lang=language)
    said = {kind["id"]: kind["name"] for kind in choices["kinds"]}
    assert said.items() >= words.items()
    assert not [name for name in said.values() if "_" in name]
    assert {actor["id"]: actor["name"] for actor in choices["actors"]}["us"] == (
        view["actors"]["us"]["name"]
    )


def test_what_was_used_last_comes_first(asking: Asking) -> None:
    decide(asking, "edit", "r1#s1", change={"speaker": "blinken"})
    decide(asking, "edit", "r1#s2", change={"speaker": "nato"})
    act = rows(asking)["r1#s3"]["acts"][0]["id"]
    decide(asking, "edit", "r1#s3", acts=[{"item": act, "change": {"kind": "warn"}}])
    lately = asking.get("/choices")["lately"]
    assert lately["actor"][:2] == ["nato", "blinken"]
    assert lately["kind"] == ["warn"]


def test_all_items_of_the_dossier_are_on_some_card(asking: Asking) -> None:
    with DossierFile(asking.folder / "dossier.db") as file:
        for report in ("r1", "r2"):
            view = asking.get(f"/reports/{report}")
            for row in view["items"]:
                assert view["text"][slice(*row["span"])] == row["words"]
            shown = [key for row in view["items"] for key in _keys(row)]
            assert sorted(shown) == sorted(item.key for item in items(file, report))


def _keys(row: dict[str, Any]) -> list[str]:
    acts = [act["id"] for act in row["acts"]]
    return [*acts, *([row["id"]] if row["id"] not in acts else [])]
