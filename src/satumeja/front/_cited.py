"""The sentences that readings cite for wishes and red lines, whatever they call their sources."""

from __future__ import annotations

from collections.abc import Iterator

from satumeja.model import Model, Reference, Statement
from satumeja.model.kit import statements_of

__all__ = ["Place", "cited", "places_of"]

Place = tuple[str, str]
"""In which report, dossier or publication, and where in it: the same in every reading."""


def cited(model: Model) -> dict[Place, str]:
    """Give the places that wishes and red lines cite, each with the first reference to it.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> list(cited(load("december-2021-b")).values())[:3]
    ['wire#s2', 'wire#s5', 'wire#s10']
    """
    first = dict[Place, str]()
    for maker in model.decision_makers:
        for statement in (*statements_of(maker.preference), *maker.red_lines):
            for place, reference in places_of(model, statement):
                first.setdefault(place, reference)
    return first


def places_of(model: Model, statement: Statement) -> Iterator[tuple[Place, str]]:
    """Give the places that a statement cites, each with the reference to it."""
    named = {source.id: source for source in model.sources}
    for text in statement.evidence:
        reference = Reference.read(text, named)
        source = named.get(reference.source)
        if reference.item and source is not None:
            file = source.dossier or source.report or source.citation or source.url
            yield (file or source.id, reference.place), text
