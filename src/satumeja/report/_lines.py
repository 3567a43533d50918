"""The lines of a page, joined where a text dump broke them by width."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Line", "lines_of"]

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_TRIM = "\ufeff\u200b\u200e\u200f\u2060 \t\u00a0\v\f"
_WRAP_SHORTEST, _WRAP_LONGEST = 45, 110


@dataclass(frozen=True)
class Line:
    """A trimmed line and whether blank lines stand before it."""

    start: int
    end: int
    after_blank: bool


def lines_of(text: str) -> list[Line]:
    """Cut a text into trimmed, non-empty lines; hard-wrapped paragraphs are joined."""
    raw: list[Line] = []
    last_end = 0
    for match in _LINE.finditer(text):
        piece = match.group()
        start = match.start() + len(piece) - len(piece.lstrip(_TRIM))
        end = match.start() + len(piece.rstrip(_TRIM))
        if start >= end:
            continue
        gap = text[last_end:start]
        breaks = gap.count("\n") or gap.count("\r") + gap.count("\u2028") + gap.count("\u2029")
        raw.append(Line(start, end, not raw or breaks > 1))
        last_end = end
    return _unwrapped(text, raw)


def _unwrapped(text: str, lines: list[Line]) -> list[Line]:
    """Join the lines of each block that was broken by width."""
    joined: list[Line] = []
    block: list[Line] = []
    for line in [*lines, None]:
        if block and (line is None or line.after_blank):
            if _is_wrapped(text, block):
                joined.append(Line(block[0].start, block[-1].end, block[0].after_blank))
            else:
                joined.extend(block)
            block = []
        if line is not None:
            block.append(line)
    return joined


def _is_wrapped(text: str, block: list[Line]) -> bool:
    """Whether a block of lines is one paragraph: even widths, sentences running on."""
    if len(block) < 2:
        return False
    widths = [line.end - line.start for line in block[:-1]]
    even = all(_WRAP_SHORTEST <= width <= _WRAP_LONGEST for width in widths)
    runs_on = sum(text[line.start].islower() for line in block[1:])
    return even and block[-1].end - block[-1].start <= _WRAP_LONGEST and runs_on * 3 >= len(widths)
