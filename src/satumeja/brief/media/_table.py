"""A table as data: cells that every renderer reads, and what writes HTML, CSV and LaTeX."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from markupsafe import Markup

from satumeja.brief.media._latex import tabular
from satumeja.formats import csv_text

__all__ = ["Cell", "Table"]

_WHOLE = re.compile("0|[1-9][0-9]{0,14}")

Role = Literal["", "col", "row", "colgroup", "rowgroup"]


@dataclass(frozen=True)
class Cell:
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
    """

    text: str
    role: Role = ""
    kind: str = ""
    columns: int = 1
    rows: int = 1
    title: str = ""
    markup: Markup | None = None

    def __html__(self) -> str:
        """Return the cell as HTML."""
        inside: str | Markup = self.text if self.markup is None else self.markup
        if self.title:
            inside = Markup('<abbr title="{}">{}</abbr>').format(self.title, inside)
        given = {"class": self.kind, "scope": self.role}
        given |= {"colspan": str(self.columns) if self.columns > 1 else ""}
        given |= {"rowspan": str(self.rows) if self.rows > 1 else ""}
        written = Markup("").join(
            Markup(' {}="{}"').format(key, value) for key, value in given.items() if value
        )
        name = "th" if self.role else "td"
        return Markup("<{0}{1}>{2}</{0}>").format(name, written, inside)


Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A table: what it shows, its head, its body, and a note.

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

    Examples
    --------
    >>> table = Table("Moves", ((Cell("who", "col"),),), ((Cell("a < b"),),))
    >>> table.header(), table.lines()
    (['who'], [['a < b']])
    >>> print(table.html())  # doctest: +ELLIPSIS
    <table ...><caption>Moves</caption><thead><tr><th scope="col">who</th></tr></thead>...
    """

    caption: str
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    note: str = ""
    kind: str = ""
    language: str = "en"

    def header(self) -> list[str]:
        """Return one heading a column, group and column joined by a blank."""
        rows = _spread(self.head)
        return [
            " ".join(dict.fromkeys(c.text for c in column if c.text))
            for column in zip(*rows, strict=True)
        ]

    def lines(self) -> list[list[str]]:
        """Return the body as text, row by row; a cell that spans rows stands in the first."""
        return [[cell.text for cell in row] for row in _spread(self.body)]

    def html(self) -> Markup:
        """Return the table as an HTML element."""
        head, body = (
            Markup("").join(Markup("<tr>{}</tr>").format(Markup("").join(row)) for row in rows)
            for rows in (self.head, self.body)
        )
        return Markup(
            '<table class="{}" lang="{}"><caption>{}</caption><thead>{}</thead>'
            "<tbody>{}</tbody></table>"
        ).format(self.kind, self.language, self.caption, head, body)

    def grid(self) -> list[list[str | int]]:
        """Return the heading and the lines, whole numbers as numbers."""
        lines = [[_number(text) for text in line] for line in self.lines()]
        return [list(self.header()), *lines]

    def csv(self) -> str:
        """Return the table as CSV; no cell can be taken for a formula."""
        return csv_text(self.grid())

    def svg(self) -> Markup:
        """Return the table as a picture."""
        from satumeja.brief.media._table_svg import picture

        return picture(self)

    def latex(self) -> str:
        """Return the table as LaTeX, with the rules of booktabs."""
        return tabular(self)

    def _repr_html_(self) -> str:
        note = Markup("<p>{}</p>").format(self.note) if self.note else ""
        return f"{self.html()}{note}"


def _number(text: str) -> str | int:
    return int(text) if _WHOLE.fullmatch(text) else text


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
                    waiting[column] = (left - 1, replace(cell, text="", columns=1))
                line.append(cell)
        grid.append(line)
    return grid
