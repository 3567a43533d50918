"""Print every table, one after the other: ``python benchmarks/run.py`` (or ``make bench``).

Each script can be run by itself and has options of its own (``--help``). What a run took is
kept in `figures.json` and set beside what the last kept run took; commit the file for others to
compare with. ``--only startup read`` runs some of them.

``--base REVISION`` sets them beside another revision instead, and keeps nothing: its source is
checked out beside, with the compiled kernel if it has one, and each script runs there and here,
turn by turn, with the same libraries.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from kept import compared

SCRIPTS = (
    "startup.py",
    "analyse.py",
    "graph.py",
    "edits.py",
    "app.py",
    "few.py",
    "symbolic.py",
    "further.py",
    "sweep.py",
    "backtest.py",
    "tables.py",
    "inverse.py",
    "briefs.py",
    "ways.py",
    "read.py",
    "folder.py",
    "draft.py",
    "hostile.py",
    "growth.py",
)
FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent


def run(script: str, **surroundings: str) -> bool:
    """Run a script; say whether it came to its end."""
    words = [sys.executable, str(FOLDER / script)]
    ran = subprocess.run(words, cwd=FOLDER, check=False, env=os.environ | surroundings)
    return ran.returncode == 0


def beside(scripts: list[str], revision: str, turns: int) -> None:
    """Run scripts on another revision and on this one, and compare the least of each."""
    git = ["git", "-C", str(ROOT), "worktree"]
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "base"
        subprocess.run([*git, "add", "--quiet", "--detach", str(tree), revision], check=True)
        try:
            add_kernel(tree)
            sources = {"base": tree / "src", "here": ROOT / "src"}
            for script in scripts:
                _beside(script, sources, Path(folder), turns)
        finally:
            subprocess.run([*git, "remove", "--force", str(tree)], check=True)


def add_kernel(tree: Path) -> None:
    """Put beside the source of a revision the compiled kernel that an install of it would have."""
    if not (tree / "hatch_build.py").exists():
        return
    wheels = tree / "wheels"
    words = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(wheels)]
    subprocess.run([*words, str(tree)], check=True)
    with zipfile.ZipFile(next(wheels.glob("*.whl"))) as wheel:
        built = [name for name in wheel.namelist() if Path(name).suffix in {".so", ".pyd"}]
        wheel.extractall(tree / "src", built)


def _beside(script: str, sources: dict[str, Path], folder: Path, turns: int) -> None:
    figures: dict[str, dict[str, dict[str, float]]] = {side: {} for side in sources}
    for turn in range(turns):
        for side, source in sources.items():
            path = folder / f"{script}-{turn}-{side}.json"
            print(f"\n== {script}, {side}", flush=True)
            if not run(script, PYTHONPATH=str(source), SATUMEJA_FIGURES=str(path)):
                print(f"{script} does not run with the source of this side; left out")
                return
            for kept in json.loads(path.read_text(encoding="utf-8")).values():
                for name, figure in kept["figures"].items():
                    held = figures[side].get(name, figure)
                    figures[side][name] = min(held, figure, key=lambda one: one["times"])
    for line in compared(figures["here"], figures["base"], "the base"):
        print(f"{script}: {line}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    names = [Path(script).stem for script in SCRIPTS]
    parser.add_argument("--only", nargs="+", choices=names, default=names, metavar="NAME")
    parser.add_argument("--base", help="a revision to set beside this one")
    parser.add_argument("--turns", type=int, default=3, help="how often each side runs")
    asked = parser.parse_args()
    scripts = [f"{name}.py" for name in names if name in asked.only]
    if asked.base:
        beside(scripts, asked.base, asked.turns)
        return
    for script in scripts:
        print(f"\n== {script}", flush=True)
        if not run(script):
            raise SystemExit(f"{script} failed")


if __name__ == "__main__":
    main()
