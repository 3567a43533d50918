"""A page as PDF: tagged, titled, the same to the byte, and nothing fetched from anywhere."""

from __future__ import annotations

import logging
import re
from typing import Any

from satumeja.errors import OutputError
from satumeja.extras import optional

__all__ = ["pdf_of"]

_KIND = "pdf/ua-1"
_LOUD = "weasyprint"
_SIZES = (1.0, 0.97, 0.94, 0.91, 0.88)
"""How large letters are, from as the style has them: the first that fits is taken."""
_SPOKEN = re.compile("(<title[^>]*>)([^<]*)(</title>)<desc[^>]*>([^<]*)</desc>")


def pdf_of(page: str, *, one_page: bool = False) -> bytes:
    """Print a page of HTML as PDF that a screen reader can read.

    Parameters
    ----------
    page : str
        A document that asks for nothing from outside.
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
        If what WeasyPrint draws letters with, Pango, cannot be found on this machine.

    Notes
    -----
    WeasyPrint 70 (BSD) takes .3 to .9 s a page, beside .6 s to be loaded. Of a picture it reads
    the title aloud and not the description, so that the title has both here.
    """
    logging.getLogger(_LOUD).setLevel(logging.ERROR)  # of rules for screens, which no paper needs
    try:
        printer = optional("weasyprint", "pdf")
    except OSError as error:
        raise OutputError(
            "PDF needs Pango, which is not installed; of Debian: apt install libpangoft2-1.0-0"
        ) from error
    source = printer.HTML(string=_SPOKEN.sub(r"\1\2: \4\3", page), url_fetcher=_nothing)
    for size in _SIZES:
        smaller = printer.CSS(string=f".leaf {{ --u: {size}px !important }}")
        laid = source.render(stylesheets=[smaller], pdf_variant=_KIND)
        if not one_page or len(laid.pages) == 1:
            break
    written: bytes = laid.write_pdf(pdf_variant=_KIND)
    return written


def _nothing(url: str, *_: Any, **__: Any) -> Any:
    """Refuse whatever a page asks for."""
    raise OutputError(f"a page asked for {url}, and no page of ours asks for anything")
