"""What runs in the process that decides within a budget, and ends with the one that asks."""

from __future__ import annotations

import ctypes
import math
import os
import signal
import sys
import traceback
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from typing import Any

from satumeja.errors import SatuMejaError
from satumeja.model import Model
from satumeja.stability._budget import Budget, SpentError, resident
from satumeja.stability.symbolic._engine import SymbolicEngine
from satumeja.stability.symbolic._packed import Packed, packed, unpacked
from satumeja.stability.symbolic._questions import Question, StableFor
from satumeja.stability.symbolic._space import Limits

__all__ = ["Task", "main"]

_DEATH = 1
"""The number by which Linux is asked to end a process with the one that began it."""
_AFTER = 60
"""Seconds of work allowed beyond what was asked for, before the system ends the process."""
_LEAST = 1 << 24


@dataclass(frozen=True)
class Task:
    """What a worker is for.

    Parameters
    ----------
    model : Model
        What is asked about.
    limits : Limits
        What its diagrams may take.
    backend : str
        The library that makes them.
    memory : int, optional
        Bytes that the process may take.
    seconds : float, optional
        So long it will be asked.
    parent : int
        The process that asks.
    answered : mapping of (str, int) to Packed
        Stable states by concept and place that are known already.
    """

    model: Model
    limits: Limits
    backend: str
    memory: int | None
    seconds: float | None
    parent: int
    answered: Mapping[tuple[str, int], Packed]


def main() -> None:
    """Answer questions as long as there are any."""
    pipe = Connection(int(sys.argv[1]))
    with suppress(EOFError, BrokenPipeError):
        task: Task = pipe.recv()
        _end_with(task)
        engine: SymbolicEngine | None = None
        while True:
            question, seconds = pipe.recv()
            budget = Budget(None if seconds is None else max(seconds, 1e-3), task.memory)
            try:
                if engine is None:
                    engine = _engine(task, budget)
                pipe.send(_answer(engine, question, budget))
            except SatuMejaError as error:
                pipe.send(error)
            except MemoryError:
                pipe.send(SpentError("there is no more memory", "memory"))
            except Exception:
                pipe.send(RuntimeError(traceback.format_exc()))


def _engine(task: Task, budget: Budget) -> SymbolicEngine:
    limits = task.limits
    if task.memory is not None:
        free = max(_LEAST, task.memory - (resident() or 0))
        limits = replace(limits, memory=min(limits.memory, free))
    engine = SymbolicEngine(task.model, limits=limits, backend=task.backend, budget=budget)
    for (concept, place), states in task.answered.items():
        with engine.space.limited():
            engine.take(concept, place, unpacked(engine.space, states))
    return engine


def _answer(engine: SymbolicEngine, question: Question, budget: Budget) -> Any:
    engine.space.budget = budget
    answer = question.answer(engine)
    return packed(engine.space, answer) if isinstance(question, StableFor) else answer


def _end_with(task: Task) -> None:
    """End with the process that asks, also where that is killed, and in the midst of a step."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_DEATH, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != task.parent:
        os._exit(1)
    if task.seconds is not None:
        import resource

        most = math.ceil(task.seconds * (os.cpu_count() or 1)) + _AFTER
        resource.setrlimit(resource.RLIMIT_CPU, (most, most))
