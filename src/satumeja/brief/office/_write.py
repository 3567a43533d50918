"""A brief written to a file: a page for browsers, PDF or Word, as the file's name asks."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from satumeja.brief.office._file import word_file
from satumeja.brief.office._pdf import pdf_of
from satumeja.brief.pages import Imprint, printed, render, require_form
from satumeja.errors import LimitError, OutputError, QuestionError
from satumeja.extras import calling
from satumeja.files import write_whole
from satumeja.model import Model
from satumeja.stability import Analysis, SymbolicAnalysis

__all__ = ["SUFFIXES", "write"]

SUFFIXES = (".html", ".pdf", ".docx")
"""What a brief can be written as."""


def write(
    model: Model,
    path: str | os.PathLike[str],
    analysis: Analysis | SymbolicAnalysis | None = None,
    *,
    language: str = "en",
    readings: Sequence[Model] | None = None,
    form: str = "",
    mark: str = "",
    author: str = "",
    made: str = "",
    template: str | os.PathLike[str] | None = None,
) -> Path:
    """Make a brief and write it to a file, whole or not at all.

    Parameters
    ----------
    model, analysis, language, readings, mark, author, made
        As for `render`.
    path : path
        The file to write; its folder must exist. ``.docx`` is written for Word, ``.pdf`` as
        tagged PDF, anything else as a page for browsers.
    form : {"page", "submission", "telaahan", "full"}, optional
        The front page alone; the same set out as a submission, or as the telaahan staf of
        Indonesia, with annexes 1 to 6; or the front page with all annexes, of which Word and
        PDF have the first six. By default ``full`` for browsers and ``page`` for Word and PDF.
    template : path, optional
        A Word file whose styles, header, footer and letterhead are kept; for ``.docx`` alone.

    Returns
    -------
    Path
        The file written.

    Raises
    ------
    QuestionError
        If there is no such form or language, or a template is given for another kind of file.
    MissingExtraError
        If what writes Word or PDF is not installed.
    OutputError
        If the folder does not exist or cannot be written, or the template is no Word file.

    See Also
    --------
    render : The same for browsers, as text.

    Notes
    -----
    The same model, day and words give the same bytes, in Word and PDF too.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> write(load("chicken"), "chicken.txt", form="page").name  # doctest: +SKIP
    'chicken.txt'
    """
    suffix = Path(path).suffix.lower()
    form = form or ("page" if suffix in (".docx", ".pdf") else "full")
    require_form(form)
    if template is not None and suffix != ".docx":
        raise QuestionError("a template is for a Word file, FILE.docx")
    if suffix not in (".docx", ".pdf"):
        page = render(
            model, analysis, language=language, readings=readings, form=form,
            mark=mark, author=author, made=made,
        )  # fmt: skip
        return write_whole(path, page)
    if isinstance(analysis, SymbolicAnalysis):
        raise LimitError("a brief for Word or PDF lists all states; --form full in .html does not")
    imprint = Imprint(mark, author, made)
    if suffix == ".pdf":
        page = printed(
            model, analysis, language=language, readings=readings, form=form, imprint=imprint
        )
        return write_whole(path, pdf_of(page, str(path), one_page=form == "page"))
    with calling(partial(_unwritable, path)):
        content = word_file(
            model,
            analysis,
            language=language,
            readings=readings,
            form=form,
            imprint=imprint,
            template=None if template is None else Path(template),
        )
    return write_whole(path, content)


def _unwritable(path: str | os.PathLike[str], why: str) -> OutputError:
    """Refuse what the library for Word cannot write."""
    return OutputError(f"{path}: cannot be written for Word: {why}; write it as .html instead")
