"""Model files in JSON."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from random import Random

from hard.damage import encoded, spoil_bytes, spoil_text, spoil_tree
from hard.kind import Kind
from hard.kinds._models import KEYS, ODD, PIECES, TREES, use_model, words_for
from satumeja.formats import load

__all__ = ["JSON"]


@cache
def _seeds() -> tuple[bytes, ...]:
    return tuple(json.dumps(tree, indent=1).encode() for tree in TREES)


def spoil(content: bytes, rng: Random) -> bytes:
    """Spoil values, letters or bytes."""
    match rng.randrange(10):
        case 0 | 1 | 2 | 3 | 4:
            tree = json.loads(content)
            for _ in range(rng.choice([1, 1, 2, 4])):
                spoil_tree(tree, KEYS, ODD, rng)
            return encoded(json.dumps(tree, indent=rng.choice([None, 1])), rng)
        case 5 | 6 | 7 | 8:
            return encoded(spoil_text(content.decode(), rng, PIECES), rng)
        case _:
            return spoil_bytes(content, rng)


def _read(path: Path) -> None:
    use_model(load(path))


JSON = Kind("json", ".json", _seeds, spoil, _read, words_for, has_lines=True)
