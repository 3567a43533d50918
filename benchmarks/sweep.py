"""Time of many preference profiles of one model, by who decides them.

``python benchmarks/sweep.py [--profiles 100000] [--states 12 100]`` prints, for models of
three decision makers, first what deciding alone takes (the profiles being there) and what
a whole sweep does (drawn, decided and counted), in CPU seconds by kernel; then whole sweeps
here, by 2 threads, 2 processes and 2 Dask workers, with a store and without. Wall seconds
without starting and stopping the workers, which is a column of its own. A digest shows that
the results are the same. ``--kernels-only`` leaves the workers out.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path

import numpy as np
from distributed import Client, LocalCluster
from kept import Record
from models import ranked

from satumeja.model import Model, OptionStates, Rule
from satumeja.model.kit import Pattern
from satumeja.questions import random_profiles, sweep, workers
from satumeja.questions.sweeps import Plan
from satumeja.stability.explicit import Batch

_ALONE = 16_384  # profiles that are decided and nothing else
_TURNS = 3  # the least of so many counts, as other programs take their share of a machine

Maker = Callable[[], AbstractContextManager[Executor | None]]


def model_of(size: int) -> Model:
    """Make a model of three decision makers with exactly that many states."""
    options = (size - 1).bit_length()
    full = ranked(options, 3)
    assert isinstance(full.states, OptionStates)
    left_out = np.random.default_rng(1).permutation(full.states.codes)[size:]
    rules = (Rule(Pattern((1 << options) - 1, int(code)), "", "pattern") for code in left_out)
    return replace(full, infeasible=tuple(rules))


@contextmanager
def dask() -> Iterator[Executor]:
    cluster = LocalCluster(  # type: ignore[no-untyped-call]
        2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    )
    with cluster, Client(cluster) as client:  # type: ignore[no-untyped-call]
        yield client.get_executor()


def decided(model: Model, profiles: int) -> float:
    """Time the decisions alone, in CPU seconds."""
    rng, size = np.random.default_rng(1), len(model.states)
    orders = rng.permuted(np.tile(np.arange(1, size + 1), (3, profiles, 1)), axis=2)
    ranks = np.ascontiguousarray(orders.transpose(0, 2, 1).astype(np.uint8))
    ready = Batch(model)
    ready.stable(ranks[:, :, :256])
    return least_cpu(lambda: ready.stable(ranks))


def least_cpu(work: Callable[[], object]) -> float:
    """Time some work in CPU seconds."""
    seconds = []
    for _ in range(_TURNS):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return min(seconds)


def kernel_here() -> str:
    """Say which kernel decides; revisions to compare with may have none but numpy."""
    try:
        from satumeja.stability.kernel import kernel_in_use
    except ImportError:
        return "numpy"
    return kernel_in_use()


@contextmanager
def deciding(kernel: str) -> Iterator[None]:
    """Let a kernel decide, here and in processes that are started."""
    before = os.environ.get("SATUMEJA_KERNEL")
    os.environ["SATUMEJA_KERNEL"] = kernel
    try:
        yield
    finally:
        del os.environ["SATUMEJA_KERNEL"]
        if before is not None:
            os.environ["SATUMEJA_KERNEL"] = before


def by_kernel(plan: Plan, record: Record) -> Iterator[str]:
    """Time each kernel there is."""
    size, used = len(plan.states), kernel_here()
    sweep(random_profiles(plan.model, 20, 0), progress=lambda *_: None)
    for kernel in dict.fromkeys((used, "numpy")):
        which = "" if kernel == used else f", {kernel}"
        with deciding(kernel):
            alone = decided(plan.model, _ALONE)
            whole = least_cpu(lambda: sweep(plan, progress=lambda *_: None))
        record.note(f"{size} states: {_ALONE:,} profiles decided{which}", alone)
        record.note(f"{size} states: {plan.profiles:,} profiles swept{which}", whole)
        yield f"{kernel:16} {_ALONE / alone:14,.0f} {plan.profiles / whole:14,.0f}"


def swept(plan: Plan, executor: Executor | None, store: Path | None) -> tuple[float, str]:
    start = time.perf_counter()
    result = sweep(plan, executor, store, progress=lambda *_: None)
    seconds = time.perf_counter() - start
    text = json.dumps(result.to_json()).encode()
    return seconds, hashlib.sha256(text).hexdigest()[:12]


def rows(plan: Plan, record: Record) -> Iterator[str]:
    makers: dict[str, Maker] = {
        "this process": nullcontext,
        "2 threads": lambda: ThreadPoolExecutor(2),
        "2 processes": lambda: workers(2),
        "2 Dask workers": dask,
    }
    for name, made in makers.items():
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            with made() as executor:
                if executor is not None:
                    sweep(random_profiles(plan.model, 20, 0), executor, progress=lambda *_: None)
                ready = time.perf_counter() - start
                seconds, digest = swept(plan, executor, None)
                kept, again = swept(plan, executor, Path(folder) / "store.db")
        assert digest == again
        rate = plan.profiles / seconds
        if executor is None:
            record.note(f"{len(plan.states)} states: sweep, by the clock", seconds)
        yield f"{name:16} {ready:8.2f} {seconds:8.2f} {kept:10.2f} {rate:12,.0f}  {digest}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profiles", type=int, default=100_000)
    parser.add_argument("--states", type=int, nargs="+", default=[12, 100])
    parser.add_argument("--kernels-only", action="store_true")
    asked = parser.parse_args()
    with Record("sweep.py") as record:
        for size in asked.states:
            measure(size, asked.profiles, record, workers_too=not asked.kernels_only)


def measure(size: int, profiles: int, record: Record, *, workers_too: bool) -> None:
    model = model_of(size)
    print(f"{size} states, 3 DMs, {profiles:,} profiles, five concepts")
    print(f"{'a CPU second':16} {'decided':>14} {'swept':>14}")
    for row in by_kernel(random_profiles(model, profiles, 1), record):
        print(row, flush=True)
    if not workers_too:
        return
    head = f"{'start s':>8} {'sweep s':>8} {'to store s':>10} {'profiles/s':>12}  result"
    print(f"{'decided by':16} {head}")
    for row in rows(random_profiles(model, profiles, 1), record):
        print(row, flush=True)


if __name__ == "__main__":
    main()
