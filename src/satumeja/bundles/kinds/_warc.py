"""Web archives (WARC): the pages among their records."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Any

from satumeja.bundles._types import Left, Page, Yielded
from satumeja.bundles.reading import plain_words
from satumeja.extras import calling, optional, stepping
from satumeja.report.kit import Article, decoded

__all__ = ["warc_articles"]

_LARGEST = 16 * 1024 * 1024
_CHUNK = 1 << 16
_TITLE = re.compile(r"<title\b[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)
_OF_A_CUT = (AttributeError, EOFError, zlib.error)
_LOAD_FAILED = "ArchiveLoadFailed"
"""What warcio raises of a file that breaks off, beside the attribute of a line that is none."""
_PAGES = ("text/html", "application/xhtml+xml")


def warc_articles(path: str) -> Iterator[Yielded]:
    """Yield the pages of a web archive that were answered with success.

    Parameters
    ----------
    path : str
        The file, compressed or not.

    Raises
    ------
    MissingExtraError
        If warcio is not installed.
    """
    warcio = optional("warcio.archiveiterator", "archives")
    others = end = 0
    is_cut = False
    with open(path, "rb") as file:
        try:
            with calling(_broken):
                records = warcio.ArchiveIterator(file)
            for record in stepping(records, _broken, at_once=1):
                with calling(_broken):
                    page = _page(record)
                    is_cut = _breaks_off(record)
                if page is not None:
                    yield page
                else:
                    others += record.rec_type in ("response", "resource", "revisit")
                if is_cut:
                    yield Left("cut_article" if page is not None else "cut_off")
                with calling(_broken):
                    end = records.get_record_offset() + records.get_record_length()
        except _BrokenError as error:
            is_cut = True
            yield _why_broken(error)
        # Of a record whose head is a part of one nothing is given, and nothing raises.
        file.seek(max(end, 0))  # what is packed as one ends before it begins, says the library
        if not is_cut and file.read(_CHUNK).strip(b"\r\n"):
            yield Left("cut_off")
    if others:
        yield Left("other_records", values={"count": others})


class _BrokenError(Exception):
    """The library reads no further; its own error is the cause."""


def _broken(why: str) -> _BrokenError:
    return _BrokenError(why)


def _why_broken(error: _BrokenError) -> Left:
    """Say what an archive is that the library reads no further: cut off, as far as can be told."""
    cause = error.__cause__
    if "non-chunked gzip" in str(error):
        return Left("packed_whole")
    if isinstance(cause, _OF_A_CUT) or type(cause).__name__ == _LOAD_FAILED:
        return Left("cut_off")
    return Left("broken", values={"why": str(error)})


def _breaks_off(record: object) -> bool:
    """Whether a record ends before its stated length: then the file does, and nothing raises.

    A record that states none breaks off in its head, since each has to state it.
    """
    headers = getattr(record, "rec_headers", None)
    if headers is None or headers.get_header("Content-Length") is None:
        return True
    stream: Any = getattr(record, "raw_stream", None)
    if not hasattr(stream, "limit"):
        return False
    while stream.read(_CHUNK):
        pass
    return bool(stream.limit > 0)


def _page(record: object) -> Page | None:
    """Give the page that a record holds; None where it holds something else."""
    headers = getattr(record, "rec_headers", None)
    answer = getattr(record, "http_headers", None)
    if getattr(record, "rec_type", "") not in ("response", "resource") or headers is None:
        return None
    kind = (answer or headers).get_header("Content-Type") or ""
    is_page = kind.partition(";")[0].strip().lower() in _PAGES
    if not is_page or (answer is not None and answer.get_statuscode() != "200"):
        return None
    data: bytes = record.content_stream().read(_LARGEST + 1)  # type: ignore[attr-defined]
    title = _TITLE.search(decoded(data[:65536], markup=True).text)
    stated = Article(
        "warc",
        plain_words(title[1]) if title else "",
        "",
        identifier=headers.get_header("WARC-Record-ID"),
        link=headers.get_header("WARC-Target-URI"),
    )
    return Page(data, stated)
