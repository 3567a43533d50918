"""The text of a PDF, its paragraphs put together again."""

from __future__ import annotations

import datetime as dt
import io
import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from satumeja.errors import MissingExtraError, ReportError
from satumeja.extras import calling, optional
from satumeja.report._knowledge import LANGUAGES
from satumeja.report._plain import plain
from satumeja.report._published import read_date_line

if TYPE_CHECKING:
    from pypdf import PdfReader

__all__ = ["pdf_text"]

_MOST_PAGES = 200
_UNLOCK = "open it, and save or print it as a PDF without one"
_ANEW = "open it and save it as a PDF anew, or copy its words into a file that ends in .txt"
_RECOGNISED = "have a program recognise their words, or type them into a file that ends in .txt"
_LONGEST_DATE = 80
_WORDS_OF_HEADLINE = 20
_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_RUNS_ON = re.compile(r"(?<![.!?…\"”:])[ \t]*\n(?=[a-z(“\"‘])")
_GAP = re.compile(r"\n\s*\n+")


def pdf_text(data: bytes) -> tuple[str, dt.date | None]:
    """Take the text out of a PDF.

    Parameters
    ----------
    data : bytes
        The file.

    Returns
    -------
    text : str
        Its text: words cut by a hyphen joined, lines joined to paragraphs.
    made : datetime.date or None
        The day on which it says it was made.

    Raises
    ------
    ReportError
        The file is damaged, locked, of pictures only, of more pages than one report has, or
        ``pypdf`` is not installed.
    """
    try:
        pypdf = optional("pypdf", "pdf")
    except MissingExtraError as error:
        raise ReportError(f"is a PDF, and {error}") from error
    with calling(_unreadable):
        try:
            reader = pypdf.PdfReader(io.BytesIO(data))
            pages = reader.pages
            _require_few(len(pages))
            texts = [page.extract_text() for page in pages]
            made = _made(reader)
        except pypdf.errors.FileNotDecryptedError:
            raise ReportError(f"is a PDF that opens with a password only; {_UNLOCK}") from None
        except pypdf.errors.DependencyError:
            extra = "pip install 'satumeja[pdf]'"
            raise ReportError(f"is an encrypted PDF, which needs an extra: {extra}") from None
    text = _paragraphs("\n\n".join(texts))
    words = plain(text)
    text = words.text if words else text
    if not text.strip():
        raise ReportError(f"is a PDF without text; its pages may be pictures: {_RECOGNISED}")
    return text, made


def _require_few(pages: int) -> None:
    """Refuse a PDF that is a book: nothing behind some page is left out in silence."""
    if pages > _MOST_PAGES:
        raise ReportError(
            f"is a PDF of {pages:,} pages, more than one report has ({_MOST_PAGES}); "
            "print the pages of each report to a PDF of its own, and give those"
        )


def _made(reader: PdfReader) -> dt.date | None:
    """Give the day a PDF says it was made; None where it says none, or what is none."""
    try:
        moment = reader.metadata.creation_date if reader.metadata else None
    except Exception:
        return None  # what a damaged file says of itself is no reason to refuse its text
    return moment.date() if moment else None


def _unreadable(why: str) -> ReportError:
    """Refuse a PDF that the library cannot read."""
    return ReportError(f"is a PDF that cannot be read: {why}; {_ANEW}")


def _paragraphs(text: str) -> str:
    """Join the lines a page's width broke; a line that ends a sentence early ends a paragraph."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    blocks: list[str] = []
    for block in _GAP.split(_HYPHEN.sub("", text)):
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        widest = max((len(line) for line in lines), default=0)
        joined = ""
        for line, after in zip_longest(lines, lines[1:], fillvalue=""):
            if _is_date(line):
                joined = f"{joined.rstrip()}\n\n{line}\n\n"
                continue
            joined += line
            short = len(line) < 0.8 * widest
            ended = line[-1:] in '.!?…”"’)'
            heads = not blocks and joined.count(" ") < _WORDS_OF_HEADLINE and after[:1].isupper()
            ends = ended or heads or len(line) < 0.5 * widest
            joined += "\n\n" if short and ends else " "
        blocks.append(joined.strip())
    return "\n\n".join(block for block in blocks if block) + "\n"


def _is_date(line: str) -> bool:
    """Whether a line is a date line, so that no headline or story runs on into it."""
    if len(line) > _LONGEST_DATE or line[-1:] == "-":
        return False
    return any(read_date_line(line, 0, len(line), tongue, alone=True) for tongue in LANGUAGES)
