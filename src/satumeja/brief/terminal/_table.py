"""Tables in the terminal, in the house's one style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table as Grid

if TYPE_CHECKING:
    from satumeja.brief.media import Table

__all__ = ["grid_of", "print_table"]


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
    """
    grid = grid_of(*table.header())
    for line in table.lines():
        grid.add_row(*line)
    console.print(grid)
    if table.note:
        console.print(table.note)
