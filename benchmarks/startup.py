"""Start-up: each command in a process of its own, against Python doing nothing.

``python benchmarks/startup.py [--rounds 7] [COMMAND ...]`` prints CPU seconds, user and system,
the least of so many rounds in which all commands take their turn. ``--beside SOURCE`` runs each
with the source of another checkout too, one after the other, and prints that first.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from kept import Record

SHIPPED = Path(__file__).parents[1] / "src" / "satumeja"
REPORT = str(SHIPPED / "data" / "reports" / "talks-2021-12-23.en.txt")
MODEL = str(SHIPPED / "gallery" / "conflicts" / "december-2021-a.yaml")

GAME = """
import satumeja as sm
game = sm.Model.from_payoffs([[[3, 0], [5, 1]], [[3, 5], [0, 1]]])
print(game.analyse().equilibria("nash"))
"""

COMMANDS: Mapping[str, list[str]] = {
    "nothing": ["-c", "pass"],
    "import numpy": ["-c", "import numpy"],
    "import satumeja": ["-c", "import satumeja"],
    "a 2 x 2 game in code, analysed": ["-c", GAME],
    **{
        words: ["-m", "satumeja", *words.split()]
        for words in (
            *("--help", "--version", "analyse --help", "schema", "gallery", "gallery chicken"),
            *("read REPORT", "read REPORT --json", "draft REPORT"),
            *("dossier REPORT --again", "timeline dossier.db"),
            *("positions dossier.db", "correct dossier.db r1#s1 accept --who Ana"),
            *("check MODEL", "set MODEL title Talks -o set.yaml", "rank MODEL us"),
            *("convert MODEL -o model.json", "analyse MODEL", "analyse MODEL --json"),
            *("explain MODEL 1", "deals MODEL", "threats MODEL", "paths MODEL"),
            *("invert MODEL --state 1", "coalitions MODEL", "sweep MODEL"),
            *("figure MODEL -o figure.svg", "tables MODEL", "brief MODEL -o brief.html"),
        )
    },
}


def spent(words: list[str], folder: str, source: str = "") -> float:
    """Run Python with these words, and give the CPU seconds the process took."""
    given = [{"REPORT": REPORT, "MODEL": MODEL}.get(word, word) for word in words]
    # What is imported is kept compiled, as it is for those who have installed the program.
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    if source:
        kept["PYTHONPATH"] = source
    with subprocess.Popen(
        [sys.executable, *given],
        cwd=folder,
        env=kept,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(words)}: exit code {process.returncode}")
    return used.ru_utime + used.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--beside", default="", metavar="SOURCE", help="of another checkout")
    parser.add_argument("commands", nargs="*", help="the first words of some commands only")
    asked = parser.parse_args()
    chosen = {
        name: words
        for name, words in COMMANDS.items()
        if not asked.commands or name.startswith(tuple(asked.commands))
    }
    least = dict.fromkeys(chosen, float("inf"))
    there = dict.fromkeys(chosen, float("inf"))
    with Record("startup.py") as record, tempfile.TemporaryDirectory() as folder:
        spent(["-m", "satumeja", "dossier", "REPORT"], folder)
        for _ in range(asked.rounds):
            for name, words in chosen.items():
                if asked.beside:
                    source = str(Path(asked.beside).resolve())
                    there[name] = min(there[name], spent(words, folder, source))
                least[name] = min(least[name], spent(words, folder))
        for name, seconds in least.items():
            before = f"{there[name]:.3f} s  " if asked.beside else ""
            print(f"{name:44} {before}{seconds:.3f} s")
            record.note(name, seconds)


if __name__ == "__main__":
    main()
