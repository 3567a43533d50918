"""What acts are about: work, land, water, neighbours and prisoners have names, too."""

from __future__ import annotations

import pytest

from satumeja.dossier.acts._work import issues_in
from satumeja.dossier.reading import issue_name

ABOUT = [
    ("en", "demand", "that wages rise by a tenth", "wages"),
    ("en", "demand", "compensation for the flooded fields", "compensation"),
    ("en", "demand", "that the quarry's licence be withdrawn", "licence"),
    ("en", "threaten", "to strike from Monday", "strike"),
    ("en", "threaten", "to block the road to the mine", "blockade"),
    ("en", "demand", "shorter working hours", "hours"),
    ("en", "demand", "a larger quota for small boats", "quota"),
    ("en", "agree", "a prisoner swap before the feast", "exchange"),
    ("en", "threaten", "to fill the reservoir at once", "fill"),
    ("en", "offer", "to mediate between the two", "mediate"),
    ("en", "demand", "that the governor step down", "resign"),
    ("en", "demand", "an inquiry into the breach", "inquiry"),
    ("en", "threaten", "to attack the fort", "attack"),
    ("id", "demand", "upah dinaikkan sepersepuluh", "wages"),
    ("id", "demand", "ganti rugi atas kebun yang terendam", "compensation"),
    ("id", "demand", "izin kuari itu dicabut", "licence"),
    ("id", "threaten", "mogok mulai Senin", "strike"),
    ("id", "threaten", "memblokade jalan ke tambang", "blockade"),
    ("id", "demand", "jam kerja dikurangi", "hours"),
    ("id", "demand", "kuota yang lebih besar bagi perahu kecil", "quota"),
    ("id", "agree", "pertukaran tahanan sebelum hari raya", "exchange"),
    ("id", "threaten", "segera mengisi waduk", "fill"),
    ("id", "offer", "menjadi penengah antara keduanya", "mediate"),
    ("id", "demand", "gubernur mengundurkan diri", "resign"),
    ("id", "demand", "penyelidikan atas jebolnya tanggul", "inquiry"),
    ("id", "threaten", "menyerang benteng", "attack"),
]


@pytest.mark.parametrize(("language", "kind", "words", "issue"), ABOUT)
def test_what_words_are_about(language: str, kind: str, words: str, issue: str) -> None:
    assert issues_in(language, kind, words)[0] == issue


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "that the strike end"),
        ("en", "that Iraq not fill the lake"),
        ("en", "a licence for the new mine"),
        ("en", "an end to the evictions"),
        ("id", "mogok itu diakhiri"),
        ("id", "Irak tidak mengisi danau"),
        ("id", "izin bagi tambang baru"),
        ("id", "penggusuran dihentikan"),
    ],
)
def test_what_is_to_stop_is_nothing_asked_for(language: str, words: str) -> None:
    assert issues_in(language, "demand", words) == []


@pytest.mark.parametrize("issue", sorted({issue for _, _, _, issue in ABOUT}))
def test_an_issue_has_a_name_in_both_languages(issue: str) -> None:
    names = {issue_name(issue, language) for language in ("en", "id")}
    assert len(names) == 2
