"""Tables in the terminal, in the house's one style."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table as Grid

from satumeja.brief.terminal._lines import broken

if TYPE_CHECKING:
    from satumeja.brief.media import Table

__all__ = ["grid_of", "print_table"]

_MANY = 100  # rows from which on laying out a row takes more than what stands in it
_RULED = box.Box("    \n    \n ─┼ \n    \n    \n    \n    \n    \n")


def grid_of(*columns: str) -> Grid:
    """Return an empty table with these headings, in the house's one style."""
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for column in columns:
        grid.add_column(column, overflow="fold")
    return grid


def print_table(table: Table, console: Console) -> None:
    """Print a table with its note under it.

    Parameters
    ----------
    table : Table
        Any table of this package.
    console : rich.console.Console
        Where to print.

    Notes
    -----
    A row takes the console most of a millisecond, so many rows are laid out as one of many
    lines, which looks the same.
    """
    header, lines = table.header(), table.lines()
    grid = grid_of(*header)
    if len(lines) >= _MANY:
        columns = list(zip(*lines, strict=True))
        widths = _widths(header, ["\n".join(column) for column in columns], console)
        for column, width in zip(grid.columns, widths, strict=True):
            column.width = width
        lines = [_together(columns, widths, console)]
    for line in lines:
        grid.add_row(*line)
    console.print(grid)
    if table.note:
        console.print(table.note)


def _together(
    columns: Sequence[Sequence[str]], widths: Sequence[int], console: Console
) -> list[str]:
    """Make one row of all, each cell broken as it would be by itself."""
    pieces = [
        [_pieces(cell, width, console) for cell in column]
        for column, width in zip(columns, widths, strict=True)
    ]
    rows = (
        row for cells in zip(*pieces, strict=True) for row in zip_longest(*cells, fillvalue="")
    )
    return ["\n".join(column) for column in zip(*rows, strict=True)]


def _pieces(cell: str, width: int, console: Console) -> list[str]:
    """Break a cell between words, and a word that is too long within."""
    pieces = broken(cell, width)
    if pieces is None:
        text = console.render_str(cell)
        pieces = [line.plain for line in text.wrap(console, width, overflow="fold")]
    return pieces or [""]


def _widths(header: Sequence[str], cells: Sequence[str], console: Console) -> list[int]:
    """Tell how wide the columns become: by their longest words and lines, which these have."""
    grid = grid_of(*header)
    grid.box = _RULED
    grid.add_row(*(_widest(text) for text in cells))
    rule = next(
        text
        for line in console.render_lines(grid, pad=False)
        if "─" in (text := "".join(segment.text for segment in line))
    )
    parts = rule.strip().split("┼")
    last = len(parts) - 1
    return [len(part) - (k > 0) - (k < last) for k, part in enumerate(parts)]


def _widest(text: str) -> str:
    """Give the longest line of a text, and its longest word: all that widths follow from."""
    lines = text.split("\n")
    return f"{max(lines, key=len)}\n{max(text.split() or [''], key=len)}"
