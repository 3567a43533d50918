"""A brief as a Word file: the front page or a form, and the annexes behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from satumeja.brief.annexes import annexes_of, matter_of
from satumeja.brief.forms import form_of
from satumeja.brief.leaf import leaf_of
from satumeja.brief.office._annexes import annex_pages
from satumeja.brief.office._front import Edges, edges, front_page
from satumeja.brief.office._sheets import form_pages
from satumeja.brief.office._word import Word
from satumeja.brief.pages import Imprint, imprinted
from satumeja.brief.words import Phrases, Words
from satumeja.errors import OutputError, SatuMejaError
from satumeja.front import front
from satumeja.model import Model
from satumeja.stability import Analysis

__all__ = ["word_file"]

_UNDATED = date(2000, 1, 1)
"""The day in the properties of a file that names none: the same words are the same bytes."""


def word_file(
    model: Model,
    analysis: Analysis | None,
    *,
    language: str,
    readings: Sequence[Model] | None,
    form: str,
    imprint: Imprint,
    template: Path | None,
) -> bytes:
    """Write a brief as a Word file, the same to the byte for the same model and day."""
    words = Words(language)
    facts = front(model, analysis, readings)
    model = model if analysis is None else analysis.model
    phrases = Phrases(model, words, None if analysis is None else analysis.ranks)
    leaf = leaf_of(facts, phrases)
    imprinting = imprinted(words, imprint, model)

    def pages(template: Path | None) -> bytes:
        word = Word(words.language, leaf.head[0].text, imprint.author, template)
        edges(word, Edges(*imprinting, (words("leaf.page_word"), words("leaf.page_of"))))
        if form in ("page", "full"):
            front_page(word, leaf)
        else:
            page = form_of(
                form, leaf, words, author=imprint.author, made=imprint.made, mark=imprint.mark
            )
            form_pages(word, leaf, page)
        if form != "page":
            annexes = annexes_of(matter_of(facts, phrases, readings), phrases)
            annex_pages(word, annexes, words("annexes.seventh") if form == "full" else "")
        return word.packed(date.fromisoformat(imprint.made) if imprint.made else _UNDATED)

    return pages(None) if template is None else _into(template, pages)


def _into(template: Path, pages: Callable[[Path], bytes]) -> bytes:
    """Write into a Word file, of which nobody knows how whole it is before all is written."""
    try:
        return pages(template)
    except SatuMejaError:
        raise
    except Exception as error:
        raise OutputError(
            f"{template}: a Word file that cannot be written into ({type(error).__name__}); "
            "open it in Word, and save it anew as .docx"
        ) from error
