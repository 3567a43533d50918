"""What a file states of a preference beyond its ranking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from satumeja.errors import did_you_mean
from satumeja.formats import schema
from satumeja.formats.compiling._context import Context
from satumeja.formats.trees import Path
from satumeja.model import Beyond, Comparison, Ranks
from satumeja.model.kit import Pattern

__all__ = ["ATTITUDES", "Named", "compile_beyond"]

ATTITUDES = {"positive": "+", "neutral": "0", "negative": "-"}
_KEYS = ("unknown", "much_better", "degrees", "chances")

Index = NDArray[np.intp]


@dataclass(frozen=True)
class Named:
    """Knows the states that comparisons name.

    Parameters
    ----------
    find : callable
        Gives the pattern, or in graph form the number, that a name stands for; raises a
        `ValueError` for people.
    places : callable
        Gives the places (0-based) of the states that it fits.
    ranks : callable or None
        Gives the ranks of the states; None where faults stand in the way.
    """

    find: Callable[[str], Pattern | int]
    places: Callable[[Pattern | int], Index]
    ranks: Callable[[], Ranks] | None


def compile_beyond(
    part: schema.DecisionMaker,
    name: str,
    context: Context,
    makers: Sequence[str],
    named: Named | None,
) -> Beyond:
    """Read what is stated of the preference of one decision maker beyond its ranking.

    Parameters
    ----------
    part : DecisionMaker
        As in the file.
    name : str
        Its id.
    context : Context
        Takes the faults.
    makers : sequence of str
        The ids of all decision makers.
    named : Named or None
        Finds states; None where they are unknown.
    """
    path: Path = ("decision_makers", name)
    reader = _Reader(context, named, path)
    return Beyond(
        unknown=reader.comparisons("unknown", part.unknown),
        much_better=reader.comparisons("much_better", part.much_better),
        degrees=reader.comparisons("degrees", part.degrees),
        chances=reader.comparisons("chances", part.chances),
        threshold=reader.threshold(part.threshold),
        attitudes=reader.attitudes(part.attitudes, makers),
    )


@dataclass(frozen=True)
class _Reader:
    context: Context
    named: Named | None
    path: Path

    def comparisons(
        self, key: str, items: Sequence[list[str] | schema.Comparison]
    ) -> tuple[Comparison, ...]:
        before = len(self.context.faults)
        read = [self._comparison(key, item, (*self.path, key, k)) for k, item in enumerate(items)]
        sound = tuple(comparison for comparison in read if comparison)
        if len(self.context.faults) == before:
            self._check(key, sound)
        return sound

    def _comparison(
        self, key: str, item: list[str] | schema.Comparison, path: Path
    ) -> Comparison | None:
        faults = self.context.faults
        stated = schema.Comparison(pair=item) if isinstance(item, list) else item
        cited, pair = self.context.cited(stated, path), stated.pair
        path = path if isinstance(item, list) else (*path, "pair")
        wanted = 3 if key in ("degrees", "chances") else 2
        if len(pair) != wanted:
            what = "two states and a number" if wanted == 3 else "two states"
            faults.add(f"expected {what}, found a list of {len(pair)}", path)
            return None
        ends = [self._end(pair[k], (*path, k)) for k in (0, 1)]
        number = self.context.share(pair[2], (*path, 2)) if wanted == 3 else None
        if ends[0] is None or ends[1] is None:
            return None
        if _overlap(ends[0], ends[1]):
            faults.add("the two name a state in common; a state is not compared with itself", path)
            return None
        return Comparison(ends[0], ends[1], number, **cited)

    def _end(self, name: str, path: Path) -> Pattern | int | None:
        if self.named is None:
            return None
        try:
            return self.named.find(name)
        except ValueError as error:
            self.context.faults.add(str(error), path)
            return None

    def _check(self, key: str, stated: Sequence[Comparison]) -> None:
        if key == "chances":
            self._check_chances(stated)
        if key == "much_better" and stated and self.named is not None and self.named.ranks:
            ranks = self.named.ranks()
            for k, pair in enumerate(stated):
                ends = (pair.first, pair.second)
                first, second = (ranks[self.named.places(end)] for end in ends)
                if first.min() <= second.max():
                    message = "what is greatly preferred must also be ranked above the other"
                    self.context.faults.add(message, (*self.path, key, k))

    def _check_chances(self, stated: Sequence[Comparison]) -> None:
        chances: dict[tuple[Pattern | int, Pattern | int], Fraction] = {}
        for k, pair in enumerate(stated):
            number = pair.number or Fraction(0)
            chances[pair.first, pair.second] = number
            if number + chances.get((pair.second, pair.first), 0) > 1:
                message = "the chances of a pair, both ways round, add up to more than 1"
                self.context.faults.add(message, (*self.path, "chances", k))

    def threshold(self, text: str | None) -> Fraction | None:
        if text is None:
            return None
        path = (*self.path, "threshold")
        number = self.context.share(text, path)
        if number == 0 and not len(self.context.faults):
            self.context.faults.add("a threshold is over 0", path)
        return number

    def attitudes(self, words: dict[str, str], makers: Sequence[str]) -> dict[str, str]:
        signs, path = {}, (*self.path, "attitudes")
        for maker, word in words.items():
            if maker not in makers:
                message = f'unknown decision maker "{maker}"{did_you_mean(maker, makers)}'
                self.context.faults.add(message, (*path, maker), key=True)
            if word not in ATTITUDES:
                message = f'expected positive, neutral or negative, found "{word}"'
                self.context.faults.add(message, (*path, maker))
            signs[maker] = ATTITUDES.get(word, "0")
        return signs


def _overlap(first: Pattern | int, second: Pattern | int) -> bool:
    if isinstance(first, int) or isinstance(second, int):
        return first == second
    return (first.value ^ second.value) & first.mask & second.mask == 0
