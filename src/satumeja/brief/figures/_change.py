"""The picture of the front page: what could change from now, and for whom it would be better.

It shows order alone: no position and no size stands for an amount. Sizes, weights and fills are
attributes, heads of arrows are paths, so that it prints alike everywhere; classes let a page
recolour it for a dark screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from satumeja.brief.figures._marks import group
from satumeja.brief.leaf import (
    WIDTH,
    Mark,
    Picture,
    Row,
    RowLayout,
    columns_of,
    layout_of,
    legend_places,
)
from satumeja.brief.media import (
    PAPER,
    QUIET,
    Cell,
    Figure,
    Table,
    drawing,
    element,
    label,
    number,
)
from satumeja.brief.words import Words

__all__ = ["change_figure"]

_RADIUS, _STEP, _NARROW, _DOWN = 7.6, 23.0, 16.2, 17.0
_WIDE_ROW, _ONE_LINE = 4, 6
_HEAD = 21.0
_RULE, _SOFT = "#9aa4af", "#dde2e7"
_FILLS = {"now": "#e9eef4", "gain": "#fdeec4", "answer": "#fff8e4", "open": "#dff0e0"}
_BOLD = frozenset({"now", "head", "gain", "open"})


def change_figure(picture: Picture, words: Words) -> Figure:
    """Draw the picture of a front page.

    Parameters
    ----------
    picture : Picture
        What it shows, as data.
    words : Words
        The language of its words.

    Returns
    -------
    Figure
        An SVG picture with one sentence a row as its description, and a table of the same rows.
    """
    svg = _Drawing(picture, words).svg()
    return Figure(svg, picture.title, picture.description, picture.note, _table(picture, words))


class _Drawing:
    def __init__(self, picture: Picture, words: Words) -> None:
        self.picture, self.words = picture, words
        self.columns = columns_of(picture)
        self.layouts = layout_of(picture)
        self.legend = list(legend_places(picture.legend))
        self.top = self.legend[-1][2] + 12
        self.tops = self._tops()
        self.bottom = self.tops[-1]

    def _tops(self) -> list[float]:
        """Return where each row begins, and where the last one ends."""
        tops = [self.top + _HEAD]
        for layout in self.layouts:
            tops.append(tops[-1] + layout.height)
        return tops

    def svg(self) -> Markup:
        """Put the picture together."""
        return drawing(
            [
                *self._legend(),
                *self._bands(),
                *self._lines(),
                *self._headings(),
                *self._rows(),
                *self._arrows(),
                label(self.picture.note, 0, self.bottom + 14, size=9.3, fill=QUIET),
            ],
            box=(0, 0, WIDTH, self.bottom + 19),
            title=self.picture.title,
            description=self.picture.description,
            language=self.words.language,
            kind="change",
        )

    def _legend(self) -> Iterator[Markup]:
        for side, x, y in self.legend:
            mark = Mark("", side.letter, side.place, moves=False, line=False)
            yield _mark(mark, x + _RADIUS + 1, y)
            yield label(side.label, x + 2 * _RADIUS + 6, y + 3.8, size=10.5)

    def _headings(self) -> Iterator[Markup]:
        """Write the headings of the columns; those of sides are their letters."""
        y = self.top + 13
        for k, text in enumerate(self.picture.columns):
            middle = (self.columns[k] + self.columns[k + 1]) / 2
            if self.picture.key == "places":
                side = self.picture.legend[k]
                mark = Mark("", side.letter, side.place, moves=False, line=False)
                yield _mark(mark, middle, y - 3)
            else:
                written = (f"◂ {text}", text, f"{text} ▸")[k]
                yield label(written, middle, y, size=9.4, text_anchor="middle", font_weight="bold")

    def _bands(self) -> Iterator[Markup]:
        """Shade the rows that stand for themselves."""
        for row, top, layout in zip(self.picture.rows, self.tops, self.layouts, strict=False):
            if row.kind in _FILLS:
                yield element(
                    "rect", x=0, y=top, width=WIDTH, height=layout.height,
                    fill=_FILLS[row.kind], class_=f"row-{row.kind}",
                )  # fmt: skip

    def _lines(self) -> Iterator[Markup]:
        """Draw what parts the columns, and the rows."""
        for top, bottom in self._stretches():
            for k, x in enumerate(self.columns[:-1]):
                yield _line(x, top, x, bottom, _RULE)
                if self.picture.key == "now" and k == 1:
                    middle = (x + self.columns[k + 1]) / 2
                    yield _line(middle, top, middle, bottom, _SOFT, dash="2 3")
        rows = [row.kind for row in self.picture.rows]
        for kind, following, y in zip(rows, [*rows[1:], "end"], self.tops[1:], strict=True):
            if kind not in ("head", "rest", "now") and following not in ("answer", "rest"):
                yield _line(0, y, WIDTH, y, _SOFT)

    def _stretches(self) -> Iterator[tuple[float, float]]:
        """Give from where to where columns are parted: not where a heading stands."""
        begin = self.top
        for row, top, layout in zip(self.picture.rows, self.tops, self.layouts, strict=False):
            if row.kind == "head":
                if top > begin:
                    yield begin, top
                begin = top + layout.height
        yield begin, self.bottom

    def _rows(self) -> Iterator[Markup]:
        for row, top, layout in zip(self.picture.rows, self.tops, self.layouts, strict=False):
            yield from _text(row, layout, top)
            yield from self._cells(row, top + layout.height / 2)

    def _cells(self, row: Row, middle: float) -> Iterator[Markup]:
        for k, cell in enumerate(row.cells):
            centre = (self.columns[k] + self.columns[k + 1]) / 2
            if isinstance(cell, str):
                yield label(cell, centre, middle + 3.8, size=10.5, text_anchor="middle")
                continue
            for mark, (x, y) in zip(cell, _spots(len(cell), centre, middle), strict=True):
                yield _mark(mark, x, y)

    def _arrows(self) -> Iterator[Markup]:
        """Draw an arrow from the mover's letter to where the answer leaves it."""
        for place, row in enumerate(self.picture.rows):
            if row.mover:
                start, end = self._spot(place, row.mover), self._spot(place + 1, row.mover)
                side = next(
                    mark for cell in row.cells if not isinstance(cell, str)
                    for mark in cell if mark.dm == row.mover
                )  # fmt: skip
                yield group(side.place, _arrow(start, end, self.tops[place + 1]))

    def _spot(self, place: int, dm: str) -> tuple[float, float]:
        """Return where the letter of a side stands in a row."""
        middle = self.tops[place] + self.layouts[place].height / 2
        for k, cell in enumerate(self.picture.rows[place].cells):
            centre = (self.columns[k] + self.columns[k + 1]) / 2
            if not isinstance(cell, str):
                spots = _spots(len(cell), centre, middle)
                for mark, spot in zip(cell, spots, strict=True):
                    if mark.dm == dm:
                        return spot
        raise KeyError(dm)


