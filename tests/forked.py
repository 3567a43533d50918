"""Commands in copies of one process, each with a fault of its own around it.

A copy of a process in which all is loaded begins at once, so that many faults can be tried. A
process that has threads is not to be copied: tests ask a `Nursery`, which is a process apart.
Where a fault is one of how Python begins, `Call.fresh` has the copy begin anew. POSIX only.
"""

from __future__ import annotations

import io
import json
import os
import resource
import select
import signal
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from types import TracebackType
from typing import Any, Self

__all__ = ["Call", "Ended", "Nursery", "Started", "load_all", "start"]

_LONGEST = 120
"""Seconds until a command that hangs is ended."""
_NOBODY = 65534


@dataclass(frozen=True)
class Call:
    """A command as typed, and what is the matter around it.

    Parameters
    ----------
    words : list of str
        What is typed after ``satumeja``; a byte that is no text is a surrogate, as in Python.
    folder : str
        Where.
    settings : mapping of str to str or None
        Environment variables; None takes one away.
    stdin, stdout, stderr : str
        A file, or ``closed``; ``gone`` is a pipe that nobody reads any more. Empty keeps what is
        printed for `Ended`, and reads nothing.
    most_bytes : int
        How large a file may get, 0 for no limit.
    nobody : bool
        Whether the command is run by a user who owns nothing.
    fresh : bool
        Whether Python begins anew.
    waits : bool
        Whether it waits before it begins, until it is told to go.
    """

    words: list[str]
    folder: str = "."
    settings: dict[str, str | None] = field(default_factory=dict)
    stdin: str = os.devnull
    stdout: str = ""
    stderr: str = ""
    most_bytes: int = 0
    nobody: bool = False
    fresh: bool = False
    waits: bool = False


@dataclass(frozen=True)
class Ended:
    """How a command ended: its code, or below 0 the signal; and what it printed."""

    code: int
    out: str = ""
    err: str = ""


def load_all() -> None:
    """Load what commands load, so that a copy of this process begins at once."""
    import importlib
    import pkgutil

    import rich.progress  # noqa: F401

    import satumeja
    from satumeja import dossier, report

    for room in pkgutil.walk_packages(satumeja.__path__, "satumeja."):
        if not room.name.endswith("__main__"):
            importlib.import_module(room.name)
    dossier.read(report.parse("Lima, 8 May 2023. Peru rejected the demand."))


def start(call: Call) -> Started:
    """Start a command in a copy of this process."""
    out, err, gate = os.pipe(), os.pipe(), os.pipe()
    process = os.fork()
    if process:
        for handle in (out[1], err[1], gate[0]):
            os.close(handle)
        running = Started(process, out[0], err[0], gate[1])
        if not call.waits:
            running.go()
        return running
    try:
        os.read(gate[0], 1)
        _become(call, out[1], err[1])
        if call.fresh:
            words = [sys.executable, "-m", "satumeja", *call.words]
            os.execve(sys.executable, words, os.environ)  # noqa: S606
        from satumeja import cli

        sys.argv = ["satumeja", *call.words]
        cli.main()
        code = 0
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 0 if stop.code is None else 1
    except BaseException:
        import traceback

        traceback.print_exc()
        code = 70
    finally:
        _end(locals().get("code", 70))
    raise AssertionError("a copy goes on")


def _end(code: int) -> None:
    """End a copy as Python does, without what is its parent's."""
    import threading

    threading._shutdown()  # type: ignore[attr-defined]
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            try:
                stream.flush()
            except OSError:
                code = 120
    os._exit(code)


def _become(call: Call, out: int, err: int) -> None:
    """Take on what is the matter, in the copy."""
    signal.alarm(_LONGEST)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.setsid()
    for number, named, kept in ((0, call.stdin, 0), (1, call.stdout, out), (2, call.stderr, err)):
        _lead(number, named, kept)
    os.closerange(3, 256)
    if call.most_bytes:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # as Python does
        resource.setrlimit(resource.RLIMIT_FSIZE, (call.most_bytes, call.most_bytes))
    if call.nobody:
        os.setgroups([])
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)
    os.chdir(call.folder)
    for name, value in call.settings.items():
        os.environ.pop(name, None)
        if value is not None:
            os.environ[name] = value
    if not call.fresh:
        for number, name in enumerate(("stdin", "stdout", "stderr")):
            stream = _stream(number, "w" if number else "r")
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)


def _lead(number: int, named: str, kept: int) -> None:
    """Lead a stream to where it is to go."""
    if named == "closed":
        os.close(number)
        return
    if named == "gone":
        read, write = os.pipe()
        os.close(read)
        handle = write
    elif named:
        handle = os.open(named, os.O_RDWR if number else os.O_RDONLY)
    else:
        handle = os.dup(kept)
    os.dup2(handle, number)
    if handle != number:
        os.close(handle)


def _stream(number: int, mode: str) -> Any:
    """Open a stream as Python does when it begins."""
    try:
        os.fstat(number)
    except OSError:
        return None
    raw = io.FileIO(number, mode, closefd=False)
    buffered: Any = io.BufferedReader(raw) if mode == "r" else io.BufferedWriter(raw)
    errors = "backslashreplace" if number == 2 else "strict"
    return io.TextIOWrapper(buffered, "utf-8", errors, line_buffering=number == 2)


@dataclass(frozen=True)
class Started:
    """A command under way: its process, where what it prints comes out, and the gate it is at."""

    process: int
    out: int
    err: int
    gate: int

    def go(self) -> None:
        """Let it begin."""
        os.write(self.gate, b"!")
        os.close(self.gate)

    def end(self) -> Ended:
        """Wait for its end, and for that of all to whom it gave its streams."""
        printed = {self.out: b"", self.err: b""}
        open_ = set(printed)
        while open_:
            for pipe in select.select([*open_], [], [])[0]:
                piece = os.read(pipe, 1 << 16)
                printed[pipe] += piece
                if not piece:
                    open_.remove(pipe)
                    os.close(pipe)
        code = os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
        out, err = (text.decode("utf-8", "surrogateescape") for text in printed.values())
        return Ended(code, out, err)


class Nursery:
    """A process in which all is loaded, which runs a command in a copy of itself when asked."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def run(self, call: Call) -> Ended:
        """Run a command, and wait for its end."""
        return self.together(call)[0]

    def together(self, *calls: Call) -> list[Ended]:
        """Run commands at once, and wait for the end of all."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([asdict(call) for call in calls]).encode() + b"\n")
        self._process.stdin.flush()
        return [Ended(**ended) for ended in json.loads(self._process.stdout.readline())]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.communicate()


def _serve() -> None:
    """Run the commands asked for, those of a line at once, until nobody asks any more."""
    load_all()
    for line in sys.stdin.buffer:
        running = [start(Call(**call)) for call in json.loads(line)]
        ended = [asdict(command.end()) for command in running]
        sys.stdout.write(json.dumps(ended) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _serve()
