"""What real parsers make of our outputs: how they are built, apart from the words in them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

import tinyhtml5  # type: ignore[import-untyped]
from lxml import etree  # type: ignore[import-untyped]

__all__ = ["Built", "built", "drawn", "flat", "packed", "stated"]

_ISOLATES = re.compile("[\u2066-\u2069]")
_OWN = re.compile(r"\\(?:[A-Za-z@]+|.)", re.DOTALL)


class Built:
    """How a page or a picture is built, and what it says.

    Parameters
    ----------
    root : element
        Its outermost element.
    """

    def __init__(self, root: Any) -> None:
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        self.shape = {
            (_bare(element.tag), *sorted(map(_bare, element.attrib))) for element in elements
        }
        self.comments = [node for node in root.iter() if not isinstance(node.tag, str)]
        self.targets = [
            str(value)
            for element in elements
            for key, value in element.attrib.items()
            if _bare(key) in ("href", "src", "action", "content", "data", "srcset", "style")
        ]
        self.words = flat(" ".join(filter(None, _texts(elements))))


def _texts(elements: Iterable[Any]) -> Iterator[str | None]:
    """Give what stands in and after each element, but for styles."""
    for element in elements:
        yield None if _bare(element.tag) == "style" else element.text
        yield element.tail


def _bare(name: str) -> str:
    return str(name).rpartition("}")[2]


def flat(text: str) -> str:
    """Give words as they are compared: on one line, without what only keeps them apart."""
    return " ".join(_ISOLATES.sub("", text).split())


def built(page: str) -> Built:
    """Parse a page as browsers do."""
    return Built(tinyhtml5.parse(page))


def drawn(picture: str) -> Built:
    """Parse a picture as XML."""
    strict = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)
    return Built(etree.fromstring(picture.encode("utf-8"), strict))


def stated(paper: str) -> set[str]:
    """Give the commands of TeX that a paper has, and the signs that are none of a letter's."""
    return set(_OWN.findall(paper))


def packed(content: bytes) -> Iterator[tuple[str, Any]]:
    """Give the parts of an office file as XML, well-formed or not at all."""
    strict = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith((".xml", ".rels", ".qde")):
                yield name, etree.fromstring(archive.read(name), strict)


def words_of(parts: Iterable[Any]) -> str:
    """Give all words of parts of an office file."""
    return flat(" ".join(text for part in parts for text in part.itertext()))
