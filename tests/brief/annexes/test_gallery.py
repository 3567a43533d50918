"""Annexes of every conflict of the gallery, in both languages: what a script can check."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from brief.annexes.cases import annexes, matter, matter_in, said_of
from brief.graph_form import named_graph
from brief.samples import elements, random_models
from satumeja.brief import LANGUAGES, render, write
from satumeja.brief.annexes import BUDGETS, Annex
from satumeja.brief.media import Table
from satumeja.brief.words import Words
from satumeja.gallery import entries, load

NAMES = [entry.id for entry in entries()]
FORBIDDEN = re.compile(
    r"[YN-]+(?:\|[YN-]+)+|\bstate \d|\bkeadaan \d|\w#\d|unilateral|sanction|sanksi|status quo|"
    r"\b(?:Nash|GMR|SMR|SEQ|SSEQ)\b|[{}]",
    re.IGNORECASE,
)


def own_words(annex: Annex) -> str:
    """Join what the program says; what is quoted or cited is another's."""
    texts = [annex.title, annex.note, *(sentence.text for sentence in annex.sentences)]
    for table in annex.tables:
        texts.append(table.caption)
        for row in (*table.head, *table.body):
            for cell in row:
                if cell.markup is not None:
                    continue
                pieces = [piece.text for piece in cell.pieces if not piece.slanted]
                texts.append(" ".join(pieces) if cell.pieces else cell.text)
    return "\n".join(texts)


def numbers(table: Table) -> list[list[list[str]]]:
    return [[re.findall(r"\d+", cell) for cell in line] for line in table.lines()]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_annexes_keep_to_their_words_and_are_plain(name: str, language: str) -> None:
    listed = annexes(name, language)
    assert [annex.number for annex in listed] == [1, 2, 3, 4, 5, 6]
    for annex, budget in zip(listed, BUDGETS, strict=True):
        assert 0 < annex.words <= budget
        assert annex.sentences or annex.tables
        assert not FORBIDDEN.search(own_words(annex)), FORBIDDEN.search(own_words(annex))


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_rows_and_numbers(name: str) -> None:
    for one, other in zip(*(annexes(name, language) for language in LANGUAGES), strict=True):
        assert (one.number, one.key) == (other.number, other.key)
        assert [(s.key, s.source, s.blanks.keys()) for s in one.sentences] == [
            (s.key, s.source, s.blanks.keys()) for s in other.sentences
        ]
        assert [table.kind for table in one.tables] == [table.kind for table in other.tables]
        for here, there in zip(one.tables, other.tables, strict=True):
            assert numbers(here) == numbers(there)
            assert len(here.header()) == len(there.header())
        assert re.findall(r"\d+", one.note) == re.findall(r"\d+", other.note)


@pytest.mark.parametrize("name", NAMES)
def test_every_side_has_a_column_and_every_item_a_row(name: str) -> None:
    data, (first, *_) = matter(name), annexes(name, "en")
    (table,) = first.tables
    assert len(table.header()) == len(data.model.decision_makers) + 2
    (left,) = re.findall(r"^\d+|(?<=\. )\d+(?= rows? )", first.note) or ["0"]
    assert len(table.body) + int(left) == len(data.stances)


@pytest.mark.parametrize("name", ["december-2021-b", "elmira"])
def test_the_same_day_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.docx" for number in (1, 2)]
    for path in paths:
        write(load(name), path, form="full", language="id", made="2026-11-29")
    first, second = (path.read_bytes() for path in paths)
    assert first == second


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["full", "submission", "telaahan"])
def test_annexes_follow_the_page(form: str, language: str) -> None:
    found = elements(render(load("december-2021-b"), language=language, form=form))
    anchors = [e.attributes["id"] for e in found if "-annex-" in e.attributes.get("id", "")]
    last = 7 if form == "full" else 6
    shown = LANGUAGES if form == "full" else (language,)
    assert anchors == [f"{code}-annex-{k}" for code in shown for k in range(1, last + 1)]
    everywhere = [e.attributes["id"] for e in found if "id" in e.attributes]
    assert len(everywhere) == len(set(everywhere))
    links = [e.attributes["href"] for e in found if "-annex-" in e.attributes.get("href", "")]
    assert links == [f"#{anchor}" for anchor in anchors]
    folded = [e for e in found if e.name == "details"]
    assert len(folded) == (len(LANGUAGES) if form == "full" else 0)


@pytest.mark.parametrize("form", ["submission", "telaahan"])
def test_a_form_of_several_pages_numbers_none_of_them_in_its_text(form: str) -> None:
    page = render(load("elmira"), form=form)
    words = Words("en")
    assert f"<span>{words('leaf.annexes_follow')}</span>" in page
    assert words("leaf.page_first") not in page and words("leaf.page_one") not in page


def test_the_page_alone_has_none() -> None:
    assert "-annex-" not in render(load("december-2021-b"), form="page")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_conflict_of_named_situations_says_what_cannot_be_told(language: str) -> None:
    listed = said_of(matter_in(named_graph()), language)
    keys = {sentence.key for annex in listed for sentence in annex.sentences}
    assert {"annexes.stances.graph", "annexes.tables.graph"} <= keys
    assert all(annex.words <= most for annex, most in zip(listed, BUDGETS, strict=True))


def test_random_conflicts_keep_to_their_words() -> None:
    for model in random_models(15, 12):
        data = matter_in(model)
        pairs = [said_of(data, language) for language in LANGUAGES]
        for one, other, most in zip(*pairs, BUDGETS, strict=True):
            assert max(one.words, other.words) <= most
            assert [len(t.body) for t in one.tables] == [len(t.body) for t in other.tables]
