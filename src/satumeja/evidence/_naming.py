"""Whether what a statement of a model cites speaks of what the statement is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from satumeja.model import Model, Reference, Statement
from satumeja.model.kit import mask_of, statements_of

if TYPE_CHECKING:
    from satumeja.evidence._archive import Archive
    from satumeja.evidence._passage import Passage

__all__ = ["unnamed"]


def unnamed(archive: Archive) -> Iterator[tuple[str, Statement]]:
    """Yield the statements that cite sentences of which none names what they are about.

    Parameters
    ----------
    archive : Archive
        The sources of the model.

    Yields
    ------
    tuple of str and Statement
        Whose statement it is, and the statement; those marked as inferred are left out, and
        those of which nothing cited can be looked up in a dossier.

    Notes
    -----
    A sentence names an option where an act in it is about an issue called as the option is,
    or where anything is done in it and the option cites it as well: whoever wrote the model
    took it for that option.
    """
    model = archive.model
    if model.is_graph:
        return
    for maker in model.decision_makers:
        for statement in (*statements_of(maker.preference), *maker.red_lines):
            passages = [] if statement.inferred else _looked_up(archive, statement)
            named = (_names(passage, statement, model, archive) for passage in passages)
            if passages and not any(named):
                yield maker.id, statement


def _looked_up(archive: Archive, statement: Statement) -> list[Passage]:
    """Give what a statement cites of dossiers; nothing where some of it cannot be looked up."""
    dossiers = {source.id for source in archive.model.sources if source.dossier}
    references = [Reference.read(text, dossiers) for text in statement.evidence]
    if not all(r.item and r.source in dossiers for r in references):
        return []
    passages = [archive.find(text) for text in statement.evidence]
    return [] if any(passage.missing for passage in passages) else passages


def _names(passage: Passage, statement: Statement, model: Model, archive: Archive) -> bool:
    """Whether an act in a sentence is about an option that a statement speaks of."""
    if not passage.acts and not passage.issues:
        return False
    mask = mask_of(statement.condition)
    options = [option for k, option in enumerate(model.options) if mask >> k & 1]
    ids = {option.scale.id if option.scale else option.id for option in options}
    if ids & set(passage.issues):
        return True
    cited = (archive.find(text) for option in options for text in option.evidence)
    where = (passage.reference.source, passage.item)
    return any((other.reference.source, other.item) == where for other in cited)
