"""What a form cannot do without stands in whatever it matches."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from satumeja.report import LANGUAGES
from satumeja.report._dateline import _SIGNS, _compiled
from satumeja.report._knowledge import knowledge, musts_of
from satumeja.report._time_forms import forms_of

SHIPPED = Path(__file__).parents[2] / "src" / "satumeja" / "data" / "reports"
GOLD = Path(__file__).parents[2] / "tests" / "data"
TEXTS = [
    path.read_text(encoding="utf-8", errors="replace")
    for folder in (SHIPPED, GOLD)
    for path in sorted(folder.rglob("*.txt"))
]
DATED = """
The talks begin on Friday, the 24th of December 2021, in the first half of 2022 and between 3 and 9
January. On the 13th, earlier this month, the week of 10 January, three days ago, BETWEEN May and
July, within two weeks, at the weekend, this Monday, next March, two years from now, on the same
day, early the next day, in a fortnight, a week on Tuesday, Q3 2021, FY 2022, the 1990s, 2021-12-3.
Pertemuan dimulai pada Jumat, 24 Desember 2021, awal bulan ini, tiga hari yang lalu, antara Mei dan
Juli, pekan depan, dalam dua minggu, akhir pekan, hari ini, besok, Senin lalu, tahun depan.
"""
DATELINES = (
    "JAKARTA, KOMPAS.com - Presiden",
    "MOSCOW, Dec 23 (Reuters) - Russia",
    "GENEVA, 10 January 2022 (AFP) — Talks",
    "Jakarta (ANTARA) - Menteri",
    "BERLIN — The talks",
    "23 December 2021 - The talks",
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_of_times_matches_nothing_without_its_words(language: str) -> None:
    matched = set[str]()
    for text in (DATED, *TEXTS):
        for form in forms_of(language):
            for match in form.pattern.finditer(text):
                assert all(word in match[0].casefold() for word in form.words), form.text
                matched.add(form.text)
    assert sum(bool(form.words) for form in forms_of(language)) > 10
    assert sum(bool(form.words) for form in forms_of(language) if form.text in matched) > 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dateline_matches_nothing_without_its_signs(language: str) -> None:
    matched = set[str]()
    lines = [line[:120] for text in TEXTS for line in text.split("\n")]
    for line in (*DATELINES, *lines):
        for form in knowledge("satumeja.report", "common")["datelines"]["forms"]:
            if match := _compiled(form, language).match(line):
                assert all(
                    _SIGNS[slot].search(match[0]) for slot in _SIGNS.keys() & musts_of(form)
                )
                matched.add(form)
    assert len(matched) > 4


@pytest.mark.parametrize(
    ("form", "musts"),
    [
        (r"in <day>", ("in", "<day>")),
        (r"on <span>the <day></span>", ("on", "<span>", "the", "<day>")),
        (r"\bbetween\b (?:the )?<day>", ("between", "<day>")),
        (r"years? ago", ("year", "ago")),
        (r"<day>? of{0,2} march+", ("march",)),
        (r"one|another", ()),
        (r"(?:one|another) of", ("of",)),
        (r"[a-z]+ last[)(a-z]", ("last",)),
        (r"(?<!for )(?P<when>now) then\x41bc\uE010", ("then", "bc")),
        (r"(?i)then", ()),
        (r"a (?:b(?:cd)?)+ ef", ("ef",)),
    ],
)
def test_what_may_be_left_out_is_no_must(form: str, musts: tuple[str, ...]) -> None:
    assert musts_of(form) == musts
    if "<" not in re.sub(r"\(\?P?<[!=\w]", "", form):
        re.compile(form)
