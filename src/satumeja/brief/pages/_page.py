"""Everything a brief says in one language, gathered before a word of it is laid out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from satumeja.brief.pages._sheet import Imprint, Sheet, sheet_of
from satumeja.brief.pages.sections import SECTIONS, Edition, Material
from satumeja.brief.words import Phrases, Words
from satumeja.front import Front
from satumeja.model import Model, Text

__all__ = ["Page", "front_page", "page_of"]


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
    sheet : Sheet or None
        Its front page; None where the states of the model are not listed.
    parts : mapping of str to object
        What each section of the annex that applies says, by key, in order; empty for the front
        page alone.
    """

    words: Words
    title: str | Markup
    description: str | Markup
    as_of: str
    sheet: Sheet | None
    parts: Mapping[str, object]

    @property
    def language(self) -> str:
        """The language the page is in."""
        return self.words.language


def front_page(front: Front, phrases: Phrases, imprint: Imprint) -> Page:
    """Gather the front page alone in one language."""
    return _page(front, phrases, sheet_of(front, phrases, imprint, annexes=False), {})


def page_of(edition: Edition[Material], front: Front | None, imprint: Imprint) -> Page:
    """Gather a brief in one language: its front page if it has one, tables, figures, sentences."""
    parts = ((section.key, edition.part(section)) for section in SECTIONS)
    filled = {key: part for key, part in parts if part is not None}
    phrases = edition.phrases
    sheet = None if front is None else sheet_of(front, phrases, imprint, annexes=True)
    return _page(front, phrases, sheet, filled)


def _page(
    front: Front | None, phrases: Phrases, sheet: Sheet | None, parts: Mapping[str, object]
) -> Page:
    model, words = phrases.model, phrases.words
    return Page(
        words=words,
        title=_in_language(model, model.title if front is None else front.title, words.language),
        description=_in_language(model, model.description, words.language),
        as_of=words("brief.as_of", date=words.date(model.as_of)) if model.as_of else "",
        sheet=sheet,
        parts=parts,
    )


def _in_language(model: Model, text: Text, language: str) -> str | Markup:
    """Return a text in a language, marked with the language it is in where that is another."""
    own = next(iter(text.by_language), "") or next(iter(model.languages), "")
    if not text or language in text.by_language or own in ("", language):
        return text.in_language(language)
    return Markup('<span lang="{}">{}</span>').format(own, str(text))
