"""Concepts by id, and how another process comes to know those of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module

from satumeja.errors import QuestionError
from satumeja.stability import any_concepts, concepts_named
from satumeja.stability.further import own_concept

__all__ = ["Carried"]


@dataclass(frozen=True)
class _Home:
    """Where a concept of one's own is defined: code is not sent, but found there again."""

    concept: str
    module: str
    name: str

    def open(self) -> None:
        """Have this process know the concept, and no other one of that id.

        Raises
        ------
        QuestionError
            If it cannot.
        """
        if own_concept(self.concept) is None:
            try:
                import_module(self.module)
            except Exception as failure:
                raise self._fault(f"{type(failure).__name__}: {failure}") from failure
        own = own_concept(self.concept)
        if own is None or (own.__module__, own.__qualname__) != (self.module, self.name):
            raise self._fault(f"{self.module} does not define it when it is imported")

    def _fault(self, why: str) -> QuestionError:
        return QuestionError(
            f'"{self.concept}" is not known to the process that decides ({why}); define it at '
            "the top of a module that it can import"
        )


@dataclass(frozen=True)
class Carried:
    """The concepts of a sweep, to be decided here or in another process.

    Parameters
    ----------
    ids : tuple of str
        Those decided from ranks in the registry's order, then those of one's own.
    homes : tuple
        Where each of one's own is defined.
    """

    ids: tuple[str, ...]
    homes: tuple[_Home, ...]

    @classmethod
    def of(cls, concepts: str | Iterable[str]) -> Carried:
        """Look concepts up by id.

        Raises
        ------
        QuestionError
            If one is neither decided from ranks alone nor one of one's own.
        """
        names = [concept.id for concept in any_concepts(concepts)]
        own = {name: made for name in names if (made := own_concept(name)) is not None}
        five = [concept.id for concept in concepts_named(n for n in names if n not in own)]
        homes = (_Home(key, part.__module__, part.__qualname__) for key, part in own.items())
        return cls((*five, *own), tuple(homes))

    def open(self) -> Sequence[str]:
        """Return the ids, once this process knows them all."""
        for home in self.homes:
            home.open()
        return self.ids
