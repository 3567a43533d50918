"""Reports are copies where half of the shorter one's runs of four words stand in the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from random import Random

import pytest

from satumeja.dossier import Copies, KeptReport
from satumeja.dossier.keeping import copies_of


def words(first: int, last: int) -> list[str]:
    """Words that stand in this order in no other text, but where the numbers are the same."""
    return [f"word{number}" for number in range(first, last)]


def kept(count: int, days: Sequence[str | None] = ()) -> list[KeptReport]:
    named = [*days, *[None] * (count - len(days))]
    return [
        KeptReport(
            f"r{place}", "a.txt", "", "T", dt.date.fromisoformat(day) if day else None, "en", 0, 0
        )
        for place, day in enumerate(named, start=1)
    ]


def told(*texts: str, days: Sequence[str | None] = ()) -> list[tuple[tuple[str, ...], float]]:
    found = copies_of(kept(len(texts), days), texts)
    assert all(isinstance(copies, Copies) for copies in found)
    return [(copies.reports, copies.likeness) for copies in found]


def text(*parts: list[str]) -> str:
    return " ".join(word for part in parts for word in part)


def test_one_wire_in_two_papers_is_one_source() -> None:
    wire = text(words(0, 30))
    assert told(wire, wire) == [(("r1", "r2"), 1.0)]
    assert told(wire, text(words(50, 80))) == []
    assert told(wire) == []
    assert told() == []


def test_capitals_and_marks_tell_no_copies_apart() -> None:
    wire = words(0, 30)
    assert told(text(wire), ",\n".join(wire).upper() + ".") == [(("r1", "r2"), 1.0)]


@pytest.mark.parametrize(
    ("shared", "likeness"), [(11, None), (12, None), (13, 0.5), (14, 0.55), (23, 1.0)]
)
def test_half_of_the_runs_of_the_shorter_is_enough(shared: int, likeness: float | None) -> None:
    """Of 23 words there are 20 runs of four; of 13 shared in one piece, 10."""
    shorter = text(words(0, shared), words(100, 123 - shared))
    longer = text(words(0, shared), words(200, 240))
    expected = [] if likeness is None else [(("r1", "r2"), likeness)]
    assert told(shorter, longer) == expected
    assert told(longer, shorter) == expected


@pytest.mark.parametrize(("count", "is_enough"), [(10, False), (11, True)])
def test_of_a_few_words_nothing_is_told(count: int, is_enough: bool) -> None:
    assert bool(told(text(words(0, count)), text(words(0, 40)))) is is_enough


def test_copies_of_copies_are_copies_and_the_least_alike_pair_is_told() -> None:
    one, three = words(0, 23), words(50, 73)
    between = [*one[:13], *three[:13]]
    assert told(text(one), text(between), text(three)) == [(("r1", "r2", "r3"), 0.5)]
    assert told(text(one), text(one), text(one[:15], words(90, 98))) == [(("r1", "r2", "r3"), 0.6)]


def test_the_first_published_is_named_first_and_what_has_no_day_last() -> None:
    wire = text(words(0, 30))
    days = [None, "2021-12-24", "2021-12-23", None, "2021-12-24"]
    assert told(*[wire] * 5, days=days) == [(("r3", "r2", "r5", "r1", "r4"), 1.0)]


def test_groups_stand_in_the_order_of_their_first_reports_by_number() -> None:
    texts = [text(words(100 * (place % 6), 100 * (place % 6) + 20)) for place in range(12)]
    assert told(*texts) == [((f"r{k}", f"r{k + 6}"), 1.0) for k in range(1, 7)]
    days = ["2021-12-24"] * 6 + ["2021-12-23"] * 6
    assert told(*texts, days=days) == [((f"r{k + 6}", f"r{k}"), 1.0) for k in range(1, 7)]


@pytest.mark.parametrize("seed", range(5))
def test_long_reports_are_compared_by_a_part_of_their_runs(seed: int) -> None:
    rng = Random(seed)
    wire = [f"w{rng.randrange(10**9)}" for _ in range(1200)]
    other = [f"w{rng.randrange(10**9)}" for _ in range(1200)]
    ((reports, likeness),) = told(text(wire), text(wire[:900], other[:300]))
    assert reports == ("r1", "r2")
    assert 0.6 < likeness < 0.9
    assert told(text(wire), text(wire[:200], other[:1000])) == []
    assert told(text(wire), text(other)) == []


def test_of_very_many_copies_all_are_put_together() -> None:
    wire = text(words(0, 30))
    ((reports, likeness),) = told(*[wire] * 70)
    assert reports == tuple(f"r{number}" for number in range(1, 71))
    assert likeness == 1.0
