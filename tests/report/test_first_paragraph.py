"""A text that begins with its story has no headline, and loses nothing to one."""

from __future__ import annotations

import pytest

from satumeja.report import parse

FIRST = "Kenya asked Uganda to reopen the port. Uganda said on Monday that it would not."
SECOND = "Both sent their ministers to Nairobi on Tuesday, officials said in a statement there."
MENTERI = "Kedua negara mengutus menteri ke Nairobi pada Selasa, kata juru bicara di sana."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (FIRST, SECOND),
        (
            "“We want the port here,” Kenya said on Monday. “We shall have it.” It left in anger.",
            SECOND,
        ),
        ("Kenya meminta Uganda membuka pelabuhan. Uganda mengatakan tidak mau.", MENTERI),
    ],
)
def test_a_first_line_of_whole_sentences_is_read(first: str, second: str) -> None:
    report = parse(f"{first}\n\n{second}\n")
    assert report.title == ""
    assert report.text[slice(*report.paragraphs[0])] == first


@pytest.mark.parametrize(
    "first",
    [
        "No deal. No talks. No date.",
        "Port talks fail.",
        "Mr. Otieno leaves the port talks between Kenya and Uganda in anger.",
        "Will Kenya and Uganda agree on the port? Five questions about the talks.",
    ],
)
def test_a_headline_with_stops_is_one(first: str) -> None:
    report = parse(f"{first}\n\n{FIRST}\n\n{SECOND}\n")
    assert report.title == first
