"""Load spoilt .gmcr files: only `ModelError` may escape; what still loads is written and read.

    python tests/proofs/fuzz_gmcr.py --files 100000 --seed 1

prints how many loaded, how many were refused, the slowest, and every text that broke a rule.
"""

from __future__ import annotations

import copy
import sys
from pathlib import Path
from random import Random
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from formats.gmcr_files import PLUS, TITLED, as_text, random_plus, random_titled
from formats.mutations import changed_text, spoil
from proofs.fuzz_formats import Result, main, run_on
from satumeja.formats import dump, loads
from satumeja.model import Model

ODD: tuple[Any, ...] = (
    *(None, True, False, -1, 0, 1, 2, 7, 99, 10**30, 0.5, "", "Y", "N", "both", "fwd", "?"),
    *([], [[]], [0, "Y"], [[0, "Y"]], [[[1, "N"]]], {}, {"?": 1}),
    {"compound": True, "members": [[[0, "Y"]]]},
    {"name": "M", "options": [0], "preferences": []},
)
KEYS = (*PLUS, *TITLED, *PLUS["decisionMakers"][0], "misperceptions", "preferenceVector", "yn")


def mutant(rng: Random) -> tuple[str, str]:
    """Return a file's name and its text with some values, keys or letters changed."""
    draw = rng.choice([random_plus, random_titled])
    file = draw(rng) if rng.random() < 0.5 else copy.deepcopy(rng.choice([PLUS, TITLED]))
    for _ in range(rng.randint(0, 3)):
        spoil(file, KEYS, ODD, rng)
    text = as_text(file)
    if rng.random() < 0.3:
        text = changed_text(text, rng)
    return "m.gmcr", text


def write_and_read(model: Model) -> None:
    """Write a model in every format and read it again, which must not fail."""
    for name in ("m.gmcr", "m.yaml", "m.json"):
        loads(dump(model, name), name)


def run(files: int, seed: int) -> Result:
    """Load so many spoilt files; write those that still are models, and read them again."""
    return run_on(files, seed, mutant, write_and_read)


if __name__ == "__main__":
    sys.exit(main(run, __doc__ or ""))
