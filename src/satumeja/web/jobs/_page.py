"""What the command line prints on a terminal, taken apart for a screen."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table

from satumeja.web.shapes import Block, Grid, Sheet

__all__ = ["SheetPage"]


class SheetPage(Console):
    """A page that keeps what is printed to it, as headings, lines and tables.

    Examples
    --------
    >>> page = SheetPage()
    >>> page.print("Talks", style="bold")
    >>> page.print("They hold.")
    >>> [(block.kind, block.text) for block in page.sheet().blocks]
    [('heading', 'Talks'), ('line', 'They hold.')]
    """

    def __init__(self) -> None:
        super().__init__(file=io.StringIO(), highlight=False, markup=False, emoji=False)
        self._blocks = list[Block]()

    def print(self, *objects: Any, **settings: Any) -> None:
        """Keep what would be printed."""
        style = str(settings.get("style") or "")
        for part in objects:
            self._blocks.extend(_blocks(part, style))

    def sheet(self) -> Sheet:
        """Give all that was printed."""
        return Sheet(blocks=self._blocks)


def _blocks(part: object, style: str, indent: int = 0) -> Iterable[Block]:
    if isinstance(part, Padding):
        yield from _blocks(part.renderable, style, indent + part.left)
    elif isinstance(part, Table):
        columns = [[_plain(cell) for cell in column.cells] for column in part.columns]
        head = [_plain(column.header) for column in part.columns]
        rows = [list(row) for row in zip(*columns, strict=True)]
        caption = "" if part.title is None else _plain(part.title)
        yield Block(kind="table", table=Grid(caption=caption, head=head, rows=rows))
    elif text := _plain(part):
        yield Block(kind="heading" if "bold" in style else "line", text=text, indent=indent)


def _plain(part: object) -> str:
    """Give the words of a part, without what a terminal colours them by."""
    return str(getattr(part, "plain", part)).strip("\n")
