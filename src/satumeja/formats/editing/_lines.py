"""A text and its lines, its comments, and what in it is commented out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

import yaml

__all__ = ["MARK", "Lines", "commented_out", "end_of", "is_block_node", "is_empty", "restored"]

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
MARK = "#~"
"""What a line begins with that is commented out, and can be taken in again."""
_OFF = re.compile(rf"([ \t]*){MARK}(?: (.*)|)", re.DOTALL)


class Lines:
    """A text by its lines, which know whether they are comments.

    Parameters
    ----------
    text : str
        The text; it ends with a line end.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in _BREAK.finditer(text))]

    def __len__(self) -> int:
        return len(self.starts) - 1

    def number(self, index: int) -> int:
        """Return the line that a character stands in, from 0."""
        return bisect_right(self.starts, index) - 1

    def line(self, number: int) -> str:
        """Return a line with its end."""
        return self.text[self.starts[number] : self.starts[number + 1]]

    def cut(self, first: int, last: int) -> str:
        """Return lines as one text, the last one left out."""
        return self.text[self.starts[first] : self.starts[last]]

    def is_blank(self, number: int) -> bool:
        """Say whether there is nothing on a line."""
        return not self.line(number).strip()

    def is_comment(self, number: int) -> bool:
        """Say whether a line that begins no value is a comment."""
        return self.line(number).lstrip().startswith("#")

    def is_off(self, number: int) -> bool:
        """Say whether a line is commented out by `commented_out`."""
        return self.line(number).lstrip().startswith(MARK)

    def column(self, number: int) -> int:
        """Return how far a line is indented."""
        line = self.line(number)
        return len(line) - len(line.lstrip())

    def next_content(self, number: int) -> int:
        """Return the next line, this one or later, that is more than a comment."""
        while number < len(self) and (self.is_blank(number) or self.is_comment(number)):
            number += 1
        return number


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield the lines of a text, each with its end apart."""
    at = 0
    for match in _BREAK.finditer(text):
        yield text[at : match.start()], match[0]
        at = match.end()
    if at < len(text):
        yield text[at:], ""


def commented_out(text: str, column: int) -> str:
    r"""Turn the lines of an item into comments that `restored` turns back to the letter.

    Examples
    --------
    >>> print(commented_out("  - a:\n\n      b\n", 2), end="")
      #~ - a:
      #~
      #~     b
    """
    return "".join(_commented(line, column) + end for line, end in pieces(text))


def _commented(line: str, column: int) -> str:
    if not line:
        return " " * column + MARK
    place = min(column, len(line) - len(line.lstrip(" ")))
    return f"{line[:place]}{MARK} {line[place:]}"


def restored(text: str) -> str:
    """Turn lines that are commented out into the item they were."""
    lines = []
    for line, end in pieces(text):
        match = _OFF.fullmatch(line)
        kept = line if match is None else ""
        if match is not None and match[2] is not None:
            kept = match[1] + match[2]
        lines.append(kept + end)
    return "".join(lines)


def is_block_node(node: yaml.Node | None) -> bool:
    """Say whether a part is a list or a mapping with a line or more for each item."""
    return isinstance(node, yaml.CollectionNode) and not node.flow_style and bool(node.value)


def is_empty(node: yaml.Node | None) -> bool:
    """Say whether a part is nothing at all, not even the word for it."""
    return isinstance(node, yaml.ScalarNode) and not node.style and not node.value


def end_of(node: yaml.Node, text: str) -> int:
    """Return where the text of a part ends, comments and line ends after it left out."""
    if isinstance(node, yaml.CollectionNode) and is_block_node(node):
        last = node.value[-1]
        return end_of(last[1] if isinstance(last, tuple) else last, text)
    place: int = node.end_mark.index
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        header = text[node.start_mark.index : place].split("\n", 1)[0].split("#", 1)[0]
        if "+" not in header:  # blank lines at the end of a text that keeps them are its own
            return len(text[node.start_mark.index : place].rstrip()) + int(node.start_mark.index)
    return place
