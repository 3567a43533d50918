"""The picture as data: rows of what could change, and where each leaves every side."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from satumeja.brief.leaf._names import Names
from satumeja.brief.leaf._sentence import Sentence, capital

__all__ = ["WAYS", "Legend", "Mark", "Picture", "Row", "described", "heading", "legend", "placed"]

WAYS = ("worse", "same", "better")
"""The three columns of a situation that is compared with now."""

Kind = Literal["now", "head", "move", "gain", "answer", "rest", "open", "package", "situation"]


@dataclass(frozen=True)
class Mark:
    """A letter in the picture: a side, in the column that says how it fares.

    Parameters
    ----------
    dm, letter : str
        Which side.
    place : int
        Its place among the sides, from nought; its colour goes by that.
    moves : bool
        Whether it moves in this row: the mark is filled.
    line : bool
        Whether its own red line is crossed: the mark is a square.
    """

    dm: str
    letter: str
    place: int
    moves: bool
    line: bool


@dataclass(frozen=True)
class Row:
    """A row of the picture.

    Parameters
    ----------
    kind : str
        What it is: now, a heading, a move, a gainful move, its answer, what is left out, a
        package that all seated would accept or one that would have to be opened, a situation.
    text : str
        What happens, or the heading.
    notes : tuple of str
        What is said below in small letters.
    cells : tuple of tuple of Mark or str
        By column: the letters of the sides, or a text; none in a heading.
    sentence : Sentence
        The row in words, for who cannot see it; without text where it is a heading.
    mover : str
        From whose letter an arrow starts, to the same letter in the next row; empty for none.
    """

    kind: Kind
    text: str
    notes: tuple[str, ...]
    cells: tuple[tuple[Mark, ...] | str, ...]
    sentence: Sentence
    mover: str = ""


@dataclass(frozen=True)
class Legend:
    """A side of the conflict in the legend of the picture."""

    letter: str
    label: str
    place: int


@dataclass(frozen=True)
class Picture:
    """What the picture shows, apart from how it is drawn.

    Parameters
    ----------
    key : str
        Which picture: `now` sets changes beside now, `places` sets situations in order.
    title, what : str
        What it shows, and the heading over its rows.
    legend : tuple of Legend
        The sides.
    columns : tuple of str
        The headings of the columns.
    rows : tuple of Row
        What stands in it, from above.
    note : str
        How to read it.
    note_in_table : str
        How to read it where it is a table, in which no line is dashed.
    """

    key: Literal["now", "places"]
    title: str
    what: str
    legend: tuple[Legend, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str
    note_in_table: str

    @property
    def description(self) -> str:
        """The picture in words, one sentence a row."""
        return " ".join(row.sentence.text for row in self.rows if row.sentence.text)


def heading(text: str) -> Row:
    """Make a row that is a heading."""
    return Row("head", text, (), (), Sentence("", "", ""))


def legend(names: Names) -> tuple[Legend, ...]:
    """Name the sides, each with its letter and its place."""
    return tuple(
        Legend(names.signs[dm], names.label(dm), place) for place, dm in enumerate(names.parties)
    )


def placed(
    names: Names, versus: Mapping[str, str], movers: Collection[str], lines: Collection[str]
) -> tuple[tuple[Mark, ...], ...]:
    """Set the letter of every side into the column that says how it fares."""
    return tuple(
        tuple(
            Mark(dm, names.signs[dm], place, dm in movers, dm in lines)
            for place, dm in enumerate(names.parties)
            if versus.get(dm, "same") == way
        )
        for way in WAYS
    )


def described(
    names: Names,
    text: str,
    cells: Iterable[tuple[Mark, ...]],
    *,
    source: str,
    notes: Iterable[str] = (),
) -> Sentence:
    """Put a row into one sentence: what happens, and for whom that is better or worse."""
    words, parts, crossed = names.words, list[str](), list[str]()
    for way, marks in zip(WAYS, cells, strict=True):
        if marks:
            people = words.all_of([names.dm(mark.dm) for mark in marks])
            parts.append(words(f"leaf.picture.{way}_for", dms=people))
            crossed += [mark.dm for mark in marks if mark.line]
    if crossed:
        people = words.all_of([names.dm(dm) for dm in names.ordered(crossed)])
        parts.append(words("leaf.picture.line_of", dms=people))
    parts += notes
    blanks = {"row": text, "places": capital("; ".join(parts))}
    return Sentence("leaf.picture.said", words("leaf.picture.said", **blanks), source, "", blanks)
