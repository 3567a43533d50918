"""A publication that the catalogue names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from satumeja.display import ShownInLine

__all__ = ["Citation", "citation_of"]


@dataclass(frozen=True, repr=False)
class Citation(ShownInLine):
    """A publication; `str` gives it as one line.

    Parameters
    ----------
    authors : str
        Who wrote it.
    year : str
        When it came out.
    title : str
        What it is called.
    venue : str
        Where it came out: a journal with volume and pages, or a publisher.

    See Also
    --------
    Entry : Shows them.

    Examples
    --------
    >>> str(Citation("Kilgour, D. M.", "1984", "Equilibria for far-sighted players", "T&D 16(2)"))
    'Kilgour, D. M. (1984). Equilibria for far-sighted players. T&D 16(2).'
    """

    authors: str
    year: str
    title: str
    venue: str

    def __str__(self) -> str:
        end = "" if self.title.endswith("?") else "."
        return f"{self.authors} ({self.year}). {self.title}{end} {self.venue}."


def citation_of(raw: Mapping[str, Any]) -> Citation:
    """Read a citation of the catalogue."""
    return Citation(raw["authors"], str(raw["year"]), raw["title"], raw["venue"])
