"""Published equilibria beside those that follow from the definitions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from satumeja.model import Text

if TYPE_CHECKING:
    from satumeja.gallery._catalogue import Entry
    from satumeja.stability import Analysis

__all__ = ["Agreement", "compare"]


@dataclass(frozen=True)
class Agreement:
    """Whether the published equilibria under a concept are those of the definition.

    Parameters
    ----------
    concept : str
        The solution concept.
    published, computed : tuple of int
        The equilibria as published and as computed.
    why : Text
        Where they differ: the reason the catalogue states, empty if it states no
        reason for exactly this difference.
    """

    concept: str
    published: tuple[int, ...]
    computed: tuple[int, ...]
    why: Text

    @property
    def agree(self) -> bool:
        """Whether they are the same."""
        return self.published == self.computed


def compare(entry: Entry, analysis: Analysis) -> list[Agreement]:
    """Compare what was published of a conflict with what follows from the definitions.

    Parameters
    ----------
    entry : Entry
        A conflict of the gallery.
    analysis : Analysis
        The analysis of its model.

    Returns
    -------
    list of Agreement
        One for each concept that was both published and analysed.

    Examples
    --------
    >>> from satumeja.gallery import entry, load
    >>> from satumeja.stability import analyse
    >>> [(a.concept, a.agree) for a in compare(entry("garrison"), analyse(load("garrison")))]
    [('nash', True), ('gmr', False), ('smr', False), ('seq', True)]
    """
    analysed = [concept.id for concept in analysis.concepts]
    return [
        _agreement(entry, concept, tuple(analysis.equilibria(concept).tolist()))
        for concept in entry.published
        if concept in analysed
    ]


def _agreement(entry: Entry, concept: str, computed: tuple[int, ...]) -> Agreement:
    published = entry.published[concept]
    stated = entry.difference(concept)
    why = Text()
    if stated is not None and computed == tuple(sorted({*published, *stated.adds})):
        why = stated.why
    return Agreement(concept, published, computed, why)
