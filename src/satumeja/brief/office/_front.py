"""The front page in Word: the same sentences and rows as in the page for browsers.

The picture is a table of the file's own, not an image: it can be edited, is grey where it is
printed grey, and says to a screen reader what it says to the eye.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from satumeja.brief.figures import COLOURS
from satumeja.brief.leaf import Block, Leaf, Mark, Picture, Row, Rung, runs_of
from satumeja.brief.office._word import INK, QUIET, RULE, Word, hexadecimal

__all__ = ["Edges", "columns", "edges", "figure", "front_page", "lead_box", "picture", "strip"]

_ACCENT, _BAND, _GAIN, _ANSWER = "0B5C8A", "EEF2F6", "FFF0C7", "FFF8E3"
_COLOURS = tuple(map(hexadecimal, COLOURS))
_SMALL, _TINY = 8.0, 7.0
_SHARES = (0.33, 0.39, 0.28)
_FILLS = {"now": _BAND, "gain": _GAIN, "answer": _ANSWER, "open": "E6F0E4"}
_UNDER_TITLE = ("reading", "leaf.as_of")
_STRONG = frozenset({"now", "gain", "open", "head"})


@dataclass(frozen=True)
class Edges:
    """What stands above and below every page.

    Parameters
    ----------
    mark, author, made : str
        How it is to be handled, who prepared it, when and with what it was made.
    pages : tuple of str
        The words around the numbers of the page and of pages.
    """

    mark: str
    author: str
    made: str
    pages: tuple[str, str]


def front_page(word: Word, leaf: Leaf) -> None:
    """Write the front page at the end of a document."""
    title, *rest = leaf.head
    word.write(
        word.paragraph(word.document, style="Heading 1", after=1),
        [(title.text, True)],
        size=15,
        colour=INK,
    )
    under = [sentence for sentence in rest if sentence.key in _UNDER_TITLE]
    if under:
        text = " · ".join(sentence.text for sentence in under)
        paragraph = word.paragraph(word.document, after=2)
        word.write(paragraph, [(text, True)], size=9.5, colour=QUIET)
    for sentence in rest:
        if sentence.key not in _UNDER_TITLE:
            word.write(word.paragraph(word.document, after=3), sentence.runs, size=9.5)
    lead_box(word, leaf)
    figure(word, leaf)
    columns(word, leaf.columns)


def lead_box(word: Word, leaf: Leaf) -> None:
    """Write the lead, with what it is not, in a box of its own."""
    table = word.table(word.document, [word.width], 1)
    cell = table.rows[0].cells[0]
    word.shade(cell, _BAND)
    word.lines(cell, left=(_ACCENT, 36))
    word.write(word.indent(word.first(cell), 2), runs_of(leaf.lead), size=10.5)
    foot = word.indent(word.paragraph(cell, before=2), 2)
    word.write(foot, leaf.foot.runs, size=_SMALL, colour=QUIET)
    _gap(word)


def figure(word: Word, leaf: Leaf) -> None:
    """Write the strip of rungs and the picture under it."""
    if leaf.strip:
        strip(word, leaf.strip)
    picture(word, leaf.picture)


def strip(word: Word, rungs: Sequence[Rung]) -> None:
    """Write the rungs side by side, the one the page's own reading stands on filled."""
    table = word.table(word.document, [word.width / len(rungs)] * len(rungs), 1)
    for cell, rung in zip(table.rows[0].cells, rungs, strict=True):
        word.lines(cell, **dict.fromkeys(("top", "left", "bottom", "right"), (QUIET, 4)))
        if rung.here:
            word.shade(cell, _ACCENT)
        colour = "FFFFFF" if rung.here else INK
        word.write(word.first(cell), [(rung.name, True)], size=_SMALL, colour=colour)
        for standing in rung.standing:
            paragraph = word.paragraph(cell)
            word.write(paragraph, [(standing, False)], size=_SMALL, colour=colour)
    _gap(word)


