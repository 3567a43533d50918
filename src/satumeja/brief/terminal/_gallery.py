"""The gallery as a page in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console

from satumeja.brief.terminal._table import grid_of
from satumeja.brief.words import Words

if TYPE_CHECKING:
    from satumeja.gallery import Entry

__all__ = ["print_gallery"]


def print_gallery(entries: Sequence[Entry], console: Console, language: str = "en") -> None:
    """Print the conflicts of the gallery, the concepts they are published under, and what holds.

    That is: what it takes for the status quo to hold, where there is one.
    """
    words = Words(language)
    console.print(words("terminal.gallery"), style="bold")
    grid = grid_of(words("terminal.name"), words("terminal.title"), words("terminal.published"))
    grid.columns[0].no_wrap = True
    grid.add_column(words("hold.column"))
    for entry in entries:
        published = ", ".join(entry.published)
        rung = "" if entry.rung is None else words(f"hold.short.{entry.rung}")
        grid.add_row(entry.id, entry.title.in_language(language), published, rung)
    console.print(grid)
    console.print(words("terminal.gallery_take"))
