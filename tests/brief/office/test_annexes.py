"""Annexes in Word, and on paper: the same words as for browsers, set in the same way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from brief.annexes.cases import annexes
from brief.samples import elements
from satumeja.brief import LANGUAGES, write
from satumeja.brief.media import Cell, Piece, Table
from satumeja.brief.office import Word, table_of
from satumeja.brief.pages import Imprint, printed
from satumeja.brief.words import Words
from satumeja.gallery import load

NAME = "december-2021-b"
Written = Callable[[str, str], docx.document.Document]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    def make(language: str, form: str) -> docx.document.Document:
        path = tmp_path_factory.mktemp("word") / "brief.docx"
        write(load(NAME), path, language=language, form=form, made="2026-11-29")
        return docx.Document(str(path))

    return make


def words_of(document: docx.document.Document) -> str:
    lines = document.element.body.iter(qn("w:p"))
    return "\n".join("".join(t.text or "" for t in line.iter(qn("w:t"))) for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["submission", "telaahan", "full"])
def test_word_has_every_word_of_annexes(written: Written, form: str, language: str) -> None:
    document = written(language, form)
    text = words_of(document)
    for annex in annexes(NAME, language):
        assert annex.title in text and annex.note in text
        assert all(sentence.text in text for sentence in annex.sentences)
        for table in annex.tables:
            assert table.caption in text
            for row in (*table.head, *table.body):
                for cell in row:
                    parts = cell.pieces or (Piece(cell.text),)
                    assert all(part.text in text for part in parts)
    assert (Words(language)("annexes.seventh") in text) == (form == "full")
    breaks = [p for p in document.paragraphs if p.paragraph_format.page_break_before]
    assert [p.text for p in breaks] == [annexes(NAME, language)[0].title]


def test_the_page_alone_has_none(written: Written) -> None:
    assert annexes(NAME, "en")[0].title not in words_of(written("en", "page"))


def test_what_is_quoted_is_in_italics_and_in_its_language(written: Written) -> None:
    document = written("en", "full")
    places = [cell for table in document.tables for row in table.rows for cell in row.cells]
    runs = [run for place in places for part in place.paragraphs for run in part.runs
            if run.italic and "“" in run.text]  # fmt: skip
    assert len(runs) > 10
    for run in runs:
        assert run._element.rPr.find(qn("w:lang")).get(qn("w:val")) == "id"


def test_every_table_repeats_its_head_and_splits_no_row(written: Written) -> None:
    count = sum(len(annex.tables) for annex in annexes(NAME, "en"))
    tables = written("en", "full").tables[-count:]
    for table in tables:
        heads = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
        assert heads == [True] + [False] * (len(heads) - 1)
        assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)
        assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))


def test_pieces_are_set_as_they_are_and_columns_fit_their_words(tmp_path: Path) -> None:
    pieces = (Piece("bold", bold=True), Piece("schuin", slanted=True, language="nl", fresh=True))
    body = ((Cell("x", "row", rows=2), Cell.pieced(pieces)), (Cell("long " * 90),))
    table = Table("T", ((Cell("a", "col"), Cell("b", "col")),), body)
    word = Word("en", "T")
    table_of(word, table)
    (grid,) = docx.Document(_saved(word, tmp_path)).tables
    cell = grid.rows[1].cells[1]
    assert [p.text for p in cell.paragraphs] == ["bold", "schuin"]
    assert cell.paragraphs[0].runs[0].bold and not cell.paragraphs[0].runs[0].italic
    assert cell.paragraphs[1].runs[0].italic
    assert grid.rows[1].cells[0]._tc is grid.rows[2].cells[0]._tc
    widths = [int(column.get(qn("w:w"))) for column in grid._tbl.tblGrid]
    assert 0 < widths[0] * 4 < widths[1]


def _saved(word: Word, folder: Path) -> str:
    path = folder / "t.docx"
    word.document.save(str(path))
    return str(path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_paper_has_one_language_and_says_where_the_seventh_is(language: str) -> None:
    page = printed(
        load(NAME), None, language=language, readings=None, form="full", imprint=Imprint()
    )
    found = elements(page)
    assert [e.attributes["lang"] for e in found if e.name == "article"] == [language]
    assert not [e for e in found if e.name == "details"]
    assert Words(language)("annexes.seventh") in page
    anchors = [e.attributes["id"] for e in found if "-annex-" in e.attributes.get("id", "")]
    assert anchors == [f"{language}-annex-{number}" for number in range(1, 7)]
