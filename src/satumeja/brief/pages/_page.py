"""Everything a brief says in one language, gathered before a word of it is laid out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from satumeja.brief.pages.sections import SECTIONS, Edition, Material
from satumeja.brief.words import Words
from satumeja.model import Model, Text

__all__ = ["Page", "page_of"]


@dataclass(frozen=True)
class Page:
    """A brief in one language.

    Parameters
    ----------
    words : Words
        The words of the language.
    title, description : str or Markup
        Those of the model.
    as_of : str
        The date it speaks of; empty where it gives none.
    parts : mapping of str to object
        What each section that applies says, by key, in order.
    """

    words: Words
    title: str | Markup
    description: str | Markup
    as_of: str
    parts: Mapping[str, object]

    @property
    def language(self) -> str:
        """The language the page is in."""
        return self.words.language


def page_of(edition: Edition[Material]) -> Page:
    """Gather a brief in one language: tables, figures and sentences, ready to be laid out."""
    model, words = edition.model, edition.words
    parts = ((section.key, edition.part(section)) for section in SECTIONS)
    return Page(
        words=words,
        title=_in_language(model, model.title, words.language),
        description=_in_language(model, model.description, words.language),
        as_of=words("brief.as_of", date=words.date(model.as_of)) if model.as_of else "",
        parts={key: part for key, part in parts if part is not None},
    )


def _in_language(model: Model, text: Text, language: str) -> str | Markup:
    """Return a text in a language, marked with the language it is in where that is another."""
    own = next(iter(text.by_language), "") or next(iter(model.languages), "")
    if not text or language in text.by_language or own in ("", language):
        return text.in_language(language)
    return Markup('<span lang="{}">{}</span>').format(own, str(text))
