"""Files as streams of bytes, text and lines, so that no file need be in memory as a whole."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from satumeja.errors import Fault, ReportError
from satumeja.report.kit import HEAD, WESTERN, decoded

__all__ = ["bytes_of", "cut_at", "head_of", "opened", "text_chunks", "text_lines"]

_FOLDER = "is a folder, not a report; satumeja dossier reads what is in one"
_CHUNK = 1 << 16
_OVERLAP = 2048  # longer than any mark an article begins with


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """Open a file; one that cannot be read is named in one line."""
    try:
        with open(path, "rb") as file:
            yield file
    except FileNotFoundError:
        raise ReportError(Fault("no such file", path)) from None
    except IsADirectoryError:
        raise ReportError(Fault(_FOLDER, path)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReportError(Fault(f"cannot be read: {reason}", path)) from None


def head_of(path: str) -> bytes:
    """Give how a file begins, by which its kind is told."""
    with opened(path) as file:
        return file.read(HEAD)


def bytes_of(path: str) -> Iterator[bytes]:
    """Give the bytes of a file in chunks."""
    with opened(path) as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def text_chunks(path: str, *, markup: bool = False) -> Iterator[str]:
    """Give the text of a file in chunks, decoded by how it begins; line ends are those of Unix."""
    encoding = decoded(head_of(path), markup=markup).encoding
    decoder = io.IncrementalNewlineDecoder(
        codecs.getincrementaldecoder(encoding)(errors=WESTERN), translate=True
    )
    for chunk in bytes_of(path):
        yield str(decoder.decode(chunk)).removeprefix("\ufeff")
    yield str(decoder.decode(b"", final=True))


def text_lines(path: str) -> Iterator[str]:
    """Give the lines of a text file, without their ends."""
    encoding = decoded(head_of(path)).encoding
    with (
        opened(path) as file,
        io.TextIOWrapper(file, encoding=encoding, errors=WESTERN) as text,
    ):
        for line in text:
            yield line.rstrip("\n").removeprefix("\ufeff")


def cut_at(chunks: Iterable[str], start: re.Pattern[str]) -> Iterator[str]:
    """Cut a stream of text before each place where a pattern matches.

    Parameters
    ----------
    chunks : iterable of str
        The text.
    start : re.Pattern
        What a piece begins with; it matches at most 2,048 characters.

    Yields
    ------
    str
        What stands before the first such place, which may be empty; then each piece.

    Examples
    --------
    >>> list(cut_at(["ab#c", "d#", "e"], re.compile("#")))
    ['ab', '#cd', '#e']
    """
    buffer, scan, skipped = "", 0, 0
    for chunk in chunks:
        buffer += chunk
        settled = len(buffer) - _OVERLAP
        begin = 0
        for mark in start.finditer(buffer, max(scan, skipped)):
            if mark.start() > settled:
                break
            yield buffer[begin : mark.start()]
            begin, skipped = mark.start(), mark.end()
        buffer = buffer[begin:]
        skipped = max(skipped - begin, 0)
        scan = max(settled + 1 - begin, 0)
    begin = 0
    for mark in start.finditer(buffer, max(scan, skipped)):
        yield buffer[begin : mark.start()]
        begin = mark.start()
    yield buffer[begin:]
