"""Time and memory are read as people write them, and told when they are spent."""

from __future__ import annotations

import copy
import sys
import time
from pathlib import Path

import pytest

from satumeja.errors import LimitError, QuestionError
from satumeja.gallery import load
from satumeja.stability import CONCEPTS, _budget, analyse
from satumeja.stability._budget import Budget, SpentError, bytes_of, resident, seconds_of


@pytest.mark.parametrize(
    ("words", "seconds"),
    [("60s", 60), ("60", 60), (" 1.5 m", 90), ("2min", 120), ("1H", 3600), (7, 7), (0.25, 0.25)],
)
def test_times_are_read(words: str | float, seconds: float) -> None:
    assert seconds_of(words) == seconds


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ("2GB", 2 * 10**9),
        ("1.5gb", 15 * 10**8),
        ("512 MB", 512 * 10**6),
        ("2GiB", 2 << 30),
        ("64mib", 64 << 20),
        (4096, 4096),
    ],
)
def test_memory_is_read(words: str | int, size: int) -> None:
    assert bytes_of(words) == size


@pytest.mark.parametrize("words", ["", "s", "soon", "60x", "-1s", "0s", "1m30s", 0, -2.0])
def test_what_is_no_time_is_refused(words: str | float) -> None:
    with pytest.raises(QuestionError, match="is no time above zero; write it as 60s"):
        seconds_of(words)


@pytest.mark.parametrize("words", ["", "2", "GB", "much", "-2GB", "0MB", "2 G B", 0, -1])
def test_what_is_no_memory_is_refused(words: str | int) -> None:
    with pytest.raises(QuestionError, match="is no amount of memory; write it as 512MB"):
        bytes_of(words)


def test_infinite_amounts_are_refused() -> None:
    with pytest.raises(QuestionError):
        seconds_of(float("inf"))
    with pytest.raises(QuestionError):
        seconds_of("9" * 400 + "s")
    with pytest.raises(QuestionError):
        bytes_of("9" * 400 + "GB")


class Clock:
    """A clock that a test sets."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 100.0
        monkeypatch.setattr(time, "monotonic", lambda: self.now)


def test_time_is_told_when_it_is_spent(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(monkeypatch)
    budget = Budget("1m")
    clock.now += 59.5
    budget.check()
    assert budget.left == 0.5
    clock.now += 1
    assert budget.left == 0
    with pytest.raises(SpentError, match="longer than 60 s") as spent:
        budget.check()
    assert spent.value.reason == "time"
    assert isinstance(spent.value, LimitError)


def test_memory_is_told_when_it_is_spent_and_seldom_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, sizes = Clock(monkeypatch), [10**8, 3 * 10**8]
    monkeypatch.setattr(_budget, "resident", lambda: sizes.pop(0))
    budget = Budget(memory="200MB")
    for _ in range(5):  # asked once: no time passes
        budget.check()
    clock.now += 1
    with pytest.raises(SpentError, match="more than 200,000,000 bytes") as spent:
        budget.check()
    assert spent.value.reason == "memory"
    assert budget.left is None


def test_where_nothing_is_limited_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Budget(1)
    assert Budget(memory="1GB")
    budget = Budget()
    assert not budget
    monkeypatch.setattr(time, "monotonic", None)
    budget.check()


def test_a_system_that_does_not_say_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(_budget, "_PAGES", tmp_path)
    assert resident(1) is None
    assert (resident() or 0) > 10**7  # the most so far, which it tells another way
    monkeypatch.setitem(sys.modules, "resource", None)
    assert resident() is None
    Budget(memory=1).check()


@pytest.mark.parametrize("taken", [None, 40])
def test_what_is_still_needed_may_be_all_that_is_left(
    monkeypatch: pytest.MonkeyPatch, taken: int | None
) -> None:
    """Where the system does not say, nothing is taken to be taken."""
    monkeypatch.setattr(_budget, "resident", lambda: taken)
    budget, left = Budget(memory=100), 100 - (taken or 0)
    assert budget.free == left
    budget.require(left)
    with pytest.raises(SpentError, match="more than 100 bytes of memory") as spent:
        budget.require(left + 1)
    assert spent.value.reason == "memory"
    Budget("1s").require(1 << 60)


def test_a_part_has_its_share_of_the_time_and_all_of_the_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = Clock(monkeypatch)
    budget = Budget("1m", "1GB")
    clock.now += 20
    part = budget.part(4)
    assert (part.left, part.memory) == (10, 10**9)
    clock.now += 4
    assert (part.left, budget.left) == (6, 36)
    assert Budget(memory="1GB").part(2).left is None


@pytest.mark.skipif(resident() is None, reason="the system does not say")
def test_the_memory_of_this_process_is_looked_at() -> None:
    assert (resident() or 0) > 10**7
    with pytest.raises(SpentError):
        Budget(memory="1kB").check()


def test_listed_states_are_decided_wholly_or_not_at_all() -> None:
    model = load("december-2021-b")
    with pytest.raises(
        SpentError, match=r"nothing was decided within 1e-06 s; .* by sets"
    ) as late:
        analyse(model, budget=Budget(1e-6))
    assert late.value.reason == "time"
    with pytest.raises(SpentError, match="nothing was decided within 1 bytes of memory") as large:
        analyse(model, budget=Budget(memory=1))
    assert large.value.reason == "memory"
    whole = analyse(model, budget=Budget("1h", "1000GB"))
    assert whole.to_json() == analyse(model).to_json()
    assert len(whole.thresholds) == len(CONCEPTS) * len(model.decision_makers)
    assert ("nash", "us") in whole.thresholds
    assert ("nash", "uk") not in whole.thresholds


def test_only_what_is_decided_from_ranks_knows_of_budgets() -> None:
    model, much = load("elmira"), Budget("1h")
    for asked in ({"concepts": "nash, l2"}, {"concepts": "nash", "blocks": "moe+uniroyal,lg"}):
        with pytest.raises(QuestionError, match="limited for nash, gmr, smr, seq and sseq alone"):
            analyse(model, budget=much, **asked)  # type: ignore[arg-type]


def test_that_it_is_spent_can_be_sent_elsewhere() -> None:
    sent = copy.copy(SpentError("no more", "memory"))
    assert (str(sent), sent.reason) == ("no more", "memory")
