"""The text of docstrings as Markdown, with public names linked to where they are told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from handbook._faces import Name, Room, members

__all__ = [
    "Links",
    "cell",
    "fenced",
    "heading",
    "links_of",
    "markdown",
    "slug",
    "table",
    "typed",
]

_CODE = re.compile(r"``(?P<literal>.+?)``|`(?P<name>[^`\n]+(?:\n[^`\n]+)?)`(?!`)", re.S)
_REFERENCE = re.compile(r"^\.\. \[(\d+)\] ", re.M)
_CITATION = re.compile(r"\[(\d+)\]_")
_TYPE = re.compile(r"``[^`]+``|`[^`]+`|[A-Za-z_][A-Za-z_0-9.]*|<")


def slug(heading: str) -> str:
    """Name the anchor of a heading, as GitHub and the site's generator do.

    Examples
    --------
    >>> slug("`Analysis.is_stable`"), slug("What is wrong, and where")
    ('analysisis_stable', 'what-is-wrong-and-where')
    """
    plain = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).replace("`", "").replace("*", "")
    return re.sub(r"[^\w\- ]", "", plain.strip().lower()).replace(" ", "-")


@dataclass(frozen=True)
class Links:
    """Where each public name is told, and from where one looks.

    Parameters
    ----------
    places : dict of str to str
        By ``room.Name`` and ``room.Class.member``: the file and the anchor.
    room : str
        In whose docstring the words stand.
    owner : str
        The class in whose docstring, or in whose member's, they stand.
    local : frozenset of str
        Names that mean a parameter or a field there, whatever else is called so.
    """

    places: dict[str, str]
    room: str = ""
    owner: str = ""
    local: frozenset[str] = frozenset()

    def within(self, name: Name) -> Links:
        """Look from the docstring of a name."""
        owner = name.path.rpartition(".")[0] or name.path
        return replace(self, room=name.room, owner=owner, local=_own_words(name))

    def find(self, name: str) -> str | None:
        """Find the place of a name as a docstring writes it.

        Parameters
        ----------
        name : str
            Such as ``analyse``, ``stability.analyse``, ``satumeja.stability.analyse`` or, in
            the docstring of a class, the name of a member.

        Returns
        -------
        str or None
            The file and the anchor; None if it is no public name, or could be several. A
            word in small letters is looked for in its own room only, because it may be just
            a word.
        """
        name = name.removesuffix("()").removeprefix("satumeja.")
        if name in self.local:
            return None
        for tried in (f"{self.room}.{self.owner}.{name}", f"{self.room}.{name}", name):
            if tried in self.places:
                return self.places[tried]
        if not name[:1].isupper():
            return None
        others = {place for key, place in self.places.items() if key.partition(".")[2] == name}
        return others.pop() if len(others) == 1 else None


def _own_words(name: Name) -> frozenset[str]:
    """Give the parameters of a function, or the fields of a class."""
    fields = getattr(name.thing, "__dataclass_fields__", {})
    code = getattr(name.thing, "__code__", None)
    return frozenset([*fields, *(code.co_varnames[: code.co_argcount] if code else ())])


def heading(name: Name) -> str:
    """Head what is told of a name; a class says so, since functions are often called alike."""
    return f"class `{name.path}`" if name.kind == "class" else f"`{name.path}`"


def links_of(rooms: Iterable[Room]) -> Links:
    """Say where every public name of the rooms is told.

    Parameters
    ----------
    rooms : iterable of Room
        From `rooms`.

    Returns
    -------
    Links
        The places, in the folder of the rooms' pages.
    """
    places: dict[str, str] = {}
    for room in rooms:
        if room.name:
            places[room.name] = f"{room.name}.md"
            for name in _with_members(room):
                places[f"{room.name}.{name.path}"] = f"{room.name}.md#{slug(heading(name))}"
    return Links(places)


def _with_members(room: Room) -> Iterable[Name]:
    for name in room.names:
        yield name
        if name.kind == "class":
            yield from members(name)


def markdown(text: str, links: Links) -> str:
    """Write a docstring's text as Markdown.

    Parameters
    ----------
    text : str
        Paragraphs, lists, doctests, literal blocks and references as numpydoc has them.
    links : Links
        Where public names are told.

    Returns
    -------
    str
        The same in Markdown; names in single backticks are links where they are public.
    """
    done = []
    for block in _blocks(_REFERENCE.sub(r"\1. ", text)):
        if block.startswith(">>> "):
            done.append(fenced(block, "python"))
        elif block.startswith("    "):
            done.append(fenced(re.sub(r"^ {4}", "", block, flags=re.M)))
        elif block != "::":
            done.append(_inline(re.sub("::$", ":", block), links))
    return "\n\n".join(done)


def _blocks(text: str) -> list[str]:
    """Part a text at empty lines; a doctest and what it prints, and a literal, stay whole."""
    blocks: list[str] = []
    for block in re.split(r"\n{2,}", text.strip("\n")):
        if blocks and _goes_on(blocks[-1], block):
            blocks[-1] += "\n\n" + block
        else:
            blocks.append(block)
    return blocks


def _goes_on(before: str, block: str) -> bool:
    starts = (">>> ", "    ")
    return any(before.startswith(start) and block.startswith(start) for start in starts)


def _inline(text: str, links: Links) -> str:
    done, end = [], 0
    for found in _CODE.finditer(text):
        done.append(_escaped(text[end : found.start()]))
        code = " ".join((found["literal"] or found["name"]).split())
        place = None if found["literal"] else links.find(code)
        shown = f"`` {code} ``" if "`" in code else f"`{code}`"
        done.append(f"[{shown}]({place})" if place else shown)
        end = found.end()
    return "".join([*done, _escaped(text[end:])])


def _escaped(text: str) -> str:
    text = _CITATION.sub(r"[\1]", text).replace("\\", "\\\\")
    return re.sub(r"([_<])", r"\\\1", text)


def typed(text: str, links: Links) -> str:
    """Write a type in words; the names of public classes in it are links.

    Parameters
    ----------
    text : str
        Such as ``tuple of Concept``.
    links : Links
        Where public names are told.

    Returns
    -------
    str
        The same in Markdown.
    """
    return _TYPE.sub(lambda found: _linked(found[0], links), text)


def _linked(word: str, links: Links) -> str:
    if word.startswith("`"):
        return _inline(word, links)
    place = links.find(word) if word[0].isupper() and word != "None" else None
    return f"[{_escaped(word)}]({place})" if place else _escaped(word)


def fenced(text: str, language: str = "text") -> str:
    """Fence a text, so that it stands as it is."""
    return f"```{language}\n{text}\n```"


def cell(text: str) -> str:
    """Write a text for a cell of a table: on one line, its bars escaped."""
    return " ".join(text.split()).replace("|", "\\|")


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    r"""Write a table.

    Parameters
    ----------
    heads : iterable of str
        What stands above the columns.
    rows : iterable of iterable of str
        Markdown for each cell.

    Returns
    -------
    str
        The table in Markdown.

    Examples
    --------
    >>> print(table(["id", "means"], [["nash", "a | b"]]))
    | id | means |
    |---|---|
    | nash | a \| b |
    """
    named = list(heads)
    lines = [named, ["---"] * len(named), *([cell(each) for each in row] for row in rows)]
    head, rule, *body = ("| " + " | ".join(line) + " |" for line in lines)
    return "\n".join([head, rule.replace(" ", ""), *body])
