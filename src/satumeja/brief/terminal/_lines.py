"""Thousands of plain lines on a console, in one piece: laid out one by one they take most of all.

A console lays out each line by itself, and asks for its own size meanwhile. Plain letters of one
cell each are broken here the way a console breaks them; any other line goes through the console.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.segment import Segment, Segments

__all__ = ["broken", "print_lines"]

_PLAIN = re.compile(r"[ -~¡-¬®-ʯ‐–—‘’“”…→]*")
"""Signs that take one cell each on every console."""
_MANY = 1 << 16  # letters that are printed at once


def print_lines(console: Console, lines: Iterable[str], *, soft_wrap: bool = False) -> None:
    """Print lines as `console.print` does one by one.

    Parameters
    ----------
    console : rich.console.Console
        Where to print; one that takes no markup.
    lines : iterable of str
        The lines.
    soft_wrap : bool
        Whether lines longer than the console is wide stay whole.
    """
    width = None if soft_wrap else console.width
    waiting: list[str] = []
    letters = 0
    for line in lines:
        pieces = broken(line, width)
        if pieces is None:
            _put(console, waiting)
            console.print(line, soft_wrap=soft_wrap)
            letters = 0
            continue
        waiting += pieces
        letters += len(line)
        if letters > _MANY:
            _put(console, waiting)
            letters = 0
    _put(console, waiting)


def _put(console: Console, waiting: list[str]) -> None:
    """Print what waits, as it stands."""
    if waiting:
        text = "\n".join(waiting) + "\n"
        waiting.clear()
        console.print(Segments([Segment(text)]), crop=False, end="")


def broken(line: str, width: int | None) -> list[str] | None:
    """Break a line between its words; None where a word is too long, or a letter not plain."""
    if not _PLAIN.fullmatch(line):
        return None
    if width is None or len(line) <= width:
        return [line]
    pieces = list(_pieces(line, width))
    return None if any(not piece.strip() for piece in pieces) else pieces


def _pieces(line: str, width: int) -> Iterator[str]:
    """Give the pieces of a line that is too long; an empty one where a word is."""
    start = 0
    while len(line) - start > width:
        blank = line.rfind(" ", start, start + width + 1)
        if blank < 0:
            yield ""
            return
        end = blank + 1
        while end < len(line) and line[end] == " ":
            end += 1
        yield line[start : min(end, start + width)]
        start = end
    if start < len(line):
        yield line[start:]
