"""Bytes as text: by their mark, as UTF-8 or UTF-16, else as Western European."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

__all__ = ["WESTERN", "Decoded", "decoded"]

WESTERN = "satumeja.western"
"""The error handler that takes a byte which does not fit as Windows-1252 (U+FFFD if none)."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
_SAID = re.compile(
    rb"""<meta[^>]{0,80}charset\s*=\s*["']?([\w.:-]{3,20})|<\?xml[^>]{0,60}encoding=["']([\w.:-]+)""",
    re.IGNORECASE,
)
_TRUSTED = re.compile(r"(?:iso-?8859|windows-|cp\d|latin|koi8|gb|big5|euc-|shift|mac|tis-)")
_LATIN_1 = re.compile(r"(?:iso-?8859-?1|latin-?1|us-ascii)$")
_MAC, _WINDOWS = re.compile(rb"(?:^|[\s(])[\xd2\xd4]\w"), re.compile(rb"[\x91-\x94]")


@dataclass(frozen=True)
class Decoded:
    """A text, its encoding, and whether every byte was of it.

    Parameters
    ----------
    text : str
        ``data.decode(encoding)``, or with ``errors=WESTERN`` where it is damaged.
    encoding : str
        A codec of Python.
    damaged : bool
        Whether bytes were not of that encoding.
    """

    text: str
    encoding: str
    damaged: bool = False


def decoded(data: bytes, *, markup: bool = False) -> Decoded:
    """Decide the encoding of a text and decode it.

    Parameters
    ----------
    data : bytes
        The bytes; a UTF-8 byte order mark stays as the first character.
    markup : bool
        Whether to believe what a page says of its encoding.

    Returns
    -------
    Decoded
        Every bytes have a text: what fits nothing is Windows-1252, as in browsers.

    Notes
    -----
    In order: a mark of UTF-16 or UTF-32; UTF-8 where it fits; UTF-16 without a mark, by
    its zeros; what the page says; UTF-8 with damage where more of it fits than not (a file
    cut short, a paragraph pasted in); Mac Roman, by its quotation marks; else Windows-1252, of
    which ISO 8859-1 is taken as part.

    Examples
    --------
    >>> decoded("“Ya,” kata dia".encode("cp1252"))
    Decoded(text='“Ya,” kata dia', encoding='cp1252', damaged=False)
    >>> decoded("“Ya,” kata dia".encode()[:-9])
    Decoded(text='“Ya,”', encoding='utf-8', damaged=False)
    """
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    for encoding in [marked, "utf-8", _wide(data), _said(data) if markup else None]:
        if encoding is None:
            continue
        try:
            return Decoded(data.decode(encoding), encoding)
        except (UnicodeDecodeError, LookupError):
            if encoding == marked:
                return Decoded(data.decode(encoding, WESTERN), encoding, damaged=True)
    if _mostly_utf_8(data):
        return Decoded(data.decode("utf-8", WESTERN), "utf-8", damaged=True)
    encoding = "mac_roman" if _MAC.search(data) and not _WINDOWS.search(data) else "cp1252"
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return Decoded(data.decode(encoding, WESTERN), encoding, damaged=True)


def _western(error: UnicodeError) -> tuple[str, int]:
    """Take bytes that do not fit as Windows-1252; a character cut off is U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    end = max(error.end, error.start + 1)
    if error.encoding != "utf-8" or error.reason == "unexpected end of data":
        return "\ufffd", end
    return error.object[error.start : end].decode("cp1252", "replace"), end


codecs.register_error(WESTERN, _western)


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 without a mark: every other byte of plain prose is zero."""
    sample = data[:_SAMPLE]
    half = max(len(sample) // 2, 1)
    low, high = (sample[first::2].count(0) / half for first in (0, 1))
    if max(low, high) < 0.4 or min(low, high) > 0.05:
        return None
    return "utf-16-le" if high > low else "utf-16-be"


def _said(data: bytes) -> str | None:
    """Give the encoding a page says it is in, where it is one pages are written in."""
    found = _SAID.search(data[:_SAMPLE])
    if found is None:
        return None
    name = (found[1] or found[2]).decode("ascii").lower()
    if _LATIN_1.match(name):
        return "cp1252"
    return name if _TRUSTED.match(name) else None


def _mostly_utf_8(data: bytes) -> bool:
    """Whether more characters fit UTF-8 than bytes do not, by the first stretch that tells."""
    first = next((place for place, byte in enumerate(data) if byte > 127), len(data))
    text = data[first : first + _SAMPLE * 16].decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return sum(letter > "\x7f" for letter in text) - bad >= bad > 0
