"""Where a report comes from: a text, a web page or a PDF, from a file or standard input."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from satumeja.errors import Fault, ReportError
from satumeja.report._article import article_in, is_record
from satumeja.report._kinds import SEVERAL, SUFFIXES, kind_of
from satumeja.report._load import LIMIT, read_bytes, text_of
from satumeja.report._types import Source

__all__ = ["open_source", "report_files", "source_of"]

_PAGE_LIMIT = 16 * 1024 * 1024
_TOO_LONG = "too long to be one report; give the reports one by one"
_SUFFIXES = {".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".pdf"}
_BESIDE_PAGE = re.compile(r"(.+)(?:_files|-files|-Dateien|_files_|_berkas|-berkas|_fichiers)")
_MARKUP = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<html)", re.I)


def open_source(path: str | os.PathLike[str]) -> Source:
    """Open a report in any form: plain text, HTML or PDF; ``-`` is standard input.

    Parameters
    ----------
    path : str or path-like
        The file; its form is told by its first bytes, then by its suffix.

    Returns
    -------
    Source
        The text with what the page says of itself.

    Raises
    ------
    ReportError
        The file cannot be read, holds no article, or needs an extra that is not
        installed (``satumeja[html]``, ``satumeja[pdf]``).
    """
    name = os.fspath(path)
    data = sys.stdin.buffer.read(_PAGE_LIMIT + 1) if name == "-" else read_bytes(name, _PAGE_LIMIT)
    return source_of(data, name)


def source_of(data: bytes, name: str) -> Source:
    """Take the bytes of a report in any form, as `open_source` does those of a file."""
    digest = hashlib.sha256(data).hexdigest()
    if is_record(data):
        article = article_in(data, name)
        return Source(name, "article", article.words, digest, "", data, article=article)
    kind = kind_of(data, name)
    if kind is not None:
        raise ReportError(Fault(SEVERAL, name))
    form = _form_of(name, data)
    if form == "text":
        text = text_of(data, name)
        given = b"" if text.encoding == "utf-8" and not text.damaged else data
        return Source(name, "text", text.text, digest, text.encoding, given)
    if len(data) > _PAGE_LIMIT:
        raise ReportError(Fault(f"is over 16 MiB, {_TOO_LONG}", name))
    try:
        if form == "pdf":
            from satumeja.report._pdf import pdf_text

            text_of_pdf, made = pdf_text(data)
            return Source(name, "pdf", _bounded(text_of_pdf), digest, "", data, made=made)
        from satumeja.report._html import page_of

        page = page_of(data)
        return Source(
            *(name, "html", _bounded(page.text), digest, page.encoding, data),
            *(page.title, page.byline, page.site, page.published, page.host),
        )
    except ReportError as error:
        raise ReportError(Fault(error.faults[0].message, name)) from error.__cause__


def _bounded(text: str) -> str:
    """Refuse a text that is too long to be one report."""
    if len(text) > LIMIT:
        raise ReportError(f"is over 4 MiB of text, {_TOO_LONG}")
    return text


def _form_of(name: str, data: bytes) -> str:
    """Tell a PDF and a web page by their first bytes, else by the file's suffix."""
    suffix = Path(name).suffix.lower()
    if data[:1024].lstrip().startswith(b"%PDF-") or suffix == ".pdf":
        return "pdf"
    if _MARKUP.match(data[:1024]) or suffix in (".html", ".htm", ".xhtml"):
        return "html"
    return "text"


def _may_hold(path: Path) -> bool:
    """Whether a file of a folder may hold reports, by its name: hidden ones do not."""
    suffix = path.suffix.lower()
    if suffix == ".gz" and not path.name.lower().endswith(".warc.gz"):
        return False
    hidden = any(part.startswith(".") for part in path.parts) or path.name.startswith("~$")
    return suffix in _SUFFIXES | SUFFIXES and not hidden


def _of_page(file: Path, folder: str) -> bool:
    """Whether a file belongs to a page a browser saved: it lies in the folder beside that page."""
    for parent in file.parents:
        if parent == Path(folder):
            return False
        page = _BESIDE_PAGE.fullmatch(parent.name)
        if page and any(parent.with_name(page[1] + end).exists() for end in (".html", ".htm")):
            return True
    return False


def report_files(paths: Iterable[str | os.PathLike[str]]) -> list[str]:
    """List the reports among files and in folders, in the order of their names.

    Parameters
    ----------
    paths : iterable of str or path-like
        Files are taken as they are; of a folder, every text, page, PDF, office file and export
        in it and below. Hidden ones are left out, and what a browser saved beside a page.

    Raises
    ------
    ReportError
        A folder holds no report, or a path does not exist.
    """
    found: dict[str, None] = {}
    for path in paths:
        name = os.fspath(path)
        if not name:  # as of a variable of a shell that is not set; to Path it is where we are
            raise ReportError("a report is named by nothing; name a file or a folder")
        if name == "-" or not Path(name).is_dir():
            found.setdefault(name)
            continue
        inside = sorted(
            file
            for file in Path(name).rglob("*")
            if _may_hold(file.relative_to(name)) and file.is_file() and not _of_page(file, name)
        )
        if not inside:
            raise ReportError(
                Fault("has no report in it (.txt, .html, .pdf, an office file or an export)", name)
            )
        found.update(dict.fromkeys(os.fspath(file) for file in inside))
    return list(found)
