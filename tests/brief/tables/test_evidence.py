"""Evidence is the words of the report, or the brief says why it has none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from brief.samples import elements
from satumeja.brief.tables import Quote, anchor
from satumeja.brief.words import Words
from satumeja.evidence import Archive
from satumeja.gallery import load
from satumeja.model import (
    DecisionMaker,
    Model,
    Option,
    Prioritisation,
    Source,
    Text,
    references,
)

REPORT = 'MOSCOW - One. "We want talks," he said. Two.\n'
DOSSIER = {
    "article": {"language": "en", "published": "2021-12-23T00:46:00+07:00"},
    "sentences": [{"start": 9, "end": 13}, {"start": 14, "end": 39}],
    "actors": [{"id": "peskov", "name": "Dmitry <Peskov>"}],
    "statements": [{"id": "s1", "speaker": "peskov", "content": [15, 28], "date": "2021-12-22"}],
    "acts": [{"id": "a1", "actor": "russia", "span": [9, 12]}],
}


def archive(folder: Path, report: str = REPORT, dossier: object = DOSSIER) -> Archive:
    (folder / "wire.txt").write_text(report, encoding="utf-8", newline="")
    text = dossier if isinstance(dossier, str) else json.dumps(dossier)
    (folder / "wire.json").write_text(text, encoding="utf-8")
    return Archive(model(folder))


def model(folder: Path) -> Model:
    makers = tuple(
        DecisionMaker(id, Text(id), Prioritisation(()), (Option(f"o{id}", Text("o")),))
        for id in ("a", "b")  # noqa: A001
    )
    source = Source("wire", Text("The <wire>"), "wire.txt", "wire.json")
    return Model(Text("t"), makers, sources=(source,), origin=folder / "model.yaml")


def test_a_statement_is_quoted_with_its_sentence(tmp_path: Path) -> None:
    quote = archive(tmp_path).find("wire#s1")
    assert (quote.before, quote.content, quote.after) == ('"', "We want talks", '," he said.')
    assert (quote.called("en"), quote.language) == ("Dmitry <Peskov>", "en")
    assert quote.when.date == "2021-12-22" and quote.when.known_by == "own"
    assert Quote(quote).text(Words("id")) == (
        '“"We want talks," he said.” (Dmitry <Peskov>, 22 Desember 2021, wire#s1)'
    )


def test_a_source_cited_as_a_whole_is_credited_without_words(tmp_path: Path) -> None:
    quote = Quote(archive(tmp_path).find("wire"))
    assert quote.is_whole and quote.text(Words("en")) == "The <wire>, wire"


def test_an_act_is_quoted_by_its_span(tmp_path: Path) -> None:
    quote = archive(tmp_path).find("wire#a1")
    assert (quote.content, quote.after, quote.when.date) == ("One", ".", "2021-12-23")
    assert quote.when.of_report and quote.called("en") == "russia"


def test_a_quotation_is_escaped_and_in_its_own_language(tmp_path: Path) -> None:
    found = elements(Quote(archive(tmp_path).find("wire#s1")).markup(Words("id")))
    assert [e.attributes["lang"] for e in found if e.name == "blockquote"] == ["en"]
    assert ["".join(e.text) for e in found if e.name == "mark"] == ["We want talks"]
    assert not [e for e in found if e.name == "peskov"]


@pytest.mark.parametrize(
    ("reference", "missing"),
    [
        ("nowhere#s1", "evidence.no_source"),
        ("wire#s99", "evidence.no_statement"),
        ("wire:r1#s1", "evidence.one_report"),
        ("wire#s1@00000000", "evidence.lost"),
        ("", "evidence.no_source"),
    ],
)
def test_what_is_not_there_is_said(tmp_path: Path, reference: str, missing: str) -> None:
    quote = Quote(archive(tmp_path).find(reference))
    assert quote.missing == missing
    assert Words("en")(missing) in quote.text(Words("en"))


@pytest.mark.parametrize(
    "broken",
    [
        {**DOSSIER, "statements": [{"id": "s1", "content": [5, 999]}]},
        {**DOSSIER, "statements": [{"id": "s1", "content": "x"}]},
        {**DOSSIER, "statements": [{"id": "s1"}]},
        {**DOSSIER, "statements": 3},
        {**DOSSIER, "statements": [3]},
        {**DOSSIER, "article": "x"},
    ],
)
def test_a_dossier_that_does_not_fit_is_said(tmp_path: Path, broken: object) -> None:
    assert archive(tmp_path, dossier=broken).find("wire#s1").missing == "unreadable"


@pytest.mark.parametrize("broken", ["", "[]", "{", "[" * 100_000])
def test_a_dossier_that_is_none_is_read_anew_from_the_report(tmp_path: Path, broken: str) -> None:
    quote = archive(tmp_path, dossier=broken).find("wire#s1")
    assert (quote.missing, quote.content) == ("", "We want talks,")


def test_a_missing_report_is_said(tmp_path: Path) -> None:
    found = archive(tmp_path)
    (tmp_path / "wire.txt").unlink()
    assert found.find("wire#s1").missing == "no_report"


def test_every_sentence_cited_in_the_gallery_is_found() -> None:
    for name in ("december-2021-a", "december-2021-b", "december-2021-b2"):
        conflict = load(name)
        found = [Archive(conflict).find(reference) for reference in references(conflict)]
        assert found
        assert [str(quote.reference) for quote in found if quote.missing] == []


def test_anchors_have_no_signs_that_links_escape() -> None:
    assert anchor("a b#s'1") == "a-b-s-1"


def test_a_report_that_is_a_page_is_quoted_by_its_text(tmp_path: Path) -> None:
    paragraphs = [
        "MOSCOW - The minister told reporters on Monday what the government expects of the talks.",
        "“We want talks without conditions,” Foreign Minister Sergei Lavrov said in Moscow.",
        "He added that nobody should expect an agreement before the end of the month.",
    ]
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    page = f"<!DOCTYPE html><html><body><article><h1>Talks</h1>{body}</article></body></html>"
    found = archive(tmp_path, page, "{").find("wire#s1")
    assert found.missing == "" and "talks" in found.content + found.after