def _text(row: Row, layout: RowLayout, top: float) -> Iterator[Markup]:
    """Write what a row says, and below it what is said in small letters."""
    weight = {"font_weight": "bold"} if row.kind in _BOLD else {}
    height = layout.line * len(layout.lines) + layout.small_line * len(layout.notes)
    y = top + (layout.height - height) / 2
    fill = {"fill": QUIET} if row.kind in ("head", "rest") else {}
    if row.kind == "answer":
        yield label("↳", 4, y + 10.3, size=layout.size)
    for line in layout.lines:
        yield label(line, layout.indent or 4, y + 10.3, size=layout.size, **fill, **weight)
        y += layout.line
    for line in layout.notes:
        yield label(line, layout.indent or 4, y + 9, size=layout.small, fill=QUIET)
        y += layout.small_line


def _spots(count: int, centre: float, middle: float) -> list[tuple[float, float]]:
    """Place so many letters around a point, on two lines where they are many."""
    per_line = count if count <= _ONE_LINE else (count + 1) // 2
    step = _STEP if per_line <= _WIDE_ROW else _NARROW
    lines = -(-count // per_line) if count else 0
    spots = list[tuple[float, float]]()
    for k in range(count):
        line, place = divmod(k, per_line)
        here = min(per_line, count - line * per_line)
        x = centre + (place - (here - 1) / 2) * step
        spots.append((x, middle + (line - (lines - 1) / 2) * _DOWN))
    return spots


def _mark(mark: Mark, x: float, y: float) -> Markup:
    """Draw the letter of a side: filled where it moves, a square where its red line is crossed."""
    paint: dict[str, str | float] = {"stroke": "currentColor", "stroke_width": 1.5}
    if mark.moves:
        paint["fill"] = "currentColor"
    else:
        paint |= {"fill": PAPER, "class_": "paper"}
    if mark.line:
        size = 2 * _RADIUS - 0.6
        shape = element(
            "rect", x=x - size / 2, y=y - size / 2, width=size, height=size,
            **(paint | {"stroke_width": 2.0}),
        )  # fmt: skip
    else:
        shape = element("circle", cx=x, cy=y, r=_RADIUS, **paint)
    letter = label(
        mark.letter, x, y + 3.4, size=9.5 if len(mark.letter) == 1 else 7.5,
        fill=PAPER if mark.moves else "currentColor",
        text_anchor="middle", font_weight="bold", class_="on-dm" if mark.moves else "of-dm",
    )  # fmt: skip
    return group(mark.place, [shape, letter], text=True)


def _arrow(start: tuple[float, float], end: tuple[float, float], between: float) -> list[Markup]:
    """Draw a dashed line from one letter down to another, with a head."""
    (x, y), (u, v) = start, end
    head = v - _RADIUS - 1
    spots = [(x, y + _RADIUS + 1), (x, between), (u, between), (u, head - 4)]
    line = "M" + "L".join(f"{number(a)} {number(b)}" for a, b in spots)
    tip = f"M{number(u - 4)} {number(head - 5)}L{number(u + 4)} {number(head - 5)}"
    tip += f"L{number(u)} {number(head)}Z"
    return [
        element("path", d=line, stroke_width=1.5, stroke_dasharray="4 3"),
        element("path", d=tip, stroke_width=0.6, fill="currentColor"),
    ]


def _line(x: float, y: float, u: float, v: float, stroke: str, *, dash: str = "") -> Markup:
    extra = {"stroke_dasharray": dash} if dash else {}
    kind = "soft-line" if stroke == _SOFT else "rule-line"
    return element(
        "line", x1=x, y1=y, x2=u, y2=v, stroke=stroke, stroke_width=0.8, class_=kind, **extra
    )


def _table(picture: Picture, words: Words) -> Table:
    """Give the same rows as a table."""
    head = tuple(Cell(text, "col") for text in (picture.what, *picture.columns))
    body = list[tuple[Cell, ...]]()
    for row in picture.rows:
        text = " ".join((row.text, *(f"({note})" for note in row.notes)))
        if row.cells:
            cells = (Cell(_cell_in_words(picture, cell, words)) for cell in row.cells)
            body.append((Cell(text, "row"), *cells))
        else:
            body.append((Cell(text, "rowgroup" if row.kind == "head" else "row",
                              columns=len(head)),))  # fmt: skip
    return Table(picture.title, (head,), tuple(body), picture.note, "change", words.language)


def _cell_in_words(picture: Picture, cell: Sequence[Mark] | str, words: Words) -> str:
    """Name the sides of a cell, and say who moves and whose red line is crossed."""
    if isinstance(cell, str):
        return cell
    people = list[str]()
    for mark in cell:
        name = picture.legend[mark.place].label
        key = "moves_line" if mark.moves and mark.line else "moves" if mark.moves else "line"
        plain = not (mark.moves or mark.line)
        people.append(name if plain else words(f"leaf.picture.{key}", dm=name))
    return ", ".join(people)
