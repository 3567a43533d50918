"""What an analysis may take, time and memory, and how it is told that this is spent."""

from __future__ import annotations

import math
import os
import re
import sys
import time
from pathlib import Path
from typing import Literal

from satumeja.display import Card, Shown
from satumeja.errors import LimitError, QuestionError

__all__ = [
    "Budget",
    "Reason",
    "SpentError",
    "bytes_of",
    "nothing_decided",
    "resident",
    "seconds_of",
]

Reason = Literal["time", "memory"]
"""What there was too little of."""

_LOOK = 0.02
"""So many seconds pass between two looks at the memory, each of which asks the system."""
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?)\s*([a-z]*)", re.IGNORECASE)
_SECONDS = {"s": 1, "m": 60, "min": 60, "h": 3600}
_BYTES = {
    "kb": 10**3,
    "mb": 10**6,
    "gb": 10**9,
    "tb": 10**12,
    "kib": 1 << 10,
    "mib": 1 << 20,
    "gib": 1 << 30,
    "tib": 1 << 40,
}
_PAGES = Path("/proc")


class SpentError(LimitError):
    """Time or memory was spent before all that was asked had been decided.

    Parameters
    ----------
    message : str
        For a person, in one line.
    reason : {"time", "memory"}
        Which of the two.

    See Also
    --------
    Budget : Raises it.
    SymbolicAnalysis.bounds : What is certain where a set was not decided.
    """

    def __init__(self, message: str, reason: Reason) -> None:
        super().__init__(message)
        self.reason: Reason = reason

    def __reduce__(self) -> tuple[type[SpentError], tuple[str, Reason]]:
        return type(self), (str(self), self.reason)


class Budget(Shown):
    """What an analysis may take. Its clock begins when it is made.

    Parameters
    ----------
    limit : str or float, optional
        Time, as ``"60s"``, ``"10m"``, ``"1h"``, or a number of seconds; by the clock on the
        wall. Without one there is no end to it.
    memory : str or int, optional
        Memory that the process may take, as ``"2GB"``, ``"512MB"``, ``"2GiB"``, or a number
        of bytes.

    Raises
    ------
    QuestionError
        If one of them cannot be read, or is nothing.

    See Also
    --------
    decide_with : Takes such limits, and answers what can be decided within them.

    Notes
    -----
    `check` costs a look at a clock, and every fiftieth of a second a look at what the system
    says of the process. Where the system does not say, memory is not looked at here.

    Examples
    --------
    >>> budget = Budget("1m", "2GB")
    >>> budget.seconds, budget.memory
    (60.0, 2000000000)
    >>> budget.check()
    """

    def __init__(self, limit: str | float | None = None, memory: str | int | None = None) -> None:
        self.seconds = None if limit is None else seconds_of(limit)
        self.memory = None if memory is None else bytes_of(memory)
        self._started = time.monotonic()
        self._looked = -math.inf

    def card(self) -> Card:
        """Show what there is, and what is left of the time."""
        time_left = "no limit" if self.seconds is None else f"{self.seconds:g} s"
        memory = "no limit" if self.memory is None else f"{self.memory:,} bytes"
        return Card("Budget", [("time", time_left), ("memory", memory)])

    def __bool__(self) -> bool:
        """Whether anything is limited."""
        return not (self.seconds is None and self.memory is None)

    @property
    def left(self) -> float | None:
        """The seconds that are left, 0 at the least; None where time has no limit."""
        if self.seconds is None:
            return None
        return max(0.0, self.seconds - (time.monotonic() - self._started))

    @property
    def free(self) -> int | None:
        """The bytes of memory that are left, 1 at the least; None where there is no limit."""
        return None if self.memory is None else max(1, self.memory - (resident() or 0))

    def part(self, share: int) -> Budget:
        """Return a budget of a share of the time that is left, and of all the memory.

        Parameters
        ----------
        share : int
            One in so many; its clock begins now.
        """
        left = self.left
        part = Budget(memory=self.memory)
        part.seconds = None if left is None else left / share
        return part

    def require(self, needed: int) -> None:
        """Go on, or stop where so many bytes more would be too much memory.

        Raises
        ------
        SpentError
            If they would.
        """
        if self.memory is not None and (resident() or 0) + needed > self.memory:
            raise SpentError(f"it takes more than {self.memory:,} bytes of memory", "memory")

    def check(self) -> None:
        """Go on, or stop where time or memory is spent.

        Raises
        ------
        SpentError
            If it is; nothing else is changed.
        """
        if self.seconds is None and self.memory is None:
            return
        now = time.monotonic()
        if self.seconds is not None and now - self._started > self.seconds:
            raise SpentError(f"it takes longer than {self.seconds:g} s", "time")
        if self.memory is None or now - self._looked < _LOOK:
            return
        self._looked = now
        if (resident() or 0) > self.memory:
            raise SpentError(f"it takes more than {self.memory:,} bytes of memory", "memory")


def nothing_decided(budget: Budget, reason: Reason, advice: str) -> SpentError:
    """Word that a budget did not suffice for anything, and what to do instead of more."""
    seconds, memory = budget.seconds, budget.memory
    amount = f"{seconds:g} s" if reason == "time" else f"{memory or 0:,} bytes of memory"
    if memory is None and reason == "memory":
        amount = "the memory that diagrams may take"
    return SpentError(f"nothing was decided within {amount}; give it more, or {advice}", reason)


def seconds_of(limit: str | float) -> float:
    """Read a time that something may take.

    Raises
    ------
    QuestionError
        If it is none, or not above zero.

    Examples
    --------
    >>> seconds_of("90s"), seconds_of("1.5 h"), seconds_of(0.5)
    (90.0, 5400.0, 0.5)
    """
    read = float(limit) if isinstance(limit, int | float) else _amount(limit, _SECONDS, "s")
    if read is None or not 0 < read < math.inf:
        raise QuestionError(f'"{limit}" is no time above zero; write it as 60s, 10m or 1h')
    return read


def bytes_of(memory: str | int) -> int:
    """Read an amount of memory that something may take.

    Raises
    ------
    QuestionError
        If it is none, or not above zero.

    Examples
    --------
    >>> bytes_of("2GB"), bytes_of("512 MiB"), bytes_of(10**9)
    (2000000000, 536870912, 1000000000)
    """
    read = memory if isinstance(memory, int) else _amount(memory, _BYTES)
    # A number alone could be bytes as well as gigabytes: whoever types it says which.
    if read is None or not 0 < read < math.inf:
        raise QuestionError(f'"{memory}" is no amount of memory; write it as 512MB or 2GB')
    return int(read)


def _amount(words: str, units: dict[str, int], unit: str = "") -> float | None:
    """Read a number and its unit; nothing where it is no such thing."""
    match = _AMOUNT.fullmatch(words.strip())
    factor = units.get((match[2] or unit).lower()) if match else None
    return float(match[1]) * factor if match and factor else None


def resident(process: int | str = "self") -> int | None:
    """Return the bytes of memory a process takes now; nothing where the system does not say.

    Of this process it may be the most it has taken so far.

    Parameters
    ----------
    process : int or "self"
        Its number.
    """
    try:
        pages = (_PAGES / str(process) / "statm").read_text(encoding="ascii").split()[1]
    except (OSError, IndexError):
        return _most_so_far() if process == "self" else None
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _most_so_far() -> int | None:
    """Return the most that this process has taken, where that is what the system says."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
