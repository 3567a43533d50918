"""Whoever decides, the result is the same to the last byte."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from distributed import Client, LocalCluster

from questions.conflicts import failing, twelve
from satumeja.errors import QuestionError
from satumeja.questions import random_profiles, scenarios, sweep, workers
from satumeja.questions.sweeps import Plan
from satumeja.questions.sweeps._carried import Carried
from satumeja.questions.sweeps._decide import Outcome, decided

COUNT = 40_000  # five chunks


def plan() -> Plan:
    return random_profiles(twelve(), COUNT, 1, ties=0.1)


def found_by(executor: Executor | None) -> bytes:
    results = [sweep(plan(), executor), sweep(scenarios({"a": twelve()}), executor)]
    return "\n".join(json.dumps(r.to_json()) + r.csv() for r in results).encode()


@pytest.fixture(scope="module")
def here() -> bytes:
    return found_by(None)


@contextmanager
def dask(*, processes: bool) -> Iterator[Executor]:
    cluster = LocalCluster(  # type: ignore[no-untyped-call]
        2,
        threads_per_worker=1,
        processes=processes,
        dashboard_address=None,
        host="127.0.0.1",  # with no network it would look for an address, and warn
        protocol="tcp",
    )
    with cluster, Client(cluster) as client:  # type: ignore[no-untyped-call]
        yield client.get_executor()


def test_either_kernel_finds_the_same(kernel: str, here: bytes) -> None:
    del kernel
    assert found_by(None) == here


@pytest.mark.parametrize("threads", [1, 2, 4])
def test_threads_find_the_same(threads: int, here: bytes) -> None:
    with ThreadPoolExecutor(threads) as executor:
        assert found_by(executor) == here


@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_processes_find_the_same(jobs: int, here: bytes) -> None:
    with workers(jobs) as executor:
        assert (executor is None) == (jobs == 1)
        assert found_by(executor) == here


@pytest.mark.parametrize("processes", [False, True], ids=["threads", "processes"])
def test_dask_finds_the_same(processes: bool, here: bytes) -> None:
    with dask(processes=processes) as executor:
        assert isinstance(executor, Executor)
        assert found_by(executor) == here


class Recording(ThreadPoolExecutor):
    """Remembers what it was given."""

    def __init__(self) -> None:
        super().__init__(1)
        self.futures: list[Future[Any]] = []

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.futures.append(super().submit(fn, *args, **kwargs))
        return self.futures[-1]


def test_no_more_than_some_chunks_are_made_ahead_and_what_is_not_begun_is_cancelled() -> None:
    endless = random_profiles(twelve(), 10**12, 1)
    with Recording() as executor:
        outcomes = decided(endless, endless.parts(), Carried.of("nash"), executor)
        for _ in range(3):
            next(outcomes)
        assert len(executor.futures) == 256 + 2
        outcomes.close()
    begun = [future for future in executor.futures if not future.cancelled()]
    assert len(begun) < 50


def outcomes_of(plan: Plan, executor: Executor | None) -> dict[int, Outcome]:
    return {
        part.index: outcome
        for part, outcome in decided(plan, plan.parts(), Carried.of("nash"), executor)
    }


@pytest.mark.parametrize("executor", [None, ThreadPoolExecutor(2)], ids=["here", "threads"])
def test_a_failure_is_an_outcome_like_another(executor: Executor | None) -> None:
    found = outcomes_of(failing("wrong", 1, 2), executor)
    assert sorted(found) == [0, 1, 2, 3]
    assert isinstance(found[1], ValueError)
    assert isinstance(found[2], ValueError)
    assert isinstance(found[0], np.ndarray)
    assert isinstance(found[3], np.ndarray)


def test_a_worker_that_dies_is_a_failure_of_what_was_not_done() -> None:
    with workers(2) as executor:
        found = outcomes_of(failing("dies", 100, count=8192 * 300), executor)
        again = outcomes_of(failing("dies"), executor)
    assert sorted(found) == list(range(300))
    assert isinstance(found[100], BrokenProcessPool)
    assert isinstance(found[299], BrokenProcessPool)
    assert any(isinstance(outcome, np.ndarray) for outcome in found.values())
    assert all(isinstance(outcome, BrokenProcessPool) for outcome in again.values())


def test_an_executor_that_is_closed_is_a_failure() -> None:
    executor = ThreadPoolExecutor(1)
    executor.shutdown()
    assert [str(outcome) for outcome in outcomes_of(plan(), executor).values()] == [
        "cannot schedule new futures after shutdown"
    ] * 5


STARTS_WORKERS = """
import os, sys, time
from satumeja.questions import workers
if __name__ == "__main__":
    with workers(2) as executor:
        print(*{executor.submit(os.getpid).result() for _ in range(50)}, flush=True)
        time.sleep(60)
"""


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] != "Z"


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_workers_do_not_outlive_a_sweep_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(STARTS_WORKERS, encoding="utf-8")
    child = subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert child.stdout is not None
    pids = [int(word) for word in child.stdout.readline().split()]
    assert pids
    assert all(alive(pid) for pid in pids)
    child.kill()
    child.communicate()
    deadline = time.monotonic() + 20
    while any(alive(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(alive(pid) for pid in pids)


@pytest.mark.parametrize("jobs", [0, -1, 1.5, True])
def test_a_number_of_jobs_that_makes_no_sense_is_refused(jobs: Any) -> None:
    refused = pytest.raises(QuestionError, match="number of jobs is a whole number from 1 on")
    with refused, workers(jobs):
        pass
