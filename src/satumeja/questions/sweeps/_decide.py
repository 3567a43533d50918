"""Deciding the chunks of a plan, here or on any executor."""

from __future__ import annotations

import queue
from collections.abc import Generator, Iterable
from concurrent.futures import Executor, Future
from itertools import islice

from satumeja.questions.sweeps._carried import Carried
from satumeja.questions.sweeps._plan import Chunk, Counts, Part, Plan

__all__ = ["Outcome", "decided"]

Outcome = Counts | Exception

_AHEAD = 256  # chunks handed to an executor before the first must be done


def _counts(chunk: Chunk, concepts: Carried) -> Counts:
    """Count the profiles of a chunk in which each state is an equilibrium."""
    return chunk.counts(concepts.open())


def decided(
    plan: Plan, parts: Iterable[Part], concepts: Carried, executor: Executor | None
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
    executor: Executor, plan: Plan, parts: Iterable[Part], concepts: Carried
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
