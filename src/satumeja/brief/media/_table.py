"""A table that shows itself: as HTML, CSV, a picture and LaTeX."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from satumeja.brief.media._cells import Cells

if TYPE_CHECKING:
    from satumeja.brief.media._latex import Layout

__all__ = ["Table"]

_WHOLE = re.compile("0|[1-9][0-9]{0,14}")


@dataclass(frozen=True, repr=False)
class Table(Cells):
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
    >>> from satumeja.brief import Cell
    >>> table = Table("Moves", ((Cell("who", "col"),),), ((Cell("a < b"),),))
    >>> table.header(), table.lines()
    (['who'], [['a < b']])
    >>> print(table.html())  # doctest: +ELLIPSIS
    <table ...><caption>Moves</caption><thead><tr><th scope="col">who</th></tr></thead>...
    """

    def html(self) -> Markup:
        """Return the table as an HTML element."""
        head, body = (
            "".join([f"<tr>{''.join([cell.__html__() for cell in row])}</tr>" for row in rows])
            for rows in (self.head, self.body)
        )
        written = (
            f'<table class="{escape(self.kind)}" lang="{escape(self.language)}">'
            f"<caption>{escape(self.caption)}</caption><thead>{head}</thead>"
            f"<tbody>{body}</tbody></table>"
        )
        return Markup(written)  # noqa: S704 what it says is escaped, by the cells too

    def grid(self) -> list[list[str | int]]:
        """Return the heading and the lines, whole numbers as numbers."""
        lines = [[_number(text) for text in line] for line in self.lines()]
        return [list(self.header()), *lines]

    def csv(self) -> str:
        """Return the table as CSV; no cell can be taken for a formula."""
        from satumeja.formats.sheets import csv_text  # most tables are printed or on a page

        return csv_text(self.grid())

    def svg(self) -> Markup:
        """Return the table as a picture."""
        from satumeja.brief.media._table_svg import picture

        return picture(self)

    def latex(self, layout: Layout = "flow") -> str:
        r"""Return the table as LaTeX, with the rules of booktabs.

        Parameters
        ----------
        layout : {"flow", "column", "page"}
            As ``longtable``, over as many pages as it takes; or as ``tabular`` in a float as
            wide as a column (``table``) or as the page (``table*``), and in as many of them
            as it takes for each to fit on a page.

        Returns
        -------
        str
            LaTeX that needs the packages amssymb, array and booktabs, and longtable in the
            flow, graphicx otherwise.

        Raises
        ------
        QuestionError
            If there is no such layout.

        See Also
        --------
        Paper : A whole document.

        Examples
        --------
        >>> from satumeja.brief import Cell
        >>> table = Table("Moves", ((Cell("who", "col"),),), ((Cell("a ≻ b"),),))
        >>> table.latex().splitlines()[0], table.latex("column").splitlines()[0]
        ('\\begin{longtable}{@{}l@{}}', '\\begin{table}')
        """
        from satumeja.brief.media._floats import tabular
        from satumeja.brief.media._latex import longtable, require_layout

        require_layout(layout)
        return longtable(self) if layout == "flow" else tabular(self, layout)

    def _repr_html_(self) -> str:
        note = Markup("<p>{}</p>").format(self.note) if self.note else ""
        return f"{self.html()}{note}"

    def _repr_latex_(self) -> str:
        return self.latex()


def _number(text: str) -> str | int:
    return int(text) if _WHOLE.fullmatch(text) else text
