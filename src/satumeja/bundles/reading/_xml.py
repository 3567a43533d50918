"""XML as it comes: the elements of some names in turn, and where the file breaks off."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar
from xml.parsers import expat

from satumeja.bundles.reading._paragraphs import one_line

__all__ = ["Broken", "Element", "elements", "parsed"]

_DEEPEST = 200


@dataclass(frozen=True)
class Broken:
    """Where a file of XML breaks off, or is damaged.

    Parameters
    ----------
    place : str
        The line and the column.
    is_end : bool
        Whether the file ends there: it is cut off.
    """

    place: str
    is_end: bool


@dataclass
class Element:
    """An element with all that is in it, its words among its children in their order."""

    tag: str
    attributes: Mapping[str, str]
    children: list[Element | str] = field(default_factory=list)

    def all(self, *tags: str) -> Iterator[Element]:
        """Yield the elements of some names in it, however deep, in the order of the text."""
        for child in self.children:
            if not isinstance(child, str):
                if child.tag in tags:
                    yield child
                else:
                    yield from child.all(*tags)

    def first(self, *tags: str) -> Element | None:
        """Give the first element of some names in it, however deep."""
        return next(self.all(*tags), None)

    def child(self, *tags: str) -> Element | None:
        """Give the first of its own children of some names."""
        inside = (child for child in self.children if not isinstance(child, str))
        return next((child for child in inside if child.tag in tags), None)

    @property
    def raw(self) -> str:
        """All words in it as they stand."""
        return "".join(child if isinstance(child, str) else child.raw for child in self.children)

    @property
    def words(self) -> str:
        """All words in it, on one line."""
        return one_line(self.raw)

    def words_of(self, *tags: str) -> str | None:
        """Give the words of the first element of some names; None where it has none."""
        element = self.first(*tags)
        return (element.words or None) if element is not None else None

    def attribute(self, name: str) -> str:
        """Give an attribute by its name without a namespace; nothing where there is none."""
        return self.attributes.get(name, "")


def elements(
    chunks: Iterable[bytes], is_wanted: Callable[[str, int], bool]
) -> Iterator[Element | Broken]:
    """Yield the elements that are wanted as they end; nothing else is kept.

    Parameters
    ----------
    chunks : iterable of bytes
        The file.
    is_wanted : callable
        Asked with the name of an element, without its namespace, and how deep it stands, the
        root at 0.

    Yields
    ------
    Element or Broken
        Where the file breaks off or is damaged, that comes last.

    Notes
    -----
    What stands inside an element that is wanted is not asked about. Entities of a document type
    are not read: nothing outside the file is, and nothing grows beyond what it holds.
    """
    builder = _Builder(is_wanted)
    yield from parsed(chunks, builder.open, builder.close, builder.add, builder.take)


_Whole = TypeVar("_Whole")


def parsed(
    chunks: Iterable[bytes],
    begin: Callable[[str, Mapping[str, str]], None],
    end: Callable[[str], None],
    add: Callable[[str], None],
    take: Callable[[], list[_Whole]],
) -> Iterator[_Whole | Broken]:
    """Yield what is built of XML while it is read.

    Parameters
    ----------
    chunks : iterable of bytes
        The file.
    begin, end, add : callable
        Told of elements that begin and end, and of words; a ValueError refuses the file.
    take : callable
        Gives what has become whole since it was called before.

    Yields
    ------
    object or Broken
        Where the file breaks off or is damaged, that comes last.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.CharacterDataHandler = add
    parser.EntityDeclHandler = _refuse
    problem: Broken | None = None
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
            yield from take()
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        is_end = error.code in _ENDS and error.offset >= 0
        problem = Broken(f"{error.lineno}:{error.offset + 1}", is_end)
    except (ValueError, LookupError):
        problem = Broken(f"{parser.CurrentLineNumber}:{parser.CurrentColumnNumber + 1}", False)
    yield from take()
    if problem is not None:
        yield problem


def _refuse(*_: object) -> None:
    """Take no entities of a document type."""
    raise ValueError


_ENDS = frozenset(
    expat.errors.codes[message]
    for message in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
    )
)


class _Builder:
    """Builds the elements that are wanted."""

    def __init__(self, is_wanted: Callable[[str, int], bool]) -> None:
        self._is_wanted = is_wanted
        self._depth = 0
        self._open: list[Element] = []
        self._whole: list[Element] = []

    def open(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        tag = name.rpartition(" ")[2]
        if self._depth > _DEEPEST:
            raise ValueError
        if self._open or self._is_wanted(tag, self._depth):
            local = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
            element = Element(tag, local)
            if self._open:
                self._open[-1].children.append(element)
            self._open.append(element)
        self._depth += 1

    def close(self, _: str) -> None:
        """End an element."""
        self._depth -= 1
        if self._open:
            element = self._open.pop()
            if not self._open:
                self._whole.append(element)

    def add(self, words: str) -> None:
        """Take words."""
        if self._open:
            self._open[-1].children.append(words)

    def take(self) -> list[Element]:
        """Give the elements that have ended since."""
        whole, self._whole = self._whole, []
        return whole
