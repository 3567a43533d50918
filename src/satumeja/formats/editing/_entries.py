"""The items of lists and mappings as they stand in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import yaml

from satumeja.formats.editing._lines import Lines
from satumeja.formats.editing._written import restyled

__all__ = ["Box", "Entry", "Idle", "Part"]


class Box(Protocol):
    """A list or a mapping whose items have been told apart."""

    is_map: bool
    entries: list[Entry]

    def render(self) -> str:
        """Return it as text."""

    def take(self, place: int) -> Entry:
        """Take an item out, with the comments that are its own."""

    def put(self, place: int, entry: Entry) -> None:
        """Put an item that `of_text` or `take` of the same box gave."""

    def shift(self, place: int, to: int) -> None:
        """Move an item to another place in it."""

    def of_text(self, above: list[str], item: str, tail: str) -> Entry:
        """Make an item of its text, the comments above it, and the one at its end."""

    def of_value(self, key: str | None, value: object) -> Entry:
        """Make an item of plain data."""

    def rewrite(self, place: int, item: str, *, tail: str | None = None) -> None:
        """Replace the text of an item, and keep its comments."""

    def off(self, place: int) -> None:
        """Comment an item out."""

    def idle(self) -> list[Idle]:
        """List what is commented out."""

    def on(self, idle: Idle) -> None:
        """Take in again what is commented out."""


@dataclass(frozen=True)
class Idle:
    """An item that is commented out.

    Parameters
    ----------
    place : int
        The place it takes when it is in again.
    key : str or None
        Its key, in a mapping.
    text : str
        A list or a mapping of it alone, as text.
    start, stop : int
        Where it begins and ends in what stands before that place.
    restored : str
        What is to stand there when it is in again.
    """

    place: int
    key: str | None
    text: str
    start: int
    stop: int
    restored: str


@dataclass
class Part:
    """A value in a text; a list or mapping is told apart when something in it is asked for.

    Parameters
    ----------
    lines : Lines
        The text it is in.
    node : Node
        As the parser of YAML has it.
    start, stop : int
        Where its text begins and ends; of a list or mapping in lines, right behind what it
        belongs to, and with the last line.
    """

    lines: Lines
    node: yaml.Node
    start: int
    stop: int
    box: Box | None = None

    def render(self) -> str:
        """Return it as text."""
        return self.box.render() if self.box else self.lines.text[self.start : self.stop]


@dataclass
class Entry:
    """An item of a list, or a key with its value.

    Parameters
    ----------
    gap : str
        What stands before it and is not its own: blank lines, comments of a section.
    above : str
        The comment directly above it.
    head : str
        Its text up to its value: a dash, or the key and the colon.
    value : Part
        Its value.
    post : str
        In brackets, what stands between the value and the comma.
    tail : str
        The rest of its last line, a comment and the line end.
    key : ScalarNode or None
        Its key, in a mapping.
    key_at : tuple of int
        Where the key begins and ends in `head`.
    """

    gap: str
    above: str
    head: str
    value: Part
    post: str
    tail: str
    key: yaml.Node | None = None
    key_at: tuple[int, int] = (0, 0)

    @property
    def name(self) -> str | None:
        """Return the key as text."""
        return None if self.key is None else str(self.key.value)

    @property
    def item(self) -> str:
        """Return its text without comments around it, and without the dash of a list."""
        value = self.value.render()
        return value if self.key is None else self.head + value

    def retitled(self, name: str) -> str:
        """Return its head with another key in the quotes of the old one."""
        start, stop = self.key_at
        style = self.key.style if isinstance(self.key, yaml.ScalarNode) else None
        return self.head[:start] + restyled(self.head[start:stop], style, name) + self.head[stop:]
