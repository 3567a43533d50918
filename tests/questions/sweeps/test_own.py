"""Concepts of one's own in sweeps: here, in other processes, and refused by name."""

from __future__ import annotations

import importlib
import multiprocessing
import pickle
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from distributed import Client, LocalCluster

from questions.conflicts import twelve
from satumeja.brief import sweep_table
from satumeja.errors import QuestionError
from satumeja.gallery import load
from satumeja.questions import (
    SweepError,
    SweepResult,
    every_ranking,
    random_profiles,
    scenarios,
    sweep,
)
from satumeja.stability import OwnConcept, Sets, analyse, concept, forget

COUNT = 60


@pytest.fixture
def own() -> Iterator[OwnConcept]:
    module = importlib.import_module("questions.own_concepts")
    yield module.held_back
    forget(module.held_back)
    del sys.modules["questions.own_concepts"]


def swept(executor: Executor | None = None) -> SweepResult:
    plan = random_profiles(twelve(), COUNT, 1, ties=0.1)
    return sweep(plan, executor, concepts=["held_back", "GMR", "seq"])


def spawned() -> AbstractContextManager[Executor]:
    return ProcessPoolExecutor(2, multiprocessing.get_context("spawn"))


def test_it_is_counted_beside_the_five(own: OwnConcept) -> None:
    result = swept()
    assert result.concepts == ("gmr", "seq", "held_back")
    assert result.counts["held_back"].tolist() == result.counts["gmr"].tolist()
    assert result.counts["held_back"].tolist() != result.counts["seq"].tolist()
    assert np.array_equal(result.equilibria("held_back"), result.equilibria("gmr"))
    assert "held_back" in sweep_table(result).header()
    alone = sweep(every_ranking(load("syria-iraq"), "syria"), concepts="held_back")
    assert alone.counts["held_back"].tolist()[1] == 384


def test_it_is_counted_in_scenarios(own: OwnConcept) -> None:
    models = {"B": load("december-2021-b"), "B2": load("december-2021-b2")}
    result = sweep(scenarios(models), concepts="held_back, nash")
    assert result.to_json()["concepts"] == ["nash", "held_back"]
    decided = analyse(models["B"], "held_back").is_equilibrium("held_back")
    assert result.equilibria("held_back")[:, 0].tolist() == decided.tolist()


@pytest.mark.parametrize("make", [spawned, lambda: ThreadPoolExecutor(2)])
def test_other_processes_and_threads_decide_the_same(own: OwnConcept, make: Any) -> None:
    with make() as executor:
        assert swept(executor).to_json() == swept().to_json()


@pytest.mark.parametrize("processes", [False, True], ids=["threads", "processes"])
def test_dask_decides_the_same(own: OwnConcept, processes: bool) -> None:
    cluster = LocalCluster(  # type: ignore[no-untyped-call]
        1,
        threads_per_worker=1,
        processes=processes,
        dashboard_address=None,
        host="127.0.0.1",
        protocol="tcp",
    )
    with cluster, Client(cluster) as client:  # type: ignore[no-untyped-call]
        assert swept(client.get_executor()).to_json() == swept().to_json()
        # What a task gives back is whole: a sweep and an analysis, as results.
        plan = random_profiles(twelve(), COUNT, 1)
        assert client.submit(sweep, plan).result().to_json() == sweep(plan).to_json()
        analysed = client.submit(analyse, twelve(), "nash, l2").result()
        assert analysed.to_json() == analyse(twelve(), "nash, l2").to_json()


def test_results_come_back_from_processes_that_were_spawned(own: OwnConcept) -> None:
    with spawned() as executor:
        swept_there = executor.submit(sweep, random_profiles(twelve(), COUNT, 1)).result()
        analysed = executor.submit(analyse, twelve(), "nash, l2, cseq").result()
    assert swept_there.to_json() == sweep(random_profiles(twelve(), COUNT, 1)).to_json()
    assert analysed.to_json() == analyse(twelve(), "nash, l2, cseq").to_json()
    edited = analysed.with_preferences(a=["p"])
    assert edited.to_json() == edited.model.analyse("nash, l2, cseq").to_json()


def test_a_result_is_the_same_after_it_was_pickled(own: OwnConcept) -> None:
    result = swept()
    again = pickle.loads(pickle.dumps(result))  # noqa: S301 - our own
    assert again.to_json() == result.to_json() and again.csv() == result.csv()
    assert np.array_equal(again.equilibria("held_back"), result.equilibria("held_back"))


def test_what_another_process_cannot_find_is_named() -> None:
    @concept("local", name="Local", definition="i stays.", reference="-")
    def local(game: Sets, dm: str, state: int) -> bool:
        return True

    try:
        plan = random_profiles(twelve(), 5, 1)
        assert sweep(plan, concepts="local").counts["local"].tolist() == [5] * 12
        with spawned() as executor, pytest.raises(SweepError) as caught:
            sweep(plan, executor, concepts="local")
        assert str(caught.value).startswith(
            'profiles 1 to 5 could not be decided: "local" is not known to the process that'
        )
        assert str(caught.value).endswith("at the top of a module that it can import")
    finally:
        forget(local)


def test_a_definition_that_fails_is_named_with_the_profiles() -> None:
    @concept("bad", name="Bad", definition="Bad.", reference="-")
    def bad(game: Sets, dm: str, state: int) -> bool:
        return bool(1 / 0)

    try:
        with pytest.raises(SweepError) as caught:
            sweep(random_profiles(twelve(), 5, 1), concepts=["bad"])
        assert str(caught.value) == (
            'profiles 1 to 5 could not be decided: "bad" fails at state 1 for a: '
            "ZeroDivisionError: division by zero"
        )
    finally:
        forget(bad)


def test_a_store_takes_none_whose_definition_may_change(own: OwnConcept, tmp_path: Path) -> None:
    with pytest.raises(QuestionError, match='"held_back" is defined outside this package'):
        sweep(random_profiles(twelve(), 5, 1), store=tmp_path / "s.db", concepts="held_back")
    assert not (tmp_path / "s.db").exists()
