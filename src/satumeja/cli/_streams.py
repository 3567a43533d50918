"""The streams and the page a command finds, whatever was done to them before it began."""

from __future__ import annotations

import codecs
import errno
import io
import os
import re
import sys
from typing import Any

__all__ = ["escaped", "is_of_output", "lead_nowhere", "settle_streams", "takes_all_letters"]

_STREAMS = {"stdin": "r", "stdout": "w", "stderr": "w"}
_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EIO}
_WIDEST = 10_000
"""So many columns no screen has; a page is made as wide as is said, in memory too."""
_NOT_PLAIN = re.compile(r"[^\x00-\x7f]")
_PLAIN = str.maketrans(
    dict(zip("“”‘’«»–—−‐…·•→←↓≻≫≈∼×✓─", "''''<>----..*><v>>~~xx-", strict=True))
)
"""Signs of print that a poorer alphabet has something like, each as wide."""
_HANDLER = "satumeja.plain"


def settle_streams() -> None:
    """Make streams of which a command can be sure, and leave out a width that is none.

    What was closed from the start, as by ``>&-``, leads nowhere: a file opened later would have
    its number else, and be written into. Where nobody can be told anything on standard error,
    as on a full disk, that stops no work. A letter that standard output has no sign for, as in
    ``LC_ALL=POSIX``, is written out.
    """
    for name, mode in _STREAMS.items():  # in this order, each takes the lowest number
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(_nowhere(), mode, encoding="utf-8"))
    if sys.stdout is sys.__stdout__ and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors=_HANDLER)
    if sys.stderr is sys.__stderr__ and isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr = _Courtesy(
            sys.stderr.buffer, sys.stderr.encoding, "backslashreplace", line_buffering=True
        )
    for name in ("COLUMNS", "LINES"):
        size = os.environ.get(name, "1")
        if not (size.isascii() and size.isdecimal() and 0 < int(size[:9]) <= _WIDEST):
            del os.environ[name]


class _Courtesy(io.TextIOWrapper):
    """Standard error: what cannot be told there is not told, and the work goes on."""

    def write(self, text: str) -> int:
        try:
            return super().write(text)
        except OSError:
            lead_nowhere(self)
            return len(text)

    def flush(self) -> None:
        try:
            super().flush()
        except OSError:
            lead_nowhere(self)


def _nowhere() -> int:
    return os.open(os.devnull, os.O_RDWR)


def lead_nowhere(stream: Any) -> None:
    """Let what a stream still holds, and all that follows, go where nobody reads it."""
    handle = _nowhere()
    os.dup2(handle, stream.fileno())
    os.close(handle)


def is_of_output(error: OSError) -> bool:
    """Whether an error is one of standard output, which names no file, and is not closed."""
    return error.filename is None and error.errno in _FULL


def takes_all_letters() -> bool:
    """Whether standard output has a sign for every letter there is."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return codecs.lookup(encoding).name.startswith("utf")


def escaped(text: str) -> str:
    r"""Write letters out as JSON does, which every alphabet has the signs for.

    Examples
    --------
    >>> print(escaped("≻ é 😀"))
    \u227b \u00e9 \ud83d\ude00
    """
    return _NOT_PLAIN.sub(_written_out, text)


def _written_out(letter: re.Match[str]) -> str:
    units = letter[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _like(error: UnicodeError) -> tuple[str, int]:
    """Give for letters that cannot be written something like them, or write them out."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return escaped(error.object[error.start : error.end].translate(_PLAIN)), error.end


codecs.register_error(_HANDLER, _like)
