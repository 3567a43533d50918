"""Run every command in every format under one change of surroundings after another.

    python tests/proofs/determinism.py [--only sweep] [--changes "zone,locale"]

runs what `tests/same_bytes.py` lists once as the measure, then again with one thing different:
the seed of hashes, the zone (two of them 25 hours apart), the locale, how many processes, the
kernel, the library below the symbolic engine, the folder and where temporary files lie, the umask,
optimised byte code. It prints for each how many lines and files are the same,
and names those that are not. Locales that are not installed are told and left out; where
LOCPATH leads to a folder with some (``localedef -i tr_TR -f UTF-8 FOLDER/tr_TR.UTF-8``), those
are taken.
"""

from __future__ import annotations

import argparse
import locale
import os
import sys
import tempfile
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from test_same_bytes import ONE, SET, differing, made


@dataclass(frozen=True)
class Change:
    """One thing that is different: in the environment, in what is asked, or in the folder."""

    name: str
    environment: dict[str, str] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    folder: str = "work"
    umask: int = 0o022


_LOCALES = ("C.UTF-8", "en_US.UTF-8", "id_ID.UTF-8", "tr_TR.UTF-8")
_ZONES = ("Pacific/Kiritimati", "America/New_York", "Asia/Jakarta", "Asia/Kathmandu")
CHANGES = (
    Change("again"),
    *(Change(f"seed {seed}", {"PYTHONHASHSEED": seed}) for seed in ("1", "4242", "random")),
    *(Change(f"zone {zone}", {"TZ": zone}) for zone in _ZONES),
    *(Change(f"locale {name}", {"LC_ALL": name}) for name in _LOCALES),
    *(Change(f"{jobs} processes", words=("--jobs", str(jobs))) for jobs in (2, 3)),
    Change("kernel numpy", {"SATUMEJA_KERNEL": "numpy"}),
    Change("library dd.cudd", words=("--without", "oxidd")),
    Change("library dd.autoref", words=("--without", "oxidd", "--without", "dd.cudd")),
    Change("folder far below", folder="an other, with é/" + "deep/" * 20 + "work"),
    Change("umask 077", umask=0o077),
    Change("optimised", {"PYTHONOPTIMIZE": "1"}),
)


def missing(change: Change) -> str:
    """Say what a change needs that is not on this machine."""
    wanted = change.environment.get("LC_ALL")
    if wanted:
        before = locale.setlocale(locale.LC_ALL)
        try:
            locale.setlocale(locale.LC_ALL, wanted)
        except locale.Error:
            return "this locale is not installed"
        finally:
            locale.setlocale(locale.LC_ALL, before)
    if change.name == "library dd.cudd" and find_spec("dd.cudd") is None:
        return "dd is installed without CUDD"
    return ""


def main() -> int:
    """Run them all, and tell of each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", default="", help="lines in which this pattern is found")
    parser.add_argument("--changes", default="", help="by the words they begin with, with commas")
    asked = parser.parse_args()
    environment = ONE | SET
    if find_spec("satumeja.stability.kernel._compiled") is None:
        environment["SATUMEJA_KERNEL"] = "numpy"
    only, failed = ("--only", asked.only), False
    chosen = tuple(asked.changes.split(","))
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as name:
        folder = Path(name)
        measure = made(folder / "measure", *only, environment=environment)
        files = sum(key.startswith("file ") for key in measure)
        print(f"measure: {len(measure) - files} lines, {files} files", flush=True)  # noqa: T201
        for number, change in enumerate(c for c in CHANGES if c.name.startswith(chosen)):
            lacking = missing(change)
            if lacking:
                print(f"{change.name}: left out, {lacking}", flush=True)  # noqa: T201
                continue
            place = folder / str(number) / change.folder
            place.parent.mkdir(parents=True)
            both = environment | change.environment
            other = made(place, *only, *change.words, umask=change.umask, environment=both)
            differ = differing(measure, other)
            failed |= bool(differ)
            told = "the same" if not differ else "DIFFERENT: " + "; ".join(differ)
            print(f"{change.name}: {told}", flush=True)  # noqa: T201
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
