"""Docstrings in the numpydoc form, parted into their sections."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, field

__all__ = ["ITEMIZED", "PROSE", "Docstring", "Item", "parse_docstring"]

ITEMIZED = ("Parameters", "Attributes", "Returns", "Yields", "Raises", "Warns", "See Also")
"""Sections that are lists of named or typed items."""

PROSE = ("Notes", "Examples", "References", "Warnings")
"""Sections of running text."""

_UNDERLINE = re.compile(r"-{3,}")


@dataclass(frozen=True)
class Item:
    """One entry of an itemized section.

    Parameters
    ----------
    names : tuple of str
        What it is about; empty where only a type is given, as in most Returns.
    type : str
        Its type in words; empty where only names are given.
    text : str
        What is said of it.
    """

    names: tuple[str, ...]
    type: str
    text: str


@dataclass(frozen=True)
class Docstring:
    """A docstring, parted.

    Parameters
    ----------
    summary : str
        Its first paragraph.
    extended : str
        The text between the summary and the first section.
    items : dict of str to tuple of Item
        The itemized sections that it has.
    prose : dict of str to str
        The sections of running text that it has.
    """

    summary: str
    extended: str = ""
    items: dict[str, tuple[Item, ...]] = field(default_factory=dict)
    prose: dict[str, str] = field(default_factory=dict)

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of the parameters it documents."""
        return tuple(name for item in self.items.get("Parameters", ()) for name in item.names)


def parse_docstring(text: str) -> Docstring:
    """Part a docstring into summary, text and sections.

    Parameters
    ----------
    text : str
        A docstring, cleaned of its indentation as `inspect.getdoc` does.

    Returns
    -------
    Docstring
        Its parts, in the order of the docstring.

    Raises
    ------
    ValueError
        If a section has a name that numpydoc does not know, or stands there twice.

    Examples
    --------
    >>> parted = parse_docstring('''Add two numbers.
    ...
    ... Parameters
    ... ----------
    ... a, b : int
    ...     What is added.
    ...
    ... Returns
    ... -------
    ... int
    ...     The sum.
    ... ''')
    >>> parted.summary, parted.parameters
    ('Add two numbers.', ('a', 'b'))
    >>> parted.items["Returns"]
    (Item(names=(), type='int', text='The sum.'),)
    """
    lines = text.strip().splitlines()
    heads = [k for k in range(len(lines) - 1) if _is_head(lines, k)]
    summary, _, extended = "\n".join(lines[: heads[0] if heads else None]).partition("\n\n")
    parted = Docstring(" ".join(summary.split()), extended.strip("\n"))
    for start, end in zip(heads, [*heads, len(lines)][1:], strict=True):
        _add_section(parted, lines[start], "\n".join(lines[start + 2 : end]).strip("\n"))
    return parted


def _is_head(lines: list[str], place: int) -> bool:
    head, line = lines[place], lines[place + 1]
    return bool(head) and not head.startswith(" ") and bool(_UNDERLINE.fullmatch(line))


def _add_section(parted: Docstring, name: str, body: str) -> None:
    if name in parted.items or name in parted.prose:
        raise ValueError(f'the section "{name}" stands there twice')
    if name in PROSE:
        parted.prose[name] = body
    elif name in ITEMIZED:
        parted.items[name] = tuple(_items(name, body))
    else:
        raise ValueError(f'"{name}" is no section that numpydoc knows')


def _items(section: str, body: str) -> list[Item]:
    """Part a section at the lines that are not indented."""
    found: list[Item] = []
    for entry in re.split(r"\n(?=\S)", body):
        head, _, text = entry.partition("\n")
        found.append(_item(section, head, textwrap.dedent(text).strip("\n")))
    return found


def _item(section: str, head: str, text: str) -> Item:
    before, colon, after = head.partition(" : ")
    if section == "See Also":
        return Item(_names(before), "", after if colon else text)
    if section in ("Parameters", "Attributes"):
        return Item(_names(before), after, text)
    return Item(_names(before), after, text) if colon else Item((), head, text)


def _names(listed: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in listed.split(","))
