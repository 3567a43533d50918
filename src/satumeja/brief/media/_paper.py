"""A paper: LaTeX documents of tables and figures, and parts of them for a paper of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from satumeja.brief.media._engines import beyond_pdftex, letters_of, marked, preamble
from satumeja.brief.media._floats import MOST_FLOATS, floats_since_break
from satumeja.brief.media._latex import Layout, require_layout
from satumeja.display import ShownInLine

__all__ = ["Paper"]

_SHEET = {
    "flow": ("", "landscape,"),
    "column": ("[twocolumn]", ""),
    "page": ("[twocolumn]", ""),
}
_PACKAGES = {
    r"\begin{longtable}": ("array", "booktabs", "longtable"),
    r"\begin{tabular}": ("array", "booktabs", "graphicx"),
    r"\begin{tikzpicture}": ("tikz",),
}
"""All the packages that what we write needs, by what needs them."""

_OF_SIGNS = ("amssymb",)


class Part(Protocol):
    """What writes itself as LaTeX: a table or a figure."""

    def latex(self, layout: Layout = "flow") -> str:
        """Return it as LaTeX."""
        ...


@dataclass(frozen=True, repr=False)
class Paper(ShownInLine):
    r"""How tables and figures are written as LaTeX.

    Parameters
    ----------
    layout : {"flow", "column", "page"}
        In the flow of the text, tables as ``longtable`` over as many pages as they take; or
        floats with ``tabular``, of the width of a column (``table``, ``figure``) or of the page
        (``table*``, ``figure*``), as papers in two columns need them.
    fragment : bool
        Without preamble, to be read into a paper by ``\input``.

    Raises
    ------
    QuestionError
        If there is no such layout.

    See Also
    --------
    Table.latex, Figure.latex : One of them, as text.

    Notes
    -----
    A document compiles by itself under pdfLaTeX, XeLaTeX and LuaLaTeX. Where an engine, or the
    fonts it finds, cannot set a letter, it stops with one line that names it.

    Examples
    --------
    >>> from satumeja.brief import Paper, ranking_table
    >>> from satumeja.gallery import load
    >>> from satumeja.stability import analyse
    >>> table = ranking_table(analyse(load("chicken")))
    >>> print(Paper("column", fragment=True).write([table]).splitlines()[0])
    % \usepackage{amssymb,array,booktabs,graphicx}
    """

    layout: Layout = "flow"
    fragment: bool = False

    def __post_init__(self) -> None:
        require_layout(self.layout)

    def write(self, parts: Iterable[Part]) -> str:
        """Return tables and figures as LaTeX, a whole document or a fragment of one."""
        texts = [part.latex(self.layout) for part in parts]
        packages = ",".join(_packages(texts))
        if self.fragment:
            return f"% \\usepackage{{{packages}}}\n{_advice(texts)}" + "\n".join(texts)
        options, sheet = _SHEET[self.layout]
        body = marked("".join(_spaced(texts, self.layout)))
        return (
            f"\\documentclass{options}{{article}}\n{preamble(body)}"
            f"\\usepackage[a4paper,{sheet}margin=15mm]{{geometry}}\n"
            f"\\usepackage{{{packages}}}\n\\begin{{document}}\n{body}\\end{{document}}\n"
        )


def _packages(texts: Sequence[str]) -> list[str]:
    """Name the packages that some LaTeX needs."""
    used = {
        package
        for beginning, packages in _PACKAGES.items()
        if any(beginning in text for text in texts)
        for package in packages
    }
    return sorted(used.union(_OF_SIGNS))


def _advice(texts: Sequence[str]) -> str:
    """Say in a comment which engine a fragment needs, where not every one will do."""
    beyond = beyond_pdftex(letters_of("".join(texts)))
    return f"% xelatex or lualatex, with a font that has {beyond}\n" if beyond else ""


def _spaced(texts: Sequence[str], layout: Layout) -> Iterable[str]:
    waiting = 0
    for number, text in enumerate(texts):
        if number and layout == "flow":
            yield "\n\\bigskip\n"
        elif number:
            is_full = waiting >= MOST_FLOATS
            yield "\n\\clearpage\n" if is_full else "\n"
            waiting = 0 if is_full else waiting
        waiting = floats_since_break(text) + (0 if "\\clearpage" in text else waiting)
        yield text
