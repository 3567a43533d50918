"""A file's bytes as text, with nothing in it moved or translated."""

from __future__ import annotations

import os
from pathlib import Path

from satumeja.errors import Fault, ReportError

__all__ = ["LIMIT", "load", "read_bytes", "text_of"]

LIMIT = 4 * 1024 * 1024
"""The largest report taken, in bytes."""


def load(path: str | os.PathLike[str]) -> str:
    """Read a report file as text, exactly as it stands.

    Parameters
    ----------
    path : str or path-like
        A text file in UTF-8.

    Returns
    -------
    str
        The text. A byte order mark is kept as its first character and line ends
        are not translated, so an offset into this text is an offset into
        ``open(path, encoding="utf-8", newline="").read()``.

    Raises
    ------
    ReportError
        The file is missing, a folder, unreadable, empty, binary, not UTF-8, or
        larger than 4 MiB.
    """
    name = os.fspath(path)
    return text_of(read_bytes(name, LIMIT), name)


def text_of(data: bytes, name: str) -> str:
    """Give the bytes of a text file as text; the faults are those of `load`."""
    if len(data) > LIMIT:
        raise ReportError(Fault("is over 4 MiB, too long to be one report", name))
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise ReportError(Fault("is UTF-16 text; save it as UTF-8", name))
    nul = data.find(b"\0")
    if nul >= 0:
        raise ReportError(Fault("is a binary file, not text", name, *_place(data, nul)))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        bad = data[error.start]
        message = f"byte 0x{bad:02x} is not UTF-8; save the report as UTF-8"
        raise ReportError(Fault(message, name, *_place(data, error.start))) from None
    if not text.strip("\ufeff\u200b \t\r\n"):
        raise ReportError(Fault("the file is empty", name))
    return text


def read_bytes(name: str, limit: int) -> bytes:
    """Read at most one byte more than a limit."""
    try:
        with Path(name).open("rb") as file:
            return file.read(limit + 1)
    except FileNotFoundError:
        raise ReportError(Fault("no such file", name)) from None
    except IsADirectoryError:
        raise ReportError(Fault("is a folder, not a report", name)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReportError(Fault(f"cannot be read: {reason}", name)) from None


def _place(data: bytes, offset: int) -> tuple[int, int]:
    """Line and column (in characters, 1-based) of the byte at `offset`."""
    line_start = data.rfind(b"\n", 0, offset) + 1
    line = data.count(b"\n", 0, offset) + 1
    return line, len(data[line_start:offset].decode("utf-8", "replace")) + 1
