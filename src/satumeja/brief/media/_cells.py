"""Cells and rows: a table as data, which every writer reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from markupsafe import Markup, escape

from satumeja.display import Card, Shown, ShownInLine

__all__ = ["Cell", "Cells", "Piece", "Row", "whole"]

Role = Literal["", "col", "row", "colgroup", "rowgroup"]


_UNBROKEN = 40
_ENDLESS = re.compile(rf"\S{{{_UNBROKEN}}}(?=\S)")
"""So many letters of a word that goes on."""


@dataclass(frozen=True)
class Piece:
    """A part of what a cell says that is set in its own way, by every writer alike.

    Parameters
    ----------
    text : str
        What it says.
    bold, slanted, quiet : bool
        Whether it is set bold, in italics, or in the colour of what is less than the rest.
    language : str
        The language it is in, where that is not the language of the table.
    fresh : bool
        Whether it begins a line of its own.
    """

    text: str
    bold: bool = False
    slanted: bool = False
    quiet: bool = False
    language: str = ""
    fresh: bool = False

    def __html__(self) -> str:
        """Return the piece as HTML."""
        written = _breakable(self.text)
        tags = (("b", self.bold), ("i", self.slanted), ("small", self.quiet))
        for tag in (tag for tag, wanted in tags if wanted):
            written = f"<{tag}>{written}</{tag}>"
        if self.language:
            written = f'<span lang="{escape(self.language)}">{written}</span>'
        return f"<br>{written}" if self.fresh else written


@dataclass(frozen=True, repr=False)
class Cell(ShownInLine):
    """One cell.

    Parameters
    ----------
    text : str
        What it says.
    role : str
        The scope of a header cell; empty for a data cell.
    kind : str
        What it is, for whoever styles it: ``yes``, ``equilibrium``, ``status-quo`` ...
    columns, rows : int
        How many columns and rows it spans.
    title : str
        The full words of an abbreviation.
    markup : Markup or None
        A richer form of the text for HTML.
    pieces : tuple of Piece
        The text in pieces, where some are set in their own way; see `pieced`.
    """

    text: str
    role: Role = ""
    kind: str = ""
    columns: int = 1
    rows: int = 1
    title: str = ""
    markup: Markup | None = None
    pieces: tuple[Piece, ...] = ()

    @classmethod
    def pieced(cls, pieces: Sequence[Piece], role: Role = "", *, rows: int = 1) -> Cell:
        """Make a cell of pieces; its text is theirs.

        Examples
        --------
        >>> Cell.pieced([Piece("no"), Piece("nee", slanted=True, language="nl", fresh=True)]).text
        'no nee'
        """
        text = "".join(f" {part.text}" if part.fresh else part.text for part in pieces)
        return cls(text.strip(), role, rows=rows, pieces=tuple(pieces))

    def __html__(self) -> str:
        """Return the cell as HTML."""
        inside: str = _breakable(self.text) if self.markup is None else self.markup
        if self.pieces:
            inside = "".join(piece.__html__() for piece in self.pieces).removeprefix("<br>")
        if self.title:
            inside = f'<abbr title="{escape(self.title)}">{inside}</abbr>'
        name = "th" if self.role else "td"
        written = f' class="{escape(self.kind)}"' if self.kind else ""
        if self.role:
            written += f' scope="{self.role}"'
        if self.columns > 1:
            written += f' colspan="{self.columns}"'
        if self.rows > 1:
            written += f' rowspan="{self.rows}"'
        return f"<{name}{written}>{inside}</{name}>"


def _breakable(text: str) -> str:
    """Escape a text for a page, which may break words in it that are longer than any column."""
    if len(text) <= _UNBROKEN:
        return str(escape(text))
    return "<wbr>".join(str(escape(part)) for part in _ENDLESS.sub(r"\g<0>\0", text).split("\0"))


Row = tuple[Cell, ...]


@dataclass(frozen=True, repr=False)
class Cells(Shown):
    """The cells of a table, with what is said of them.

    Parameters
    ----------
    caption : str
        What it shows.
    head, body : tuple of tuple of Cell
        Its rows; a cell that spans several is given once, where it starts.
    note : str
        How to read it, or what is left out.
    kind : str
        Which table it is, for whoever styles it.
    language : str
        The language of its words.
    """

    caption: str
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    note: str = ""
    kind: str = ""
    language: str = "en"

    def card(self) -> Card:
        """Show the first lines."""
        return Card(self.caption, self.lines(), self.header(), note=self.note)

    def header(self) -> list[str]:
        """Return one heading a column, group and column joined by a blank."""
        rows = _spread(self.head)
        return [
            " ".join(dict.fromkeys(c.text for c in column if c.text))
            for column in zip(*rows, strict=True)
        ]

    def lines(self) -> list[list[str]]:
        """Return the body as text, row by row; a cell that spans rows stands in the first."""
        return [[cell.text for cell in row] for row in self.spread()]

    def spread(self) -> list[list[Cell]]:
        """Return the body row by row, with a blank cell wherever a cell above reaches."""
        return _spread(self.body)


def _spread(rows: tuple[Row, ...]) -> list[list[Cell]]:
    """Repeat the cells that span, so that every row has every column.

    A heading stands over each of its columns; below the row it starts in, a cell of
    the body that spans rows is blank.
    """
    grid: list[list[Cell]] = []
    waiting: dict[int, tuple[int, Cell]] = {}
    for row in rows:
        line, cells = list[Cell](), iter(row)
        while True:
            left, cell = waiting.pop(len(line), (0, Cell("")))
            if left == 0:
                found = next(cells, None)
                if found is None:
                    break
                left, cell = found.rows, found
            for column in range(len(line), len(line) + cell.columns):
                if left > 1:
                    waiting[column] = (
                        left - 1,
                        replace(cell, text="", columns=1, markup=None, pieces=()),
                    )
                line.append(cell)
        grid.append(line)
    return grid


def whole(rows: Sequence[Row], width: int) -> list[list[Cell | None]]:
    """Give each row a place for every column it does not cover because of a row above."""
    waiting = [0] * width
    found: list[list[Cell | None]] = []
    for row in rows:
        line: list[Cell | None] = []
        cells, column = iter(row), 0
        while column < width:
            if waiting[column]:
                waiting[column] -= 1
                line.append(None)
                column += 1
                continue
            cell = next(cells, None)
            if cell is None:
                break
            line.append(cell)
            for k in range(column, column + cell.columns):
                waiting[k] = cell.rows - 1
            column += cell.columns
        found.append(line)
    return found
