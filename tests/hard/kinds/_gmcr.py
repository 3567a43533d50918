"""Files of GMCR+, of both dialects."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from formats.gmcr_files import PLUS, TITLED, as_text, random_blind, random_plus, random_titled
from hard import damage
from hard.kind import Kind
from hard.kinds._models import words_for
from satumeja.formats import dump, load, loads

__all__ = ["GMCR"]

_KEYS = (*PLUS, *TITLED, *PLUS["decisionMakers"][0], "misperceptions", "preferenceVector", "yn")
_ODD: tuple[Any, ...] = (
    *damage.ODD,
    *("both", "fwd", [0, "Y"], [[0, "Y"]], [[[1, "N"]]], [[10**9, "Y"]], [list(range(40))]),
    {"compound": True, "members": [[[0, "Y"]]]},
    {"name": "M", "options": [0], "preferences": []},
)


@cache
def _seeds() -> tuple[bytes, ...]:
    rng = Random(1)
    drawn = [draw(rng) for draw in (random_plus, random_titled, random_blind) for _ in range(20)]
    return tuple(as_text(file).encode() for file in (PLUS, TITLED, *drawn))


def spoil(content: bytes, rng: Random) -> bytes:
    """Spoil values, letters or bytes."""
    if rng.random() < 0.1:
        return damage.spoil_bytes(content, rng)
    if rng.random() < 0.3:
        return damage.encoded(damage.spoil_text(content.decode(), rng), rng)
    file = json.loads(content)
    for _ in range(rng.choice([1, 1, 2, 3])):
        damage.spoil_tree(file, _KEYS, _ODD, rng)
    return damage.encoded(json.dumps(file, ensure_ascii=rng.random() < 0.5), rng)


def _read(path: Path) -> None:
    """Read a file, write it in every format, and read that."""
    model = load(path)
    for name in ("m.gmcr", "m.yaml", "m.json"):
        loads(dump(model, name), name)


GMCR = Kind("gmcr", ".gmcr", _seeds, spoil, _read, words_for, has_lines=True)
