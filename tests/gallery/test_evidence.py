"""What the models of December 2021 rest on: every reference leads to words that support it.

``python tests/gallery/test_evidence.py`` pins the dossier of the shipped report anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from satumeja import dossier, report
from satumeja.files import beside, write_whole
from satumeja.gallery import load
from satumeja.model import DecisionMaker, Model, Option, Prioritisation, Statement

READINGS = ["december-2021-a", "december-2021-b", "december-2021-b2"]
REPORT = beside("satumeja:reports/talks-2021-12-23.id.txt", None)
DOSSIER = beside("satumeja:reports/talks-2021-12-23.id.json", None)
SPAN = {"s": "content", "a": "span"}

# Words by which each statement (s) or act (a) supports what cites it.
SUPPORT = {
    "s1": "awal 2022",
    "s2": "jaminan dari Barat",
    "s3": "Rusia dan NATO juga akan membuka dialog",
    "s4": "OSCE",
    "s5": "menarik penempatan militernya dari Eropa Tengah dan Timur",
    "s6": "permintaan itu",
    "s7": "siap berunding",
    "s8": "konsekuensi yang berat jika pasukannya menyerang Ukraina",
    "s9": "rencana serangan",
    "s10": "penempatan senjata aliansi di sana sebagai garis merah",
    "s11": "tidak mau perang",
    "s12": "langkah apa pun yang dianggap perlu",
    "s14": "bersedia mempertimbangkan permintaan AS",
    "s15": "tidak boleh diulur-ulur",
    "s18": "hasilnya harus nyata",
    "s19": "AS perlu membawa usulan rinci ke meja",
    "s20": "Kami memang ingin berunding",
    "s21": "memilih diplomasi",
    "s22": "Biden menolak jaminan",
    "s24": "menggeser batas wilayah tetangganya dengan kekerasan",
    "a13": "pengerahan pasukan Rusia",
}


@cache
def pinned() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(DOSSIER.read_text(encoding="utf-8"))
    return document


def span(identifier: str) -> tuple[int, int]:
    """The words of a statement or an act of the pinned dossier."""
    entries = [*pinned()["statements"], *pinned()["acts"]]
    (found,) = [entry for entry in entries if entry["id"] == identifier]
    start, end = found[SPAN[identifier[0]]]
    return start, end


def statements(dm: DecisionMaker) -> Iterator[Statement]:
    assert isinstance(dm.preference, Prioritisation)
    yield from (*dm.preference.statements, *dm.red_lines)


def cited(model: Model) -> Iterator[str]:
    parts: list[Any] = [*model.options, *model.infeasible, *model.tables]
    for dm in model.decision_makers:
        parts += statements(dm)
    for part in parts:
        yield from part.evidence


@pytest.mark.parametrize("name", READINGS)
def test_whatever_is_wanted_or_can_be_done_is_sourced(name: str) -> None:
    model = load(name)
    parts: list[Option | Statement] = [*model.options]
    for dm in model.decision_makers:
        parts += statements(dm)
    assert all(part.evidence and part.because for part in parts)
    assert all(table.evidence for table in model.tables)


def test_what_is_cited_is_what_is_checked_here() -> None:
    found = {reference for name in READINGS for reference in cited(load(name))}
    assert found == {f"wire#{identifier}" for identifier in SUPPORT}


@pytest.mark.parametrize("name", READINGS)
def test_the_source_is_the_shipped_report(name: str) -> None:
    (source,) = load(name).sources
    assert beside(source.report, None) == REPORT
    assert beside(source.dossier, None) == DOSSIER
    assert source.title.in_language("id") == pinned()["article"]["title"]
    english = report.parse(report.load(REPORT.with_name("talks-2021-12-23.en.txt")))
    assert source.title.in_language("en") == english.title


@pytest.mark.parametrize("identifier", SUPPORT)
def test_the_words_are_in_the_body_and_support_what_cites_them(identifier: str) -> None:
    start, end = span(identifier)
    words = report.load(REPORT)[start:end]
    assert SUPPORT[identifier] in words
    assert any(body["start"] <= start < end <= body["end"] for body in pinned()["paragraphs"])


def test_a_refusal_is_cited_where_the_report_tells_it() -> None:
    """The content of s6 is only what was refused; its cue says that it was."""
    (refusal,) = [entry for entry in pinned()["statements"] if entry["id"] == "s6"]
    text = report.load(REPORT)
    assert text[slice(*refusal["cue"])] == "menampik"
    assert text[slice(*refusal["speaker_span"])] == "Amerika Serikat dan para sekutunya"


def test_each_denial_is_of_what_was_claimed_before_it() -> None:
    """Kyiv denies Moscow's accusation; its ministry, Shoigu's claim."""
    words = report.load(REPORT)
    acts = {act["id"]: act for act in pinned()["acts"]}
    denied = [
        tuple(words[slice(*acts[link[end]]["span"])] for end in ("act", "of"))
        for link in pinned()["links"]
        if link["kind"] == "denies"
    ]
    assert [(denial, claim[:18]) for denial, claim in denied] == [
        ("tuduhan tersebut", "Kiev berniat merebu"[:18]),
        ("klaim itu", "sedikitnya 120 tenaga"[:18]),
        ("klaim itu", "mereka menyimpan zat"[:18]),
    ]


def test_the_reader_still_finds_what_was_pinned() -> None:
    found = dossier.read(report.parse(report.load(REPORT))).to_json()
    spans = {
        "s": {tuple(entry["content"]) for entry in found["statements"]},
        "a": {tuple(entry["span"]) for entry in found["acts"]},
    }
    for identifier in SUPPORT:
        assert span(identifier) in spans[identifier[0]]


if __name__ == "__main__":
    document = dossier.read(report.parse(report.load(REPORT))).to_json()
    write_whole(DOSSIER, json.dumps(document, ensure_ascii=False, indent=1) + "\n")
