"""Tell the paragraphs that speak of stars, programmes and games, and of nobody's deeds."""

from __future__ import annotations

import re
from functools import cache

from satumeja.dossier.reading._gazetteer import lists
from satumeja.report import Report, Span

__all__ = ["listings_in"]


@cache
def _genres(language: str) -> tuple[tuple[re.Pattern[str], int, re.Pattern[str]], ...]:
    """Give what each genre is told by: its mark, how often, and what else it has."""
    return tuple(
        (re.compile(genre["mark"]), genre["least"], re.compile(genre.get("beside", "")))
        for genre in lists(language, "speech")["nothing"].get("listing", ())
    )


def listings_in(report: Report) -> tuple[Span, ...]:
    """Find the paragraphs in which nobody says or does anything.

    Parameters
    ----------
    report : Report
        The report.

    Returns
    -------
    tuple of (int, int)
        The paragraphs of a horoscope, a list of programmes, a column on chess.

    Notes
    -----
    "Venus opposes Mars" and "a mining giant denies everything" are told there of no conflict.
    Cost is linear in the text.
    """
    text = report.text
    return tuple(
        (start, end)
        for start, end in report.paragraphs
        if any(
            len(mark.findall(text[start:end])) >= least and beside.search(text[start:end])
            for mark, least, beside in _genres(report.language)
        )
    )
