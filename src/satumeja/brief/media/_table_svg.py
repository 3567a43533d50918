"""A table as a picture, for where neither HTML nor LaTeX is at hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from markupsafe import Markup

from satumeja.brief.media._cells import Cell, Cells, whole
from satumeja.brief.media._svg import INK, QUIET, drawing, element, label, width_of

__all__ = ["picture"]

_WIDEST, _NARROWEST, _GAP = 260.0, 22.0, 14.0
_LINE, _PAD, _EDGE = 16.0, 7.0, 14.0
_LEAST, _BOLD = 420.0, 1.1
_SHADES = {"strong": "#f6d77a", "equilibrium": "#fdf3d3", "status-quo": "#dfeaf5"}
_LETTER = width_of("0")

_Line = Sequence[Cell | None]


def picture(table: Cells) -> Markup:
    """Draw a table: its caption, its head between rules, its body, and its note.

    Examples
    --------
    >>> from satumeja.brief import ranking_table
    >>> from satumeja.gallery import load
    >>> from satumeja.stability import analyse
    >>> picture(ranking_table(analyse(load("chicken")))).count("<text")
    9
    """
    return _Picture(table).markup()


class _Picture:
    def __init__(self, table: Cells) -> None:
        self.table, width = table, len(table.header())
        self.head, self.body = whole(table.head, width), whole(table.body, width)
        self.widths = self._widths(width)
        self.lefts = [_EDGE + sum(self.widths[:k]) for k in range(width + 1)]
        self.width = max(self.lefts[-1] + _EDGE, _LEAST)
        self.letters = int((self.width - 2 * _EDGE) / (_BOLD * _LETTER))

    def _widths(self, width: int) -> list[float]:
        found = [_NARROWEST] * width
        for line in (*self.head, *self.body):
            for column, cell in _placed(line):
                if cell.columns == 1:
                    wanted = min(_BOLD * width_of(cell.text), _WIDEST) + _GAP
                    found[column] = max(found[column], wanted)
        return found

    def markup(self) -> Markup:
        """Put the picture together from top to bottom."""
        top, parts = 4.0, list[Markup]()
        for text in wrap(self.table.caption, self.letters):
            top += _LINE
            parts.append(label(text, _EDGE, top, font_weight="bold"))
        top = self.rule(parts, top + 8, 1.6)
        for line in self.head:
            top = self.line(parts, line, top, bold=True)
        top = self.rule(parts, top, 0.8)
        for line in self.body:
            top = self.line(parts, line, top, bold=False)
        top = self.rule(parts, top, 1.6)
        for text in wrap(self.table.note, self.letters):
            top += _LINE
            parts.append(label(text, _EDGE, top, size=11, fill=QUIET))
        return drawing(
            parts,
            box=(0, 0, self.width, top + _EDGE),
            title=self.table.caption,
            description=self.table.note,
            language=self.table.language,
            kind="table",
        )

    def rule(self, parts: list[Markup], top: float, thick: float) -> float:
        """Draw a line across, and return where what follows begins."""
        size = {"x": _EDGE, "y": top, "width": self.lefts[-1] - _EDGE, "height": thick}
        parts.append(element("rect", class_="ink-fill", fill=INK, **size))
        return top + thick

    def line(self, parts: list[Markup], line: _Line, top: float, *, bold: bool) -> float:
        """Draw the cells of a row, and return where the next one begins."""
        cells = [(column, cell, self.wrapped(column, cell)) for column, cell in _placed(line)]
        height = _LINE * max((len(texts) for *_, texts in cells), default=0)
        height = max(height, _LINE) + _PAD
        for column, cell, texts in cells:
            left, right = self.lefts[column], self.lefts[column + cell.columns]
            shade = next((_SHADES[k] for k in _SHADES if k in cell.kind.split()), "")
            if shade:
                size = {"x": left, "y": top, "width": right - left, "height": height}
                parts.append(element("rect", fill=shade, **size))
            weight = "bold" if bold or cell.role else "normal"
            for k, text in enumerate(texts):
                y = top + _PAD / 2 + _LINE * k + 12
                parts.append(label(text, left + _GAP / 2, y, font_weight=weight))
        return top + height

    def wrapped(self, column: int, cell: Cell) -> list[str]:
        room = self.lefts[column + cell.columns] - self.lefts[column] - _GAP
        letters = max(round(room / (_BOLD * _LETTER)), 1)
        return wrap(cell.text, letters, break_on_hyphens=False)


def _placed(line: _Line) -> Iterator[tuple[int, Cell]]:
    """Give the cells of a row, with the column each begins in."""
    column = 0
    for cell in line:
        if cell is not None:
            yield column, cell
        column += cell.columns if cell is not None else 1
