"""What the things of a front page are called in a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import takewhile

from satumeja.brief.leaf._deeds import Deeds
from satumeja.brief.words import Phrases
from satumeja.front import Front, Party
from satumeja.model import Text

__all__ = ["Names"]

_SEVERAL = 2


def _alike(texts: Sequence[str]) -> int:
    """Count the signs that all texts begin with alike."""
    columns = zip(*texts, strict=False)
    return sum(1 for _ in takewhile(lambda signs: len(set(signs)) == 1, columns))


class Names(Deeds):
    """The turns of phrase of one front page in one language.

    Parameters
    ----------
    front : Front
        The data of the page.
    phrases : Phrases
        The names of its model and the words of the language.
    by_letter : bool
        Whether sides are named by their letters before what they do.
    """

    def __init__(self, front: Front, phrases: Phrases, *, by_letter: bool = False) -> None:
        super().__init__(phrases, by_letter=by_letter)
        self.front = front

    @cached_property
    def parties(self) -> dict[str, Party]:
        """The sides by id, in the order of the file."""
        return {party.id: party for party in self.front.parties}

    @cached_property
    def sides(self) -> Mapping[str, Text]:
        """Their names by id, in the order of the file."""
        return {party.id: party.name for party in self.front.parties}

    @cached_property
    def readings(self) -> list[str]:
        """What the readings are called; without what begins and ends the names of all."""
        names = [self.text(reading.name) for reading in self.front.readings]
        if len(names) < _SEVERAL:
            return names
        start = _alike(names)
        while start and any(name[start - 1].isalnum() for name in names):
            start -= 1
        cut = [name[start:] for name in names]
        end = _alike([name[::-1] for name in cut])
        while end and any(name[-end].isalnum() for name in cut):
            end -= 1
        cut = [name[: len(name) - end] for name in cut]
        return cut if all(cut) else names
