"""The forms of offices: their parts in order, and no advice by the program."""

import pytest

from brief.leaf import fronts
from satumeja.brief.forms import Form, form_of
from satumeja.brief.leaf import leaf_of
from satumeja.brief.words import Phrases, Words


def form(key: str, language: str, **given: str) -> Form:
    front, model = fronts.december()
    words = Words(language)
    blank = {"author": "", "made": "", "mark": ""}
    return form_of(key, leaf_of(front, Phrases(model, words)), words, **{**blank, **given})


def test_a_telaahan_has_its_six_headings_in_order() -> None:
    headings = [part.heading for part in form("telaahan", "id").parts if part.key != "ask"]
    assert headings == [
        "1. Pokok persoalan",
        "2. Praanggapan",
        "3. Fakta yang mempengaruhi",
        "4. Analisis",
        "5. Kesimpulan",
        "6. Saran",
    ]


def test_a_submission_has_its_parts_in_order() -> None:
    headings = [part.heading for part in form("submission", "en").parts if part.key != "ask"]
    assert headings == [
        "Issue", "Recommendation", "Timing", "Background", "Argument", "Presentation"
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize(
    ("key", "place"), [("telaahan", "advice"), ("submission", "recommendation")]
)
def test_where_advice_would_stand_the_author_is_asked(key: str, place: str, language: str) -> None:
    (part,) = [part for part in form(key, language).parts if part.key == place]
    (sentence,) = part.sentences
    assert sentence.text in {
        "(For the author. The program gives no advice.)",
        "(Diisi penulis. Program ini tidak memberi saran.)",
        "For the author. The program makes none.",
        "Diisi penulis. Program ini tidak memberi rekomendasi.",
    }


@pytest.mark.parametrize("key", ["telaahan", "submission"])
def test_a_form_says_everything_the_front_page_says(key: str) -> None:
    front, model = fronts.december()
    leaf = leaf_of(front, Phrases(model, Words("en")))
    said = " ".join(s.text for part in form(key, "en").parts for s in part.sentences)
    for column in leaf.columns:
        for block in column:
            for sentence in block.sentences:
                assert sentence.text in said
    for sentence in (*leaf.lead, leaf.foot):
        assert sentence.text in said
    figures = [part.figure for part in form(key, "en").parts if part.figure]
    assert sorted(figures) == ["picture", "strip"]


def test_what_an_author_gives_stands_at_the_head() -> None:
    lines = {
        line.label: line.text
        for line in form("submission", "en", author="Desk", made="2026-11-29", mark="OPEN").lines
    }
    assert lines["From"] == "Desk" and lines["Date"] == "29 November 2026"
    assert lines["Handling"] == "OPEN" and lines["To"] == "(for the author)"
