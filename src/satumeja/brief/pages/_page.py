"""Everything a brief says in one language, gathered before a word of it is laid out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from satumeja.brief.annexes import Annex, annexes_in, annexes_of, matter_of
from satumeja.brief.forms import Form, form_of
from satumeja.brief.leaf import leaf_of, leaves_of
from satumeja.brief.pages._sheet import Imprint, Sheet, sheet_of
from satumeja.brief.pages.sections import SECTIONS, Edition, Material
from satumeja.brief.words import Phrases, Words
from satumeja.front import Front
from satumeja.model import Model, Text
from satumeja.stability import Explicit

__all__ = ["Page", "form_page", "front_page", "pages_of", "printed_page"]


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
    form : Form or None
        The front page set out as an office wants it, in its place.
    annexes : tuple of Annex
        Annexes 1 to 6; none behind a front page that stands alone.
    elsewhere : bool
        Whether annex 7 is in another file.
    """

    words: Words
    title: str | Markup
    description: str | Markup
    as_of: str
    sheet: Sheet | None
    parts: Mapping[str, object]
    form: Form | None = None
    annexes: tuple[Annex, ...] = ()
    elsewhere: bool = False

    @property
    def language(self) -> str:
        """The language the page is in."""
        return self.words.language


def front_page(front: Front, phrases: Phrases, imprint: Imprint) -> Page:
    """Gather the front page alone in one language."""
    leaf = leaf_of(front, phrases)
    return _page(front, phrases, sheet_of(leaf, phrases, imprint, annexes=False), {})


def form_page(
    front: Front,
    phrases: Phrases,
    imprint: Imprint,
    form: str,
    readings: Sequence[Model],
) -> Page:
    """Gather a form of an office in one language, made of the front page, with its annexes."""
    page = printed_page(front, phrases, imprint, readings)
    filled = {"author": imprint.author, "made": imprint.made, "mark": imprint.mark}
    assert page.sheet is not None  # noqa: S101 a printed page has one
    made = form_of(form, page.sheet.leaf, phrases.words, **filled)
    # It may take more than one page, so its last line names none.
    sheet = replace(page.sheet, page=phrases.words("leaf.annexes_follow"))
    return replace(page, sheet=sheet, form=made, elsewhere=False)


def printed_page(
    front: Front, phrases: Phrases, imprint: Imprint, readings: Sequence[Model]
) -> Page:
    """Gather the front page and annexes 1 to 6 in one language; the seventh is for screens."""
    sheet = sheet_of(leaf_of(front, phrases), phrases, imprint, annexes=True)
    annexes = annexes_of(matter_of(front, phrases, readings), phrases)
    return replace(_page(front, phrases, sheet, {}), annexes=annexes, elsewhere=True)


def pages_of(
    editions: Sequence[Edition[Material]],
    front: Front | None,
    imprint: Imprint,
    readings: Sequence[Model] = (),
    engine: Explicit | None = None,
) -> list[Page]:
    """Gather a brief in each language: front page and annexes if it has any, and the rest."""
    books = [edition.phrases for edition in editions]
    leaves = [None for _ in books] if front is None else leaves_of(front, books)
    annexes: list[tuple[Annex, ...]] = [()] * len(books)
    if front is not None:
        annexes = annexes_in(matter_of(front, books[0], readings, engine), books)
    pages = list[Page]()
    for edition, leaf, behind in zip(editions, leaves, annexes, strict=True):
        parts = ((section.key, edition.part(section)) for section in SECTIONS)
        filled = {key: part for key, part in parts if part is not None}
        phrases = edition.phrases
        sheet = None if leaf is None else sheet_of(leaf, phrases, imprint, annexes=True)
        pages.append(replace(_page(front, phrases, sheet, filled), annexes=behind))
    return pages


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
