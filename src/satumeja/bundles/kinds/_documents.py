"""Files of an office: one report each, or an export of an archive in that form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from satumeja.bundles._types import Left, Yielded
from satumeja.bundles.kinds._factiva_rtf import factiva_rtf_articles, looks_coded
from satumeja.bundles.kinds._nexis_text import nexis_articles
from satumeja.bundles.kinds._nexis_word import is_nexis_word, nexis_word_articles
from satumeja.bundles.office import Paragraph
from satumeja.bundles.reading import Broken, one_line
from satumeja.report.kit import SPLITTER, Article

__all__ = ["document_articles"]

_HEAD, _LONGEST = 400, 200
_TITLES = frozenset({"title", "titel", "titre", "título", "judul"})


def document_articles(paragraphs: Iterable[Paragraph | Broken]) -> Iterator[Yielded]:
    """Yield what a file of an office holds: its one report, or the articles of an export.

    Parameters
    ----------
    paragraphs : iterable of Paragraph or Broken
        Its paragraphs, as they come.
    """
    ends: list[Broken] = []

    def whole() -> Iterator[Paragraph]:
        for paragraph in paragraphs:
            if isinstance(paragraph, Broken):
                ends.append(paragraph)
            else:
                yield paragraph

    iterator = whole()
    head = list(islice(iterator, _HEAD))
    rest = chain(head, iterator)
    if is_nexis_word(head):
        yield from nexis_word_articles(rest)
    else:
        yield from _line_articles((line for part in rest for line in _lines(part)), head)
    for end in ends:
        yield Left("cut_off" if end.is_end else "damaged", values={"place": end.place})


def _lines(paragraph: Paragraph) -> Iterator[str]:
    """Give the lines of a paragraph."""
    yield from paragraph.words.split("\n") if paragraph.words else [""]


def _line_articles(lines: Iterable[str], head: list[Paragraph]) -> Iterator[Yielded]:
    """Yield what the lines of a file hold: the articles of an export, or its one report."""
    iterator = iter(lines)
    first = list(islice(iterator, _HEAD))
    rest = chain(first, iterator)
    if looks_coded(first):
        yield from factiva_rtf_articles(rest)
    elif any(SPLITTER.fullmatch(line) for line in first if len(line) < _LONGEST):
        yield from nexis_articles(rest)
    else:
        yield _report(rest, head)


def _report(lines: Iterable[str], head: list[Paragraph]) -> Article | Left:
    """Make the one report of a file."""
    paragraphs = [words for line in lines if (words := one_line(line))]
    title = next((one_line(part.words) for part in head if part.style.lower() in _TITLES), "")
    if title and paragraphs and paragraphs[0] == title:
        paragraphs = paragraphs[1:]
    else:
        title = ""
    if not paragraphs:
        return Left("empty", counts=True)
    return Article("document", title, "\n\n".join(paragraphs))
