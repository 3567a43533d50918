"""An accusation against a name nobody knows is aimed at nobody else whom its words name."""

from __future__ import annotations

import pytest

from satumeja.dossier import read
from satumeja.report import parse

HEADS = {"en": "A row goes on\n\n7 May 2024\n\n", "id": "Sengketa\n\nSelasa, 7 Mei 2024\n\n"}
SENTENCES = [
    ("en", "Residents blamed Sinar Maju for evicting the farmers of Peru."),
    ("en", "Chile warned Sinar Maju that Peru would strike."),
    ("en", "Peru accused Sinar Maju of paying villagers in Chile."),
    ("en", "The Dockers' Union criticised Tirta Gama for locking out drivers."),
    ("en", "The bishop accused Sinar Maju of beating pilgrims from Chile."),
    ("id", "Serikat Buruh Pelabuhan menuduh Kereta Pelabuhan memecat dua pekerja."),
    ("id", "Serikat Buruh Pelabuhan menuding Sinar Maju memukul para nelayan di dermaga."),
    ("id", "Warga menuduh Sinar Maju menggusur para petani."),
    ("id", "Chile mengecam Sinar Maju karena mengusir nelayan Peru."),
    ("id", "Peru menuduh Sinar Maju membayar warga Chile."),
]


@pytest.mark.parametrize(("language", "sentence"), SENTENCES)
def test_nobody_else_is_accused(language: str, sentence: str) -> None:
    acts = read(parse(HEADS[language] + sentence + "\n", "row.txt")).acts
    assert acts
    assert {act.target for act in acts if act.statement is not None} <= {None, "sinar_maju"}


@pytest.mark.parametrize(
    ("language", "sentence", "target"),
    [
        ("en", "The Dockers' Union accused Peru of sacking two workers.", "peru"),
        ("en", "Chile criticised Minister Ana Roa of Peru.", "roa"),
        ("id", "Serikat Buruh Pelabuhan menuduh Peru memecat dua pekerja.", "peru"),
        ("id", "Serikat Buruh menuduh perusahaan memecat dua pekerja.", "perusahaan"),
    ],
)
def test_who_is_known_is(language: str, sentence: str, target: str) -> None:
    acts = read(parse(HEADS[language] + sentence + "\n", "row.txt")).acts
    assert target in {act.target for act in acts}
