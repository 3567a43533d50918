"""Any concept by its id: those decided from ranks alone, and those that read more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from satumeja.stability._concepts import CONCEPTS, Concept, concepts_named, ids_in

if TYPE_CHECKING:
    from satumeja.stability.further import FurtherConcept

    AnyConcept: TypeAlias = Concept | FurtherConcept

__all__ = ["any_concept", "any_concepts"]


def any_concept(name: str) -> AnyConcept:
    """Look a concept up by its id, whatever it reads.

    Parameters
    ----------
    name : str
        A key of `CONCEPTS` or `FURTHER`, or ``l<h>`` for a horizon h up to 999; in any case.

    Returns
    -------
    Concept or FurtherConcept
        The concept.

    Raises
    ------
    QuestionError
        If the id is unknown; the message has the nearest one.

    See Also
    --------
    any_concepts : Several at once.

    Examples
    --------
    >>> any_concept("Nash").name, any_concept("L2").name
    ('Nash stability (R)', 'Limited-move stability, 2 moves')
    """
    (concept,) = any_concepts([name])
    return concept


def any_concepts(ids: str | Iterable[str]) -> tuple[AnyConcept, ...]:
    """Look concepts up by their ids, each once.

    Parameters
    ----------
    ids : str or iterable of str
        As of `any_concept`; one string may have several, with commas between them.

    Returns
    -------
    tuple of Concept and FurtherConcept
        Those decided from ranks alone in the registry's order, then the others as asked for.

    Raises
    ------
    QuestionError
        If an id is unknown; the message has the nearest one.

    See Also
    --------
    concepts_named : Where only those decided from ranks will do.

    Examples
    --------
    >>> [concept.id for concept in any_concepts("nm, SEQ, nash")]
    ['nash', 'seq', 'nm']
    """
    names = ids_in(ids)
    beyond = [name for name in names if name not in CONCEPTS]
    basic = concepts_named(name for name in names if name in CONCEPTS)
    if not beyond:
        return basic
    from satumeja.stability.further import further_named

    return (*basic, *map(further_named, beyond))
