"""Evidence refers to its sources in one notation; what was written before stays readable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from satumeja.gallery import load
from satumeja.model import Reference, references

SOURCES = ("wire", "talks", "a:b", "talks.2021")


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("wire", Reference("wire")),
        ("wire#s3", Reference("wire", "s3")),
        ("wire#page 12", Reference("wire", "page 12")),
        ("wire#s3@1A2B3C4D", Reference("wire", "s3", fingerprint="1a2b3c4d")),
        ("wire@1a2b3c4d", Reference("wire", fingerprint="1a2b3c4d")),
        ("talks:r2", Reference("talks", "r2", kept=True)),
        ("talks:r2#s3", Reference("talks", "r2#s3", kept=True)),
        ("talks:r2#a7@1a2b3c4d", Reference("talks", "r2#a7", True, "1a2b3c4d")),
        ("talks.2021:r2#s3", Reference("talks.2021", "r2#s3", kept=True)),
        ("a:b", Reference("a:b")),
        ("a:b#s3", Reference("a:b", "s3")),
        ("a:b:r1#s3", Reference("a:b", "r1#s3", kept=True)),
    ],
)
def test_each_notation_says_what_is_meant(text: str, reference: Reference) -> None:
    assert Reference.read(text, SOURCES) == reference
    assert str(reference) == text.replace("1A2B3C4D", "1a2b3c4d")
    assert reference.flaw(has_dossier=True) is None


def test_a_reference_names_its_report_and_its_item() -> None:
    kept, raw = Reference.read("talks:r2#s3@1a2b3c4d"), Reference.read("wire#s3")
    assert (kept.report, kept.item, kept.plain) == ("r2", "s3", "talks:r2#s3")
    assert (raw.report, raw.item) == ("", "s3")


@pytest.mark.parametrize(
    ("text", "message", "at"),
    [
        ("talks:x#y", '"x#y" is no place in a dossier; write a report as r2', "x#y"),
        ("talks:r0", '"r0" is no place', "r0"),
        ("talks:r2#", '"r2#" is no place', "r2#"),
        ("talks:r2#s3@12", '"@12" is no fingerprint; one is written @1a2b3c4d', "@12"),
        ("talks@xyz", '"@xyz" is no fingerprint', "@xyz"),
    ],
)
def test_a_flaw_is_told_where_it_stands(text: str, message: str, at: str) -> None:
    flaw = Reference.read(text, SOURCES).flaw(has_dossier=True)
    assert flaw is not None
    assert message in flaw.message
    assert text[flaw.offset :] == at


def test_a_place_of_a_dossier_needs_a_dossier() -> None:
    flaw = Reference.read("wire:r2#s3", SOURCES).flaw(has_dossier=False)
    assert flaw is not None
    assert flaw == ('source "wire" has no dossier; write wire#s3, or name one', 4)


@given(st.text(max_size=30), st.lists(st.text(min_size=1, max_size=5), max_size=3))
def test_whatever_is_written_is_read_and_says_no_more_than_was_written(
    text: str, sources: list[str]
) -> None:
    reference = Reference.read(text, sources)
    assert text.startswith(reference.source)
    again = Reference.read(str(reference), sources)
    assert str(again) == str(reference)
    if reference.flaw(has_dossier=True) is None and text[len(reference.source) :] not in (
        "#",
        ":",
    ):
        assert str(reference).lower() == text.lower()


def test_every_reference_is_listed_once_in_the_order_of_a_reader() -> None:
    listed = references(load("december-2021-b"))
    assert len(listed) == len(set(listed)) > 10
    assert listed[0] == "wire#s2"
