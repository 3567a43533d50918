"""What one gets beyond each limit is what the page on limits says: tried, row by row."""

from __future__ import annotations

from pathlib import Path

import pytest

from beyond import answers, models, papers, reports
from beyond.trials import TRIALS, Bench
from commands import Run
from test_limits import PAGES, limits

ROOMS = (answers, models, papers, reports)


def test_each_limit_of_the_page_is_tried() -> None:
    assert {trial.__module__ for trial in TRIALS.values()} == {room.__name__ for room in ROOMS}
    assert set(TRIALS) == set(limits(PAGES[0]))


@pytest.mark.parametrize("name", sorted(TRIALS))
def test_beyond(name: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    TRIALS[name](Bench(run, tmp_path, monkeypatch))
