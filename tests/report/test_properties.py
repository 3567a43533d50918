"""Whatever the text, spans are true and nothing but a ReportError comes out."""

from __future__ import annotations

import contextlib
import itertools
from importlib.resources import files

import pytest
from hostile import TEXTS, Hostile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from operations import growth
from satumeja.errors import ReportError
from satumeja.report import Report, parse

STORIES = [
    files("satumeja")
    .joinpath("data", "reports", f"talks-2021-12-23.{code}.txt")
    .read_text("utf-8")
    for code in ("id", "en")
]
ODD = ['"', "“", "”", "‘", "\n", "\r\n", "\u200b", "\u202e", "(", "23/12/2021", "é", "\ue010", "."]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(STORIES))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 120)))
        text = text[:start] + draw(st.sampled_from([*ODD, "", text[:200]])) + text[end:]
    return text


def check(report: Report) -> None:
    inside = [*report.paragraphs]
    for start, end in [*report.paragraphs, *report.quotations]:
        assert 0 <= start < end <= len(report.text)
    for a, b in itertools.pairwise(inside):
        assert a[1] <= b[0]
    for sentence in report.sentences:
        start, end = report.paragraphs[sentence.paragraph]
        assert start <= sentence.start < sentence.end <= end
        assert report.text[sentence.start : sentence.end].strip()
    for date in report.dates:
        assert date.first <= date.last
        spans = [(s.start, s.end) for s in report.sentences]
        spans += [
            span for span in (report.title_span, report.caption, *report.paragraphs[:1]) if span
        ]
        assert any(start <= date.start < date.end <= end for start, end in spans)
    if report.title_span:
        assert report.text[slice(*report.title_span)] == report.title
    spans = sorted([*report.paragraphs, *((f.start, f.end) for f in report.furniture)])
    for a, b in itertools.pairwise(spans):
        assert a[1] <= b[0], "a stretch is either article or page"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutated())
def test_mutated_stories(text: str) -> None:
    try:
        report = parse(text)
    except ReportError as error:
        assert "\n" not in str(error)
    else:
        check(report)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    try:
        check(parse(text))
    except ReportError as error:
        assert "\n" not in str(error)


@pytest.mark.parametrize("hostile", TEXTS.values(), ids=TEXTS)
def test_hostile_texts_are_read_or_refused(hostile: Hostile) -> None:
    with contextlib.suppress(ReportError):
        parse(hostile.text())


@pytest.mark.parametrize("hostile", TEXTS.values(), ids=TEXTS)
def test_the_work_grows_as_a_hostile_text_does(hostile: Hostile) -> None:
    def work(times: int) -> None:
        with contextlib.suppress(ReportError):
            parse(hostile.text(times))

    some = 4_000 // len(hostile.unit)
    assert growth(work, some, 4 * some) < 6
