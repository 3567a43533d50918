"""The section on sources: where the assumptions come from, and the sentences they rest on."""

from __future__ import annotations

from dataclasses import dataclass

from satumeja.brief.pages.sections._material import Material
from satumeja.brief.pages.sections._section import Edition, Section
from satumeja.brief.tables import Quote, anchor

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
class Sources:
    """The sources, and what is cited from them."""

    lines: tuple[SourceLine, ...]
    quotes: tuple[Quote, ...]


def _sources(edition: Edition[Material]) -> Sources:
    return Sources(tuple(_lines(edition)), edition.material.quotes)


def _lines(edition: Edition[Material]) -> list[SourceLine]:
    words, lines = edition.words, []
    for source in edition.model.sources:
        report = source.report.rsplit("/", 1)[-1]
        details = tuple(
            filter(None, (source.url, report and words("sources.report", file=report)))
        )
        title = source.title.in_language(words.language)
        lines.append(SourceLine(source.id, anchor(source.id), title, source.citation, details))
    return lines


SOURCES = Section("sources", Material, _sources)
