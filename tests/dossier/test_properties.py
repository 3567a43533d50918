"""Hostile texts take no more work than their length, and mutated ones stay true."""

from __future__ import annotations

import contextlib

import pytest
from hostile import STORIES, Hostile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.reports import check, shipped
from operations import growth
from satumeja.dossier import read
from satumeja.errors import ReportError
from satumeja.report import parse


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(["id", "en"]),
    st.lists(
        st.tuples(
            st.integers(0, 3500),
            st.integers(0, 60),
            st.sampled_from(
                ["", '"', "“", "”", "\n", "\u200b", "Rusia ", "said ", "\ue020", ", "]
            ),
        ),
        min_size=1,
        max_size=8,
    ),
)
def test_mutated_reports(code: str, cuts: list[tuple[int, int, str]]) -> None:
    text = shipped(code)
    for start, length, put in cuts:
        text = text[:start] + put + text[start + length :]
    try:
        dossier = read(parse(text))
    except ReportError as error:
        assert "\n" not in str(error)
    else:
        check(dossier)


@pytest.mark.parametrize("hostile", STORIES.values(), ids=STORIES)
def test_hostile_reports_are_read_or_refused(hostile: Hostile) -> None:
    with contextlib.suppress(ReportError):
        check(read(parse(hostile.text())))


@pytest.mark.parametrize("hostile", STORIES.values(), ids=STORIES)
def test_the_work_grows_as_a_hostile_report_does(hostile: Hostile) -> None:
    def work(times: int) -> None:
        with contextlib.suppress(ReportError):
            read(parse(hostile.text(times)))

    some = 1_000 // len(hostile.unit)
    assert growth(work, some, 4 * some) < 6
