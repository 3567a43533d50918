"""Paragraphs out of lines that a program broke by width."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

__all__ = ["blocks", "one_line", "unwrapped"]

_INDENT = re.compile(r"[ \t]{2,}\S")
_LEAST_WRAPPED = 40
_LIST = re.compile(r"\s*(?:[-*•–]|\d+[.)])\s")


def one_line(words: str) -> str:
    r"""Give words on one line, spaces of every kind made single blanks.

    Examples
    --------
    >>> one_line("By:\u00a0 Ana\n  Roa")
    'By: Ana Roa'
    """
    return " ".join(words.replace("\u200b", "").replace("\ufeff", "").split())


def blocks(lines: Iterable[str]) -> list[list[str]]:
    """Part lines at blank ones."""
    parts: list[list[str]] = []
    is_open = False
    for line in lines:
        if not line.strip():
            is_open = False
            continue
        if not is_open:
            parts.append([])
            is_open = True
        parts[-1].append(line)
    return parts


def unwrapped(block: list[str]) -> list[str]:
    """Give the paragraphs of a block of lines: it is one, unless its lines were not broken.

    Notes
    -----
    A line that is indented where the one before is not begins a paragraph; so does one below
    a line much shorter than the block is wide, and one that is an item of a list.
    """
    if len(block) < 2:
        return [one_line(line) for line in block]
    margin = min(len(line) - len(line.lstrip()) for line in block)
    width = max(len(line.rstrip()) for line in block) - margin
    paragraphs: list[list[str]] = [[block[0]]]
    for before, line in pairwise(block):
        if _begins(before[margin:], line[margin:], width):
            paragraphs.append([])
        paragraphs[-1].append(line)
    return [one_line(" ".join(lines)) for lines in paragraphs]


def _begins(before: str, line: str, width: int) -> bool:
    """Whether a paragraph begins with a line, by the line before it and the width of both."""
    if _LIST.match(line) or (_INDENT.match(line) and not _INDENT.match(before)):
        return True
    word = len(line.split(maxsplit=1)[0])
    room = width - len(before.rstrip())
    ended = before.rstrip()[-1:] in ".!?…\"”'’)"
    return ended and width >= _LEAST_WRAPPED and room > word + 12
