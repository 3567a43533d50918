"""Annexes in Word: each with its heading, sentences and tables, from a page of their own on."""

from __future__ import annotations

from collections.abc import Sequence

from satumeja.brief.annexes import Annex
from satumeja.brief.office._sheets import table_of
from satumeja.brief.office._word import INK, QUIET, Word

__all__ = ["annex_pages"]


def annex_pages(word: Word, annexes: Sequence[Annex], close: str = "") -> None:
    """Write annexes at the end of a document, and a line after them where one is due."""
    for place, annex in enumerate(annexes):
        heading = word.paragraph(word.document, style="Heading 2", before=12, after=2)
        word.keep_with_next(heading)
        if not place:
            word.break_before(heading)
        word.write(heading, [(annex.title, True)], size=12, colour=INK)
        for sentence in annex.sentences:
            word.write(word.paragraph(word.document, after=2), sentence.runs, size=9)
        for table in annex.tables:
            table_of(word, table)
        if annex.note:
            note = word.paragraph(word.document, before=2, after=2)
            word.write(note, [(annex.note, False)], size=8, colour=QUIET)
    if close:
        word.write(word.paragraph(word.document, before=12), [(close, True)], size=9)
