"""Deciding the chunks of a plan, here or on any executor."""

from __future__ import annotations

import multiprocessing
import os
import queue
import signal
import threading
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice

import numpy as np

from satumeja.questions.sweeps._plan import Chunk, Part, Plan, whole_number
from satumeja.questions.sweeps._result import Counts

__all__ = ["Outcome", "decided", "workers"]

Outcome = Counts | Exception

_AHEAD = 256  # chunks handed to an executor before the first must be done


def _counts(chunk: Chunk, concepts: Sequence[str]) -> Counts:
    """Count the profiles of a chunk in which each state is an equilibrium."""
    counts: Counts = chunk.equilibria(concepts).sum(axis=-1, dtype=np.int64)
    return counts


def decided(
    plan: Plan, parts: Iterable[Part], concepts: Sequence[str], executor: Executor | None
) -> Generator[tuple[Part, Outcome]]:
    """Decide parts of a plan.

    Parameters
    ----------
    plan, parts, concepts
        What to decide.
    executor : Executor, optional
        Who decides; without one, this process does when it is asked for the next.

    Yields
    ------
    Part, array or Exception
        In any order. A failure is an outcome like another. Closing the generator
        cancels what has been handed out and not begun.
    """
    if executor is not None:
        yield from _decided_by(executor, plan, parts, concepts)
        return
    for part in parts:
        try:
            outcome: Outcome = _counts(plan.chunk(part), concepts)
        except Exception as error:
            outcome = error
        yield part, outcome


def _decided_by(
    executor: Executor, plan: Plan, parts: Iterable[Part], concepts: Sequence[str]
) -> Generator[tuple[Part, Outcome]]:
    ready: queue.SimpleQueue[Future[Counts]] = queue.SimpleQueue()
    waiting: dict[Future[Counts], Part] = {}
    left = iter(parts)
    try:
        while True:
            for part in islice(left, _AHEAD - len(waiting)):
                try:
                    future = executor.submit(_counts, plan.chunk(part), concepts)
                except RuntimeError as error:  # shut down, or its workers are gone
                    yield part, error
                else:
                    waiting[future] = part
                    future.add_done_callback(ready.put)
            if not waiting:
                return
            future = ready.get()
            yield waiting.pop(future), _outcome(future)
    finally:
        for future in waiting:
            future.cancel()


def _outcome(future: Future[Counts]) -> Outcome:
    try:
        return future.result()
    except Exception as error:
        return error


@contextmanager
def workers(jobs: int) -> Iterator[Executor | None]:
    """Start processes of this machine for a `sweep`, and end them afterwards.

    Parameters
    ----------
    jobs : int
        How many; with one, no process is started and None is given.

    Yields
    ------
    Executor or None
        To be given to `sweep`. Ctrl-C reaches the sweep alone, which cancels what has
        not begun: the workers end when they have decided what they are at.

    Raises
    ------
    QuestionError
        If `jobs` is not a whole number from 1 on.
    """
    if whole_number(jobs, 1, "the number of jobs") == 1:
        yield None
        return
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    with ProcessPoolExecutor(jobs, context, initializer=_watch_parent) as pool:
        with _interrupts_ignored():
            pool.submit(int)  # the workers start here, and inherit what is ignored
        yield pool


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield  # Ctrl-C goes to the main thread, and only there can it be ignored
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _watch_parent() -> None:
    """Have this worker end with its parent, even if that is killed."""
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
