"""What runs in the process that decides within a budget, and ends with the one that asks."""

from __future__ import annotations

import ctypes
import math
import os
import signal
import sys
import traceback
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from typing import Any

from satumeja.errors import SatuMejaError
from satumeja.stability._budget import Budget, SpentError, resident
from satumeja.stability.symbolic._engine import SymbolicEngine
from satumeja.stability.symbolic._packed import packed, unpacked
from satumeja.stability.symbolic._questions import Feasible, KnownFor, Question, StableFor
from satumeja.stability.symbolic._task import Task

__all__ = ["main"]

_DEATH = 1
"""The number by which Linux is asked to end a process with the one that began it."""
_AFTER = 60
"""Seconds of work allowed beyond what was asked for, before the system ends the process."""
_LEAST = 1 << 24


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
    engine = SymbolicEngine(
        task.model, limits=limits, backend=task.backend, budget=budget, waits=True
    )
    if task.feasible is not None:
        with engine.space.limited():
            engine.states.feasible = unpacked(engine.space, task.feasible)
    for (concept, place), states in task.answered.items():
        with engine.space.limited():
            engine.take(concept, place, unpacked(engine.space, states))
    return engine


def _answer(engine: SymbolicEngine, question: Question, budget: Budget) -> Any:
    engine.space.budget = budget
    answer = question.answer(engine)
    if answer is not None and isinstance(question, Feasible | StableFor | KnownFor):
        return packed(engine.space, answer)
    return answer


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
