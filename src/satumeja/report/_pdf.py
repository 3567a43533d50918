"""The text of a PDF, its paragraphs put together again."""

from __future__ import annotations

import io
import re
import warnings

from satumeja.errors import ReportError
from satumeja.report._plain import plain

__all__ = ["pdf_text"]

_MOST_PAGES = 200
_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_RUNS_ON = re.compile(r"(?<![.!?…\"”:])[ \t]*\n(?=[a-z(“\"‘])")
_GAP = re.compile(r"\n\s*\n+")


def pdf_text(data: bytes) -> str:
    """Take the text out of a PDF.

    Parameters
    ----------
    data : bytes
        The file.

    Returns
    -------
    str
        Its text: words cut by a hyphen joined, lines joined to paragraphs.

    Raises
    ------
    ReportError
        The file is damaged, locked, of pictures only, or ``pypdf`` is not installed.
    """
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        raise ReportError("is a PDF, which needs an extra: pip install 'satumeja[pdf]'") from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            pages = PdfReader(io.BytesIO(data)).pages
            texts = [pages[index].extract_text() for index in range(min(len(pages), _MOST_PAGES))]
    except (PyPdfError, ValueError, KeyError, TypeError, OSError, RecursionError) as error:
        raise ReportError(f"is a PDF that cannot be read: {_one_line(error)}") from None
    text = _paragraphs("\n\n".join(texts))
    words = plain(text)
    text = words.text if words else text
    if not text.strip():
        raise ReportError("is a PDF without text; its pages may be pictures")
    return text


def _one_line(error: Exception) -> str:
    """Say an error of the library on one line."""
    return " ".join(str(error).split())[:120] or type(error).__name__


def _paragraphs(text: str) -> str:
    """Join the lines a page's width broke; a line that ends a sentence early ends a paragraph."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    blocks = []
    for block in _GAP.split(_HYPHEN.sub("", text)):
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        widest = max((len(line) for line in lines), default=0)
        joined = ""
        for line in lines:
            joined += line
            short = len(line) < 0.8 * widest
            ended = line[-1:] in '.!?…”"’)'
            joined += "\n\n" if short and (ended or len(line) < 0.5 * widest) else " "
        blocks.append(joined.strip())
    return "\n\n".join(block for block in blocks if block) + "\n"
