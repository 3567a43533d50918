"""Print every table, one after the other: ``python benchmarks/run.py`` (or ``make bench``).

Each script can be run by itself and has options of its own (``--help``).
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPTS = (
    "startup.py",
    "analyse.py",
    "graph.py",
    "few.py",
    "symbolic.py",
    "further.py",
    "sweep.py",
    "tables.py",
    "inverse.py",
    "read.py",
    "folder.py",
)


def main() -> None:
    folder = Path(__file__).parent
    for script in SCRIPTS:
        print(f"\n== {script}", flush=True)
        subprocess.run([sys.executable, str(folder / script)], cwd=folder, check=True)


if __name__ == "__main__":
    main()
