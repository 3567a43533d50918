"""The conflicts of the gallery, as a case can begin with them."""

from __future__ import annotations

import re
from functools import cache

from satumeja import gallery
from satumeja.files import SHIPPED
from satumeja.model.kit import as_label
from satumeja.web.routing import Call
from satumeja.web.shapes import GalleryLine, GalleryList

__all__ = ["gallery_list", "readings_of", "report_for"]

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_REPORTS = f"{SHIPPED}reports/"
_READINGS = f"{SHIPPED}conflicts/"


def gallery_list(call: Call) -> GalleryList:
    """List the published conflicts that a case can begin with."""
    return GalleryList(entries=[_line(entry.id, call.language) for entry in gallery.entries()])


@cache
def _line(name: str, language: str) -> GalleryLine:
    entry, model = gallery.entry(name), gallery.load(name)
    about = _SENTENCE.split(model.description.in_language(language))
    return GalleryLine(
        id=name,
        title=entry.title.in_language(language),
        about=about[0],
        makers=[as_label(maker.name.in_language(language)) for maker in model.decision_makers],
        options=[len(maker.options) for maker in model.decision_makers],
        source=str(entry.citations[0]) if entry.citations else "",
        has_reports=report_for(name, language) is not None,
    )


def readings_of(name: str) -> tuple[str, ...]:
    """Give the other readings of a conflict that the gallery has."""
    files = gallery.load(name).readings
    return tuple(
        file.removeprefix(_READINGS).removesuffix(".yaml")
        for file in files
        if file.startswith(_READINGS)
    )


def report_for(name: str, language: str) -> str | None:
    """Give the shipped report that a conflict rests on, in a language where it is in that."""
    shipped = [
        source.report
        for source in gallery.load(name).sources
        if source.report.startswith(_REPORTS)
    ]
    if not shipped:
        return None
    stem = shipped[0].rpartition(".")[0].rpartition(".")[0]
    return f"{stem}.{language}.txt"
