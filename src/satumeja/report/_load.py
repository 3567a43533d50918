"""A file's bytes as text, with nothing in it moved or translated."""

from __future__ import annotations

import os
import re
from pathlib import Path

from satumeja.errors import Fault, ReportError
from satumeja.report._decode import Decoded, decoded

__all__ = ["LIMIT", "load", "read_bytes", "text_of"]

LIMIT = 4 * 1024 * 1024
"""The largest report taken, in bytes."""

_BINARY = re.compile("[\0-\x08\x0e-\x19\x1c-\x1f\x7f\ufffd]")
_FOLDER = "is a folder, not a report; satumeja dossier reads what is in one"
_TOO_LONG = "is over 4 MiB, too long to be one report; give the reports one by one"
_NO_TEXT = "is a binary file, not text; give it as text, a web page or a PDF"
_MOST_ODD = 0.02


def load(path: str | os.PathLike[str]) -> str:
    """Read a report file as text, exactly as it stands.

    Parameters
    ----------
    path : str or path-like
        A text file: UTF-8, UTF-16, or Windows-1252.

    Returns
    -------
    str
        The text, decoded and not otherwise changed: the byte order mark of UTF-8 is kept
        as its first character and line ends are not translated, so an offset into the text
        of a UTF-8 file is an offset into ``open(path, encoding="utf-8", newline="").read()``.

    Raises
    ------
    ReportError
        The file is missing, a folder, unreadable, empty, binary, or larger than 4 MiB.
    """
    name = os.fspath(path)
    return text_of(read_bytes(name, LIMIT), name).text


def text_of(data: bytes, name: str) -> Decoded:
    """Decode the bytes of a text file; the faults are those of `load`."""
    if len(data) > LIMIT:
        raise ReportError(Fault(_TOO_LONG, name))
    found = decoded(data)
    if not found.text.strip("\ufeff\u200b \t\r\n"):
        raise ReportError(Fault("the file is empty", name))
    odd = _BINARY.search(found.text)
    if odd and (odd.group() == "\0" or _MOST_ODD * len(found.text) < _odd(found.text)):
        line = found.text.count("\n", 0, odd.start()) + 1
        column = odd.start() - found.text.rfind("\n", 0, odd.start())
        raise ReportError(Fault(_NO_TEXT, name, line, column))
    return found


def _odd(text: str) -> int:
    """Count the characters that no text has."""
    return sum(1 for _ in _BINARY.finditer(text))


def read_bytes(name: str, limit: int) -> bytes:
    """Read at most one byte more than a limit."""
    try:
        with Path(name).open("rb") as file:
            return file.read(limit + 1)
    except FileNotFoundError:
        raise ReportError(Fault("no such file", name)) from None
    except IsADirectoryError:
        raise ReportError(Fault(_FOLDER, name)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReportError(Fault(f"cannot be read: {reason}", name)) from None
