"""Forms and annexes in Word: headings, lines to be filled in, tables that repeat their heads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from satumeja.brief.forms import Form, Part
from satumeja.brief.leaf import Leaf, runs_of
from satumeja.brief.media import Cell, Piece, Table
from satumeja.brief.office._front import picture, strip
from satumeja.brief.office._word import INK, QUIET, RULE, Word

__all__ = ["form_pages", "table_of"]

_LABEL = 32.0
_SMALL, _TINY = 8.0, 7.0
_LETTERS = 115
"""About how many letters stand side by side on a page."""


def form_pages(word: Word, leaf: Leaf, form: Form) -> None:
    """Write a form at the end of a document, the figure of the front page where it belongs."""
    title = word.paragraph(word.document, style="Title", after=4)
    text = form.title.upper() if form.key == "telaahan" else form.title
    word.write(word.plain(title), [(text, True)], size=15, colour=INK)
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
    word.write(heading, [(part.heading, True)], size=11, colour=INK)
    if part.listed:
        for sentence in part.sentences:
            numbered = part.key == "ask"
            item = word.paragraph(
                word.document, style="List Number" if numbered else "List Bullet", after=1
            )
            word.write(item, sentence.runs, size=10)
    elif part.sentences:
        word.write(word.paragraph(word.document, after=2), runs_of(part.sentences), size=10)
    if part.figure == "picture":
        picture(word, leaf.picture)
    elif part.figure == "strip" and leaf.strip:
        strip(word, leaf.strip)


def table_of(word: Word, table: Table, shares: Sequence[float] = ()) -> None:
    """Write a table: its caption above, its note below, its head on every page it reaches.

    Columns are as wide as what stands in them asks, where no shares are given.
    """
    caption = word.keep_with_next(word.paragraph(word.document, before=6, after=2))
    word.write(caption, [(table.caption, True)], size=9.5, colour=INK)
    head, lines = table.header(), table.spread()
    parts = shares or _shares([head, *table.lines()])
    widths = [word.width * part / sum(parts) for part in parts]
    grid = word.table(word.document, widths)
    word.describe(grid, table.caption, table.note or table.caption)
    row = word.row(grid, widths, head=True)
    for cell, text in zip(row.cells, head, strict=True):
        word.lines(cell, bottom=(INK, 8))
        word.write(word.first(cell), [(text, True)], size=_SMALL)
    rows = [word.row(grid, widths).cells for _ in lines]
    for number, (places, line) in enumerate(zip(rows, lines, strict=True)):
        for column, (place, cell) in enumerate(zip(places, line, strict=True)):
            _write_cell(word, place, cell)
            if cell.rows > 1 and cell.text:
                word.join([below[column] for below in rows[number : number + cell.rows]])
    if table.note:
        note = word.paragraph(word.document, before=2, after=4)
        word.write(note, [(table.note, False)], size=7, colour=QUIET)


def _write_cell(word: Word, place: Any, cell: Cell) -> None:
    """Write what a cell says, each piece set in its own way."""
    word.lines(place, bottom=(RULE, 4))
    paragraph = word.first(place)
    for piece in cell.pieces or ((Piece(cell.text),) if cell.text else ()):
        if piece.fresh and paragraph.runs:
            paragraph = word.paragraph(place)
        word.write(
            paragraph,
            [(piece.text, piece.bold)],
            size=_TINY if piece.quiet else _SMALL,
            colour=QUIET if piece.quiet else "",
            slanted=piece.slanted,
            language=piece.language,
        )


def _shares(lines: Sequence[Sequence[str]]) -> list[float]:
    """Give each column a width by how much it says, and never less than its longest word."""
    columns = list(zip(*lines, strict=True))
    wanted = [sum(map(len, texts)) ** 0.5 for texts in columns]
    words = [max(len(w) for text in texts for w in [*text.split(), ""]) for texts in columns]
    most = sum(wanted) / _LETTERS
    return [max(share, (longest + 2) * most) for share, longest in zip(wanted, words, strict=True)]
