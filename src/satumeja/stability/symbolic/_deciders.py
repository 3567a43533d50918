"""Who answers questions within a budget: this process, or one of its own that can be ended."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self

import satumeja
from satumeja.errors import SatuMejaError
from satumeja.stability._budget import Budget, Reason, SpentError, resident
from satumeja.stability.symbolic._engine import SymbolicEngine
from satumeja.stability.symbolic._packed import Packed, packed, unpacked
from satumeja.stability.symbolic._questions import KnownFor, Question, StableFor
from satumeja.stability.symbolic._space import Limits
from satumeja.stability.symbolic._task import Task

if TYPE_CHECKING:
    import subprocess
    from multiprocessing.connection import Connection

__all__ = ["Apart", "Decider", "Here", "Spent", "deciding"]

_LOOK = 0.03
"""So many seconds pass between two looks at the process."""
_OVER = 0.3
"""A step of a diagram may take so much longer than its part of the time before it is ended."""
_BESIDE = 48 << 20
"""Bytes of the memory allowed that diagrams leave to what works beside them."""
_HERE = Path(satumeja.__file__).parents[1]
_APART = os.name == "posix" and bool(sys.executable)
"""Whether a process can be begun that is handed one end of a pipe."""
_KILLED = (-9, -6)
"""How a process ends that the system stops, or a library that gets no more memory."""


class Spent:
    """In place of an answer: what there was too little of."""

    def __init__(self, reason: Reason) -> None:
        self.reason: Reason = reason


class Decider(Protocol):
    """Answers questions within a budget."""

    engine: SymbolicEngine
    budget: Budget

    def ask(self, question: Question, part: Budget) -> Any:
        """Answer within a part of the budget, or give `Spent`."""


class Here:
    """Answers in this process: stops between two steps of a diagram, and not within one.

    Parameters
    ----------
    engine : SymbolicEngine
        What answers.
    budget : Budget
        What all answers together may take.
    """

    def __init__(self, engine: SymbolicEngine, budget: Budget) -> None:
        self.engine, self.budget = engine, budget

    def ask(self, question: Question, part: Budget) -> Any:
        """Answer within a part of the budget, or give `Spent`."""
        space = self.engine.space
        before, space.budget = space.budget, part
        try:
            return question.answer(self.engine)
        except SpentError as spent:
            return Spent(spent.reason)
        finally:
            space.budget = before


class Apart:
    """Answers in a process of its own, which is ended where time or memory is spent.

    Parameters
    ----------
    engine : SymbolicEngine
        Of the model, in this process: sets that are answers are laid out there.
    budget : Budget
        What all answers together may take; the memory is that of both processes.
    limits : Limits
        What its diagrams may take by themselves.

    Notes
    -----
    Used in a ``with`` block, at whose end the process is ended too. One that was ended in the
    middle of a question is followed by another, which is given what was answered before.
    """

    def __init__(self, engine: SymbolicEngine, budget: Budget, limits: Limits) -> None:
        self.engine, self.budget, self.limits = engine, budget, limits
        self.answered: dict[tuple[str, int], Packed] = {}
        self._process: subprocess.Popen[bytes] | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def ask(self, question: Question, part: Budget) -> Any:
        """Answer within a part of the budget, or give `Spent`."""
        if self._pipe is None:
            if isinstance(question, KnownFor):
                return None  # a process that is begun anew knows no more than is known here
            self._begin()
        assert self._pipe is not None  # noqa: S101 - `_begin` makes it
        with suppress(
            BrokenPipeError, ConnectionResetError
        ):  # it died before: what it left is seen below
            self._pipe.send((question, part.left))
        reason = self._watch(part)
        if reason is not None:
            self._end()
            return Spent(reason)
        return self._received(question)

    def _begin(self) -> None:
        """Start a process, and tell it all that is known."""
        import subprocess
        from multiprocessing.connection import Pipe

        self._pipe, theirs = Pipe()
        script = "from satumeja.stability.symbolic._worker import main; main()"
        paths = [str(_HERE), *filter(None, [os.environ.get("PYTHONPATH")])]
        # -P: what lies where the user happens to stand is no module of ours.
        self._process = subprocess.Popen(  # noqa: S603 - this interpreter, our own module
            [sys.executable, "-P", "-c", script, str(theirs.fileno())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        )
        theirs.close()
        memory = self.budget.memory
        own = None if memory is None else max(1, memory - (resident() or 0) - _BESIDE)
        backend = self.engine.space.backend
        seconds = self.budget.left
        states = self.engine.states
        feasible = packed(states.space, states.feasible) if states.laid_out else None
        model, answered = self.engine.model, self.answered
        self._pipe.send(
            Task(model, self.limits, backend, own, seconds, os.getpid(), answered, feasible)
        )

    def _watch(self, part: Budget) -> Reason | None:
        """Wait for an answer; give what is spent before there is one."""
        assert self._pipe is not None  # noqa: S101
        assert self._process is not None  # noqa: S101
        end = None
        if part.left is not None:
            whole = self.budget.left
            over = part.left + _OVER
            end = time.monotonic() + (over if whole is None else min(over, whole))
        while not self._pipe.poll(_LOOK):
            if end is not None and time.monotonic() > end:
                return "time"
            memory = self.budget.memory
            if memory is None:
                continue
            if (resident(self._process.pid) or 0) + (resident() or 0) > memory:
                return "memory"
        return None

    def _received(self, question: Question) -> Any:
        """Take an answer, or what happened in place of it."""
        assert self._pipe is not None  # noqa: S101
        assert self._process is not None  # noqa: S101
        try:
            answer = self._pipe.recv()
        except (EOFError, ConnectionResetError):
            code = self._process.wait()
            self._end()
            if code in _KILLED:
                return Spent("memory")
            raise RuntimeError(f"the process that decides ended with code {code}") from None
        if isinstance(answer, SpentError):
            if answer.reason == "memory":
                self._end()  # the next question begins with all of the memory
            return Spent(answer.reason)
        if isinstance(answer, SatuMejaError | RuntimeError):
            raise answer
        if isinstance(answer, Packed):
            return self._kept(question, answer)
        return answer

    def _kept(self, question: Question, states: Packed) -> Any:
        if isinstance(question, StableFor | KnownFor):
            self.answered[question.concept, question.place] = states
        space = self.engine.space
        with space.limited():
            return unpacked(space, states)

    def _end(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._pipe = self._process = None


@contextmanager
def deciding(engine: SymbolicEngine, budget: Budget, limits: Limits) -> Iterator[Decider]:
    """Give who answers within a budget: a process of its own where it can be begun and ended.

    Parameters
    ----------
    engine : SymbolicEngine
        Of the model that is asked about.
    budget : Budget
        What all answers together may take.
    limits : Limits
        What diagrams may take by themselves.
    """
    if not _APART:
        yield Here(engine, budget)
        return
    with Apart(engine, budget, limits) as decider:
        yield decider
