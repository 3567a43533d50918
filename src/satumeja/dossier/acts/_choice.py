"""Choose what a statement does first of all, by weights learned from labelled sentences.

The weights of a language are one small file made by ``make train`` (see ``training``): for
each sign one whole number for each kind of act. A choice is a sum of such numbers, so that it
is the same on every machine; a language without weights is left to its rules.
"""

from __future__ import annotations

import json
import math
from base64 import b85decode
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Choice", "Weights", "weights_of"]


@dataclass(frozen=True)
class Choice:
    """A kind of act, and how sure it is: its share among all kinds."""

    kind: str
    share: float


@dataclass(frozen=True)
class Weights:
    """The weights of a language.

    Parameters
    ----------
    kinds : tuple of str
        The kinds of acts chosen among, ``say`` included.
    scale : float
        What one unit of a weight counts.
    start : tuple of int
        Where the sum of each kind starts.
    signs : mapping
        The weights of each sign, one signed byte a kind.
    """

    kinds: tuple[str, ...]
    scale: float
    start: tuple[int, ...]
    signs: Mapping[str, bytes]

    @classmethod
    def from_json(cls, text: str) -> Weights:
        """Read weights as they are kept."""
        kept = json.loads(text)
        signs = {sign: b85decode(row) for sign, row in kept["signs"].items()}
        return cls(tuple(kept["kinds"]), kept["scale"], tuple(kept["start"]), signs)

    def choose(self, signs: Iterable[str], barred: Collection[str] = ()) -> Choice:
        """Choose the kind whose sum is largest, the first of them where sums are equal.

        Kinds that are barred are not chosen, and count for nothing in the share.

        Examples
        --------
        >>> weights = Weights(("deny", "say"), 0.5, (0, 1), {"w:never": bytes((3, 254))})
        >>> weights.choose(["w:never", "w:unheard"]).kind, weights.choose([]).kind
        ('deny', 'say')
        """
        sums = list(self.start)
        for sign in signs:
            for index, weight in enumerate(self.signs.get(sign, b"")):
                if weight:
                    sums[index] += weight if weight < 128 else weight - 256
        free = [index for index, kind in enumerate(self.kinds) if kind not in barred]
        best = max(free, key=lambda index: sums[index])
        total = sum(math.exp((sums[index] - sums[best]) * self.scale) for index in free)
        return Choice(self.kinds[best], 1 / total)


@cache
def weights_of(language: str) -> Weights | None:
    """Give the weights of a language; None where none were learned."""
    file = files("satumeja.dossier").joinpath("languages", language, "acts.json")
    return Weights.from_json(file.read_text(encoding="utf-8")) if file.is_file() else None
