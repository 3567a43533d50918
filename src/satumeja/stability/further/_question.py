"""What every further concept is: a definition, what it needs, and how it decides and explains."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Shown
from satumeja.stability.further._proofs import Proof
from satumeja.stability.further._setting import Party, Setting

__all__ = ["FurtherConcept", "Need", "Question"]

Need = Literal[
    "option form",
    "unknown",
    "much_better",
    "degrees",
    "chances",
    "attitudes",
    "coalitions",
    "horizon",
]


class Question(Protocol):
    """A concept asked of a setting: it decides every state, and proves each verdict."""

    def flags(self, party: Party) -> NDArray[np.bool_]:
        """Decide which states are stable for a party."""

    def explain(self, party: Party, state: int) -> Proof:
        """Decide it, and give the moves that prove it."""


@dataclass(frozen=True, repr=False)
class FurtherConcept(Shown):
    """A solution concept that asks for more than ranks, or looks at more than one DM's moves.

    Parameters
    ----------
    id : str
        The short name.
    name : str
        The name the field uses.
    definition : str
        When a state is stable for i (or a coalition H), in a sentence or two.
    needs : tuple of str
        What it reads beyond the model's ranks: parts of `Knowledge`, or ``option form``,
        or ``horizon`` where the number in its id is one; ``coalitions`` where it is asked of
        coalitions, of every one unless a family is given.
    reference : str
        Author, title, year.
    ask : callable
        Poses the concept to a setting; what it returns decides and explains.
    words : mapping of str to (str, str)
        Name and definition by language, of a concept made outside the package.
    parties : tuple of tuple of str
        Who is asked, by id, where the concept itself says so: the blocks of a partition.

    See Also
    --------
    FURTHER : All of them, by id.
    Concept : One of the five that are decided from ranks alone.
    """

    id: str
    name: str
    definition: str
    needs: tuple[Need, ...]
    reference: str
    ask: Callable[[Setting], Question]
    words: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    parties: tuple[tuple[str, ...], ...] = ()

    @property
    def is_coalitional(self) -> bool:
        """Whether it is asked of coalitions rather than of single decision makers."""
        return "coalitions" in self.needs
