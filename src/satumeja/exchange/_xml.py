"""XML from strangers: no document type, no entities, and within limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from satumeja.errors import Fault, ReportError

__all__ = ["Element", "read_xml"]

_DEEPEST = 200
_MOST = 2_000_000


@dataclass
class Element:
    """An element of XML.

    Parameters
    ----------
    tag : str
        Its name without its namespace.
    attributes : mapping
        Its attributes.
    children : list of Element
        What is in it.
    text : str
        Its text.
    """

    tag: str
    attributes: Mapping[str, str]
    children: list[Element] = field(default_factory=list)
    text: str = ""

    def all(self, tag: str) -> Iterator[Element]:
        """Yield the children of a name."""
        return (child for child in self.children if child.tag == tag)

    def first(self, tag: str) -> Element | None:
        """Return the first child of a name."""
        return next(self.all(tag), None)

    def text_of(self, tag: str) -> str:
        """Return the text of the first child of a name; nothing where there is none."""
        child = self.first(tag)
        return child.text if child else ""


def read_xml(content: bytes, name: str) -> Element:
    """Read XML that may be anybody's.

    Raises
    ------
    ReportError
        If it is none, has a document type, or is too large or too deep.

    Examples
    --------
    >>> read_xml(b'<a b="c"><d>e</d></a>', "x").text_of("d")
    'e'
    """
    reader = _Reader(name)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reader.open, reader.close
    parser.CharacterDataHandler = reader.add
    parser.StartDoctypeDeclHandler = reader.refuse
    parser.EntityDeclHandler = reader.refuse
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        place = error.lineno, error.offset + 1
        message = f"is not XML: {expat.errors.messages[error.code]}"
        raise ReportError(Fault(message, name, *place)) from None
    except (ValueError, LookupError):  # an encoding that is none
        raise ReportError(Fault("is not XML in an encoding that is read", name)) from None
    if reader.root is None:
        raise ReportError(Fault("is empty", name))
    return reader.root


class _Reader:
    def __init__(self, name: str) -> None:
        self.name, self.count = name, 0
        self.root: Element | None = None
        self.stack: list[Element] = []

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > _MOST or len(self.stack) == _DEEPEST:
            what = f"{_MOST:,} elements" if self.count > _MOST else f"{_DEEPEST} levels"
            raise ReportError(Fault(f"has more than {what}", self.name))
        named = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        element = Element(tag.rpartition(" ")[2], named)
        if self.stack:
            self.stack[-1].children.append(element)
        else:
            self.root = element
        self.stack.append(element)

    def close(self, _: str) -> None:
        self.stack.pop()

    def add(self, text: str) -> None:
        if self.stack:
            self.stack[-1].text += text

    def refuse(self, *_: object) -> None:
        message = "has a document type or entities, which a project has no need of; it is not read"
        raise ReportError(Fault(message, self.name))
