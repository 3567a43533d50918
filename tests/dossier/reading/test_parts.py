"""A part of a country is not the state whose name it bears, no person, no short name."""

from __future__ import annotations

import pytest

from satumeja.dossier import read
from satumeja.report import parse


def speakers(text: str) -> list[str | None]:
    reading = read(parse(f"On the border\n\n{text}\n"))
    return [statement.speaker for statement in reading.statements]


def actors(text: str) -> list[str]:
    return [actor.name for actor in read(parse(f"On the border\n\n{text}\n")).actors]


@pytest.mark.parametrize(
    "place",
    ["East Azerbaijan", "Eastern Congo", "Western Ukraine", "Upper Austria", "Central Mali"],
)
def test_what_a_part_says_is_not_said_by_the_state(place: str) -> None:
    assert speakers(f"{place} asked Rwanda on Monday to open the border.") == [None]


@pytest.mark.parametrize("place", ["Azerbaijan Timur", "Kongo Timur", "Ukraina Barat"])
def test_in_indonesian_the_part_stands_behind(place: str) -> None:
    assert actors(f"{place} meminta Rwanda pada Senin agar membuka perbatasan itu.") == ["Rwanda"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("South Sudan asked Sudan to open the border.", "South Sudan"),
        ("North Korea asked Japan to open the border.", "North Korea"),
        ("Equatorial Guinea asked Gabon to open the border.", "Equatorial Guinea"),
        ("Sudan Selatan meminta Sudan agar membuka perbatasan itu.", "Sudan Selatan"),
        ("Korea Utara meminta Jepang agar membuka perbatasan itu.", "Korea Utara"),
    ],
)
def test_states_that_bear_such_a_word_are_themselves(text: str, name: str) -> None:
    assert name in actors(text)


def test_such_a_place_is_no_person() -> None:
    text = "West Java accused a company of theft. Oliver North rejected that, and said: “No.”"
    reading = read(parse(f"On the border\n\n{text}\n"))
    assert [actor.name for actor in reading.actors if actor.kind == "person"] == ["Oliver North"]
    assert speakers("North Kivu urged Rwanda to wait.") == [None]


def test_a_place_is_no_short_name_of_its_part() -> None:
    text = (
        "Papua Barat’s governor demanded that Papua return the funds. Papua rejected the demand."
    )
    assert actors(text) == ["Papua Barat", "Papua"]
    assert speakers(text) == ["papua_barat", "papua"]


def test_a_province_that_opens_a_sentence_is_not_the_west() -> None:
    assert "Barat" not in actors("Papua Barat menuntut Papua agar mengembalikan dana khusus.")
    assert actors("Negara-negara Barat menuntut Rusia agar menarik pasukan.")[0] == "Barat"


def test_a_sea_goes_on_behind_the_state() -> None:
    assert actors("Fishing in the South China Sea ended, Vietnam said.") == ["Vietnam"]
