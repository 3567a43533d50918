r"""Tables as floats: ``tabular`` in as many ``table`` as it takes for each to fit on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from satumeja.brief.media._cells import Cell, Cells, whole
from satumeja.brief.media._latex import LAYOUTS, Layout, columns_of, line_of, widths_of
from satumeja.brief.media._signs import escaped

__all__ = ["MOST_FLOATS", "floats_since_break", "tabular"]

MOST_FLOATS = 15
"""After so many floats a page is begun; LaTeX can keep some fifty in mind."""

_LINES, _FEWEST = 44, 8
"""Lines on a page of the papers of the field, what stands above and below a table included."""
_BREAK = "\n\\clearpage\n"

Line = list[Cell | None]


def tabular(table: Cells, layout: Layout) -> str:
    """Write a table as ``tabular``, no wider than a column or the page, in floats with a caption.

    Where it would be wider all the same, it is scaled down to fit. What is longer than a page goes
    on in further floats of the same number.
    """
    widths = widths_of(table, LAYOUTS[layout])
    head = "".join(line_of(row, widths) for row in whole(table.head, len(widths)))
    parts = list(_pages(table, widths, layout))
    floats = list[str]()
    for number, (body, is_high) in enumerate(parts, start=1):
        turn = f" ({number}/{len(parts)})" if len(parts) > 1 else ""
        note = table.note if number == len(parts) else ""
        rows = "".join(line_of(line, widths) for line in body)
        inner = (
            f"\\begin{{tabular}}{{{columns_of(widths, LAYOUTS[layout])}}}\n"
            f"\\toprule\n{head}\\midrule\n{rows}\\bottomrule\n\\end{{tabular}}"
        )
        again = "\\addtocounter{table}{-1}\n" if number > 1 else ""
        floats.append(_float(inner, f"{table.caption}{turn}", note, layout, again, is_high))
    runs = ["\n".join(floats[k : k + MOST_FLOATS]) for k in range(0, len(floats), MOST_FLOATS)]
    return _BREAK.join(runs)


def floats_since_break(text: str) -> int:
    """Count the floats of some LaTeX after the last page it begins."""
    rest = text.rpartition(_BREAK)[2]
    return rest.count("\\begin{table") + rest.count("\\begin{figure")


def _float(inner: str, caption: str, note: str, layout: Layout, again: str, is_high: bool) -> str:
    length, stars = LAYOUTS[layout].length, "*" if layout == "page" else ""
    if is_high:  # a row alone is longer than a page
        most = "0.8\\textheight"
        inner = (
            f"\\resizebox*{{!}}{{\\ifdim\\totalheight>{most} {most}\\else\\totalheight\\fi}}{{%\n"
            f"{inner}}}"
        )
    below = f"\\par\\smallskip\\raggedright\\footnotesize {escaped(note)}\n" if note else ""
    return (
        f"\\begin{{table{stars}}}\n{again}\\centering\\small\n\\caption{{{escaped(caption)}}}\n"
        "\\smallskip\n"
        f"\\resizebox{{\\ifdim\\width>{length} {length}\\else\\width\\fi}}{{!}}{{%\n"
        f"{inner}}}\n{below}\\end{{table{stars}}}\n"
    )


def _pages(
    table: Cells, widths: Sequence[float], layout: Layout
) -> Iterator[tuple[list[Line], bool]]:
    """Part the rows so that each part fits on a page, and say which does not all the same."""
    letter = LAYOUTS[layout].letter
    around = _high(table.caption, 1, letter) + 2
    around += sum(_height(line, widths, letter) for line in whole(table.head, len(widths)))
    room = max(_LINES - around, _FEWEST)
    below = _high(table.note, 1, letter)  # the last page needs room for it too
    body, high, above = list[Line](), 0, dict[int, Cell]()
    lines = whole(table.body, len(widths))
    for number, line in enumerate(lines, start=1):
        needed = _height(line, widths, letter)
        last = below if number == len(lines) else 0
        if body and high + needed + last > room:
            yield body, high > room
            body, high = [], 0
        row = line if body else _headed(line, above)
        above |= dict(_placed(row))
        body.append(row)
        high += _height(row, widths, letter)
    yield body, high + below > room


def _headed(line: Line, above: dict[int, Cell]) -> Line:
    """Give a row that goes on under a heading further up the heading again."""
    headed, column = list[Cell | None](), 0
    for cell in line:
        headed.append(above.get(column) if cell is None else cell)
        column += cell.columns if cell else 1
    return headed


def _placed(line: Line) -> Iterator[tuple[int, Cell]]:
    """Give the cells of a row with the columns they begin in."""
    column = 0
    for cell in line:
        if cell:
            yield column, cell
        column += cell.columns if cell else 1


def _height(line: Line, widths: Sequence[float], letter: float) -> int:
    """Estimate how many lines of text a row is high."""
    return max(
        (
            _high(cell.text, widths[column], letter)
            for column, cell in _placed(line)
            if cell.columns == 1 and widths[column]
        ),
        default=1,
    )


def _high(text: str, width: float, letter: float) -> int:
    return len(wrap(text, max(int(width / letter), 1)))
