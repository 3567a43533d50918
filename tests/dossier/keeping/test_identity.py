"""An item keeps its name where its words, or half of them, say the same; none is given twice."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from satumeja.dossier.keeping._identity import Renamed, renamed

Row = dict[str, Any]


def act(name: str, start: int, stop: int, kind: str = "demand", **fields: Any) -> Row:
    says = {"kind": kind, "actor": "peru", "target": None, "issue": None}
    return {"id": name, "start": start, "stop": stop, **says, **fields}


def keys(before: list[Row], after: list[Row], kind: str = "act") -> dict[str, str]:
    return dict(renamed(kind, before, after, [row["id"] for row in before]).keys)


def test_what_stands_at_the_very_same_words_is_the_same() -> None:
    before = [act("a1", 0, 10), act("a2", 20, 30)]
    after = [act("a1", 20, 30), act("a2", 0, 10)]
    assert keys(before, after) == {"a1": "a2", "a2": "a1"}


@pytest.mark.parametrize(
    ("start", "stop", "is_same"),
    [(0, 10, True), (5, 10, True), (0, 5, True), (5, 15, True), (6, 16, False), (0, 20, True)],
)
def test_half_of_the_longer_words_is_enough(start: int, stop: int, is_same: bool) -> None:
    told = renamed("act", [act("a7", 0, 10)], [act("a1", start, stop)], ["a7"])
    assert (told.keys["a1"] == "a7") is is_same
    assert told.retired == (frozenset() if is_same else {"a7"})


@pytest.mark.parametrize("change", [{"kind": "offer"}, {"actor": "us"}, {"target": "us"}])
def test_an_act_that_says_something_else_is_another(change: Row) -> None:
    before, after = [act("a7", 0, 10)], [act("a1", 0, 10) | change]
    assert renamed("act", before, after, ["a7"]) == Renamed({"a1": "a1"}, frozenset({"a7"}))


def test_an_act_on_another_issue_is_the_same_and_one_on_its_own_goes_first() -> None:
    before = [act("a7", 0, 10, issue="talk"), act("a8", 0, 10, issue="own")]
    assert keys(before[:1], [act("a1", 0, 10, issue="own")]) == {"a1": "a7"}
    assert keys(before, [act("a1", 0, 10, issue="own")]) == {"a1": "a8"}
    assert keys(before, [act("a1", 0, 10, issue="talk")]) == {"a1": "a7"}


def test_a_statement_is_the_same_whoever_is_taken_to_speak() -> None:
    before = {"id": "s3", "start": 0, "stop": 10, "speaker": "peru"}
    after = {"id": "s1", "start": 0, "stop": 10, "speaker": "us"}
    assert keys([before], [after], "statement") == {"s1": "s3"}


def test_of_several_the_one_that_covers_most_is_taken() -> None:
    before = [act("a5", 0, 7), act("a6", 0, 9), act("a7", 0, 14)]
    assert keys(before, [act("a1", 0, 10)]) == {"a1": "a6"}


def test_what_stands_at_the_same_words_goes_before_what_overlaps() -> None:
    told = renamed("act", [act("a7", 0, 10)], [act("a1", 0, 12), act("a2", 0, 10)], ["a7"])
    assert told == Renamed({"a2": "a7", "a1": "a1"}, frozenset())


def test_what_an_analyst_cut_otherwise_is_found_as_read_and_as_corrected() -> None:
    before = [act("a7", 0, 10), act("a7", 50, 60)]
    assert keys(before, [act("a1", 0, 10)]) == {"a1": "a7"}
    assert keys(before, [act("a1", 50, 60)]) == {"a1": "a7"}
    told = renamed("act", before, [act("a1", 0, 10), act("a2", 50, 60)], ["a7"])
    assert told == Renamed({"a1": "a7", "a2": "a2"}, frozenset())


def test_a_name_is_given_once_ever() -> None:
    after = [act("a1", 0, 9), act("a2", 10, 19), act("a3", 20, 29), act("n1", 30, 39)]
    told = renamed("act", [], after, ["a1", "a2", "a5", "n1"])
    assert told.keys == {"a1": "a3", "a2": "a4", "a3": "a6", "n1": "n2"}


def test_a_name_a_new_item_was_read_with_may_stand_for_another_in_the_file() -> None:
    before = [act("a1", 50, 60)]
    told = renamed("act", before, [act("a1", 0, 10), act("a2", 50, 60)], ["a1"])
    assert told == Renamed({"a1": "a2", "a2": "a1"}, frozenset())


def covered(one: Row, other: Row) -> float:
    own, others = range(one["start"], one["stop"]), range(other["start"], other["stop"])
    return len({*own} & {*others}) / max(len(own), len(others), 1)


def literal(before: list[Row], after: list[Row]) -> dict[str, str]:
    """Say which row of a file each is, by looking at all of them."""
    names: dict[str, str] = {}
    for is_exact in (True, False):
        for row in after:
            fitting = [
                (covered(row, other), row["issue"] == other["issue"], -other["start"], other["id"])
                for other in before
                if other["id"] not in names.values()
                and all(row[name] == other[name] for name in ("kind", "actor", "target"))
                and (covered(row, other) == 1 if is_exact else covered(row, other) >= 0.5)
            ]
            if fitting and row["id"] not in names:
                best = max(fit[:2] for fit in fitting)
                names[row["id"]] = next(fit[3] for fit in fitting if fit[:2] == best)
    return names


@pytest.mark.parametrize("seed", range(60))
def test_the_same_are_found_as_by_looking_at_all(seed: int) -> None:
    rng = Random(seed)

    def rows(letter: str) -> list[Row]:
        spans = [(start := rng.randrange(40), start + rng.choice([3, 4, 9, 30])) for _ in range(9)]
        return [
            act(f"{letter}{k}", *span, rng.choice(["demand", "offer"]), issue=rng.choice("xy"))
            for k, span in enumerate(spans)
        ]

    before, after = sorted(rows("f"), key=lambda row: row["start"]), rows("a")
    told = renamed("act", before, after, [row["id"] for row in before])
    kept = {new: old for new, old in told.keys.items() if old.startswith("f")}
    assert kept == literal(before, after)
    assert told.retired == {row["id"] for row in before} - {*kept.values()}
    assert all(old == new for new, old in told.keys.items() if new not in kept)
