"""Hostile texts take seconds at most, and mutated ones stay true."""

from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.reports import check, shipped
from satumeja.dossier import read
from satumeja.errors import ReportError
from satumeja.report import parse

HEAD = "JAKARTA - Juru bicara itu mengatakan yang itu dan ini tidak akan ada. "
HOSTILE = {
    "four megabytes": HEAD + "Rusia menolak itu dan ini. " * 140_000,
    "lines": HEAD + "\nRusia mengatakan bahwa itu dan ini. " * 5_000,
    "spaces": HEAD + " " * 190_000 + "x.",
    "stops": HEAD + ". " * 90_000,
    "speakers": HEAD + "Lavrov, Putin, Rusia, itu. " * 7_000,
    "cues": HEAD + "Rusia mengatakan menolak menuduh " * 6_000,
    "quotes": HEAD + "“Ya.” " * 30_000,
    "sentences": HEAD + "Rusia menolak itu. " * 8_000,
    "names": HEAD + "Menteri Abc Def, " * 10_000 + ".",
    "offices": HEAD + "menteri presiden ketua " * 10_000 + ".",
}


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


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_reports(text: str) -> None:
    start = time.process_time()
    with contextlib.suppress(ReportError):
        check(read(parse(text)))
    assert time.process_time() - start < 30
