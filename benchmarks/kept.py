"""Figures of a run, kept, and set beside those of the run that was kept before.

A figure is so many seconds, and so many times a *yardstick*: what a fixed piece of work takes
on the same machine at the same moment. Times are what is compared, so that figures kept on one
machine say something on another, and on a busy one.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import time
from collections.abc import Mapping
from math import exp, log
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np

__all__ = ["FIGURES", "Record", "compared", "yardstick"]

FIGURES = Path(__file__).with_name("figures.json")
"""Where figures are kept, unless ``SATUMEJA_FIGURES`` names another file."""

_SAME = 1.15  # and its inverse: within these a figure is as it was
_SHORT = 0.005  # seconds under which a figure says nothing


def yardstick() -> float:
    """Take CPU seconds of a fixed piece of work, some in Python and some in arrays."""
    best = float("inf")
    numbers = np.random.default_rng(1).integers(0, 1 << 40, 1 << 17)
    for _ in range(7):
        start = time.process_time()
        words = [str(number) for number in range(40_000)]
        len({word[::-1] for word in words})
        np.sort(numbers)
        best = min(best, time.process_time() - start)
    return best


def compared(
    now: Mapping[str, Mapping[str, float]],
    before: Mapping[str, Mapping[str, float]],
    of: str = "the last kept run",
) -> list[str]:
    """Say what figures are of those of before: all together, and each that differs."""
    both = [
        name
        for name in now
        if name in before and min(now[name]["seconds"], before[name]["seconds"]) >= _SHORT
    ]
    ratios = {name: now[name]["times"] / before[name]["times"] for name in both}
    if not ratios:
        return [f"no figure of {of} to compare with"]
    mean = exp(sum(map(log, ratios.values())) / len(ratios))
    lines = [f"{mean:.2f} of {of} (geometric mean of {len(ratios)})"]
    for name, ratio in sorted(ratios.items(), key=lambda item: -item[1]):
        if not 1 / _SAME <= ratio <= _SAME:
            seconds = f"{now[name]['seconds']:.3g} s, was {before[name]['seconds']:.3g} s"
            lines.append(f"  {ratio:5.2f}  {name}: {seconds}")
    return lines


class Record:
    """The figures of one script, kept when it has come to its end.

    Parameters
    ----------
    script : str
        Under which name they are kept.
    path : Path, optional
        In which file.
    """

    def __init__(self, script: str, path: Path | None = None) -> None:
        self.script = script
        self.path = path or Path(os.environ.get("SATUMEJA_FIGURES", FIGURES))
        self._seconds = dict[str, float]()

    def note(self, name: str, seconds: float) -> None:
        """Note a figure; seconds noted under the same name add up."""
        self._seconds[name] = self._seconds.get(name, 0.0) + seconds

    def __enter__(self) -> Record:
        self._yardstick = yardstick()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self._keep()

    def _keep(self) -> None:
        """Compare with what is kept, and keep what is new: all of it after a whole run."""
        kept: dict[str, Any] = {}
        if self.path.exists():
            kept = json.loads(self.path.read_text(encoding="utf-8"))
        before = kept.get(self.script, {}).get("figures", {})
        unit = min(self._yardstick, yardstick())
        now = {
            name: {"seconds": float(f"{spent:.4g}"), "times": float(f"{spent / unit:.4g}")}
            for name, spent in self._seconds.items()
        }
        for line in compared(now, before):
            print(f"{self.script}: {line}", flush=True)
        in_part = len(sys.argv) > 1
        kept[self.script] = {
            "python": platform.python_version(),
            "yardstick": float(f"{unit:.4g}"),
            "figures": {**(before if in_part else {}), **now},
        }
        text = json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        self.path.write_text(text, encoding="utf-8")
