"""A process of its own decides within a budget, and is ended where that is spent."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

import hard_questions
import satumeja
from hard_questions import Gone, Hungry, Late, Refused, Wrong
from satumeja.errors import LimitError, ModelError
from satumeja.formats import from_dict
from satumeja.gallery import load
from satumeja.model import Is, Model, Not, Rule
from satumeja.stability import CONCEPTS, Budget, SpentError, analyse_symbolically
from satumeja.stability._budget import resident
from satumeja.stability.symbolic import _deciders
from satumeja.stability.symbolic._deciders import Apart, Here, Spent, deciding
from satumeja.stability.symbolic._engine import SymbolicEngine
from satumeja.stability.symbolic._libraries import space_of
from satumeja.stability.symbolic._packed import packed, unpacked
from satumeja.stability.symbolic._questions import Feasible, HoldOf, StableFor, VerdictOn
from satumeja.stability.symbolic._space import Limits

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are begun another way")
MODEL = load("december-2021-b")


TESTS = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def questions_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the process of its own find the questions of `hard_questions`."""
    monkeypatch.setenv("PYTHONPATH", str(TESTS))


def apart(budget: Budget) -> Apart:
    return Apart(SymbolicEngine(MODEL), budget, Limits())


def test_it_answers_as_this_process_does() -> None:
    budget = Budget("5m", "4GB")
    with apart(budget) as there:
        here = Here(there.engine, budget)
        for concept in CONCEPTS:
            for place in range(len(MODEL.decision_makers)):
                question = StableFor(concept, place)
                assert there.ask(question, budget) == here.ask(question, budget)
        code = MODEL.status_quo or 0
        for other in (VerdictOn("sseq", 0, code, 3), HoldOf(code, 3)):
            assert there.ask(other, budget) == here.ask(other, budget)


def test_one_that_is_late_is_ended_and_followed_by_another() -> None:
    budget = Budget("5m")
    with apart(budget) as there:
        nash = there.ask(StableFor("nash", 0), budget)
        first = there._process
        assert first is not None
        answer = there.ask(Late(), budget.part(600))
        assert isinstance(answer, Spent)
        assert answer.reason == "time"
        assert first.returncode is not None
        assert there.answered.keys() == {("nash", 0)}
        assert there.ask(StableFor("nash", 0), budget) == nash
        assert there._process is not first
    assert there._process is None


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="memory is not to be seen")
def test_one_that_takes_too_much_memory_is_ended() -> None:
    # The memory is that of both processes, and the one that tests may have grown large by then.
    budget = Budget("5m", (resident() or 0) + 550 * 2**20)
    with apart(budget) as there:
        answer = there.ask(Hungry(), budget)
        assert isinstance(answer, Spent)
        assert answer.reason == "memory"
        assert not isinstance(there.ask(StableFor("gmr", 1), budget), Spent)


def test_one_that_the_system_stops_had_no_more_memory() -> None:
    budget = Budget("5m")
    with apart(budget) as there:
        answer = there.ask(Gone(os.abort), budget)
        assert isinstance(answer, Spent)
        assert answer.reason == "memory"
        with pytest.raises(RuntimeError, match="ended with code 0"):
            there.ask(Gone(hard_questions.leave), budget)
        assert not isinstance(there.ask(StableFor("gmr", 1), budget), Spent)


def test_faults_are_told_as_faults() -> None:
    budget = Budget("5m")
    with apart(budget) as there:
        with pytest.raises(RuntimeError, match="KeyError: 'a mistake'"):
            there.ask(Wrong(), budget)
        with pytest.raises(LimitError, match="too large"):
            there.ask(Refused(), budget)


def test_one_that_dies_between_two_questions_is_seen() -> None:
    budget = Budget("5m")
    with apart(budget) as there:
        there.ask(StableFor("nash", 0), budget)
        assert there._process is not None
        there._process.kill()
        there._process.wait()
        assert isinstance(there.ask(StableFor("nash", 0), budget), Spent)


def test_it_is_of_the_same_package_whatever_else_is_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun: list[dict[str, str]] = []

    class Seen(subprocess.Popen[bytes]):
        def __init__(self, words: list[str], *, env: dict[str, str], **more: Any) -> None:
            begun.append(env)
            super().__init__(words, env=env, **more)

    monkeypatch.setattr(subprocess, "Popen", Seen)
    budget = Budget("5m")
    with apart(budget) as there:
        there.ask(StableFor("nash", 0), budget)
    (env,) = begun
    first, *others = env["PYTHONPATH"].split(os.pathsep)
    assert Path(first, "satumeja", "__init__.py").samefile(satumeja.__file__)
    assert others == [str(TESTS)]
    assert env["PATH"] == os.environ["PATH"]


