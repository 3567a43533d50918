"""An annex as data: a number, a title, sentences and tables, before they are laid out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from satumeja.brief.leaf import Sentence, count_words
from satumeja.brief.media import Table

__all__ = ["Annex", "Shortened", "most_urgent"]

_T = TypeVar("_T")


@dataclass(frozen=True)
class Annex:
    """What one annex says, apart from how it is laid out.

    Parameters
    ----------
    number : int
        Its number, 1 to 6.
    key : str
        Its name: `stances`, `moves`, `tables`, `facts`, `readings` or `assumptions`.
    title : str
        Its heading, with its number.
    sentences : tuple of Sentence
        What stands above its tables.
    tables : tuple of Table
        Its tables; none where there is nothing to set out.
    note : str
        How to read them, and how much is left out.
    """

    number: int
    key: str
    title: str
    sentences: tuple[Sentence, ...]
    tables: tuple[Table, ...]
    note: str = ""

    @property
    def texts(self) -> Iterator[str]:
        """Everything it says, piece by piece."""
        yield self.title
        yield from (sentence.text for sentence in self.sentences)
        for table in self.tables:
            yield table.caption
            for row in (*table.head, *table.body):
                yield from (cell.text for cell in row)
            yield table.note
        yield self.note

    @property
    def words(self) -> int:
        """How many words it has in all."""
        return count_words(self.texts)


@dataclass
class Shortened:
    """Cuts lists to a length, and counts what is left out.

    Parameters
    ----------
    most : int
        How many items a list keeps.
    left : int
        How many were left out so far.
    """

    most: int
    left: int = 0

    def __call__(self, items: Sequence[_T], urgency: Sequence[int] = ()) -> list[_T]:
        """Keep the most urgent items, in the order they stand in.

        Parameters
        ----------
        items : sequence
            The list.
        urgency : sequence of int, optional
            What goes by each: the lower, the longer it is kept. Of equals the first stay.
        """
        self.left += max(0, len(items) - self.most)
        kept = most_urgent(urgency or [0] * len(items), self.most)
        return [items[place] for place in kept]


def most_urgent(urgency: Iterable[int], most: int) -> list[int]:
    """Return the places of the lowest numbers, in the order they stand in.

    Examples
    --------
    >>> most_urgent([2, 0, 1, 0], 3)
    [1, 2, 3]
    """
    ranked = sorted(enumerate(urgency), key=lambda pair: pair[1])
    return sorted(place for place, _ in ranked[:most])
