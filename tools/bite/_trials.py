"""Tests run in processes of their own: each for what it covers, and together against a mutant.

A server imports and collects once. What is tried is a copy of it (a fork) in which the functions
have the code of the mutant. Where that cannot be, since the change is made as a module is loaded,
or where no test told, a fresh process imports the mutant instead, and decides.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from pathlib import Path
from types import FunctionType

import coverage
import pytest

from bite._swap import functions_by_place, load_instead, swap

__all__ = ["ROOT", "Covered", "Server", "arguments", "fresh", "limited"]

ROOT = Path(__file__).parents[2]
_TOLD, _SILENT, _UNLIKE = 1, 0, 3
_MEMORY = 12 * 2**30


class Covered:
    """What a test covers, and what it takes.

    Parameters
    ----------
    lines : dict
        Line numbers by file.
    seconds : float
        Of the processor.
    passes : bool
        Whether it passes by itself.
    """

    def __init__(self, lines: dict[str, list[int]], seconds: float, passes: bool) -> None:
        self.lines = {path: frozenset(numbers) for path, numbers in lines.items()}
        self.seconds, self.passes = seconds, passes


def arguments(room: str) -> list[str]:
    """Give what pytest is told in every process of a room."""
    base = Path(os.environ.get("TMPDIR", "/tmp")) / f"bite-{room}"  # noqa: S108
    quiet = ["-q", "--tb=no", "--assert=plain", "-p", "no:randomly", "-p", "no:cacheprovider"]
    quiet += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
    return [*quiet, f"--basetemp={base}", f"--rootdir={ROOT}"]


def limited(work: Callable[[], int], seconds: float) -> int | None:
    """Do a work in a fork, bounded by seconds of the processor; None if it was not finished.

    A wait that takes no processor is bounded too, by sixty seconds and ten times the bound.
    """
    child = os.fork()
    if not child:
        code = 70
        try:
            bound = int(seconds) + 1
            resource.setrlimit(resource.RLIMIT_CPU, (bound, bound + 2))
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            with contextlib.suppress(OSError):
                os.setpgid(0, 0)
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, 1)
            os.dup2(null, 2)
            code = work()
        except BaseException:
            code = 71
        finally:
            os._exit(code)
    ends = time.monotonic() + 60 + 10 * seconds
    while time.monotonic() < ends:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None


class _Verdict:
    """Remembers whether a test failed."""

    def __init__(self) -> None:
        self.failed = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.failed |= report.failed


class Server:
    """What has collected the tests of a room, and runs them in forks; a plugin of pytest.

    Parameters
    ----------
    files : sequence of Path
        Whose code is changed.
    warm : sequence of str
        Functions, as ``module:name``, that read what tests read once and keep.
    serve : callable
        What to do once all is collected.
    """

    def __init__(
        self, files: Sequence[Path], warm: Sequence[str], serve: Callable[[Server], None]
    ) -> None:
        self.files = [str(path) for path in files]
        self.warm, self.serve = warm, serve
        self.items: dict[str, pytest.Item] = {}
        self.functions: dict[tuple[str, str, int], list[FunctionType]] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Serve instead of running all tests."""
        if session.testsfailed:
            raise session.Interrupted("some tests cannot be collected")
        self.items = {item.nodeid: item for item in session.items}
        for path in self.files:
            name = Path(path).relative_to(ROOT / "src").with_suffix("").as_posix()
            importlib.import_module(name.replace("/", "."))
        for place in self.warm:
            module, name = place.split(":")
            getattr(importlib.import_module(module), name)()
        self.functions = functions_by_place(frozenset(self.files))
        self.serve(self)
        return True

    def _run(self, names: Sequence[str]) -> int:
        items = [self.items[name] for name in names]
        verdict = _Verdict()
        plugins = items[0].config.pluginmanager
        plugins.register(verdict)
        if plugins.has_plugin("terminalreporter"):
            plugins.unregister(name="terminalreporter")
        following: list[pytest.Item | None] = [*items[1:], None]
        for item, after in zip(items, following, strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
            if verdict.failed:
                return _TOLD
        return _SILENT

    def covered(self, names: Sequence[str], scratch: Path) -> dict[str, Covered]:
        """Run tests one after the other in a fork, and see what each covers.

        Those that are not reached, since one before them ended the process, count as failing.
        """
        scratch.unlink(missing_ok=True)

        def measured() -> int:
            measure = coverage.Coverage(data_file=None, include=self.files, config_file=False)
            with scratch.open("w", encoding="utf-8") as stream:
                for name in names:
                    begun = time.process_time()
                    measure.start()
                    code = self._run([name])
                    measure.stop()
                    seconds = time.process_time() - begun
                    data = measure.get_data()
                    lines = {
                        path: sorted(data.lines(path) or ()) for path in data.measured_files()
                    }
                    measure.erase()
                    print(json.dumps([name, lines, seconds, code == _SILENT]), file=stream)
                    stream.flush()
            return _SILENT

        limited(measured, 300)
        reached: dict[str, Covered] = {name: Covered({}, 0.0, passes=False) for name in names}
        for line in scratch.read_text(encoding="utf-8").splitlines():
            name, lines, seconds, passes = json.loads(line)
            reached[name] = Covered(lines, seconds, passes=passes)
        return reached

    def tell(self, path: str, source: str, names: Sequence[str], seconds: float) -> bool | None:
        """Say whether one of some tests tells of a mutant; None if it cannot be put in place."""

        def tried() -> int:
            if not swap(path, source, self.functions):
                return _UNLIKE
            return self._run(names)

        code = limited(tried, seconds)
        return None if code == _UNLIKE else code != _SILENT


class _Chosen:
    """Lets pytest run some tests in an order, and no other."""

    def __init__(self, names: Sequence[str]) -> None:
        self.places = {name: place for place, name in enumerate(names)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        chosen = [item for item in items if item.nodeid in self.places]
        items[:] = sorted(chosen, key=lambda item: self.places[item.nodeid])


def _fresh(path: str, source: str, names: Sequence[str], room: str, seconds: float) -> None:
    def tried() -> int:
        load_instead(path, source)
        files = list(dict.fromkeys(name.split("::")[0] for name in names))
        told = pytest.main([*arguments(room), "-x", *files], plugins=[_Chosen(names)])
        return _SILENT if told == pytest.ExitCode.OK else _TOLD

    code = limited(tried, seconds)
    sys.exit(_SILENT if code == _SILENT else _TOLD)


def fresh(path: str, source: str, names: Sequence[str], room: str, seconds: float) -> bool:
    """Say whether one of some tests tells of a mutant, in a process that imports it."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["bite._preload"])
    process = context.Process(target=_fresh, args=(path, source, tuple(names), room, seconds))
    process.start()
    process.join()
    return process.exitcode != _SILENT
