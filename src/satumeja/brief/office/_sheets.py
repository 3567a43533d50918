"""Forms and annexes in Word: headings, lines to be filled in, tables that repeat their heads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from satumeja.brief.forms import Form, Part
from satumeja.brief.leaf import Leaf, Sentence
from satumeja.brief.media import Table
from satumeja.brief.office._front import picture, strip
from satumeja.brief.office._word import Word

__all__ = ["form_pages", "table_of"]

_QUIET, _RULE, _INK = "57606A", "C3CAD2", "1B1F24"
_LABEL = 32.0
_SMALL = 8.0


def form_pages(word: Word, leaf: Leaf, form: Form) -> None:
    """Write a form at the end of a document, the figure of the front page where it belongs."""
    title = word.paragraph(word.document, style="Title", after=4)
    text = form.title.upper() if form.key == "telaahan" else form.title
    word.write(word.plain(title), [(text, True)], size=15, colour=_INK)
    widths = [_LABEL, word.width - _LABEL]
    lines = word.table(word.document, widths, len(form.lines))
    for row, line in zip(lines.rows, form.lines, strict=True):
        word.write(word.first(row.cells[0]), [(line.label, False)], size=10)
        word.write(word.first(row.cells[1]), [(f": {line.text}", False)], size=10)
    for part in form.parts:
        _part(word, leaf, part)


def _part(word: Word, leaf: Leaf, part: Part) -> None:
    style = "" if part.key == "ask" else "Heading 2"
    heading = word.paragraph(word.document, style=style, before=8, after=2)
    word.keep_with_next(heading)
    word.write(heading, [(part.heading, True)], size=11, colour=_INK)
    if part.listed:
        for sentence in part.sentences:
            numbered = part.key == "ask"
            item = word.paragraph(
                word.document, style="List Number" if numbered else "List Bullet", after=1
            )
            word.write(item, sentence.runs, size=10)
    elif part.sentences:
        word.write(word.paragraph(word.document, after=2), _joined(part.sentences), size=10)
    if part.figure == "picture":
        picture(word, leaf.picture)
    elif part.figure == "strip" and leaf.strip:
        strip(word, leaf.strip)


def _joined(sentences: Iterable[Sentence]) -> list[tuple[str, bool]]:
    runs = [run for sentence in sentences for run in (*sentence.runs, (" ", False))]
    return runs[:-1]


def table_of(word: Word, table: Table, shares: Sequence[float] = ()) -> None:
    """Write a table: its caption above, its note below, its head on every page it reaches."""
    caption = word.keep_with_next(word.paragraph(word.document, before=6, after=2))
    word.write(caption, [(table.caption, True)], size=9.5, colour=_INK)
    head, lines = table.header(), table.lines()
    parts = shares or [1.0] * len(head)
    widths = [word.width * part / sum(parts) for part in parts]
    grid = word.table(word.document, widths)
    word.describe(grid, table.caption, table.note)
    for number, texts in enumerate([head, *lines]):
        row = word.row(grid, widths, head=number == 0)
        for cell, text in zip(row.cells, texts, strict=True):
            word.lines(cell, bottom=(_RULE, 4))
            word.write(word.first(cell), [(str(text), number == 0)], size=_SMALL)
    if table.note:
        note = word.paragraph(word.document, before=2, after=4)
        word.write(note, [(table.note, False)], size=7, colour=_QUIET)
