"""Processes that read spoilt files within bounds, and a parent that outlives them."""

from __future__ import annotations

import json
import mmap
import os
import resource
import shutil
import signal
import struct
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType

from hard.attempt import Outcome, by_command, by_process, by_reading
from hard.kind import Kind

__all__ = ["Bounds", "Offence", "Progress", "Task", "Worker", "outcome_of"]

_KILLED = {signal.SIGXCPU: "too long: the processor time of a file was used up"}


class _TooLongError(BaseException):
    """A file took too long; nothing that a reader catches."""


@dataclass(frozen=True)
class Bounds:
    """What a file may take: seconds of a processor, bytes of memory, and seconds asleep."""

    seconds: float = 5.0
    memory: int = 1 << 30
    asleep: float = 120.0
    commands: int = 50
    """One file of so many goes through the command line too, in the same process."""
    processes: int = 5_000
    """One file of so many goes through the command line in a process of its own."""


@dataclass(frozen=True)
class Task:
    """Files to be tried: how they are made, which, and for so many seconds of a processor."""

    kind: Kind
    make: Callable[[int], bytes]
    numbers: range
    most_seconds: float = float("inf")


@dataclass(frozen=True)
class Offence:
    """A file that was not taken as it should be."""

    kind: str
    number: int
    complaint: str
    mark: str


class Progress:
    """Numbers that a worker tells its parent, even if it is killed."""

    _FIELDS = ("number", "read", "refused", "commands", "peak", "slowest", "slowest_number")
    _LAYOUT = struct.Struct(f"{len(_FIELDS)}q")

    def __init__(self) -> None:
        self._shared = mmap.mmap(-1, self._LAYOUT.size)
        self.number = -1
        self.read = self.refused = self.commands = 0
        self.peak = self.slowest = self.slowest_number = 0
        self.tell()

    @property
    def files(self) -> int:
        """How many files are through."""
        return self.read + self.refused

    def tell(self) -> None:
        """Let the parent see where this is."""
        values = (getattr(self, name) for name in self._FIELDS)
        self._LAYOUT.pack_into(self._shared, 0, *values)

    def hear(self) -> None:
        """See where the worker is."""
        values = self._LAYOUT.unpack_from(self._shared, 0)
        for name, value in zip(self._FIELDS, values, strict=True):
            setattr(self, name, value)


