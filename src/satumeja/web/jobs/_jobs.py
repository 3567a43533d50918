"""Jobs: two workers at most, how far each is, what it gave, and its end."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Literal

from satumeja.errors import QuestionError, SatuMejaError, did_you_mean
from satumeja.web.jobs._asking import Question, require_fitting
from satumeja.web.jobs._task import Task
from satumeja.web.jobs._worker import main
from satumeja.web.jobs._works import WORKS
from satumeja.web.shapes import JobShown

__all__ = ["Jobs", "JobsBusyError"]

_WORKERS, _WAITING, _KEPT = 2, 16, 32

State = Literal["waiting", "running", "done", "failed", "stopped"]
Listener = Callable[[str, JobShown], None]
"""Told, with the name of the case, whenever a job is farther, or at its end."""


class JobsBusyError(SatuMejaError):
    """There are as many jobs as may wait."""


@dataclass
class _Job:
    """A job under way, waiting, or at its end."""

    id: str
    task: Task
    state: State = "waiting"
    count: int = 0
    of: int = 0
    outcome: Mapping[str, Any] = field(default_factory=dict)
    process: BaseProcess | None = None
    ended: threading.Event = field(default_factory=threading.Event)

    def shown(self, *, whole: bool = True) -> JobShown:
        """Show it; what it gave is left out where it is only told of."""
        outcome = self.outcome if whole else {}
        content = {
            key: outcome[key] for key in ("sheet", "rests", "data", "text") if key in outcome
        }
        return JobShown(
            id=self.id,
            kind=self.task.kind,
            file=self.task.file,
            version=self.task.version,
            state=self.state,
            count=self.count,
            of=self.of,
            message=self.outcome.get("message", ""),
            **content,
        )


class Jobs:
    """Work in processes of its own, so that the app goes on answering.

    Parameters
    ----------
    tell : callable, optional
        Told of each job when it is farther, or at its end.

    Notes
    -----
    Two workers at most run at once; others wait their turn. Results of the last 32 jobs are
    kept. A worker ends when its server does, also where that is killed.
    """

    def __init__(self, tell: Listener | None = None) -> None:
        self._tell = tell
        self._jobs = OrderedDict[str, _Job]()
        self._queue = deque[_Job]()
        self._running = 0
        self._lock = threading.RLock()
        self._closed = False

    def begin(self, task: Task) -> JobShown:
        """Begin a job, or let it wait its turn.

        Raises
        ------
        QuestionError
            If there is no such kind, or it has no use for what is named.
        JobsBusyError
            If too many are waiting.
        """
        if task.kind not in WORKS:
            raise QuestionError(f'no job "{task.kind}"{did_you_mean(task.kind, list(WORKS))}')
        work = WORKS[task.kind]
        if isinstance(work, Question):
            require_fitting(work, task.options)
        return self._add(task).shown(whole=False)

    def finish(self, task: Task) -> Mapping[str, Any]:
        """Do a task in a worker, and wait for what it gives.

        Raises
        ------
        QuestionError
            If it could not be done, with the reason.
        JobsBusyError
            If too many are waiting.
        """
        job = self._add(task)
        job.ended.wait()
        with self._lock:
            self._jobs.pop(job.id, None)
        if job.state != "done":
            raise QuestionError(str(job.outcome.get("message") or "the job was stopped"))
        return job.outcome

    def _add(self, task: Task) -> _Job:
        job = _Job(secrets.token_urlsafe(12), task)
        with self._lock:
            if len(self._queue) >= _WAITING or self._closed:
                raise JobsBusyError("too many jobs are waiting; stop one, or wait for it")
            self._jobs[job.id] = job
            self._queue.append(job)
            self._forget()
            self._start()
        return job

    def _forget(self) -> None:
        """Let the oldest results go where there are too many."""
        ended = [job.id for job in self._jobs.values() if job.ended.is_set()]
        for job_id in ended[: max(0, len(ended) - _KEPT)]:
            del self._jobs[job_id]

    def _start(self) -> None:
        """Start workers for jobs that wait, as many as may run."""
        while self._queue and self._running < _WORKERS:
            job = self._queue.popleft()
            context = get_context("spawn")
            ours, theirs = context.Pipe(duplex=False)
            job.process = context.Process(target=main, args=(job.task, theirs), daemon=True)
            job.process.start()
            theirs.close()
            job.state = "running"
            self._running += 1
            threading.Thread(target=self._follow, args=(job, ours), daemon=True).start()

    def _follow(self, job: _Job, pipe: Connection) -> None:
        """Read what a worker sends, up to its end."""
        with pipe:
            while True:
                try:
                    message = pipe.recv()
                except (EOFError, OSError):
                    break
                with self._lock:
                    if "state" in message:
                        job.state, job.outcome = message["state"], message
                    else:
                        job.count, job.of = message["count"], message["of"]
                if "state" not in message:
                    self._say(job)
        self._end(job)

    def _end(self, job: _Job) -> None:
        assert job.process is not None  # noqa: S101 it was started
        job.process.join()
        with self._lock:
            if job.state == "running":
                job.state = "failed"
                job.outcome = {"message": f"the worker ended with {job.process.exitcode}"}
            job.process = None
            self._running -= 1
            job.ended.set()
            if not self._closed:
                self._start()
        self._say(job)

    def _say(self, job: _Job) -> None:
        if self._tell is not None:
            self._tell(job.task.case, job.shown(whole=False))

    def shown(self, case: str, job_id: str) -> JobShown | None:
        """Show a job of a case with what it gave; None where there is none."""
        with self._lock:
            job = self._jobs.get(job_id)
            return None if job is None or job.task.case != case else job.shown()

    def listed(self, case: str) -> list[JobShown]:
        """List the jobs of a case, newest first, without what they gave."""
        with self._lock:
            own = [job for job in self._jobs.values() if job.task.case == case]
        return [job.shown(whole=False) for job in reversed(own)]

    def stop(self, case: str, job_id: str) -> JobShown | None:
        """End a job; what it gave already stays."""
        with self._lock:
            job = self._jobs.get(job_id)
            if job is None or job.task.case != case:
                return None
            if job.state == "waiting":
                self._queue.remove(job)
                job.state = "stopped"
                job.ended.set()
            elif job.state == "running":
                job.state = "stopped"
            process = job.process
        if process is not None:
            process.kill()  # a worker writes nothing that could be left half-written
        return job.shown(whole=False)

    def close(self) -> None:
        """End all jobs, when the server ends."""
        with self._lock:
            self._closed = True
            self._queue.clear()
            processes = [job.process for job in self._jobs.values() if job.process is not None]
            for job in self._jobs.values():
                if job.state in ("waiting", "running"):
                    job.state = "stopped"
        for process in processes:
            process.kill()
