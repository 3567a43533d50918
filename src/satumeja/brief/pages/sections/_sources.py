"""The section on sources: where the assumptions come from, and the sentences they rest on."""

from __future__ import annotations

from dataclasses import dataclass

from satumeja.brief.pages.sections._material import Material
from satumeja.brief.pages.sections._section import Edition, Section
from satumeja.brief.tables import Quote, anchor, grade_in_words
from satumeja.brief.words import Words, apart
from satumeja.evidence import Archive

__all__ = ["SOURCES"]


@dataclass(frozen=True)
class SourceLine:
    """A source as the page lists it."""

    id: str
    anchor: str
    title: str
    citation: str
    details: tuple[str, ...]


@dataclass(frozen=True)
class QuoteLine:
    """A quotation as the page lists it: who said it, what is known of it, and its grade."""

    quote: Quote
    credit: str
    why_missing: str
    doubts: tuple[str, ...]
    details: tuple[str, ...]
    grade: str


@dataclass(frozen=True)
class Sources:
    """The sources, and what is cited from them."""

    lines: tuple[SourceLine, ...]
    quotes: tuple[QuoteLine, ...]


def _sources(edition: Edition[Material]) -> Sources:
    material, words = edition.material, edition.words
    quotes = tuple(_quoted(quote, words, material.archive) for quote in material.quotes)
    return Sources(tuple(_lines(edition)), quotes)


def _quoted(quote: Quote, words: Words, archive: Archive) -> QuoteLine:
    grade = archive.grade([str(quote.passage.reference)])
    return QuoteLine(
        quote,
        credit=quote.credit(words),
        why_missing=quote.why_missing(words) if quote.missing else "",
        doubts=tuple(quote.doubts(words)),
        details=tuple(quote.details(words)),
        grade=grade_in_words(words, grade, archive),
    )


def _lines(edition: Edition[Material]) -> list[SourceLine]:
    words, lines = edition.words, []
    for source in edition.model.sources:
        report, dossier = (_file(path) for path in (source.report, source.dossier))
        kept = dossier if dossier and not report else ""
        details = (
            apart(source.url),
            report and words("sources.report", file=report),
            kept and words("sources.dossier", file=kept),
        )
        title = source.title.in_language(words.language)
        lines.append(
            SourceLine(
                source.id,
                anchor(source.id),
                title,
                source.citation,
                tuple(filter(None, details)),
            )
        )
    return lines


def _file(path: str) -> str:
    return path.rsplit("/", 1)[-1]


SOURCES = Section("sources", Material, _sources)