class Worker:
    """A process that tries the files of a task, and what is known of it."""

    def __init__(self, task: Task, bounds: Bounds, folder: Path) -> None:
        self.task, self.bounds, self.folder = task, bounds, folder
        self.progress, self.offences = Progress(), list[Offence]()
        self.is_lost = self._is_asleep = False
        folder.mkdir(parents=True)
        self._moved, self._state = time.monotonic(), (-1, "")
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid = os.fork()
        if not self.pid:
            _be_worker(task, bounds, self.progress, folder)

    def is_over(self) -> bool:
        """Say whether it has ended, after gathering what it told; stop it if it sleeps."""
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        self.progress.hear()
        if not pid:
            self._watch()
            return False
        self._gather()
        self.is_lost = bool(status)
        if status:
            complaint = "asleep for too long" if self._is_asleep else _death(status)
            self.offences.append(Offence(self.task.kind.name, self.number, complaint, complaint))
        shutil.rmtree(self.folder, ignore_errors=True)
        return True

    @property
    def number(self) -> int:
        """The number of the last file."""
        return self.progress.number

    def stop(self) -> None:
        """End the process at once."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def _watch(self) -> None:
        now, state = time.monotonic(), (self.number, _ticks(self.pid))
        if state != self._state:
            self._state, self._moved = state, now
        elif now - self._moved > self.bounds.asleep:
            self._is_asleep = True
            self.stop()

    def _gather(self) -> None:
        told = self.folder / "offences"
        if told.exists():
            for line in told.read_text(encoding="utf-8").splitlines():
                self.offences.append(Offence(**json.loads(line)))


def outcome_of(
    kind: Kind, content: bytes, folder: Path, bounds: Bounds, *, by_command: bool = True
) -> Offence | None:
    """Try one file in a process of its own; give what is wrong, if anything is."""
    never = 1 << 62
    alone = replace(bounds, commands=1 if by_command else never, processes=never)
    worker = Worker(Task(kind, lambda number: content, range(1, 2)), alone, folder)
    try:
        while not worker.is_over():
            time.sleep(0.002)
    except BaseException:
        worker.stop()
        raise
    return worker.offences[0] if worker.offences else None


def _ticks(pid: int) -> str:
    """Give what a process has had of a processor, in any unit; nothing where none is told."""
    try:
        return " ".join(Path(f"/proc/{pid}/stat").read_text("ascii").split()[13:15])
    except OSError:
        return ""


def _death(status: int) -> str:
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        return _KILLED.get(signal.Signals(number), f"died of {signal.Signals(number).name}")
    return f"ended the process with code {os.WEXITSTATUS(status)}"


def _be_worker(task: Task, bounds: Bounds, progress: Progress, folder: Path) -> None:
    """Work as the child, and never return."""
    code = 1
    try:
        _prepare(bounds, folder)
        _work(task, bounds, progress, folder)
        code = 0
    except BaseException as error:
        os.write(2, repr(error).encode(errors="replace"))
    finally:
        os._exit(code)


def _prepare(bounds: Bounds, folder: Path) -> None:
    signal.signal(signal.SIGPROF, _too_long)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    most = _virtual_memory() + bounds.memory + bounds.memory // 2
    resource.setrlimit(resource.RLIMIT_AS, (most, resource.RLIM_INFINITY))
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    os.dup2(os.open(os.devnull, os.O_RDWR), 0)
    os.dup2(os.open(folder / "printed", flags), 1)
    os.dup2(os.open(folder / "warned", flags | os.O_APPEND), 2)
    warnings.resetwarnings()
    warnings.simplefilter("always")
    for kind in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning):
        warnings.simplefilter("ignore", kind)  # as Python does for users


def _too_long(signum: int, frame: FrameType | None) -> None:
    raise _TooLongError


def _virtual_memory() -> int:
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except OSError:  # no Linux
        return 1 << 34
    return pages * resource.getpagesize()


def _work(task: Task, bounds: Bounds, progress: Progress, folder: Path) -> None:
    end, base = _processor_time() + task.most_seconds, _peak()
    for number in task.numbers:
        if _processor_time() > end:
            break
        progress.number = number
        progress.tell()
        content = task.make(number)
        begin = _processor_time()
        for offence in _tried(task.kind, number, content, bounds, progress, folder):
            _note(offence, folder)
        taken = round(1e6 * (_processor_time() - begin))
        if taken > progress.slowest:
            progress.slowest, progress.slowest_number = taken, number
        peak = _peak() - base
        if peak > max(bounds.memory, progress.peak):
            complaint = f"too much memory: {peak >> 20} MB"
            _note(Offence(task.kind.name, number, complaint, "too much memory"), folder)
        progress.peak = max(progress.peak, peak)
    progress.tell()


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _processor_time() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def _note(offence: Offence, folder: Path) -> None:
    with (folder / "offences").open("a", encoding="utf-8") as file:
        file.write(json.dumps(vars(offence)) + "\n")


def _tried(
    kind: Kind, number: int, content: bytes, bounds: Bounds, progress: Progress, folder: Path
) -> Iterator[Offence]:
    """Read a file, and a share by the command line too; yield what is wrong."""
    path = kind.place(folder / f"m{number}{kind.suffix}", content)
    warned = os.fstat(2).st_size
    outcome = _bounded(lambda: by_reading(kind, path, content), bounds)
    progress.read += not outcome.is_refused
    progress.refused += outcome.is_refused
    if outcome.complaint:
        yield Offence(kind.name, number, outcome.complaint, outcome.mark)
    if kind.command is not None and number % bounds.commands == 0 and not outcome.complaint:
        outcome = _bounded(lambda: by_command(kind, path), bounds)
        progress.commands += 1
        if not outcome.complaint and number % bounds.processes == 0:
            outcome = by_process(kind, path)
        if outcome.complaint:
            yield Offence(kind.name, number, outcome.complaint, f"command {outcome.mark}")
    if os.fstat(2).st_size > warned:
        text = (folder / "warned").read_bytes()[warned:][:300].decode(errors="replace")
        yield Offence(kind.name, number, f"a warning: {text}", f"warning {text.split(':')[0]}")
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _bounded(attempt: Callable[[], Outcome], bounds: Bounds) -> Outcome:
    """Try within a bound of time: an exception first, and if that does not help, the end."""
    try:
        with _alarm(bounds):
            return attempt()
    except _TooLongError:
        message = f"too long: more than {bounds.seconds:g} s"
        return Outcome(False, message, message)
    except MemoryError:
        return Outcome(False, "too much memory", "too much memory")


@contextmanager
def _alarm(bounds: Bounds) -> Iterator[None]:
    last = int(_processor_time() + 2 * bounds.seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (last, resource.RLIM_INFINITY))
    signal.setitimer(signal.ITIMER_PROF, bounds.seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
