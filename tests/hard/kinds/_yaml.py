"""Model files in YAML."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from random import Random

from hard.damage import encoded, spoil_bytes, spoil_text, spoil_tree
from hard.kind import Kind
from hard.kinds._models import KEYS, ODD, PIECES, SAMPLES, TREES, use_model, words_for
from satumeja.formats import load

__all__ = ["YAML"]

_TREE_OF = dict(zip((sample.encode() for sample in SAMPLES), TREES, strict=True))


def _seeds() -> list[bytes]:
    return list(_TREE_OF)


def spoil(content: bytes, rng: Random) -> bytes:
    """Spoil values, letters or bytes."""
    match rng.randrange(10):
        case 0 | 1 | 2 | 3:
            tree = copy.deepcopy(_TREE_OF[content])
            for _ in range(rng.choice([1, 1, 2, 4])):
                spoil_tree(tree, KEYS, ODD, rng)
            return encoded(json.dumps(tree, indent=rng.choice([None, 1])), rng)
        case 4 | 5 | 6 | 7:
            return encoded(spoil_text(content.decode(), rng, PIECES), rng)
        case 8:
            return spoil_bytes(encoded(spoil_text(content.decode(), rng, PIECES), rng), rng)
        case _:
            return spoil_bytes(content, rng)


def _read(path: Path) -> None:
    use_model(load(path))


YAML = Kind("yaml", ".yaml", _seeds, spoil, _read, words_for, has_lines=True)
