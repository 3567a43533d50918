"""Sets keep within their limits, give up in words, and survive it."""

from __future__ import annotations

import gc
import time
from importlib.util import find_spec

import pytest

from satumeja.errors import LimitError
from satumeja.stability.symbolic import _libraries
from satumeja.stability.symbolic._dd import DdSpace
from satumeja.stability.symbolic._libraries import BACKENDS, space_of
from satumeja.stability.symbolic._space import (
    Limits,
    Node,
    Space,
    taking_at_most,
    usual_limits,
)

HERE = [backend for backend in BACKENDS if find_spec(backend)]
backends = pytest.mark.parametrize("backend", HERE)


def mixed(space: Space, pairs: int) -> Node:
    """Build a set whose diagram has 2 ** pairs nodes in the order it was given."""
    found = space.none
    for k in range(pairs):
        found |= space.variable(f"x{k}") & space.variable(f"y{k}")
        space.check()
    return found


def spread(limits: Limits, backend: str, pairs: int) -> Space:
    names = [f"{letter}{k}" for letter in "xy" for k in range(pairs)]
    if backend == "oxidd":
        return space_of(names, limits, backend)
    return DdSpace(names, limits, backend=backend, reordering=False)


@pytest.mark.parametrize("backend", [name for name in HERE if name != "dd.autoref"])
def test_memory_is_kept_within_and_sets_stay_usable(backend: str) -> None:
    space = spread(Limits(memory=40 << 20), backend, 24)
    with pytest.raises(LimitError, match=r"too hard.*memory allowed"), space.limited():
        mixed(space, 24)
    with space.limited():
        assert space.count(mixed(space, 3), 6) == 37
    gc.collect()


@backends
def test_nodes_are_kept_within(backend: str) -> None:
    space = spread(Limits(nodes=200), backend, 12)
    with pytest.raises(LimitError, match="more than 200 nodes"), space.limited():
        mixed(space, 12)


@backends
def test_time_is_kept_within_and_counted_anew(backend: str) -> None:
    space = spread(Limits(seconds=0.5), backend, 2)
    with pytest.raises(LimitError, match=r"longer than 0\.5 s"), space.limited():
        time.sleep(0.6)
        mixed(space, 2)
    with space.limited():
        mixed(space, 2)


@backends
def test_an_interruption_passes_through(backend: str) -> None:
    space = spread(Limits(), backend, 4)
    with pytest.raises(KeyboardInterrupt), space.limited():
        raise KeyboardInterrupt
    with space.limited():
        assert space.count(mixed(space, 4), 8) == 2**8 - 3**4


def test_other_errors_are_not_taken_for_limits() -> None:
    space = spread(Limits(), "dd.autoref", 1)
    with pytest.raises(ValueError, match="mistake"), space.limited():
        raise ValueError("a mistake")
    with pytest.raises(ValueError, match="unknown library"):
        space_of(["x"], Limits(), "dd.bdd")


@backends
def test_counts_are_exact_above_two_to_the_53(backend: str) -> None:
    space = spread(Limits(), backend, 40)
    with space.limited():
        found = space.variable("x0") | space.variable("y0")
        assert space.count(found, 80) == 3 * 2**78
        assert space.count(space.all, 80) == 2**80
        assert space.count(space.none, 80) == 0
        assert space.count(~found, 80) == 2**78


@pytest.mark.skipif("oxidd" not in HERE, reason="oxidd is not installed")
def test_a_part_of_a_question_has_no_clock_of_its_own() -> None:
    space = space_of(["x0", "y0"], Limits(seconds=0.05), "oxidd")
    with pytest.raises(LimitError, match=r"longer than 0\.05 s"), space.limited():
        part = space.fixed(["y0", "x0"]).fixed(["x0", "y0"])
        time.sleep(0.06)
        mixed(part, 1)


@backends
def test_a_set_is_the_same_in_another_order(backend: str) -> None:
    space = spread(Limits(), backend, 6)
    with space.limited():
        other = space.fixed(space.names[::-1])
        fewer = space.fixed(["y0", "x0"])
        assert fewer.count(space.copied(mixed(space, 1), fewer), 2) == 1
        copied = space.copied(mixed(space, 6), other)
        assert copied == mixed(other, 6)
        assert other.count(copied, 12) == 4**6 - 3**6
        assert other.copied(copied, space) == mixed(space, 6)


@backends
def test_diagrams_that_are_too_deep_are_told(backend: str) -> None:
    space = spread(Limits(), backend, 2)
    with pytest.raises(LimitError, match="too deep for the pure-Python library"), space.limited():
        raise RecursionError


def test_the_first_library_that_is_there_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def with_library(name: str, *_: object) -> str:
        tried.append(name)
        if name != BACKENDS[-1]:
            raise ImportError(name)
        return name

    monkeypatch.setattr(_libraries, "_with", with_library)
    assert str(space_of(["x"], Limits())) == BACKENDS[-1]
    assert tried == list(BACKENDS)
    with pytest.raises(ImportError):
        space_of(["x"], Limits(), BACKENDS[0])


def test_usual_limits_hold_for_a_while_and_of_this_thread_alone() -> None:
    usual, few = usual_limits(), Limits(nodes=7)
    with pytest.raises(KeyError), taking_at_most(few):
        assert usual_limits() is few
        raise KeyError
    assert usual_limits() == usual


needs_oxidd = pytest.mark.skipif("oxidd" not in HERE, reason="oxidd is not installed")


@needs_oxidd
@pytest.mark.parametrize("handing", [True, False], ids=["handed", "node by node"])
@pytest.mark.parametrize("turned", [False, True], ids=["in the same order", "in another"])
def test_a_set_is_the_same_in_another_space(
    handing: bool, turned: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    from satumeja.stability.symbolic import _handing

    if not handing:
        monkeypatch.setattr(_handing, "_MAKE", None)
    here = spread(Limits(), "oxidd", 5)
    there = here.fixed([*here.names[:: -1 if turned else 1], "more"])
    with here.limited():
        one_of_two = here.if_else(here.variable("x1"), here.variable("y3"), here.all)
        for members in (here.all, here.none, here.variable("y2"), mixed(here, 5), one_of_two):
            brought = here.copied(members, there)
            assert there.count(brought, 10) == here.count(members, 10)
            assert there.copied(brought, here) == members


@needs_oxidd
def test_a_set_that_the_other_space_has_no_memory_for_is_refused_in_words() -> None:
    here = spread(Limits(), "oxidd", 12)
    with here.limited():
        members = mixed(here, 12)
    there = space_of(here.names, Limits(memory=1 << 10), "oxidd")
    with pytest.raises(LimitError, match=r"too hard.*memory allowed"), there.limited():
        here.copied(members, there)
    with there.limited():
        assert there.count(there.variable("x1"), 24) == 1 << 23
