"""The gallery, as a case can begin with it."""

from __future__ import annotations

from satumeja.web.shapes._shape import Shape

__all__ = ["GalleryLine", "GalleryList"]


class GalleryLine(Shape):
    """A published conflict to begin with."""

    id: str
    title: str
    about: str
    """What happened, in a sentence or two."""
    makers: list[str]
    options: list[int]
    """How many options each decision maker has."""
    source: str = ""
    """The publication; empty where the model is this project's own."""
    has_reports: bool = False
    """Whether its reports come along, and so its dossier."""


class GalleryList(Shape):
    """The published conflicts there are."""

    entries: list[GalleryLine]
