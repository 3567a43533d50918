"""Games in normal form, in the files of Gambit."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

import numpy as np

from hard.damage import PIECES, encoded, spoil_bytes, spoil_text
from hard.kind import Kind
from hard.kinds._models import use_model, words_for
from satumeja.formats import load, to_nfg
from satumeja.model import Model

__all__ = ["NFG"]

_COMMENTED = r"""NFG 1 R "A \"small\" game" { "Ana" "2" }

{ { "up" "down" }
{ "left" "mid" "right" }
}
"Made up."

{
{ "" 3, 3 }
{ "" 5, 1/2 }
{ "" 0.25, 5 }
{ "" 1e1, -1 }
}
1 2 3 4 0 1
"""
_PIECES = (
    *(*PIECES, "{ ", " }", '""', '"a" ', "NFG 1 R ", "NFG 2 D ", "1/0 ", "-1/2 ", "1e400 ", ".5 "),
    *(
        "1e-400 ",
        "1" * 400 + " ",
        "{ 2 2 }",
        "{ 99 99 }",
        "{ 0 0 }",
        '\\"',
        "1,2",
        "+1 ",
        "1e999999",
    ),
)


@cache
def _seeds() -> tuple[bytes, ...]:
    numbers = np.random.default_rng(7)
    games = [
        Model.from_payoffs(numbers.integers(0, 4, size=(len(shape), *shape)))
        for shape in ((2, 2), (3, 4), (2, 1, 3), (2, 2, 2, 2))
    ]
    texts = [to_nfg(game, outcomes=outcomes) for game in games for outcomes in (False, True)]
    return tuple(text.encode() for text in (_COMMENTED, *texts))


def spoil(content: bytes, rng: Random) -> bytes:
    """Spoil letters, words and lines, or bytes."""
    if rng.random() < 0.15:
        return spoil_bytes(content, rng)
    return encoded(spoil_text(content.decode(), rng, _PIECES), rng)


def _read(path: Path) -> None:
    use_model(load(path))


NFG = Kind("nfg", ".nfg", _seeds, spoil, _read, words_for, has_lines=True)
