"""Pair the quotation marks of a paragraph."""

from __future__ import annotations

import re

from satumeja.report._types import Span

__all__ = ["quotations"]

_MARK = re.compile("[\"“”„«»]|‘(?=\\w)|(?<=[.,?!])’(?!\\w)|''|``")
_OPENS = frozenset(("“", "„", "«", "‘", "``"))


def quotations(text: str, start: int, end: int) -> list[Span]:
    """Find what stands inside quotation marks between `start` and `end`.

    Parameters
    ----------
    text : str
        The report.
    start, end : int
        The paragraph.

    Returns
    -------
    list of Span
        Inside each pair of marks. A mark left open at the start of the paragraph
        runs to its end, as reports print a quotation of several paragraphs; a
        stray mark elsewhere is ignored.

    Notes
    -----
    A closing mark in opening position (``”Kami``, as some newsrooms print) opens.
    """
    found: list[Span] = []
    opened: int | None = None
    kind = ""
    for match in _MARK.finditer(text, start, end):
        mark, place = match.group(), match.start()
        if opened is None:
            if _may_open(text, match.span(), start, end):
                opened, kind = match.end(), mark
        elif _closes(kind, mark):
            if place > opened:
                found.append((opened, place))
            opened = None
    if opened is not None and opened - start <= 2 and end > opened + 1:
        found.append((opened, end))
    return found


def _may_open(text: str, mark: Span, start: int, end: int) -> bool:
    """Whether a mark can open a quotation."""
    if text[slice(*mark)] in _OPENS:
        return True
    before = text[mark[0] - 1] if mark[0] > start else " "
    after = text[mark[1]] if mark[1] < end else " "
    return not after.isspace() and (before.isspace() or before in "(-–—,:[/")


def _closes(opener: str, mark: str) -> bool:
    """Whether `mark` closes what `opener` opened (marks nest: ‘ ’ inside “ ”)."""
    if opener == "‘":
        return mark == "’"
    if opener == "«":
        return mark == "»"
    if opener in ("''", "``"):
        return mark == "''"
    return mark in '"”“'
