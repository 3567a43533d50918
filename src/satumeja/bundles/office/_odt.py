"""OpenDocument texts as streams of paragraphs; notes and remarks do not run into sentences."""

from __future__ import annotations

from collections.abc import Iterator

from satumeja.bundles.office._paragraph import Paragraph
from satumeja.bundles.office._zip import Parted, part_of
from satumeja.bundles.reading import Broken, Element, elements

__all__ = ["odt_paragraphs"]

_BLOCKS = frozenset({"p", "h"})
_SKIPPED = frozenset({"note", "annotation", "annotation-end", "tracked-changes", "ruby-text"})
_AREAS = frozenset({"styles", "automatic-styles", "font-face-decls", "tracked-changes"})


def odt_paragraphs(parted: Parted) -> Iterator[Paragraph | Broken]:
    """Yield the paragraphs of an OpenDocument text as they come.

    Parameters
    ----------
    parted : Parted
        The file.
    """
    chunks = part_of(parted, "content.xml")
    for element in elements(chunks, lambda tag, _: tag in _BLOCKS or tag in _AREAS):
        if isinstance(element, Broken):
            yield element
        elif element.tag in _BLOCKS:
            style = "Title" if element.tag == "h" else element.attribute("style-name")
            yield Paragraph(_words(element), style=style)
            yield from _boxes(element)


def _words(element: Element) -> str:
    """Give the words of a paragraph; blanks that the format counts are blanks."""
    parts = []
    for child in element.children:
        if isinstance(child, str):
            parts.append(" ".join(child.split("\n")))
        elif child.tag == "s":
            count = child.attribute("c")
            parts.append(" " * min(int(count) if count.isdecimal() else 1, 1000))
        elif child.tag in ("tab", "line-break"):
            parts.append("\t" if child.tag == "tab" else "\n")
        elif child.tag not in _SKIPPED and child.tag not in ("frame", "text-box"):
            parts.append(_words(child))
    return "".join(parts)


def _boxes(element: Element) -> Iterator[Paragraph]:
    """Yield the paragraphs of the boxes that hang on one."""
    for box in element.all("text-box"):
        for paragraph in box.all("p", "h"):
            yield Paragraph(_words(paragraph))
