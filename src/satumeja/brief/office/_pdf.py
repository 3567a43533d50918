"""A page as PDF: tagged, titled, the same to the byte, and nothing fetched from anywhere."""

from __future__ import annotations

import logging
import re
from functools import partial
from typing import Any

from satumeja.errors import MissingExtraError, OutputError
from satumeja.extras import calling, optional

__all__ = ["pdf_of"]

_KIND = "pdf/ua-1"
_LOUD = "weasyprint"
_SIZES = (1.0, 0.97, 0.94, 0.91, 0.88)
"""How large letters are, from as the style has them: the first that fits is taken."""
_FIRST = re.compile(r"^@page sheet-\w+:first \{.*\}$", re.M)
"""The rule by which a browser leaves the margins of the first page to the page's own text."""
_PAPER = (
    ".leaf {{ --u: {size}px !important; min-height: 0 !important }} "
    ".leaf .imprint {{ display: none !important }}"
)
"""Letters of a size, and no margins in the text: every page has its own."""
_SPOKEN = re.compile("(<title[^>]*>)([^<]*)(</title>)<desc[^>]*>([^<]*)</desc>")


def pdf_of(page: str, file: str = "", *, one_page: bool = False) -> bytes:
    """Print a page of HTML as PDF that a screen reader can read.

    Parameters
    ----------
    page : str
        A document that asks for nothing from outside.
    file : str
        The file it is for, for messages.
    one_page : bool
        Whether it is to be one page: letters are then up to an eighth smaller, where fonts of
        this machine are wider than those the page was measured for.

    Returns
    -------
    bytes
        The file, tagged, with its title and language.

    Raises
    ------
    MissingExtraError
        If WeasyPrint is not installed.
    OutputError
        If what WeasyPrint draws letters with, Pango, cannot be found on this machine, the
        page asks for something, or WeasyPrint fails.

    Notes
    -----
    WeasyPrint 70 (BSD) takes .3 to .9 s a page, beside .6 s to be loaded. Of a picture it reads
    the title aloud and not the description, so that the title has both here. What stands above
    and below every page stands there on the first too.
    """
    logging.getLogger(_LOUD).setLevel(logging.ERROR)  # of rules for screens, which no paper needs
    try:
        printer = optional("weasyprint", "pdf")
    except MissingExtraError as error:
        if not isinstance(error.__cause__, OSError):
            raise
        raise OutputError(
            "PDF needs Pango, which is not installed; of Debian: apt install libpangoft2-1.0-0"
        ) from error
    with calling(partial(_unprintable, file)):
        return _printed(printer, page, one_page=one_page)


def _unprintable(file: str, why: str) -> OutputError:
    """Refuse what the library cannot print."""
    about = f"{file}: " if file else ""
    instead = "write it as .html, open that in a browser, and print it from there"
    return OutputError(f"{about}cannot be written as PDF: {why}; {instead}")


def _printed(printer: Any, page: str, *, one_page: bool) -> bytes:
    """Print a page with WeasyPrint."""
    spoken = _SPOKEN.sub(r"\1\2: \4\3", _FIRST.sub("", page))
    closed = printer.urls.URLFetcher(allowed_protocols=["data"], fail_on_errors=True)
    source = printer.HTML(string=spoken, url_fetcher=closed)

    def laid_out(size: float) -> Any:
        smaller = printer.CSS(string=_PAPER.format(size=size))
        return source.render(stylesheets=[smaller], pdf_variant=_KIND)

    try:
        laid = laid_out(_SIZES[0])
        if one_page and len(laid.pages) > 1:
            laid = laid_out(_SIZES[-1])
            if len(laid.pages) == 1:  # else no size between is small enough, and none is tried
                tries = map(laid_out, _SIZES[1:-1])
                laid = next((page for page in tries if len(page.pages) == 1), laid)
    except printer.urls.FatalURLFetchingError as error:
        raise OutputError(f"{error}: a page of ours asks for nothing from outside") from error
    written: bytes = laid.write_pdf(pdf_variant=_KIND)
    return written
