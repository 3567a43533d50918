"""The blind cases are sound in themselves: nothing here runs the reader."""

import json
from collections import Counter
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

Case = dict[str, Any]

FOLDER = Path(__file__).resolve().parents[1] / "data" / "cases-blind"
PARTS = ("dev", "held")
SHORT = tuple(sorted(file.stem for file in FOLDER.glob("*-*.json")))
KINDS = {
    "accuse", "agree", "agree_to_talk", "assault", "claim", "coerce", "concede", "criticise",
    "demand", "deny", "meet", "mobilise", "offer", "praise", "principle", "promise", "protest",
    "refuse", "reject", "retreat", "say", "support", "threaten", "use_force", "warn",
}  # fmt: skip
LINKS = {"answers", "denies", "rejects"}
KEYS = {
    "id", "kind", "language", "text", "title", "published",
    "statements", "acts", "forbid", "links", "dates",
}  # fmt: skip
MAY = {"note", "skip"}


def part(name: str) -> list[Case]:
    cases: list[Case] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return cases


CASES = [pytest.param(case, id=case["id"]) for name in (*PARTS, *SHORT) for case in part(name)]


def days(given: list[list[str]]) -> None:
    for first, last in given:
        assert date.fromisoformat(first) <= date.fromisoformat(last)


def kinds(words: str) -> set[str]:
    return set(words.split("|"))


def names(words: str) -> set[str]:
    return {one.strip().lower() for one in words.split("|")} - {"-"}


def test_ids_are_unique_and_parts_share_no_text() -> None:
    cases = list(chain.from_iterable(part(name) for name in (*PARTS, *SHORT)))
    for key in ("id", "text"):
        assert max(Counter(case[key] for case in cases).values()) == 1


def test_parts_are_balanced_by_language_and_kind() -> None:
    dev, held = (Counter((c["language"], c["kind"]) for c in part(name)) for name in PARTS)
    assert dev == held
    for counts in (dev, held):
        assert sum(n for key, n in counts.items() if key[0] == "en") * 2 == counts.total()


@pytest.mark.parametrize("case", CASES)
def test_a_case_has_its_fields(case: Case) -> None:
    assert case.keys() >= KEYS
    assert case.keys() <= KEYS | MAY
    assert case["language"] == case["id"].split("-")[1]
    fewest = 50 if case["id"].startswith("b-") else 8
    assert fewest <= len(case["text"].split()) <= 270
    if case["title"] is not None:
        assert case["title"] in case["text"]
    if case["published"] is not None:
        date.fromisoformat(case["published"])


@pytest.mark.parametrize("case", CASES)
def test_what_is_said_stands_in_the_text(case: Case) -> None:
    assert case["statements"] or case["id"][0] != "b"
    for said in case["statements"]:
        words = [said["content"]] if isinstance(said["content"], str) else said["content"]
        assert words
        for one in words:
            assert one == one.strip() != ""
            assert one in case["text"]
        assert kinds(said["act"]) <= KINDS
        if "date" in said:
            date.fromisoformat(said["date"])
        for name in names(said["speaker"]):
            assert name in case["text"].lower()


@pytest.mark.parametrize("case", CASES)
def test_who_acts_stands_in_the_text(case: Case) -> None:
    for act in case["acts"]:
        assert kinds(act["kind"]) <= KINDS
        for name in names(act["actor"]) | names(act["target"] or "-"):
            assert name in case["text"].lower()
        days(act.get("date", []))
    for link in case["links"]:
        assert link["kind"] in LINKS


@pytest.mark.parametrize("case", CASES)
def test_nothing_is_both_asked_for_and_forbidden(case: Case) -> None:
    for bad in case["forbid"]:
        assert bad["kind"] == "*" or kinds(bad["kind"]) <= KINDS
        for act in case["acts"]:
            same = bad["kind"] == "*" or kinds(bad["kind"]) & kinds(act["kind"])
            actor = bad["actor"] == "*" or names(bad["actor"]) & names(act["actor"])
            target = bad["target"] == "*" or names(bad["target"]) & names(act["target"] or "-")
            assert not (same and actor and target), (bad, act)


@pytest.mark.parametrize("case", CASES)
def test_dates_stand_in_the_text_and_parse(case: Case) -> None:
    for surface, given in case["dates"].items():
        assert surface in case["text"]
        days(given or [])
