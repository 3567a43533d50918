"""Pages made of headings, lines and tables, whatever they tell of."""

from __future__ import annotations

from typing import Literal

from satumeja.web.shapes._shape import Shape

__all__ = ["Block", "Grid", "Sheet"]


class Grid(Shape):
    """A table."""

    caption: str = ""
    head: list[str]
    rows: list[list[str]]
    """The first cell of a row is its heading."""


class Block(Shape):
    """A heading, a line of text or a table."""

    kind: Literal["heading", "line", "table"]
    text: str = ""
    indent: int = 0
    table: Grid | None = None


class Sheet(Shape):
    """A page as the command line prints it, in parts that a screen can set."""

    blocks: list[Block]
