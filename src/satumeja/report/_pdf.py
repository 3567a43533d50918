"""The text of a PDF, its paragraphs put together again."""

from __future__ import annotations

import datetime as dt
import io
import logging
import re
import warnings
from itertools import zip_longest
from typing import TYPE_CHECKING

from satumeja.errors import ReportError
from satumeja.report._knowledge import LANGUAGES
from satumeja.report._plain import plain
from satumeja.report._published import read_date_line

if TYPE_CHECKING:
    from pypdf import PdfReader

__all__ = ["pdf_text"]

_MOST_PAGES = 200
_UNHEARD = logging.NullHandler()
_UNLOCK = "open it, and save or print it as a PDF without one"
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
        The file is damaged, locked, of pictures only, or ``pypdf`` is not installed.
    """
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError, FileNotDecryptedError
    except ImportError:
        raise ReportError("is a PDF, which needs an extra: pip install 'satumeja[pdf]'") from None
    # What the library thinks of a file goes to who listens to its log, and not to the terminal.
    logging.getLogger("pypdf").addHandler(_UNHEARD)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = PdfReader(io.BytesIO(data))
            pages = reader.pages
            texts = [pages[index].extract_text() for index in range(min(len(pages), _MOST_PAGES))]
            made = _made(reader)
    except FileNotDecryptedError:
        raise ReportError(f"is a PDF that opens with a password only; {_UNLOCK}") from None
    except DependencyError:
        extra = "pip install 'satumeja[pdf]'"
        raise ReportError(f"is an encrypted PDF, which needs an extra: {extra}") from None
    except Exception as error:
        raise ReportError(f"is a PDF that cannot be read: {_one_line(error)}") from None
    text = _paragraphs("\n\n".join(texts))
    words = plain(text)
    text = words.text if words else text
    if not text.strip():
        raise ReportError("is a PDF without text; its pages may be pictures")
    return text, made


def _made(reader: PdfReader) -> dt.date | None:
    """Give the day a PDF says it was made; None where it says none, or what is none."""
    try:
        moment = reader.metadata.creation_date if reader.metadata else None
    except Exception:
        return None  # what a damaged file says of itself is no reason to refuse its text
    return moment.date() if moment else None


def _one_line(error: Exception) -> str:
    """Say an error of the library on one line."""
    return " ".join(str(error).split())[:120] or type(error).__name__


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
