"""Sentences as data: what is said, by which template, and from where in the data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from satumeja.brief.words import Words

__all__ = ["Block", "Sentence", "capital", "count_words", "runs_of", "spelled"]

_SPELLED = 10


@dataclass(frozen=True)
class Sentence:
    """Something the page says, made by one template from one place in the data.

    Parameters
    ----------
    key : str
        The template that made it, a message of the words.
    text : str
        What it says, without markup.
    source : str
        Where the data of its blanks stand in `satumeja/front/1`, such as `tables[0].zone`.
    strong : str
        The part of the text that is set bold; empty where none is.
    blanks : mapping of str to str
        What the blanks of the template were filled with.
    """

    key: str
    text: str
    source: str
    strong: str = ""
    blanks: Mapping[str, str] = field(default_factory=dict)

    @property
    def runs(self) -> tuple[tuple[str, bool], ...]:
        """The text in pieces, each with whether it is set bold."""
        if not self.strong or self.strong not in self.text:
            return ((self.text, False),)
        before, strong, after = self.text.partition(self.strong)
        pieces = ((before, False), (strong, True), (after, False))
        return tuple(piece for piece in pieces if piece[0])


@dataclass(frozen=True)
class Block:
    """A heading and what stands under it.

    Parameters
    ----------
    key : str
        Its name: `holds`, `ask`, `evidence`, `seat` or `ahead`.
    heading : str
        The heading.
    sentences : tuple of Sentence
        What stands under it.
    numbered : bool
        Whether each sentence is an item of a numbered list.
    """

    key: str
    heading: str
    sentences: tuple[Sentence, ...]
    numbered: bool = False


def runs_of(sentences: Iterable[Sentence]) -> list[tuple[str, bool]]:
    """Give sentences one after the other in pieces, each with whether it is set bold.

    Examples
    --------
    >>> runs_of([Sentence("a", "Thin.", "", "Thin."), Sentence("b", "One report.", "")])
    [('Thin.', True), (' ', False), ('One report.', False)]
    """
    return [run for sentence in sentences for run in ((" ", False), *sentence.runs)][1:]


def capital(text: str) -> str:
    """Begin with a capital, as at the start of a sentence; names with others inside stay.

    Examples
    --------
    >>> capital("the United States"), capital("eBay")
    ('The United States', 'EBay')
    """
    return text[:1].upper() + text[1:]


def spelled(words: Words, number: int) -> str:
    """Write a small number in words, a larger one in figures.

    Examples
    --------
    >>> spelled(Words("en"), 3), spelled(Words("id"), 4), spelled(Words("en"), 51)
    ('three', 'empat', '51')
    """
    return words(f"leaf.number.{number}") if number <= _SPELLED else words.number(number)


def count_words(texts: Iterable[str]) -> int:
    """Count the words of texts: what blanks part, marks that stand alone left out.

    Examples
    --------
    >>> count_words(["Asked. Does it hold?", "B · As of 2021"])
    8
    """
    return sum(any(map(str.isalnum, word)) for text in texts for word in text.split())
