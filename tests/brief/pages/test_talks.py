"""What a brief says of tables and readings: December 2021, in both languages."""

from __future__ import annotations

import re
from functools import cache

import pytest

from brief.samples import elements, in_language
from satumeja.brief import LANGUAGES, render
from satumeja.brief.pages.sections import Listed
from satumeja.brief.sentences._threat_readings import threats_by_reading
from satumeja.brief.words import Words
from satumeja.brief.words._phrases import Phrases
from satumeja.gallery import load
from satumeja.model import OptionStates
from satumeja.stability import analyse
from satumeja.table import threats
from table.models import december


@cache
def brief(reading: str) -> str:
    """Write the brief of a reading; the model names the two others."""
    return render(december(reading))


def said(reading: str, language: str) -> str:
    return re.sub(r"\s+", " ", in_language(elements(brief(reading)), language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reading", ["a", "b", "b2"])
def test_what_each_table_could_agree_and_what_would_have_to_ease(
    reading: str, language: str
) -> None:
    words, text = Words(language), said(reading, language)
    assert text.count(words("deals.none")) == 3
    assert text.count(words("openings.no")) == 3
    assert words("openings.hopeless") in text
    assert "us#1" in text
    assert "nato#1" in text
    page = brief(reading)
    assert page.count('class="figure map"') == len(LANGUAGES)
    assert page.count('class="figure zone"') == 3 * len(LANGUAGES)
    assert page.count('class="figure sets"') == 3 * len(LANGUAGES)
    assert page.count('class="figure tornado"') == len(LANGUAGES)
    assert page.count('class="figure dates"') == len(LANGUAGES)


FACE = {
    "en": "no deal; opens by easing us#1 (“Guarantee that NATO will not expand to Ukraine”).",
    "id": "tanpa kesepakatan; terbuka dengan melonggarkan us#1 (“Menjamin NATO tidak meluas ke "
    "Ukraina”).",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_face_has_what_each_table_could_agree(language: str) -> None:
    text = said("a", language)
    assert text.index(FACE[language]) < text.index(Words(language)("section.assumptions"))


GUARANTEE = {
    "en": "No state with “Guarantee that NATO will not expand to Ukraine” is an equilibrium under "
    "Nash, GMR, SMR, SEQ and SSEQ. Each of the 15 states with it is unstable for United States "
    "under each of these concepts.",
    "id": "Tidak ada keadaan dengan “Menjamin NATO tidak meluas ke Ukraina” yang merupakan "
    "ekuilibrium menurut Nash, GMR, SMR, SEQ, dan SSEQ. Setiap keadaan dari 15 keadaan yang "
    "memuatnya tidak stabil bagi Amerika Serikat menurut masing-masing konsep itu.",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reading", ["a", "b", "b2"])
def test_no_guarantee_holds_and_why(reading: str, language: str) -> None:
    text = said(reading, language)
    assert GUARANTEE[language] in text
    after = text[text.rindex(GUARANTEE[language]) :][:3000]
    assert "wire#s22" in after  # the sentence the American refusal rests on


DETERS = {
    "en": ("Credible; deters under GMR, SMR, SEQ and SSEQ", "Credible; does not deter"),
    "id": ("Kredibel; mencegah menurut GMR, SMR, SEQ, dan SSEQ", "Kredibel; tidak mencegah"),
}
IDLE = {"en": "Credible; has nothing to deter", "id": "Kredibel; tidak ada yang perlu dicegahnya"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_which_threat_deters_under_which_reading(language: str) -> None:
    names = [f"december-2021-{reading}" for reading in ("b", "a", "b2")]
    models = [load(name) for name in names]
    phrases = Phrases(models[0], Words(language))
    titles = [phrases.text(model.title) for model in models]
    table = threats_by_reading(phrases, titles, [threats(model) for model in models])
    assert [title.partition(":")[0] for title in table.header()[1:]] == ["B", "A", "B2"]
    cells = [line[1:] for line in table.lines()]
    does, fails = DETERS[language]
    assert cells[2] == [fails, IDLE[language], fails]  # consequences
    assert cells[3] == [does, IDLE[language], fails]  # weapons
    assert cells[0][1] == Words(language)("readings.not_stated")  # A states no attack
    text = said("b", language)
    assert all(cell in text for line in cells for cell in line)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_face_has_what_never_holds_the_threats_and_the_readings(language: str) -> None:
    words, face = Words(language), said("b", language)
    face = face[: face.index(words("section.assumptions"))]
    for key in ("map.lead", "map.never", "map.threats", "map.readings"):
        assert words(key) in face
    assert GUARANTEE[language] in face
    assert DETERS[language][0] in face
    blanks = {"number": 7, "dm": {"en": "Russia", "id": "Rusia"}[language], "concepts": "Nash"}
    assert words("readings.holds_there", **blanks) in face


@pytest.mark.parametrize("language", LANGUAGES)
def test_which_sentences_the_difference_rests_on(language: str) -> None:
    text = said("b", language)
    places = [text.index(mark, text.rindex(Words(language)("readings.intro")))
              for mark in ("wire#s12", "wire#s11", "wire#s10")]  # fmt: skip
    assert places == sorted(places)
    assert "Kami tidak mau perang" in text


def test_options_that_never_hold_are_those_in_no_equilibrium() -> None:
    for reading in ("a", "b", "b2"):
        analysis = analyse(december(reading))
        states = analysis.model.states
        assert isinstance(states, OptionStates)
        never = Listed(analysis).never
        equilibria = {c.id: analysis.equilibria(c.id).tolist() for c in analysis.concepts}
        held = [n for numbers in equilibria.values() for n in numbers]
        expected = [o for o in range(8) if not any(states.codes[n - 1] >> o & 1 for n in held)]
        assert [each.option for each in never] == expected
        assert all(set(each.concepts) == {c for c, n in equilibria.items() if n} for each in never)
        for each in never:
            assert not each.verdict.stable
            assert each.leaving[0][1] >= each.leaving[-1][1] > 0


def test_a_reading_with_other_options_is_not_compared() -> None:
    page = render(december("a"), readings=[load("chicken")])
    assert Words("en")("readings.unlike") in page


def test_without_tables_nothing_is_asked_about_them() -> None:
    made = Listed(analyse(load("chicken")))
    assert (made.comparison, made.threats, made.rests, made.never) == (None, None, None, ())
    assert 'class="figure map"' not in render(load("chicken"))
