"""Trials of what one gets beyond a limit: by the name that the page on limits gives it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import satumeja
from commands import Done, Run

__all__ = ["TRIALS", "Bench", "beyond"]

ROOT = Path(satumeja.__file__).parent


@dataclass(frozen=True)
class Bench:
    """Where a limit is tried: a folder, commands as a user types them, and smaller limits."""

    run: Run
    folder: Path
    patch: pytest.MonkeyPatch

    def write(self, name: str, content: str | bytes) -> str:
        """Write a file, and give its path as it is typed."""
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    def lower(self, name: str, most: int) -> None:
        """Make a limit smaller in its module, and wherever it was taken from there by value."""
        place, _, constant = name.partition(":")
        home = import_module(f"satumeja.{place}")
        largest = getattr(home, constant)
        assert most < largest
        users = [home] if constant.startswith("_") else holders(constant)
        for module in users:
            if vars(module).get(constant) == largest:
                self.patch.setattr(module, constant, most)

    def done(self, *words: str) -> Done:
        """Run a command that does what was asked."""
        done = self.run(*words)
        assert done.code == 0, done.err
        return done

    def refused(self, *words: str, told: str) -> str:
        """Run a command that is refused in one line, which holds a pattern; give that line."""
        done = self.run(*words)
        assert (done.code, done.out) == (1, ""), done
        (line,) = done.err.splitlines()
        assert re.search(told, line), line
        return line


@cache
def holders(constant: str) -> tuple[ModuleType, ...]:
    """Load the modules whose text has a constant, so that none takes it in while it is small."""
    paths = (path for path in sorted(ROOT.rglob("*.py")) if path.name != "__main__.py")
    parts = [
        path.relative_to(ROOT).with_suffix("").parts for path in paths if _has(path, constant)
    ]
    return tuple(import_module(".".join(("satumeja", *names))) for names in parts)


def _has(path: Path, constant: str) -> bool:
    return re.search(rf"\b{constant}\b", path.read_text(encoding="utf-8")) is not None


Trial = Callable[[Bench], None]
TRIALS: dict[str, Trial] = {}


def beyond(name: str) -> Callable[[Trial], Trial]:
    """Enter a trial of the limit that the code calls so."""

    def enter(trial: Trial) -> Trial:
        assert name not in TRIALS
        TRIALS[name] = trial
        return trial

    return enter
