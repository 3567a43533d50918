"""What a file of many articles holds, listed without its texts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from satumeja.bundles._bundle import Bundle
from satumeja.bundles._types import Piece
from satumeja.display import Shown, ShownInLine
from satumeja.report.kit import STATED

__all__ = ["Entry", "Listing", "listing"]


@dataclass(frozen=True, repr=False)
class Entry(ShownInLine):
    """An article as it is listed.

    Parameters
    ----------
    number : int
        Which article of the file it is.
    name : str
        What it is called as a report.
    title : str
        Its headline.
    published : datetime.datetime, datetime.date or None
        When it was published.
    outlet, author : str or None
        Who published and who wrote it.
    stated : tuple of (str, str or None)
        What else is stated of it.
    words : int
        How many words its text has.
    """

    number: int
    name: str
    title: str
    published: dt.datetime | dt.date | None
    outlet: str | None
    author: str | None
    stated: tuple[tuple[str, str | None], ...]
    words: int

    @property
    def day(self) -> str:
        """The day it was published, in ISO form; empty where that is not stated."""
        return self.published.isoformat()[:10] if self.published else ""


@dataclass(frozen=True, repr=False)
class Listing(Shown):
    """The articles of a file, and the file with its notes.

    Parameters
    ----------
    bundle : Bundle
        The file.
    entries : tuple of Entry
        Its articles, in order.
    """

    bundle: Bundle
    entries: tuple[Entry, ...]

    def to_json(self) -> dict[str, Any]:
        """Give the list as the ``satumeja/bundle/1`` document."""
        return {
            "schema": "satumeja/bundle/1",
            "name": self.bundle.name,
            "kind": self.bundle.kind,
            "columns": dict(self.bundle.columns),
            "articles": [
                {
                    "number": entry.number,
                    "name": entry.name,
                    "title": entry.title,
                    "published": entry.published.isoformat() if entry.published else None,
                    "outlet": entry.outlet,
                    "author": entry.author,
                    "archive": dict(entry.stated),
                    "words": entry.words,
                }
                for entry in self.entries
            ],
            "notes": [note.to_json() for note in self.bundle.notes],
        }


def listing(bundle: Bundle, pieces: Iterable[Piece] | None = None) -> Listing:
    """List the articles of a file.

    Parameters
    ----------
    bundle : Bundle
        The file.
    pieces : iterable of Piece, optional
        Those of its articles that are to be listed; all where they are not given.
    """
    entries = tuple(_entry(piece) for piece in (bundle if pieces is None else pieces))
    return Listing(bundle, entries)


def _entry(piece: Piece) -> Entry:
    """List one article."""
    article = piece.article
    return Entry(
        piece.place.number,
        piece.name,
        article.title,
        article.published,
        article.outlet,
        article.author,
        tuple((name, getattr(article, name)) for name in STATED),
        len(article.text.split()),
    )
