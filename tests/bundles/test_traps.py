"""What exports hold that is easily taken for something else."""

from __future__ import annotations

import datetime as dt
import gzip
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from bundles.invented import invented
from bundles.test_read_back import bundle_of, check
from bundles.written import (
    WRITERS,
    factiva_html,
    nexis_text,
    nexis_word,
    word_file,
    word_paragraph,
)
from satumeja.bundles import chosen, columns_named, open_bundle, open_report
from satumeja.errors import ReportError
from satumeja.report import load, open_source, parse

TWO = """\
\ufeff


                               1 of 2 DOCUMENTS


                              The Harbour Post

                             March 4, 2024 Monday

Iran demands the canal

BYLINE: By Ana Roa

LENGTH: 20 words

Iran demanded on Monday that Iraq open the canal, and its envoy said that the
talks would fail without it.

LOAD-DATE: March 4, 2024

LANGUAGE: ENGLISH



                               2 of 2 DOCUMENTS


                                   The Quill

                            March 9, 2024 Saturday

Iraq offers talks

LENGTH: 15 words

Iraq offered talks on the canal, a spokesman said on Saturday after the demand.

LANGUAGE: ENGLISH
"""


def test_two_articles_are_never_one_report(tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    path.write_text(TWO, encoding="utf-8")
    for read_as_one in (
        lambda: open_source(path),
        lambda: parse(load(path)),
        lambda: parse(TWO.replace("\n", "\r\n")),
        lambda: open_report(path),
    ):
        with pytest.raises(ReportError, match=r"articles|more than one"):
            read_as_one()
    reports = [parse(open_report(f"{path}#{number}")) for number in (1, 2)]
    assert [(report.title, report.day, report.site) for report in reports] == [
        ("Iran demands the canal", dt.date(2024, 3, 4), "The Harbour Post"),
        ("Iraq offers talks", dt.date(2024, 3, 9), "The Quill"),
    ]
    assert [report.published_by for report in reports] == ["archive", "archive"]
    assert reports[0].byline == "By Ana Roa"
    assert not any("DOCUMENTS" in report.text for report in reports)


def test_a_report_may_speak_of_documents() -> None:
    words = "LIMA (AP) - The envoy said on Monday that he had handed over 1 of 2 documents."
    text = f"Treaty papers\n\n{words}\n\nHe would not say who had the other\n1 of 2 documents\n\n"
    assert parse(f"{text}that the council of Peru had asked for since the spring.").paragraphs


@pytest.mark.parametrize("line", ["1 of 2 DOCUMENTS", "2 of 2 DOCUMENTS", "9 of 9 DOCUMENTS"])
def test_such_a_line_in_the_prose_of_an_article_is_prose(line: str, tmp_path: Path) -> None:
    random = Random(line)
    articles = [invented(random) for _ in range(3)]
    odd = replace(articles[1], paragraphs=(articles[1].paragraphs[0], line, "And so it went on."))
    data = nexis_text([articles[0], odd, articles[2]], random)
    pieces = list(bundle_of(tmp_path, "nexis.txt", data))
    assert [piece.article.title for piece in pieces] == [
        article.title for article in (articles[0], odd, articles[2])
    ]
    assert line in pieces[1].article.text


def test_exports_put_behind_one_another_are_all_read(tmp_path: Path) -> None:
    random = Random(3)
    first, second = ([invented(random) for _ in range(3)] for _ in range(2))
    data = nexis_text(first, random) + nexis_text(second, random)
    check(bundle_of(tmp_path, "nexis.txt", data), [*first, *second], "nexis.txt")


def test_an_error_page_in_place_of_an_article_is_left_out(tmp_path: Path) -> None:
    page = "We are sorry. The document cannot be shown.\n\nTry again later.\n"
    text = TWO.replace("2 of 2", "3 of 3").replace("1 of 2", "1 of 3")
    start = text.index("                               3 of 3")
    text = f"{text[:start]}     2 of 3 DOCUMENTS\n\n\n{page}\n\n\n{text[start:]}"
    bundle = bundle_of(tmp_path, "nexis.txt", text.encode())
    assert [piece.place.number for piece in bundle] == [1, 3]
    assert [(note.key, note.number) for note in bundle.notes] == [("error_page", 2)]


@pytest.mark.parametrize("name", WRITERS)
def test_two_articles_of_one_title_are_two(name: str, tmp_path: Path) -> None:
    random = Random(name)
    first = invented(random)
    second = replace(invented(random), title=first.title)
    check(bundle_of(tmp_path, name, WRITERS[name]([first, second], random)), [first, second], name)


@pytest.mark.parametrize("name", sorted(set(WRITERS) - {"factiva.rtf"}))
def test_the_same_article_twice_is_one(name: str, tmp_path: Path) -> None:
    random = Random(name)
    first, second = invented(random), invented(random)
    data = WRITERS[name]([first, second, first], Random(0))
    bundle = bundle_of(tmp_path, name, data)
    pieces = [piece.place.number for piece in bundle]
    repeated = [(note.key, note.number) for note in bundle.notes if note.key == "repeated"]
    assert (pieces, repeated) in (([1, 2], [("repeated", 3)]), ([1, 2, 3], []))
    assert len({piece.data for piece in bundle}) == len(pieces)


def test_an_article_without_text_is_left_out_and_said(tmp_path: Path) -> None:
    random = Random(5)
    articles = [invented(random) for _ in range(3)]
    bare = replace(articles[1], paragraphs=("",))
    data = factiva_html([articles[0], bare, articles[2]], random)
    bundle = bundle_of(tmp_path, "factiva.html", data)
    assert [piece.place.number for piece in bundle] == [1, 3]
    assert [(note.key, note.number) for note in bundle.notes] == [("empty", 2)]


def test_a_withdrawn_item_of_news_is_left_out(tmp_path: Path) -> None:
    random = Random(6)
    data = WRITERS["newsml.xml"]([invented(random) for _ in range(2)], random)
    data = data.replace(b"stat:usable", b"stat:canceled", 1)
    bundle = bundle_of(tmp_path, "newsml.xml", data)
    assert [piece.place.number for piece in bundle] == [2]
    assert bundle.notes[0].words("id") == "artikel 1: ditarik oleh kantor beritanya; dilewati"


def test_word_keeps_what_a_reader_sees_and_nothing_else(tmp_path: Path) -> None:
    space = "w:r><w:t xml:space='preserve'"
    paragraph = (
        f"<w:p><{space}>He </w:t></w:r><w:ins><{space}>may </w:t></w:r></w:ins>"
        f"<w:del><w:r><w:delText>must </w:delText></w:r></w:del>"
        f"<w:moveFrom><{space}>elsewhere </w:t></w:r></w:moveFrom>"
        f"<w:sdt><w:sdtContent><{space}>go</w:t></w:r></w:sdtContent></w:sdt>"
        f"<w:r><w:br/></w:r><w:fldSimple w:instr='X'><{space}>on foot</w:t></w:r></w:fldSimple>"
        f"<w:r><w:rPr><w:vanish/></w:rPr><w:t> secretly</w:t></w:r>"
        f"<w:r><w:instrText>PAGE</w:instrText></w:r><{space}>.</w:t></w:r></w:p>"
    )
    path = tmp_path / "report.docx"
    path.write_bytes(word_file([word_paragraph("Talks", style="Title"), paragraph]))
    bundle = open_bundle(path)
    assert bundle is not None
    (piece,) = bundle
    assert (piece.article.title, piece.article.text) == ("Talks", "He may go\n\non foot.")


def test_a_file_of_one_article_alone_has_no_cover(tmp_path: Path) -> None:
    random = Random(9)
    article = invented(random)
    data = nexis_word([article], random)
    check(bundle_of(tmp_path, "one.docx", data), [article], "nexis.docx")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("old.docx", b"\xd0\xcf\x11\xe0 old", "is called .docx but is no Word file"),
        ("plain.docx", b"Talks in Lima", "is called .docx but is no Word file: it is a text"),
        ("other.xml", b"<?xml version='1.0'?><books/>", "looked for NewsML-G2"),
        ("box.zip", b"PK\x03\x04" + bytes(26), "zip file"),
        ("links.csv", b"Name,Link\na,b\n", 'looked for text, .*"Name", "Link"'),
        ("log.gz", gzip.compress(b"nothing", mtime=0), "looked for a web archive"),
        ("notes.eml", b"No head at all\n", "is called .eml"),
    ],
)
def test_what_is_not_known_is_refused_with_what_was_looked_for(
    name: str, data: bytes, words: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReportError, match=words):
        open_bundle(path)


def test_columns_are_named_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("Kop,Was da steht\nTalks open,They met.\n", encoding="utf-8")
    bundle = open_bundle(path, columns_named("text=Was da steht,title=Kop"))
    assert bundle is not None
    assert [(piece.article.title, piece.article.text) for piece in bundle] == [
        ("Talks open", "They met.")
    ]
    with pytest.raises(ReportError, match='no column "Was da stet"; did you mean "Was da steht"'):
        open_bundle(path, {"text": "Was da stet"})
    with pytest.raises(ReportError, match='has no "tekst"; did you mean "text"'):
        open_bundle(path, {"tekst": "Kop"})


@pytest.mark.parametrize("words", ["", "x", "0", "9-7", "3;7", "1-2-3"])
def test_what_names_no_articles_is_told_how_they_are_named(words: str) -> None:
    with pytest.raises(ReportError, match="--only"):
        chosen(words)


def test_a_number_beyond_the_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    path.write_text(TWO, encoding="utf-8")
    with pytest.raises(ReportError, match="has no article 3; it holds 2"):
        open_report(f"{path}#3")
