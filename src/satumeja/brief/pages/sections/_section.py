"""What a section of a brief is, and the edition of a brief that it is built for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

from satumeja.brief.pages.sections._material import Material
from satumeja.brief.words import Phrases, Words
from satumeja.model import Model

__all__ = ["Edition", "Section"]

M_co = TypeVar("M_co", bound=Material, covariant=True)
N = TypeVar("N", bound=Material)
C = TypeVar("C")


@dataclass(frozen=True, eq=False)
class Edition(Generic[M_co]):
    """A brief in one language: what it is made from, and the phrase book that puts it.

    Parameters
    ----------
    material : Material
        The model, its analysis and what is asked of them.
    phrases : Phrases
        The names of the model and the words of the language.
    """

    material: M_co
    phrases: Phrases
    _built: dict[Section[Any, Any], Any] = field(default_factory=dict, init=False, repr=False)

    @property
    def model(self) -> Model:
        """The conflict."""
        return self.material.model

    @property
    def words(self) -> Words:
        """The words of the language."""
        return self.phrases.words

    @property
    def language(self) -> str:
        """The language."""
        return self.phrases.words.language

    def part(self, section: Section[N, C]) -> C | None:
        """Return what a section says in this edition, None where it does not apply.

        It is built once, so a section can repeat what another one says.
        """
        if section not in self._built:
            here = cast("Edition[N]", self)
            applies = isinstance(self.material, section.of)
            self._built[section] = section.build(here) if applies else None
        part: C | None = self._built[section]
        return part


@dataclass(frozen=True)
class Section(Generic[N, C]):
    """A section of a brief.

    Parameters
    ----------
    key : str
        Its name: of its place in the page, its piece of template ``{key}.html.j2`` and
        its heading, the message ``section.{key}``.
    of : type
        The kind of material it speaks of: any, or that of states that are listed, or that
        of sets of states. It applies to no other.
    build : callable
        Makes what the piece of template lays out from an edition; None where it does not
        apply to that.
    """

    key: str
    of: type[N]
    build: Callable[[Edition[N]], C | None]
