"""What a file of many articles gives: pieces to be read, and notes on what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from satumeja.display import Shown, ShownInLine
from satumeja.messages import Messages
from satumeja.report import Source
from satumeja.report.kit import Article, Place, source_of

__all__ = ["Left", "Note", "Page", "Piece", "Yielded"]

_WORDS = Path(__file__).parent / "words"


@dataclass(frozen=True, repr=False)
class Note(ShownInLine):
    """One thing to be said of a file: what was left out of it, or that it is cut off.

    Parameters
    ----------
    key : str
        What it is, such as ``cover``, ``error_page``, ``empty`` or ``cut_off``.
    number : int or None
        Which article of the file it is about; None where it is about the file.
    values : mapping
        What its words name.
    """

    key: str
    number: int | None = None
    values: Mapping[str, object] = field(default_factory=dict)

    def to_json(self) -> dict[str, object]:
        """Give it as JSON, in English words."""
        return {"key": self.key, "article": self.number, "words": self.words()}

    def words(self, language: str = "en") -> str:
        """Say it in a language.

        Parameters
        ----------
        language : {"en", "id"}
            The language.

        Examples
        --------
        >>> Note("empty", 3).words()
        'article 3: has no text; left out'
        """
        say = Messages(_WORDS, language)
        about = say(f"notes.{self.key}", **self.values)
        return about if self.number is None else say("article", number=self.number, about=about)


@dataclass(frozen=True)
class Left:
    """Something that a kind of file holds and that is no article.

    Parameters
    ----------
    key : str
        Why it is none.
    counts : bool
        Whether it stands where an article would, and so has a number.
    values : mapping
        What its words name.
    """

    key: str
    counts: bool = False
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Page:
    """A web page inside a file, to be read as one, and what is stated of it."""

    data: bytes
    stated: Article


Yielded = Article | Page | Left
"""What a kind of file yields, in its order."""


@dataclass(frozen=True, repr=False)
class Piece(Shown):
    """One article of a file of many.

    Parameters
    ----------
    place : Place
        Where it stands.
    article : Article
        What is stated of it; of a web page only what the file says beside the page.
    data : bytes
        What is read and kept: its record, or the page itself.
    """

    place: Place
    article: Article
    data: bytes = field(repr=False)

    @property
    def name(self) -> str:
        """What its report is called: the file and the number."""
        return self.place.name

    def source(self) -> Source:
        """Give the text to read, with what is stated of it.

        Raises
        ------
        ReportError
            It holds no text that can be read.
        """
        return replace(source_of(self.data, self.name), place=self.place)
