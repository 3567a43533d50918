"""A front page as data: every sentence, the strip and the picture, fitted to one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from satumeja.brief.leaf._asks import MOST_ASKED, asking
from satumeja.brief.leaf._basis import dates, evidence, seats
from satumeja.brief.leaf._chain import holding
from satumeja.brief.leaf._lead import Rung, head, lead, strip
from satumeja.brief.leaf._measure import (
    COLUMNS,
    ROOM,
    block_height,
    head_height,
    picture_height,
)
from satumeja.brief.leaf._names import Names
from satumeja.brief.leaf._picture import Picture
from satumeja.brief.leaf._places import MOST_SITUATIONS, place_picture
from satumeja.brief.leaf._rows import MOST_MOVES, change_picture
from satumeja.brief.leaf._sentence import Block, Sentence, count_words
from satumeja.brief.words import LANGUAGES, Phrases, Words
from satumeja.front import Front

__all__ = ["MOST_WORDS", "Leaf", "leaf_of", "leaves_of"]

MOST_WORDS = 300
"""How many words a front page has at most, outside its margins and the figure."""


@dataclass(frozen=True)
class Leaf:
    """What a front page says, apart from how it is laid out.

    Parameters
    ----------
    language : str
        The language it is in.
    head : tuple of Sentence
        Title, reading, day and question, those there are.
    lead : tuple of Sentence
        How the present situation holds, and what tables could agree.
    foot : Sentence
        What all of this is not.
    strip : tuple of Rung
        The scale, with the readings on it.
    picture : Picture
        What could change from now, or how situations are placed.
    columns : tuple of tuple of Block
        What stands below, column by column.
    """

    language: str
    head: tuple[Sentence, ...]
    lead: tuple[Sentence, ...]
    foot: Sentence
    strip: tuple[Rung, ...]
    picture: Picture
    columns: tuple[tuple[Block, ...], ...]

    @property
    def sentences(self) -> Iterator[Sentence]:
        """Every sentence outside the figure, in the order of the page."""
        yield from (*self.head, *self.lead, self.foot)
        for column in self.columns:
            for block in column:
                yield from block.sentences

    @property
    def words(self) -> int:
        """How many words stand outside the margins and the figure."""
        headings = [block.heading for column in self.columns for block in column]
        return count_words([*headings, *(sentence.text for sentence in self.sentences)])

    @property
    def height(self) -> float:
        """About how high it is when printed, in CSS pixels."""
        columns = zip(self.columns, COLUMNS, strict=False)
        below = [block_height(blocks, width) for blocks, width in columns]
        above = head_height(self.head, self.lead, self.strip)
        return above + picture_height(self.picture) + max(below, default=0)


@dataclass(frozen=True)
class _Extent:
    """How much is said where there is room for it."""

    asks: int = MOST_ASKED
    quiet: bool = False
    chains: int = 2
    several: bool = True
    packages: int = 2
    moves: int = MOST_MOVES
    situations: int = MOST_SITUATIONS
    by_letter: bool = False


def _shorter_words() -> Iterator[dict[str, int | bool]]:
    """Give what is left out where the words are too many, the first to go first."""
    yield {"asks": MOST_ASKED - 1}
    yield {"quiet": True}
    yield {"chains": 1}
    yield {"asks": 1}


def _shorter_page() -> Iterator[dict[str, int | bool]]:
    """Give what is left out where the page is too high, the first to go first."""
    yield {"several": False}
    yield {"packages": 1}
    yield {"situations": 6}
    yield {"situations": 4}
    yield {"moves": 6}
    yield from _shorter_words()
    yield {"moves": 4}
    yield {"by_letter": True}


def leaf_of(front: Front, phrases: Phrases) -> Leaf:
    """Say everything a front page says in one language, as much as one page holds.

    Parameters
    ----------
    front : Front
        The data of the page.
    phrases : Phrases
        The names of its model and the words of the language.

    Returns
    -------
    Leaf
        At most 300 words, and by its letters no higher than a page of A4. What is dropped for
        that: for words the third question, that groups gain nothing, and the second side's
        links; for height moves of several options without gain and second packages before
        these; the same in every language. Never the foot, a denial, what is left aside, or one
        side's package alone.
    """
    others = [Words(code) for code in LANGUAGES if code != phrases.words.language]
    return leaves_of(front, [phrases, *map(phrases.spoken_in, others)])[0]


def leaves_of(front: Front, books: Sequence[Phrases]) -> list[Leaf]:
    """Say what a front page says in all languages there are, as `leaf_of` does in one.

    Parameters
    ----------
    front : Front
        The data of the page.
    books : sequence of Phrases
        One a language, of its model.
    """
    names = [Names(front, phrases) for phrases in books]
    extent, leaves = _Extent(), [_leaf(part, _Extent()) for part in names]
    for measure, most, drops in (
        ("words", MOST_WORDS, _shorter_words()),
        ("height", ROOM, _shorter_page()),
    ):
        for drop in drops:
            size = max(getattr(leaf, measure) for leaf in leaves)
            if size <= most:
                break
            shorter = _Extent(**{**vars(extent), **drop})
            fitted = [_leaf(part, shorter) for part in names]
            if max(getattr(leaf, measure) for leaf in fitted) < size:
                leaves, extent = fitted, shorter
    return leaves


def _leaf(names: Names, extent: _Extent) -> Leaf:
    """Say as much as `extent` wants."""
    if extent.by_letter:
        names = Names(names.front, names.phrases, by_letter=True)
    if names.front.hold is None:
        picture = place_picture(names, extent.situations)
    else:
        picture = change_picture(
            names, several=extent.several, packages=extent.packages, moves=extent.moves
        )
    links = holding(names, quiet=extent.quiet, counted=extent.by_letter, most=extent.chains)
    asks = asking(names, extent.asks)
    rest = (evidence(names), seats(names), dates(names))
    parts = [(block,) for block in (links, asks) if block is not None]
    return Leaf(
        names.words.language,
        tuple(head(names)),
        tuple(lead(names)),
        Sentence("leaf.foot", names.words("leaf.foot"), "hold"),
        strip(names),
        picture,
        (*parts, rest) if len(parts) > 1 else (*parts, rest[:1], rest[1:]),
    )
