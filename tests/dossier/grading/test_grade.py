"""A grade one can go through by hand: more evidence never lowers it, a contest never raises it."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from satumeja.dossier import Act, Link
from satumeja.dossier.grading import LEVELS, Basis, Contest, Grade, contests, grade, independent

AP, REUTERS, KOMPAS, BBC = (
    frozenset({name}) for name in ("agency ap", "agency reuters", "outlet kompas", "outlet bbc")
)
DENIAL = Contest("denied", "russia", "r1#a7")

CONTESTS = st.lists(st.sampled_from([DENIAL, Contest("contradicted", "us", "r2#a1")]), max_size=2)
BASES = st.builds(
    Basis,
    report=st.sampled_from(["r1", "r2", "r3"]),
    origin=st.frozensets(st.sampled_from(["ap", "reuters", "kompas", "bbc"]), max_size=2),
    speech=st.sampled_from(["direct", "reported", "told", "cited"]),
    reviewed=st.booleans(),
    dated=st.sampled_from(["", "own", "report"]),
    doubtful=st.booleans(),
    contests=CONTESTS.map(tuple),
    absent=st.sampled_from(["", "", "", "rejected", "lost"]),
)


def height(found: Grade) -> int:
    return LEVELS.index(found.level)


def keys(found: Grade) -> list[str]:
    return [reason.key for reason in found.reasons]


@pytest.mark.parametrize(
    ("bases", "level", "reasons"),
    [
        ([], "none", ["nothing"]),
        ([Basis("r1")], "weak", ["one_source", "reported", "unreviewed", "undated"]),
        (
            [Basis("r1", AP, "direct", dated="own")],
            "fair",
            ["one_source", "direct", "unreviewed", "dated"],
        ),
        (
            [Basis("r1", AP, "direct", True, "own"), Basis("r2", BBC)],
            "strong",
            ["independent", "direct", "reviewed", "dated"],
        ),
        (
            [Basis("r1", AP | KOMPAS, "direct", True, "report"), Basis("r2", AP | BBC)],
            "fair",
            ["one_source", "direct", "reviewed", "dated_by_report"],
        ),
        ([Basis("r1", AP, "direct", True, "own", doubtful=True)], "weak", ["doubtful"]),
        (
            [Basis("r1", AP, "direct", True, "own", contests=(DENIAL,))],
            "contested",
            ["denied", "one_source", "direct", "reviewed", "dated"],
        ),
        (
            [Basis("r1", absent="rejected"), Basis("r2", absent="lost")],
            "none",
            ["rejected", "lost"],
        ),
        (
            [Basis("r1", contests=(DENIAL,), absent="rejected"), Basis("r2", speech="told")],
            "weak",
            ["one_source", "told", "unreviewed", "undated", "rejected"],
        ),
        (
            [Basis("b", BBC, "cited", True), Basis("c", KOMPAS, "cited", True)],
            "fair",
            ["independent", "cited", "reviewed", "undated"],
        ),
    ],
)
def test_each_grade_has_its_reasons(bases: list[Basis], level: str, reasons: list[str]) -> None:
    found = grade(bases)
    assert (found.level, keys(found)) == (level, reasons)


@given(st.lists(BASES, max_size=5), BASES)
def test_more_evidence_never_lowers_a_grade_unless_it_is_contested(
    bases: list[Basis], more: Basis
) -> None:
    assert height(grade([*bases, replace(more, contests=())])) >= height(grade(bases))


@given(st.lists(BASES, min_size=1, max_size=5), st.data())
def test_a_contest_never_raises_a_grade(bases: list[Basis], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(bases) - 1))
    contested = [*bases]
    contested[place] = replace(bases[place], contests=(*bases[place].contests, DENIAL))
    assert height(grade(contested)) <= height(grade(bases))


@given(st.lists(BASES, min_size=1, max_size=5), st.data())
def test_neither_review_nor_better_words_nor_a_date_lower_a_grade(
    bases: list[Basis], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(bases) - 1))
    better: dict[str, Any] = data.draw(
        st.sampled_from(
            [{"reviewed": True}, {"speech": "direct"}, {"dated": "own"}, {"doubtful": False}]
        )
    )
    raised = [*bases]
    raised[place] = replace(bases[place], **better)
    assert height(grade(raised)) >= height(grade(bases))


@given(st.lists(st.frozensets(st.sampled_from("abcdef"), max_size=3), max_size=7))
def test_independent_sources_are_the_most_that_share_nothing(
    origins: list[frozenset[str]],
) -> None:
    named = [origin for origin in origins if origin]
    most = max(
        (
            len(chosen)
            for size in range(len(named) + 1)
            for chosen in combinations(named, size)
            if all(not a & b for a, b in combinations(chosen, 2))
        ),
        default=0,
    )
    assert independent(origins) == max(most, 1 if origins else 0)


def test_many_origins_are_counted_soon_enough() -> None:
    ring = [frozenset({f"{k}", f"{(k + 1) % 200}"}) for k in range(200)]
    assert 60 <= independent(ring) <= 100


def act(name: str, kind: str, actor: str, statement: str | None = None, **more: Any) -> Act:
    made = Act(name, kind, actor, None, None, statement, (0, 1))
    return replace(made, **more)


def test_a_denial_and_what_it_denies_contest_each_other_and_their_statements() -> None:
    acts = [act("a1", "accuse", "us", "s1"), act("a2", "deny", "russia", "s2")]
    found = contests(acts, [Link("denies", "a2", "a1")])
    assert found == {
        "a1": (Contest("denied", "russia", "a2"),),
        "s1": (Contest("denied", "russia", "a2"),),
        "a2": (Contest("denies", "us", "a1"),),
        "s2": (Contest("denies", "us", "a1"),),
    }


def test_a_later_stand_is_not_contested_by_an_earlier_one_where_both_days_are_certain() -> None:
    import datetime as dt

    first, last = dt.date(2021, 12, 1), dt.date(2021, 12, 9)
    acts = [act("a1", "offer", "iran", date=first), act("a2", "refuse", "iran", date=last)]
    link = Link("contradicts", "a2", "a1")
    assert set(contests(acts, [link])) == {"a1"}
    swapped = [replace(acts[0], date=last), replace(acts[1], date=first)]
    assert set(contests(swapped, [link])) == {"a2"}
    doubtful = [replace(acts[0], date_doubtful=True), acts[1]]
    assert set(contests(doubtful, [link])) == {"a1", "a2"}


def test_refusing_a_demand_does_not_contest_that_it_was_made() -> None:
    acts = [act("a1", "demand", "iran"), act("a2", "refuse", "iraq")]
    assert contests(acts, [Link("rejects", "a2", "a1")]) == {}
    assert contests(acts, [Link("denies", "a9", "a1")]) == {}
