"""Published equilibria beside those that follow from the definitions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Shown
from satumeja.model import Text
from satumeja.stability import CONCEPTS, analyse

if TYPE_CHECKING:
    from satumeja.gallery._catalogue import Entry
    from satumeja.stability import Analysis

__all__ = ["Agreement", "compare"]


@dataclass(frozen=True, repr=False)
class Agreement(Shown):
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

    See Also
    --------
    satumeja.gallery.compare : Makes them.
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
        One for each basic concept that was both published and analysed, and one for each
        further concept that was published.

    See Also
    --------
    satumeja.gallery.entry : What was published, with the differences that are explained.

    Examples
    --------
    >>> from satumeja.gallery import entry, load
    >>> from satumeja.stability import analyse
    >>> [(a.concept, a.agree) for a in compare(entry("garrison"), analyse(load("garrison")))]
    [('nash', True), ('gmr', False), ('smr', False), ('seq', True)]
    """
    analysed = [concept.id for concept in analysis.concepts]
    agreements = list[Agreement]()
    for concept in entry.published:
        if concept in analysed:
            agreements.append(_agreement(entry, concept, analysis.equilibria(concept)))
        elif concept not in CONCEPTS:
            decided = analyse(analysis.model, concept)
            agreements.append(_agreement(entry, concept, decided.equilibria(concept)))
    return agreements


def _agreement(entry: Entry, concept: str, equilibria: NDArray[np.intp]) -> Agreement:
    published, computed = entry.published[concept], tuple(equilibria.tolist())
    stated = entry.difference(concept)
    why = Text()
    if stated is not None and computed == tuple(sorted({*published, *stated.adds})):
        why = stated.why
    return Agreement(concept, published, computed, why)
