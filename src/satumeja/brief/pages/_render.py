"""The brief: one HTML file in both languages that needs nothing else to be read."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from satumeja.brief.forms import FORMS
from satumeja.brief.pages._page import Page, form_page, front_page, pages_of, printed_page
from satumeja.brief.pages._sheet import Imprint, margins
from satumeja.brief.pages.sections import Edition, Listed, Material, Sets
from satumeja.brief.words import LANGUAGES, Phrases, SetPhrases, Words
from satumeja.errors import LimitError, QuestionError, did_you_mean
from satumeja.formats import load_readings
from satumeja.front import front
from satumeja.model import Model
from satumeja.stability import Analysis, SymbolicAnalysis, choose_engine, decide_with

__all__ = ["is_brief", "printed", "render", "require_form", "standalone"]

_HERE = Path(__file__).parent
_TEMPLATES = _HERE / "templates"
_MARK = b'<meta name="generator" content="Satu Meja">'


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader([_TEMPLATES, _HERE / "sections"]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,  # as a piece that ends in a tag has none
        lstrip_blocks=True,
    )
    environment.filters["plain"] = _plain
    return environment.get_template("brief.html.j2")


def _plain(title: str | Markup) -> str:
    """Give a title without the elements that were put around it; what it says itself stays."""
    return title.striptags() if isinstance(title, Markup) else title


def _style(margins: str = "", *parts: str) -> tuple[Markup, str]:
    """Return the style sheet, and its digest for the page's content security policy."""
    sheets = ((_TEMPLATES / name).read_text(encoding="utf-8") for name in ("brief.css", *parts))
    text = "".join(sheets) + margins
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Markup(text), digest  # noqa: S704 our own file, no value from outside


def render(
    model: Model,
    analysis: Analysis | SymbolicAnalysis | None = None,
    *,
    language: str = "en",
    readings: Sequence[Model] | None = None,
    form: str = "full",
    mark: str = "",
    author: str = "",
    made: str = "",
) -> str:
    """Write a brief: the front page, and behind it all that it rests on.

    Parameters
    ----------
    model : Model
        The conflict.
    analysis : Analysis or SymbolicAnalysis, optional
        Its analysis; made under all concepts where none is given, by the engine that
        the model asks for.
    language : {"en", "id"}
        The language shown first; a full brief has both, and a reader can switch. The front page
        alone is in this language.
    readings : sequence of Model, optional
        Other readings of the same conflict: the same options and states, other
        preferences; by default those that the model file names. The brief says what they
        say differently, and why.
    form : {"full", "page", "submission", "telaahan"}
        The front page with annexes behind it, the seventh the whole analysis; or the front
        page alone: one sheet of A4 and 300 words at most, beside its picture; or the same set
        out as a submission, or as the telaahan staf of Indonesia, with annexes 1 to 6.
    mark, author : str
        How the paper is to be handled and who prepared it, for the head of every page.
    made : str
        The day it was made, for the foot of every page, such as ``2026-11-29``; none by default.

    Returns
    -------
    str
        A complete HTML document. It asks for nothing from outside, runs no script,
        and is the same to the byte for the same model and the same day.

    Raises
    ------
    QuestionError
        If the program does not speak the language, has no such form, or the analysis is over
        blocks.
    LimitError
        If the model is too hard for its engine, there are other readings of one whose
        states are not listed, or the front page alone is asked of such a one.

    Notes
    -----
    Of models with more than 100 states only the status quo, equilibria and neighbours
    are listed, so a brief stays small. Up to 12 states are explained in words. Of models
    with more states than can be listed it has counts, patterns and a few examples, and no
    front page.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> render(load("chicken"), language="id").splitlines()[:2]
    ['<!DOCTYPE html>', '<html lang="id">']
    >>> "<details" in render(load("chicken"), form="page")
    False
    """
    words, imprint = Words(language), Imprint(mark, author, made)
    require_form(form)
    _require_single(analysis)
    if form != "full":
        pages = [_short(model, analysis, words, imprint, form, readings)]
    else:
        result = decide_with(choose_engine(model), model) if analysis is None else analysis
        pages = _full(model, result, readings, imprint)
    return _document(pages, words)


def printed(
    model: Model,
    analysis: Analysis | None,
    *,
    language: str,
    readings: Sequence[Model] | None,
    form: str,
    imprint: Imprint,
) -> str:
    """Write a brief as a page to be printed, in one language; as `render` but for annex 7.

    A full brief has the front page and annexes 1 to 6, and says where the seventh is.
    """
    words = Words(language)
    _require_single(analysis)
    return _document([_short(model, analysis, words, imprint, form, readings)], words)


