"""A conflict whose names are in many scripts, and a paper of others to put tables into."""

from __future__ import annotations

from satumeja.formats import loads
from satumeja.model import Model

__all__ = ["ASIDE", "CYRILLIC", "NOTEBOOK", "PAPER", "SIGNS", "conflict"]

CYRILLIC = "Україна й Бєларусь"
ASIDE = "العراق וישראל, Ελλάδα, Hà Nội"
SIGNS = "≥ ≤ − ′ ✓ ≻ ∼ x₁ ½ « » „ “ № € … – \" ' ~ ^ \\ _ # % & { } [ ] < > | `"

PAPER = r"""\documentclass[twocolumn]{article}
\usepackage{amssymb,array,booktabs,graphicx,tikz}
\begin{document}
Words of the paper.
\input{table}
\input{figure}
\end{document}
"""
"""What uses the encoding that most papers have, and the packages we say we need."""

NOTEBOOK = r"""\documentclass{article}
\usepackage{pgf,amssymb,array,booktabs,longtable}
\begin{document}
RESULTS
\end{document}
"""
"""The packages, of those we need, that a notebook made into LaTeX has."""


def conflict(*names: str) -> Model:
    """Give a conflict of two, in whose names are signs and the words asked for."""
    quoted = [(name + " " + SIGNS).replace("'", "''") for name in (*names, "Łódź é")]
    options = "".join(
        f"      {letter}: {{name: '{name}'}}\n"
        for letter, name in zip("xyz", quoted, strict=False)
    )
    return loads(
        f"satumeja: 1\ntitle: '{quoted[0]}'\ndecision_makers:\n"
        f"  a:\n    name: '{quoted[0]}'\n    options:\n{options}    preferences: [x]\n"
        "  b:\n    options: {last: Last}\n    preferences: [last]\n",
        name="papers.yaml",
    )
