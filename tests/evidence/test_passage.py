"""What a passage adds to a grade, and how it is told as data."""

from __future__ import annotations

from typing import Any

import pytest

from satumeja.dossier import Actor
from satumeja.dossier.grading import Contest
from satumeja.evidence import Passage, Publication, Review, When
from satumeja.model import Reference, Source, Text

DATED = When("2021-12-22")
WIRE = Source("wire", report="wire.txt")
TALKS = Source("talks", dossier="talks.db")
RUSSIA = Actor("russia", "state", "Russia", (), names=(("en", "Russia"), ("id", "Rusia")))


def passage(reference: str = "wire#s1", source: Source | None = WIRE, **fields: Any) -> Passage:
    return Passage(Reference.read(reference), source, **fields)


@pytest.mark.parametrize(
    ("agency", "outlet", "shared", "origin"),
    [
        ((), "", "", set()),
        (("AP", "Antara"), "", "", {"agency ap", "agency antara"}),
        ((), "Kompas.com", "", {"outlet kompas.com"}),
        (("AP",), "Kompas.com", "r3", {"agency ap", "outlet kompas.com", "text r3"}),
    ],
)
def test_reports_are_of_one_source_by_agency_outlet_or_text(
    agency: tuple[str, ...], outlet: str, shared: str, origin: set[str]
) -> None:
    assert Publication("x", agency=agency, outlet=outlet, shared=shared).origin == origin


@pytest.mark.parametrize(
    ("when", "known_by"),
    [
        (When(), ""),
        (When("2021-12-22"), "own"),
        (When("2021-12-22", doubtful=True), ""),
        (When("2021-12-22", of_report=True), "report"),
        (When("2021-12-22", doubtful=True, of_report=True), ""),
        (When(of_report=True), ""),
    ],
)
def test_a_day_is_known_where_it_is_certain(when: When, known_by: str) -> None:
    assert when.known_by == known_by


@pytest.mark.parametrize(
    ("state", "settled", "rejected", "retired"),
    [
        ("proposed", False, False, False),
        ("accepted", True, False, False),
        ("edited", True, False, False),
        ("added", True, False, False),
        ("rejected", False, True, False),
        ("retired", False, False, True),
    ],
)
def test_what_an_analyst_made_of_a_reading(
    state: str, settled: bool, rejected: bool, retired: bool
) -> None:
    kept = passage("talks:r1#s1", TALKS, review=Review(state), speech="direct")
    assert (kept.rejected, kept.retired, kept.is_kept) == (rejected, retired, True)
    basis = kept.basis()
    assert basis.reviewed is settled
    assert basis.absent == ("rejected" if rejected else "lost" if retired else "")


def test_what_no_dossier_keeps_is_neither_reviewed_nor_rejected() -> None:
    loose = passage()
    assert (loose.rejected, loose.retired, loose.is_kept) == (False, False, False)
    assert loose.basis().absent == ""
    assert passage(missing="lost").basis().absent == "lost"


@pytest.mark.parametrize(
    ("reference", "source", "report"),
    [
        ("wire#s1", WIRE, "wire"),
        ("wire#s1", None, "wire"),
        ("talks:r2#s1", TALKS, "talks:r2"),
        ("talks:r2", TALKS, "talks:r2"),
        ("talks#s1", TALKS, "talks"),
    ],
)
def test_pieces_of_one_report_are_of_one_source(
    reference: str, source: Source | None, report: str
) -> None:
    assert passage(reference, source).basis().report == report


@pytest.mark.parametrize(
    ("source", "origin"),
    [
        (None, set()),
        (Source("a"), set()),
        (Source("a", citation="Fang 1993"), {"source Fang 1993"}),
        (Source("a", citation="Fang 1993", report="a.txt"), set()),
        (Source("a", citation="Fang 1993", dossier="a.db"), set()),
        (Source("a", url="https://www.Kompas.com/read/1?x"), {"outlet kompas.com"}),
        (Source("a", url="HTTP://kompas.com:80"), {"outlet kompas.com"}),
        (Source("a", url="http://kompas.com#top", citation="x"), {"outlet kompas.com"}),
        (Source("a", url="kompas.com", citation="x"), {"source x"}),
    ],
)
def test_a_publication_is_known_by_its_address_or_else_its_citation(
    source: Source | None, origin: set[str]
) -> None:
    assert passage("a", source).basis().origin == origin


def test_what_the_report_tells_of_itself_goes_before_its_address() -> None:
    source = Source("wire", report="wire.txt", url="https://kompas.com")
    basis = passage(source=source, publication=Publication(outlet="AP")).basis()
    assert basis.origin == {"outlet ap"}


def test_a_basis_has_all_that_bears_on_a_grade() -> None:
    contests = (Contest("denied", "us", "wire#a2"),)
    basis = passage(speech="direct", when=DATED, doubtful=True).basis(contests)
    assert (basis.speech, basis.dated, basis.doubtful, basis.contests) == (
        "direct",
        "own",
        True,
        contests,
    )
    assert passage().basis().contests == ()


@pytest.mark.parametrize(
    ("reference", "speech", "reviewed"),
    [("fang#p12", "cited", True), ("fang", "cited", False), ("fang#p12", "told", False)],
)
def test_a_place_that_is_cited_by_hand_was_looked_at(
    reference: str, speech: Any, reviewed: bool
) -> None:
    assert passage(reference, Source("fang"), speech=speech).basis().reviewed is reviewed


def test_whose_words_they_are_is_said_in_each_language() -> None:
    assert passage(actor=RUSSIA, speaker="x").called("id") == "Rusia"
    assert passage(speaker="Sergei Lavrov").called("id") == "Sergei Lavrov"
    assert passage().called("id") == ""


def test_a_passage_as_data_has_all_that_is_known_of_it() -> None:
    whole = passage(
        "talks:r1#s1@1a2b3c4d",
        TALKS,
        content="We want talks",
        actor=RUSSIA,
        speaker="he",
        acts=("demand",),
        when=When("2021-12", "2022-01", doubtful=True, of_report=True),
        doubtful=True,
        review=Review("edited", "Ana", "2021-12-24T10:00:00", "the tape"),
        now=Reference("talks", "r2#s4", kept=True),
    )
    assert whole.to_json() == {
        "reference": "talks:r1#s1@1a2b3c4d",
        "missing": None,
        "now": "talks:r2#s4",
        "speaker": "russia",
        "name": "Russia",
        "acts": ("demand",),
        "date": "2021-12",
        "date_end": "2022-01",
        "date_doubtful": True,
        "date_of_report": True,
        "words": "We want talks",
        "doubtful": True,
        "state": "edited",
        "who": "Ana",
        "at": "2021-12-24T10:00:00",
        "note": "the tape",
    }


@pytest.mark.parametrize("review", [None, Review("")])
def test_a_passage_of_which_nothing_is_known_says_so(review: Review | None) -> None:
    told = passage(missing="no_report", review=review).to_json()
    certain = {"date_doubtful": False, "date_of_report": False, "doubtful": False, "acts": ()}
    assert {name: value for name, value in told.items() if value is not None} == {
        "reference": "wire#s1",
        "missing": "no_report",
        **certain,
    }


def test_one_who_has_no_name_is_called_as_the_report_does() -> None:
    told = passage(speaker="a spokesman").to_json()
    assert (told["speaker"], told["name"]) == ("a spokesman", "a spokesman")


def test_a_source_may_have_a_title() -> None:
    source = Source("wire", Text("The wire"))
    assert passage(source=source).basis().origin == frozenset()
