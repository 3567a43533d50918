"""Factiva as XML: an element an article, with its parts under their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from satumeja.bundles._types import Left, Yielded
from satumeja.bundles.reading import Broken, Element, elements, read_moment
from satumeja.report.kit import Article

__all__ = ["factiva_xml_articles", "is_factiva"]

_KIND = "factiva-xml"
_MARKS = frozenset({"leadParagraph", "tailParagraphs", "headline"})


def is_factiva(head: str) -> bool:
    """Whether a file of XML is of this kind, by how it begins."""
    return "leadParagraph" in head or "distdoc:archive/" in head or "<tailParagraphs" in head


def factiva_xml_articles(chunks: Iterable[bytes]) -> Iterator[Yielded]:
    """Yield the articles of an export as XML.

    Parameters
    ----------
    chunks : iterable of bytes
        The file.
    """
    for element in elements(chunks, lambda tag, _: tag.lower() == "article"):
        if isinstance(element, Broken):
            yield Left("cut_off" if element.is_end else "damaged", values={"place": element.place})
        else:
            yield _article(element)


def _article(element: Element) -> Article | Left:
    """Read one article."""
    paragraphs = [
        words for part in ("leadParagraph", "tailParagraphs") for words in _lines(element, part)
    ]
    if not paragraphs:
        return Left("empty", counts=True)
    published = element.first("publicationDate")
    day = (published.words_of("date") or published.words) if published is not None else ""
    clock = element.words_of("publicationTime", "time") or ""
    reference = (
        element.attribute("reference") or element.words_of("reference", "accessionNo") or ""
    )
    return Article(
        _KIND,
        " ".join(_lines(element, "headline")),
        "\n\n".join(paragraphs),
        outlet=element.words_of("sourceName"),
        published=read_moment(f"{day} {clock}".strip()),
        author=element.words_of("byline"),
        section=element.words_of("sectionName", "columnName"),
        length=element.words_of("wordCount"),
        identifier=reference.rstrip("/").rpartition("/")[2] or None,
        language=element.words_of("baseLanguage"),
    )


def _lines(element: Element, tag: str) -> list[str]:
    """Give the paragraphs in the elements of a name, or the words of one that has none."""
    lines: list[str] = []
    for part in element.all(tag):
        inside = [paragraph.words for paragraph in part.all("paragraph", "para", "p")]
        lines += [words for words in inside or [part.words] if words]
    return lines