def require_form(form: str) -> None:
    """Refuse a form that a brief does not have.

    Raises
    ------
    QuestionError
        If there is no such form.
    """
    if form not in FORMS:
        raise QuestionError(
            f'a brief has no form "{form}"{did_you_mean(form, FORMS)} (known: {", ".join(FORMS)})'
        )


def _require_single(analysis: Analysis | SymbolicAnalysis | None) -> None:
    if isinstance(analysis, Analysis) and analysis.blocks:
        raise QuestionError("a brief is of single decision makers; it does not take blocks")


def _short(
    model: Model,
    analysis: Analysis | SymbolicAnalysis | None,
    words: Words,
    imprint: Imprint,
    form: str,
    readings: Sequence[Model] | None,
) -> Page:
    """Give the front page: alone, with annexes, or set out in the form of an office."""
    listed = analysis if isinstance(analysis, Analysis) else None
    model = model if listed is None else listed.model
    others = load_readings(model) if readings is None else readings
    phrases = Phrases(model, words, None if listed is None else listed.ranks)
    facts = front(model, listed, others, archive=phrases.archive)
    if form == "page":
        return front_page(facts, phrases, imprint)
    if form == "full":
        return printed_page(facts, phrases, imprint, others)
    return form_page(facts, phrases, imprint, form, others)


def _full(
    model: Model,
    result: Analysis | SymbolicAnalysis,
    readings: Sequence[Model] | None,
    imprint: Imprint,
) -> list[Page]:
    """Give the whole brief in each language; its front page where states are listed."""
    if not isinstance(result, Analysis):
        return pages_of(_set_editions(result, readings), None, imprint)
    others = load_readings(model) if readings is None else readings
    editions = _editions(result, others)
    facts = front(result.model, result, others, archive=editions[0].phrases.archive)
    return pages_of(editions, facts, imprint, others, result.explicit)


def _document(pages: Sequence[Page], first: Words) -> str:
    """Lay pages out as one document, that in the first language shown first."""
    printed = "".join(margins(page.sheet, page.words) for page in pages if page.sheet)
    style, digest = _style(printed, "leaf.css")
    return _template().render(pages=pages, first=first.language, style=style, digest=digest)


def _editions(analysis: Analysis, readings: Sequence[Model]) -> list[Edition[Material]]:
    """Give the brief in each language; all are made from the same material."""
    listed = Listed(analysis, readings)
    books = [Phrases(analysis.model, Words(each), analysis.ranks) for each in LANGUAGES]
    return [_with_archive(Edition(listed, book)) for book in books]


def _set_editions(
    analysis: SymbolicAnalysis, readings: Sequence[Model] | None
) -> list[Edition[Material]]:
    """Give it so where states are not listed, of the concepts that were decided."""
    if readings:
        raise LimitError("other readings are set beside a model whose states are listed alone")
    analysis = analysis.decided()
    sets = Sets(analysis)
    return [_with_archive(Edition(sets, SetPhrases(analysis, Words(each)))) for each in LANGUAGES]


def _with_archive(edition: Edition[Material]) -> Edition[Material]:
    """Let what is said in a language look evidence up where the material does, once for all."""
    edition.phrases.archive = edition.material.archive
    return edition


def standalone(title: str, parts: Sequence[Markup], language: str) -> str:
    """Write parts as one HTML page in the style of the brief, which needs nothing else."""
    style, digest = _style()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:"
    return str(
        Markup(
            '<!DOCTYPE html>\n<html lang="{}"><head><meta charset="utf-8">'
            '<meta http-equiv="Content-Security-Policy" content="{}">'
            '<meta name="viewport" content="width=device-width"><title>{}</title>'
            "<style>{}</style></head><body><main><h1>{}</h1>{}</main></body></html>\n"
        ).format(language, policy, title, style, title, Markup("\n").join(map(_scrolled, parts)))
    )


def _scrolled(part: Markup) -> Markup:
    """Let a part that is wider than the window be moved within it."""
    return Markup('<div class="scroll" tabindex="0">{}</div>').format(part)


def is_brief(path: str | os.PathLike[str]) -> bool:
    """Whether a file is a page that this program wrote.

    Parameters
    ----------
    path : path
        A file, there or not.

    Returns
    -------
    bool
        Whether the head of the page says so.
    """
    try:
        with open(path, "rb") as stream:
            return _MARK in stream.read(4096)
    except OSError:
        return False
