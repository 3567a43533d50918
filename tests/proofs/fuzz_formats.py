"""Load spoilt model files: only `ModelError` may escape, each fault with its file.

    python tests/proofs/fuzz_formats.py --files 20000 --seed 1

prints how many loaded, how many were refused, the slowest, and every text that broke a rule.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from formats.mutations import mutant
from satumeja.errors import ModelError
from satumeja.formats import describe, loads
from satumeja.model import Model


@dataclass
class Result:
    """What became of the files."""

    loaded: int = 0
    refused: int = 0
    slowest: float = 0.0
    escaped: list[tuple[str, str]] = field(default_factory=list)

    def attempt(
        self,
        read: Callable[[], Model],
        check: Callable[[ModelError], str],
        shown: str,
        use: Callable[[Model], None] = lambda model: None,
    ) -> None:
        """Read one file, check how it was refused if it was, and use the model if it is one."""
        begin = time.perf_counter()
        complaint = _load(read, check, self, use)
        self.slowest = max(self.slowest, time.perf_counter() - begin)
        if complaint:
            self.escaped.append((complaint, shown))


def run(files: int, seed: int) -> Result:
    """Load so many spoilt files, and look into those that still are models."""
    return run_on(files, seed, mutant, lambda model: None)


def run_on(
    files: int,
    seed: int,
    draw: Callable[[Random], tuple[str, str]],
    use: Callable[[Model], None],
) -> Result:
    """Load so many drawn files; look into those that are models, and use them."""
    rng, result = Random(seed), Result()
    for _ in range(files):
        name, text = draw(rng)
        check = partial(_complaint, name=name, text=text)
        result.attempt(partial(loads, text, name), check, text, use)
    return result


def _load(
    read: Callable[[], Model],
    check: Callable[[ModelError], str],
    result: Result,
    use: Callable[[Model], None],
) -> str:
    """Load one file; say what is wrong with the way it was handled, if anything is."""
    try:
        model = read()
    except ModelError as error:
        result.refused += 1
        return check(error)
    except Exception as error:  # anything else is what is looked for
        return f"{type(error).__name__}: {error}"
    result.loaded += 1
    try:
        describe(model).to_json()
        use(model)
    except Exception as error:
        return f"loaded, then {type(error).__name__}: {error}"
    return ""


def _complaint(error: ModelError, name: str, text: str) -> str:
    lines = len(text.splitlines()) + 1
    for fault in error.faults:
        if fault.file != name or not fault.message or "\n" in fault.message:
            return f"not one line of {name}: {fault}"
        if not 0 <= fault.line <= lines or (fault.line > 0) != (fault.column > 0):
            return f"no such place: {fault}"
    return "" if error.faults else "no fault"


def main(run: Callable[[int, int], Result], about: str) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    result = run(options.files, options.seed)
    for complaint, text in result.escaped:
        print(f"{complaint}\n{text!r}\n")  # noqa: T201
    counts = f"{result.loaded} loaded, {result.refused} refused, {len(result.escaped)} wrongly"
    print(f"{counts}; the slowest took {result.slowest:.3f} s")  # noqa: T201
    return bool(result.escaped)


if __name__ == "__main__":
    sys.exit(main(run, __doc__ or ""))
