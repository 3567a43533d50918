"""Units of days, their thirds, and the year of a month named without one."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from satumeja.report._calendar import nearest_year, part_of, unit_around


@pytest.mark.parametrize(
    ("day", "unit", "thirds"),
    [
        (
            "2021-12-16",
            "year",
            ["2021-01-01..2021-04-30", "2021-05-01..2021-08-31", "2021-09-01..2021-12-31"],
        ),
        (
            "2024-02-16",
            "month",
            ["2024-02-01..2024-02-10", "2024-02-11..2024-02-20", "2024-02-21..2024-02-29"],
        ),
        (
            "2021-12-31",
            "month",
            ["2021-12-01..2021-12-10", "2021-12-11..2021-12-20", "2021-12-21..2021-12-31"],
        ),
        (
            "2021-12-16",
            "week",
            ["2021-12-13..2021-12-14", "2021-12-15..2021-12-16", "2021-12-17..2021-12-19"],
        ),
    ],
)
def test_thirds_cover_their_unit(day: str, unit: str, thirds: list[str]) -> None:
    whole = unit_around(dt.date.fromisoformat(day), unit)
    intervals = [part_of(whole, unit, part) for part in ("early", "mid", "late")]
    assert [f"{first}..{last}" for first, last in intervals] == thirds
    assert (intervals[0][0], intervals[-1][1]) == whole
    for (_, last), (first, _) in itertools.pairwise(intervals):
        assert first == last + dt.timedelta(days=1)


def test_a_day_has_no_thirds() -> None:
    day = dt.date(2021, 12, 16)
    assert part_of((day, day), "day", "late") == (day, day)


@pytest.mark.parametrize(
    ("anchor", "month", "year"),
    [
        # Six months away the year stays; from seven on the other side is nearer.
        ("2021-06-15", 12, 2021),
        ("2021-05-15", 12, 2020),
        ("2021-07-15", 1, 2021),
        ("2021-08-15", 1, 2022),
        ("2021-12-23", 1, 2022),
        ("2022-01-05", 12, 2021),
    ],
)
def test_a_month_is_of_the_nearest_year(anchor: str, month: int, year: int) -> None:
    assert nearest_year(dt.date.fromisoformat(anchor), month, 1, None) == year


@pytest.mark.parametrize(
    ("month", "day", "back", "ahead"),
    [(6, 14, 2021, 2022), (6, 15, 2021, 2021), (6, 16, 2020, 2021)],
)
def test_words_that_look_back_or_ahead_choose_the_year(
    month: int, day: int, back: int, ahead: int
) -> None:
    anchor = dt.date(2021, 6, 15)
    assert nearest_year(anchor, month, day, -1) == back
    assert nearest_year(anchor, month, day, 1) == ahead
