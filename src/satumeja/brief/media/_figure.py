"""A picture with its words: what it shows, how to read it, and the numbers it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from satumeja.display import Card, Shown

if TYPE_CHECKING:
    from satumeja.brief.media._latex import Layout
    from satumeja.brief.media._table import Table

__all__ = ["Figure"]

# What makes LaTeX of notebooks loads pgf, but not TikZ, which is on top of it.
_WITH_TIKZ = r"""\ifdefined\tikzpicture\else
\def\ProvidesPackageRCS#1{}\makeatletter
\input{pgffor.code.tex}\input{tikz.code.tex}\makeatother
\fi
"""


@dataclass(frozen=True, repr=False)
class Figure(Shown):
    """A picture with its title, its description and the line to print under it.

    Parameters
    ----------
    svg : Markup
        The picture, complete in itself.
    title, description : str
        What it shows; the description is its alternative text.
    caption : str
        How to read it.
    data : Table, optional
        What it shows, as a table.
    left_out : str
        That something is not drawn, which the caption says as well; empty where all is.
    """

    svg: Markup
    title: str
    description: str
    caption: str
    data: Table | None = None
    left_out: str = ""

    def card(self) -> Card:
        """Show the words; the picture is in the views of a notebook."""
        return Card(f"Figure: {self.title}", note=self.caption)

    def latex(self, layout: Layout = "flow") -> str:
        """Return the picture as LaTeX, drawn by TikZ.

        Parameters
        ----------
        layout : {"flow", "column", "page"}
            In the flow of the text, its words below it; or in a float with a caption, as wide
            as a column at most (``figure``) or as the page (``figure*``).

        Returns
        -------
        str
            LaTeX that needs the packages amssymb and tikz.

        Raises
        ------
        QuestionError
            If there is no such layout.

        See Also
        --------
        Paper : A whole document.
        """
        from satumeja.brief.media._latex import require_layout
        from satumeja.brief.media._tikz import picture

        require_layout(layout)
        return picture(self.svg, self.title, self.caption, layout)

    def _repr_html_(self) -> str:
        return str(
            Markup("<figure>{}<figcaption><b>{}.</b> {}</figcaption></figure>").format(
                self.svg, self.title, self.caption
            )
        )

    def _repr_latex_(self) -> str:
        return _WITH_TIKZ + self.latex()
