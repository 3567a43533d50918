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
    """Print the conflicts of the gallery and the concepts they are published under."""
    words = Words(language)
    console.print(words("terminal.gallery"), style="bold")
    grid = grid_of(words("terminal.name"), words("terminal.title"), words("terminal.published"))
    grid.columns[0].no_wrap = True
    for entry in entries:
        published = ", ".join(entry.published)
        grid.add_row(entry.id, entry.title.in_language(language), published)
    console.print(grid)
    console.print(words("terminal.gallery_take"))
