"""One party is one decision maker, and what is named by a red line or a threat stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.reports import story
from satumeja.dossier import Act, Actor, Dossier, Mention, Whole, draft
from satumeja.dossier.drafting._bodies import Bodies
from satumeja.dossier.keeping import DossierFile, correct, gather, whole


def actor(identifier: str, kind: str = "person", name: str = "", **more: Any) -> Actor:
    mention = (Mention(0, 1, identifier, "actor"),)
    return Actor(identifier, kind, name or identifier.title(), mention, **more)


def makers(dossier: Dossier | Whole) -> dict[str, Any]:
    model: dict[str, Any] = yaml.safe_load(draft(dossier))
    parsed: dict[str, Any] = model["decision_makers"]
    return parsed


def test_a_person_and_a_ministry_are_of_the_body_they_speak_for() -> None:
    bodies = Bodies(
        [
            actor("iran", "state"),
            actor("araqi", state="ministry"),
            actor("ministry", "organisation", state="iran"),
            actor("round", state="about"),
            actor("about", state="round"),
        ]
    )
    assert [bodies.party(one) for one in ("araqi", "ministry", "iran", "nobody")] == [
        *("iran", "iran", "iran"),
        "nobody",
    ]
    assert bodies.party("round") in {"round", "about"}


def test_a_group_is_its_first_member_that_is_named() -> None:
    assert Bodies([actor("west", "organisation"), actor("nato", "organisation")]).party(
        "west"
    ) == ("nato")
    assert Bodies([actor("west", "organisation")]).party("west") == "west"


def test_two_actors_of_one_full_name_are_one() -> None:
    bodies = Bodies(
        [
            actor("lavrov", name="Sergey Lavrov"),
            actor("s_lavrov", name="Sergei Lavrov", state="russia"),
            actor("turkey", "state", "Turkey", names=(("en", "Turkey"), ("id", "Turki"))),
            actor("turki", "group", "Turki"),
            actor("smith", name="Smith"),
            actor("other_smith", name="Smith"),
            actor("ann", name="Ann Lee", state="us"),
            actor("ann_2", name="Ann Lee", state="uk"),
        ]
    )
    assert bodies.party("s_lavrov") == bodies.party("lavrov")
    assert bodies.party("turki") == "turkey"
    assert bodies.party("other_smith") == "other_smith"
    assert bodies.party("ann_2") == "uk"
    assert bodies.names("turkey") == {"en": "Turkey", "id": "Turki"}


def test_a_person_is_no_second_decision_maker_where_another_report_tells_the_state() -> None:
    read = story(
        "Iran offered to open the canal. Iraq threatened to attack Iran. "
        "Abbas Araghchi offered to open the harbour.",
        "en",
    )
    (person,) = (one for one in read.actors if one.kind == "person")
    assert person.id in makers(read)
    spoken = tuple(
        replace(one, state="iran") if one.id == person.id else one for one in read.actors
    )
    assert set(makers(replace(read, actors=spoken))) == {"iran", "iraq"}


MANY = (
    "Iran offered to open the canal. Iran offered to open the harbour. Iran promised to pay the "
    "crews. Iran promised to free the boats. Iran offered to share the maps. "
    "Iran demanded that Iraq repair the beacons. Iraq said it would not repair the beacons. "
)


def test_the_limit_drops_what_nothing_else_names_and_tells_it() -> None:
    text = draft(story(MANY + "Iran offered to dredge the river.", "en"))
    options = yaml.safe_load(text)["decision_makers"]["iran"]["options"]
    assert len(options) == 4
    assert "# Left out to keep the model small: Share the maps, Dredge the river." in text


def test_what_a_threat_or_demand_names_is_never_left_out() -> None:
    threats = (
        "Iran threatened to close the strait if Iraq stayed. Iran threatened to expel the crews. "
        "Iran threatened to burn the maps. Iran threatened to paint the walls. "
        "Iran threatened to sell the lamps. Iraq demanded that Iran repay the loan."
    )
    options = makers(story(MANY + threats, "en"))["iran"]["options"]
    names = {option["name"]["en"] for option in options.values()}
    assert {
        *(
            "Close the strait",
            "Expel the crews",
            "Burn the maps",
            "Paint the walls",
            "Sell the lamps",
        ),
        "Repay the loan",
    } <= names
    assert not {"Open the canal", "Share the maps"} & names


def _threat(dossier: Dossier, number: int) -> Act:
    return replace(dossier.acts[0], id=f"a{number}", actor=f"p{number}", target="iraq", by=None)


def test_a_decision_maker_that_threatens_is_never_left_out() -> None:
    read = story("Iran threatened to attack Iraq.", "en")
    assert read.acts[0].kind == "threaten"
    acts = tuple(_threat(read, number) for number in range(9))
    actors = tuple(actor(f"p{number}", "group") for number in range(9))
    model = makers(replace(read, acts=acts, actors=(*read.actors, *actors)))
    assert list(model) == [f"p{number}" for number in range(9)]


def test_a_decision_maker_that_nothing_names_is_left_out_and_told() -> None:
    read = story("Iran offered to open the canal.", "en")
    acts = tuple(
        replace(read.acts[0], id=f"a{number}", actor=f"p{number}", by=None) for number in range(7)
    )
    actors = tuple(actor(f"p{number}", "group") for number in range(7))
    text = draft(replace(read, acts=acts, actors=actors))
    assert list(yaml.safe_load(text)["decision_makers"]) == [f"p{n}" for n in range(5)]
    assert "# Left out to keep the model small: p5, p6." in text


def kept(folder: Path, *texts: str) -> DossierFile:
    """Write reports in English into a dossier file."""
    for number, text in enumerate(texts):
        head = "News\n\nThursday, December 23, 2021 3:04 PM EST\nBRUSSELS (AP) - "
        (folder / f"{number}.txt").write_text(head + text + "\n", encoding="utf-8")
    file = DossierFile(folder / "talks.db", create=True)
    gather(file, sorted(folder.glob("*.txt")))
    return file


def test_many_reports_are_drafted_as_corrected(tmp_path: Path) -> None:
    asks = "Iran demanded that Iraq repair the beacons."
    with kept(tmp_path, asks, "Iraq rejected the demand of Iran.") as file:
        assert "refuses it" in draft(whole(file))
        correct(file, "r2#a1:rejects:r1#a1", "reject", "Ana")
        assert "refuses it" not in draft(whole(file))
        assert "what does Iraq want of “Repair the beacons”?" in draft(whole(file))
        correct(file, "r1#a1", "edit", "Ana", {"target": "turkey"})
        model = makers(whole(file))
        assert list(model["turkey"]["options"]) == ["demand_r1_s1"]


@pytest.mark.parametrize("words", ["Wages", "Lamps"])
def test_an_issue_of_one_s_own_names_the_option(tmp_path: Path, words: str) -> None:
    with kept(tmp_path, "Iran demanded that Iraq repair the beacons.") as file:
        correct(file, "issue:lamps", "add", "Ana", {"name": words})
        correct(file, "r1#a1", "edit", "Ana", {"issue": "lamps"})
        option = makers(whole(file))["iraq"]["options"]["lamps"]
        assert option["name"]["en"] == words
