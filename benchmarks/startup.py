"""Start-up: ``satumeja --help`` and ``import satumeja``, against Python doing nothing.

``python benchmarks/startup.py`` prints wall seconds, median of 15, taken in turn.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "import satumeja": ["-c", "import satumeja"],
    "satumeja --help": ["-m", "satumeja", "--help"],
    "satumeja gallery": ["-m", "satumeja", "gallery"],
}


def main() -> None:
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(15):
        for name, words in COMMANDS.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, *words], capture_output=True, check=True)
            times[name].append(time.perf_counter() - start)
    for name, taken in times.items():
        print(f"{name:18} {statistics.median(taken):.3f} s")


if __name__ == "__main__":
    main()
