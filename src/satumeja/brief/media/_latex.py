r"""LaTeX: texts that mean nothing to TeX, and tables with booktabs."""

from __future__ import annotations

from collections.abc import Sequence

from satumeja.brief.media._cells import Cell, Cells, whole

__all__ = ["document", "escaped", "tabular"]

_WRITTEN = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\textquotedbl{}",
    "'": r"\textquotesingle{}",
    "`": r"\textasciigrave{}",
    "-": r"{-}",
    "[": r"{[}",
    "]": r"{]}",
    "✓": r"$\checkmark$",
    "≻": r"$\succ$",
    "→": r"$\rightarrow$",
    "•": r"$\bullet$",
    "–": r"\textendash{}",
    "—": r"\textemdash{}",
    "…": r"\ldots{}",
    "“": r"\textquotedblleft{}",
    "”": r"\textquotedblright{}",
    "’": r"\textquoteright{}",
    "\u2068": "",
    "\u2069": "",
    "\u00a0": "~",
    "\n": " ",
    "\r": " ",
}
_TABLE = str.maketrans(_WRITTEN)
_WIDE, _LONG, _HEAD, _LETTER = 34, 160, 20, 0.0075
_PREAMBLE = r"""\documentclass{article}
\usepackage{iftex}
\ifPDFTeX\usepackage[utf8]{inputenc}\usepackage[T1]{fontenc}\else\usepackage{fontspec}\fi
\IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
\usepackage[a4paper,landscape,margin=15mm]{geometry}
\usepackage{amssymb,array,booktabs,caption,longtable,textcomp,tikz}
\begin{document}
"""


def escaped(text: str) -> str:
    r"""Write a text so that TeX prints it and does nothing else.

    Examples
    --------
    >>> escaped("50% of A_1 & {B}"), escaped(r"\input{x}")
    ('50\\% of A\\_1 \\& \\{B\\}', '\\textbackslash{}input\\{x\\}')
    """
    return text.translate(_TABLE)


def document(parts: Sequence[str]) -> str:
    """Put tables and pictures into a document that compiles by itself."""
    return _PREAMBLE + "\n\\bigskip\n".join(parts) + "\\end{document}\n"


def tabular(table: Cells) -> str:
    """Write a table as ``longtable`` with the rules of booktabs.

    Cells that span columns become ``multicolumn``; a heading that spans rows of the body
    stands in the first of them Long texts are set in columns of their own width.
    """
    widths = _widths(table)
    columns = "".join(f"p{{{width:.3f}\\linewidth}}" if width else "l" for width in widths)
    head = "".join(_line(row, widths) for row in whole(table.head, len(widths)))
    body = "".join(_line(row, widths) for row in whole(table.body, len(widths)))
    note = f"\\noindent{{\\footnotesize {escaped(table.note)}}}\\par\n" if table.note else ""
    return (
        f"\\begin{{longtable}}{{@{{}}{columns}@{{}}}}\n"
        f"\\caption{{{escaped(table.caption)}}}\\\\\n\\toprule\n{head}\\midrule\n\\endhead\n"
        f"\\bottomrule\n\\endfoot\n{body}\\end{{longtable}}\n{note}"
    )


def _widths(table: Cells) -> list[float]:
    """Give each column with long texts a part of the line, 0 where texts are short."""
    heads, lines = table.header(), table.lines()
    longest = [min(len(head), _HEAD) for head in heads]
    for line in lines:
        longest = [max(pair) for pair in zip(longest, map(len, line), strict=True)]
    wide = sum(min(size, _LONG) for size in longest if size > _WIDE)
    rest = 0.96 - _LETTER * sum(size + 2 for size in longest if size <= _WIDE)
    shares = [max(rest, 0.4) * min(size, _LONG) / wide if size > _WIDE else 0 for size in longest]
    return [
        min(share, _LETTER * size) if share else 0.0
        for share, size in zip(shares, longest, strict=True)
    ]


def _line(row: Sequence[Cell | None], widths: Sequence[float]) -> str:
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
