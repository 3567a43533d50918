"""Pair the quotation marks of a paragraph."""

from __future__ import annotations

import re

from satumeja.report._types import Span

__all__ = ["quotations"]

_MARK = re.compile('["“”„«»]|‘(?=\\w)|(?<=[.,?!])’(?!\\w)')
_OPENS = frozenset("“„«‘")


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
            if _may_open(text, place, start, end):
                opened, kind = place, mark
        elif _closes(kind, mark):
            if place > opened + 1:
                found.append((opened + 1, place))
            opened = None
    if opened is not None and opened - start <= 1 and end > opened + 2:
        found.append((opened + 1, end))
    return found


def _may_open(text: str, place: int, start: int, end: int) -> bool:
    """Whether the mark at `place` can open a quotation."""
    if text[place] in _OPENS:
        return True
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    return not after.isspace() and (before.isspace() or before in "(-–—,:[/")


def _closes(opener: str, mark: str) -> bool:
    """Whether `mark` closes what `opener` opened (marks nest: ‘ ’ inside “ ”)."""
    if opener == "‘":
        return mark == "’"
    if opener == "«":
        return mark == "»"
    return mark in '"”“'
