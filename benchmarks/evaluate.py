"""Evaluate the reader: our own gold, and the labelled sets where they are at hand.

Usage: ``python benchmarks/evaluate.py [--sets DIR] [--verbose] [NAME ...]`` (or ``make
evaluate``). The labelled sets are not part of the project, for their licences differ; they
are looked for in ``$SATUMEJA_READING``, else in ``../shared/reading`` beside the checkout,
and each one that is missing is skipped with a notice.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from labelled.blind import measure_blind
from labelled.gold import measure_gold
from labelled.indotimex import measure_indotimex
from labelled.pages import measure_pages
from labelled.pfsa import measure_pfsa
from labelled.plover import measure_plover
from labelled.polnear import measure_polnear

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "training"))

from train import held_out  # noqa: E402

GOLD = ROOT / "tests" / "data" / "gold"
BLIND = ROOT / "tests" / "data" / "gold-blind"


def _gold(folder: Path, *, verbose: bool) -> None:
    """Measure our own gold, each report with weights that were not learned from it."""
    if find_spec("sklearn") is None:
        print("gold: without scikit-learn, read with weights that were learned from it too")
        measure_gold(folder, verbose=verbose)
    else:
        measure_gold(folder, verbose=verbose, taught=held_out(ROOT))


def main() -> None:
    """Measure what is there."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--sets", type=Path, help="folder with the labelled sets")
    options.add_argument("--verbose", action="store_true", help="show what was missed")
    options.add_argument("names", nargs="*", help="only these: gold, pfsa, polnear ...")
    chosen = options.parse_args()
    sets = chosen.sets or Path(os.environ.get("SATUMEJA_READING", ROOT.parent / "shared/reading"))
    measures: list[tuple[str, Path, Callable[[Path], object]]] = [
        ("gold", GOLD, partial(_gold, verbose=chosen.verbose)),
        ("blind", BLIND, measure_blind),
        ("pfsa", sets / "pfsa_dev20.txt", partial(measure_pfsa, verbose=chosen.verbose)),
        ("polnear", sets / "polnear-dev", measure_polnear),
        ("indotimex", sets / "indotimex", measure_indotimex),
        ("plover", sets / "plover-gsr-dev.json", partial(measure_plover, verbose=chosen.verbose)),
        ("pages", sets / "html-id", measure_pages),
    ]
    for name, path, measure in measures:
        if chosen.names and name not in chosen.names:
            continue
        if path.exists():
            measure(path)
        else:
            print(f"{name}: {path.name} not found, skipped")


if __name__ == "__main__":
    main()
