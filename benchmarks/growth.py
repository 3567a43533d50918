"""What grows, and how: ``python benchmarks/growth.py [--only WORD ...]``.

Each input of `growing.py` once took more than it must. Whole commands are asked of it, each in a
process of its own: at a size of almost nothing, which says what the start takes, and at two sizes
between which the exponent is of what is left. An exponent of 1 is as the input grows, 2 its
square. Printed too: the most memory, and how much was printed or written. A command that
takes more than ``--limit`` CPU seconds or ``--memory`` gigabytes is stopped, and told as a
runaway; one that says that it does not answer is told by what it says.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from math import log
from pathlib import Path

from growing import CASES, Case
from kept import Record

_ROW = "{:38} {:>9} {:>9} {:>8} {:>8} {:>6} {:>9} {:>5}  {}"
_HEAD = ("case", "small", "large", "CPU", "CPU", "MB", "kB out", "exp", "")
_LEAST = 0.1  # CPU seconds more than the start below which no exponent is told
_STOPPED = {-9: "memory", -24: "time", 137: "memory"}


@dataclass(frozen=True)
class Took:
    """What a command took, and how it ended."""

    seconds: float
    memory: int
    written: int
    end: str = ""

    @property
    def is_runaway(self) -> bool:
        return self.end.startswith("RUNAWAY")


class Bounds:
    """How long a command may take, and how much memory."""

    def __init__(self, seconds: int, memory: float) -> None:
        self.seconds = seconds
        self.memory = int(memory * 2**30)

    def took(self, words: list[str], folder: Path) -> Took:
        """Run a command, and end it where it takes too much."""
        with (folder / "out").open("wb") as out, (folder / "err").open("wb") as err:
            process = subprocess.Popen(
                [sys.executable, "-m", "satumeja", *words],
                stdout=out,
                stderr=err,
            )
            bound = (self.seconds, self.seconds + 1)
            resource.prlimit(process.pid, resource.RLIMIT_CPU, bound)
            status, used = self._ended(process)
        code = os.waitstatus_to_exitcode(status)
        process.returncode = code
        written = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        end = _end(code, (folder / "err").read_text(encoding="utf-8", errors="replace"))
        return Took(used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, written, end)

    def _ended(self, process: subprocess.Popen[bytes]) -> tuple[int, resource.struct_rusage]:
        """Wait for the end, and look at the memory until then."""
        while True:
            pid, status, used = os.wait4(process.pid, os.WNOHANG)
            if pid:
                return status, used
            if _resident(process.pid) > self.memory:
                os.kill(process.pid, 9)
            time.sleep(0.02)


def _resident(pid: int) -> int:
    """Give the memory that a process has now, where the system tells."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError):
        return 0
    return pages * resource.getpagesize()


def _end(code: int, told: str) -> str:
    if code in _STOPPED:
        return f"RUNAWAY ({_STOPPED[code]})"
    if "Traceback" in told:
        return "TRACEBACK " + told.strip().splitlines()[-1][:60]
    lines = told.strip().splitlines()
    return f"exit {code}: {lines[0][-150:]}" if code and lines else f"exit {code}" if code else ""


def exponent(sizes: tuple[int, int, int], took: list[Took]) -> float | None:
    """Say how what is left of the start grows, where it is enough to tell."""
    start, small, large = (one.seconds for one in took)
    if bool(took[1].end) != bool(took[2].end) or min(small, large) - start < _LEAST:
        return None
    return log((large - start) / (small - start)) / log(sizes[2] / sizes[1])


def measured(case: Case, bounds: Bounds, folder: Path) -> list[Took]:
    """Ask a case at its three sizes, up to the first that runs away."""
    found: list[Took] = []
    for size in case.sizes:
        with tempfile.TemporaryDirectory(dir=folder) as own:
            words = case.make(Path(own), size)
            before = sum(path.stat().st_size for path in Path(own).rglob("*") if path.is_file())
            took = bounds.took(words, Path(own))
            found.append(Took(took.seconds, took.memory, took.written - before, took.end))
        if took.is_runaway:
            break
    return found


def line(name: str, case: Case, took: list[Took]) -> str:
    """Give the row of a case."""
    small = f"{took[1].seconds:.2f}" if len(took) > 1 else "-"
    large = f"{took[2].seconds:.2f}" if len(took) > 2 else "-"
    grown = exponent(case.sizes, took) if len(took) > 2 and not took[2].is_runaway else None
    told = "-" if grown is None else f"{grown:.2f}"
    last = took[-1]
    figures = (f"{case.sizes[1]:,}", f"{case.sizes[2]:,}", small, large)
    return _ROW.format(
        name, *figures, last.memory, f"{last.written / 1e3:,.0f}", told, last.end
    ).rstrip()


def main() -> None:
    """Measure all cases, or those whose names hold a word."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--only", nargs="+", default=[""], metavar="WORD")
    options.add_argument("--limit", type=int, default=60, help="CPU seconds a command")
    options.add_argument("--memory", type=float, default=4, help="gigabytes a command")
    asked = options.parse_args()
    bounds = Bounds(asked.limit, asked.memory)
    print(_ROW.format(*_HEAD).rstrip())
    with Record("growth.py") as record, tempfile.TemporaryDirectory() as folder:
        for name, case in CASES.items():
            if not any(word in name for word in asked.only):
                continue
            took = measured(case, bounds, Path(folder))
            print(line(name, case, took), flush=True)
            if len(took) > 2 and not took[2].is_runaway:
                record.note(name, took[2].seconds)


if __name__ == "__main__":
    main()