def test_the_feasible_states_are_found_there_and_sent_along() -> None:
    budget = Budget("5m", "4GB")
    whole = SymbolicEngine(MODEL)
    waiting = SymbolicEngine(MODEL, waits=True)
    with Apart(waiting, budget, Limits()) as there:
        assert not waiting.states.laid_out
        there_found = there.ask(Feasible(), budget)
        assert not waiting.states.laid_out
        waiting.states.feasible = there_found
        assert whole.space.count(whole.states.feasible, 7) == waiting.space.count(there_found, 7)
        there._end()
        # The next is told of them, and gives the same.
        assert there.ask(Feasible(), budget) == there_found
        assert there.ask(StableFor("nash", 0), budget) == waiting.stable("nash", 0)


def test_rules_that_are_harder_than_all_else_end_at_the_limit_too() -> None:
    rng, options = Random(5), 110
    drawn = (rng.sample(range(options), 6) for _ in range(options))
    data: dict[str, Any] = {
        "satumeja": 1,
        "title": "Hard",
        "decision_makers": {
            "a": {"options": dict.fromkeys(f"o{k}" for k in range(options)), "preferences": []},
            "b": {"preferences": []},
        },
        "infeasible": ["o{} & o{} & -o{} | o{} & -o{} & o{}".format(*six) for six in drawn],
    }
    model = from_dict(data)
    begun = time.monotonic()
    with pytest.raises(SpentError, match="nothing was decided within 2 s; give it more"):
        analyse_symbolically(model, budget=Budget("2s"))
    assert time.monotonic() - begun < 60  # without an end to the process it takes many minutes


def test_no_feasible_state_is_a_fault_within_a_budget_as_without() -> None:
    taken = Is(0)
    model = replace(MODEL, infeasible=(Rule(taken, "x"), Rule(Not(taken), "not x")))
    for budget in (None, Budget("5m")):
        with pytest.raises(ModelError, match="no state is feasible"):
            analyse_symbolically(model, budget=budget)


def test_elsewhere_it_decides_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_deciders, "_APART", False)
    engine = SymbolicEngine(MODEL)
    with deciding(engine, Budget("1m"), Limits()) as decider:
        assert isinstance(decider, Here)
    result = analyse_symbolically(MODEL, ["seq"], budget=Budget("5m"))
    assert list(result.equilibria("seq")) == list(
        analyse_symbolically(MODEL, ["seq"]).equilibria("seq")
    )


def test_here_a_budget_is_put_back_after_each_question() -> None:
    engine = SymbolicEngine(MODEL)
    usual, spent = engine.space.budget, Budget("1s")
    spent.seconds = 0.0
    assert isinstance(Here(engine, spent).ask(StableFor("nash", 0), spent), Spent)
    assert engine.space.budget is usual


def test_where_nothing_is_decided_that_is_said() -> None:
    with pytest.raises(SpentError, match=r"nothing was decided within 1e-06 s; give it more, or"):
        analyse_symbolically(MODEL, budget=Budget(1e-6))
    told = "nothing was decided within 1,000 bytes of memory"
    with pytest.raises(SpentError, match=told):
        analyse_symbolically(MODEL, budget=Budget(memory=1000))


@pytest.mark.parametrize("seed", range(5))
def test_sets_are_the_same_in_another_order(seed: int) -> None:
    rng, names = Random(seed), [f"x{k}" for k in range(8)]
    first = space_of(names, Limits())
    second = space_of(rng.sample(names, len(names)), Limits())
    with first.limited(), second.limited():
        members = first.none
        for _ in range(rng.randrange(20)):
            members |= first.cube({name: rng.random() < 0.5 for name in rng.sample(names, 5)})
        there = unpacked(second, packed(first, members))
        assert first.count(members, 8) == second.count(there, 8)
        assert unpacked(first, packed(second, there)) == members
        for edge in (first.none, first.all):
            assert unpacked(first, packed(first, edge)) == edge


def test_a_model_may_be_asked_in_one_word() -> None:
    result = MODEL.analyse(limit="5m", memory="4GB", engine="symbolic")
    assert result.engine == "symbolic"
    assert result.undecided == {}  # type: ignore[union-attr]
    small: Model = load("chicken")
    assert small.analyse("nash", limit=60).equilibria("nash").tolist() == [2, 3]  # type: ignore[union-attr]
