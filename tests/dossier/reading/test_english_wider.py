"""Speakers and contents in English that stand in wider constructions."""

from __future__ import annotations

import pytest

from dossier.reports import check, short

CASES = [
    ('"This is our river," growled Sam Osei, who mends nets.', [("osei", "This is our river,")]),
    ('"Not on my watch," muttered Mayor Ida Krol.', [("krol", "Not on my watch,")]),
    (
        "The lock would stay shut, harbour official Ben Adeyo said on Tuesday.",
        [("adeyo", "The lock would stay shut")],
    ),
    (
        "The palace of Orrin said the gift was lawful.",
        [("palace_of_orrin", "the gift was lawful")],
    ),
    (
        "The Cutters' Union gave notice that its members would stop on Monday.",
        [("cutters_union", "its members would stop on Monday")],
    ),
    (
        "Peru was adamant that the dam would be built.",
        [("peru", "the dam would be built")],
    ),
    ("Peru poured cold water on the plan.", [("peru", "the plan")]),
    ("Peru took issue with the report.", [("peru", "the report")]),
    ("Peru, which rejects the levy, meets Chile on Monday.", [("peru", "the levy")]),
    (
        "Peru denied it. That did not mean that Chile accepted the map.",
        [("peru", "denied it")],
    ),
    ("Peru sued a bank in Lima.", []),
]


@pytest.mark.parametrize(("body", "expected"), CASES)
def test_who_says_what(body: str, expected: list[tuple[str | None, str]]) -> None:
    dossier = short(body)
    check(dossier)
    assert [(s.speaker, dossier.words(s.content)) for s in dossier.statements] == expected


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("The crew cut the Vireo's cables. Vireo's owners said so on Monday.", "Vireo"),
        ("On Monday dockers walked out. They said so.", "dockers"),
    ],
)
def test_names_have_no_possessive_and_no_day(body: str, name: str) -> None:
    assert name in {actor.name for actor in short(body).actors}