def picture(word: Word, shown: Picture) -> None:
    """Write the picture as a table with a legend above and its key below."""
    paragraph = word.paragraph(word.document, after=2)
    word.keep_with_next(paragraph)
    word.write(paragraph, [(shown.title, True)], size=9.5)
    legend = word.paragraph(word.document, after=2)
    word.keep_with_next(legend)
    for side in shown.legend:
        _sign(word, legend, Mark("", side.letter, side.place, moves=False, line=False))
        word.write(legend, [(f" {side.label}     ", False)], size=_SMALL)
    count = len(shown.columns)
    wide = word.width * (0.41 if count <= 3 else 0.5)
    widths = [word.width - wide, *([wide / count] * count)]
    table = word.table(word.document, widths)
    word.describe(table, shown.title, shown.description)
    head = word.row(table, widths, head=True)
    word.write(word.first(head.cells[0]), [(shown.what, True)], size=_TINY, colour=QUIET)
    for cell, text in zip(head.cells[1:], shown.columns, strict=True):
        word.centre(word.write(word.first(cell), [(text, True)], size=_TINY))
        word.lines(cell, left=(RULE, 6), right=(RULE, 6))
    for row in shown.rows:
        _write_row(word, word.row(table, widths), row)
    word.write(word.paragraph(word.document, before=2), [(shown.note_in_table, False)], size=_TINY)
    _gap(word)


def _write_row(word: Word, place: Any, row: Row) -> None:
    """Write a row of the picture; an arrow of the page is here the row of the answer itself."""
    small = row.kind in ("head", "rest")
    text, cells = word.first(place.cells[0]), place.cells[1:]
    lead = "↳ " if row.kind == "answer" else ""
    word.write(
        text,
        [(lead + row.text, row.kind in _STRONG)],
        size=_SMALL if not small else _TINY,
        colour=QUIET if small else INK,
    )
    if row.kind in ("answer", "rest"):
        word.indent(text, 4)
    for note in row.notes:
        word.write(word.paragraph(place.cells[0]), [(note, False)], size=_TINY, colour=QUIET)
    below = {} if row.kind in ("head", "rest") else {"bottom": (RULE, 4)}
    word.lines(place.cells[0], **below)
    for cell, marks in zip(cells, row.cells or [()] * len(cells), strict=True):
        word.lines(cell, left=(RULE, 6), right=(RULE, 6), **below)
        paragraph = word.centre(word.first(cell))
        if isinstance(marks, str):
            word.write(paragraph, [(marks, False)], size=_SMALL)
            continue
        for number, mark in enumerate(marks):
            if number:
                word.write(paragraph, [(" ", False)], size=_SMALL)
            _sign(word, paragraph, mark)
    for cell in place.cells if row.kind in _FILLS else ():
        word.shade(cell, _FILLS[row.kind])


def _sign(word: Word, paragraph: Any, mark: Mark) -> None:
    """Write a side's letter: filled where it moves, in square brackets of a box at its line."""
    colour = _COLOURS[mark.place % len(_COLOURS)]
    word.write(
        paragraph,
        [(f"\u00a0{mark.letter}\u00a0", True)],
        size=_SMALL,
        colour="FFFFFF" if mark.moves else colour,
    )
    word.box(paragraph.runs[-1], colour, filled=mark.moves, square=mark.line)


def columns(word: Word, groups: Sequence[Sequence[Block]]) -> None:
    """Write what stands side by side at the foot of the page."""
    widths = [word.width * share for share in _SHARES[: len(groups)]]
    table = word.table(word.document, widths, 1)
    for cell, group in zip(table.rows[0].cells, groups, strict=True):
        fresh = True
        for block in group:
            heading = word.first(cell) if fresh else word.paragraph(cell, before=4)
            fresh = False
            word.write(heading, [(block.heading, True)], size=9.5)
            _sentences(word, cell, block)


def _sentences(word: Word, cell: Any, block: Block) -> None:
    if not block.numbered:
        word.write(word.paragraph(cell, before=1), runs_of(block.sentences), size=8.5)
        return
    for number, sentence in enumerate(block.sentences, 1):
        paragraph = word.paragraph(cell, before=1)
        word.indent(paragraph, 4.5, -4.5)
        word.write(paragraph, [(f"{number}.\t", False), *sentence.runs], size=8.5)


def _gap(word: Word) -> None:
    """Part two tables, which would else become one."""
    word.write(word.paragraph(word.document), [("", False)], size=4)
    word.tight(word.document.paragraphs[-1], 4)


def edges(word: Word, sheet: Edges) -> None:
    """Write what stands above and below every page: handling and author, made and number."""
    header, footer = word.edges()
    word.write(header, [(f"{sheet.mark}\t{sheet.author}", False)], size=_TINY, colour=QUIET)
    page, of = sheet.pages
    word.write(footer, [(f"{sheet.made}\t{page} ", False)], size=_TINY, colour=QUIET)
    word.field(footer, "PAGE", size=_TINY, colour=QUIET)
    word.write(footer, [(f" {of} ", False)], size=_TINY, colour=QUIET)
    word.field(footer, "NUMPAGES", size=_TINY, colour=QUIET)
