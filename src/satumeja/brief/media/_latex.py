r"""Tables as LaTeX, with the rules of booktabs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from satumeja.brief.media._cells import Cell, Cells, Row, whole
from satumeja.brief.media._signs import escaped
from satumeja.errors import QuestionError, did_you_mean

__all__ = [
    "LAYOUTS",
    "Layout",
    "columns_of",
    "line_of",
    "longtable",
    "require_layout",
    "widths_of",
]

Layout = Literal["flow", "column", "page"]

_LONG, _SHORTEST, _HEAD, _BOLD = 160, 12, 20, 1.2
_LINE, _LEAST = 0.96, 0.4  # of a line: what is given to columns, and to those with long texts


@dataclass(frozen=True)
class _Measure:
    """What a table is fitted to: a length of TeX, the part a letter takes, an unbroken text."""

    length: str
    letter: float
    unbroken: int


LAYOUTS: dict[Layout, _Measure] = {
    "flow": _Measure(r"\linewidth", 0.0075, 34),
    "column": _Measure(r"\columnwidth", 0.019, 13),
    "page": _Measure(r"\textwidth", 0.0092, 26),
}
"""How LaTeX is laid out, with what a table is measured by."""


def require_layout(layout: str) -> None:
    """Require that a layout is one there is.

    Raises
    ------
    QuestionError
        If it is none of them.
    """
    if layout not in LAYOUTS:
        hint = did_you_mean(layout, list(LAYOUTS)) or f" (known: {', '.join(LAYOUTS)})"
        raise QuestionError(f'unknown layout "{layout}"{hint}')


def longtable(table: Cells) -> str:
    """Write a table as ``longtable``, in the flow of the text and over as many pages as it takes.

    Cells that span columns become ``multicolumn``; a heading that spans rows of the body
    stands in the first of them. Long texts are set in columns of their own width.
    """
    widths = widths_of(table, LAYOUTS["flow"])
    columns = columns_of(widths, LAYOUTS["flow"])
    head, body = (
        "".join(line_of(row, widths) for row in whole(rows, len(widths)))
        for rows in (table.head, table.body)
    )
    note = f"\\noindent{{\\footnotesize {escaped(table.note)}}}\\par\n" if table.note else ""
    return (
        f"\\begin{{longtable}}{{{columns}}}\n"
        f"\\caption{{{escaped(table.caption)}}}\\\\\n\\toprule\n{head}\\midrule\n\\endhead\n"
        f"\\bottomrule\n\\endfoot\n{body}\\end{{longtable}}\n{note}"
    )


def columns_of(widths: Sequence[float], measure: _Measure) -> str:
    """Give the columns of a table as LaTeX names them."""
    columns = "".join(f"p{{{width:.3f}{measure.length}}}" if width else "l" for width in widths)
    return f"@{{}}{columns}@{{}}"


def widths_of(table: Cells, measure: _Measure) -> list[float]:
    """Give each column with long texts a part of the line, 0 where texts are short.

    No column is narrower than its longest word.
    """
    letter, width = measure.letter, len(table.header())
    heads, cells = _texts(table.head, width), _texts(table.body, width)
    longest = [
        max([0, *(int(_BOLD * min(len(head), _HEAD)) for head in above), *map(len, below)])
        for above, below in zip(heads, cells, strict=True)
    ]
    unbroken = _unbroken(longest, measure)
    wide = sum(min(size, _LONG) for size in longest if size > unbroken)
    rest = _LINE - _short(longest, unbroken, letter)
    widths = list[float]()
    for size, above, below in zip(longest, heads, cells, strict=True):
        share = max(rest, _LEAST) * min(size, _LONG) / wide if size > unbroken else 0.0
        words = [_BOLD * len(word) for word in " ".join(above).split()]
        words += [len(word) for word in " ".join(below).split()]
        least = letter * (max(words, default=0) + 1)
        widths.append(max(min(share, letter * size), least) if share else 0.0)
    return widths


def _unbroken(longest: Sequence[int], measure: _Measure) -> int:
    """Say how long a text may be that is not broken, so that others have room as well."""
    for unbroken in range(measure.unbroken, _SHORTEST, -4):
        room = _LINE - _short(longest, unbroken, measure.letter)
        if room >= (_LEAST if max(longest, default=0) > unbroken else 0):
            return unbroken
    return min(_SHORTEST, measure.unbroken)


def _short(longest: Sequence[int], unbroken: int, letter: float) -> float:
    """Give the part of the line that columns with short texts take, with what parts them."""
    return letter * sum(size + 2 for size in longest if size <= unbroken)


def _texts(rows: Sequence[Row], width: int) -> list[list[str]]:
    """Give the texts of each column that stand in it alone."""
    columns: list[list[str]] = [[] for _ in range(width)]
    for row in whole(rows, width):
        column = 0
        for cell in row:
            if cell and cell.columns == 1:
                columns[column].append(cell.text)
            column += cell.columns if cell else 1
    return columns


def line_of(row: Sequence[Cell | None], widths: Sequence[float]) -> str:
    """Write a row."""
    cells, column = list[str](), 0
    for cell in row:
        text = escaped(cell.text) if cell else ""
        if cell and cell.role == "col":
            text = f"\\textbf{{{text}}}" if text else ""
        if cell and cell.columns > 1:
            text = f"\\multicolumn{{{cell.columns}}}{{@{{}}l}}{{{text}}}"
        elif text and widths[column]:
            text = f"\\raggedright\\arraybackslash {text}"
        cells.append(text)
        column += cell.columns if cell else 1
    return " & ".join(cells) + " \\\\\n"
