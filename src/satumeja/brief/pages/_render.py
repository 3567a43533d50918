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

from satumeja.brief.pages._page import page_of
from satumeja.brief.pages.sections import Edition, Listed, Material, Sets
from satumeja.brief.words import LANGUAGES, Phrases, SetPhrases, Words
from satumeja.errors import LimitError, QuestionError
from satumeja.files import write_whole
from satumeja.formats import load_readings
from satumeja.model import Model
from satumeja.stability import Analysis, SymbolicAnalysis, choose_engine, decide_with

__all__ = ["is_brief", "render", "standalone", "write"]

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
    return environment.get_template("brief.html.j2")


@cache
def _style() -> tuple[Markup, str]:
    """Return the style sheet, and its digest for the page's content security policy."""
    text = (_TEMPLATES / "brief.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Markup(text), digest  # noqa: S704 our own file, no value from outside


def render(
    model: Model,
    analysis: Analysis | SymbolicAnalysis | None = None,
    *,
    language: str = "en",
    readings: Sequence[Model] | None = None,
) -> str:
    """Write a brief: what was asked, the answer, the assumptions and their sources, the proof.

    Parameters
    ----------
    model : Model
        The conflict.
    analysis : Analysis or SymbolicAnalysis, optional
        Its analysis; made under all concepts where none is given, by the engine that
        the model asks for.
    language : {"en", "id"}
        The language shown first; the file has both, and a reader can switch.
    readings : sequence of Model, optional
        Other readings of the same conflict: the same options and states, other
        preferences; by default those that the model file names. The brief says what they
        say differently, and why.

    Returns
    -------
    str
        A complete HTML document. It asks for nothing from outside, runs no script,
        and is the same to the byte for the same model.

    Raises
    ------
    QuestionError
        If the program does not speak the language, or the analysis is over blocks.
    LimitError
        If the model is too hard for its engine, or there are other readings of one whose
        states are not listed.

    Notes
    -----
    Of models with more than 100 states only the status quo, equilibria and neighbours
    are listed, so a brief stays small. Up to 12 states are explained in words. Of models
    with more states than can be listed it has counts, patterns and a few examples.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> render(load("chicken"), language="id").splitlines()[:2]
    ['<!DOCTYPE html>', '<html lang="id">']
    """
    words = Words(language)
    result = decide_with(choose_engine(model), model) if analysis is None else analysis
    if isinstance(result, Analysis) and result.blocks:
        raise QuestionError("a brief is of single decision makers; it does not take blocks")
    style, digest = _style()
    return _template().render(
        pages=[page_of(edition) for edition in _editions(model, result, readings)],
        first=words.language,
        style=style,
        digest=digest,
    )


def _editions(
    model: Model, analysis: Analysis | SymbolicAnalysis, readings: Sequence[Model] | None
) -> list[Edition[Material]]:
    """Give the brief in each language; all are made from the same material."""
    if not isinstance(analysis, SymbolicAnalysis):
        listed = Listed(analysis, load_readings(model) if readings is None else readings)
        books = [Phrases(analysis.model, Words(each), analysis.ranks) for each in LANGUAGES]
        return [_with_archive(Edition(listed, book)) for book in books]
    if readings:
        raise LimitError("other readings are set beside a model whose states are listed alone")
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
        ).format(language, policy, title, style, title, Markup("\n").join(parts))
    )


def write(
    model: Model,
    path: str | os.PathLike[str],
    analysis: Analysis | SymbolicAnalysis | None = None,
    *,
    language: str = "en",
    readings: Sequence[Model] | None = None,
) -> Path:
    """Render a brief and write it to a file, whole or not at all.

    Parameters
    ----------
    model, analysis, language, readings
        As for `render`.
    path : path
        The file to write; its folder must exist.

    Returns
    -------
    Path
        The file written.

    Raises
    ------
    OutputError
        If the folder does not exist or cannot be written.
    """
    return write_whole(path, render(model, analysis, language=language, readings=readings))


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
