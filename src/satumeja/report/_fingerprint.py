"""What words are known again by, wherever they stand."""

from __future__ import annotations

import hashlib
import unicodedata

__all__ = ["fingerprint"]

_DIGITS = 8


def fingerprint(words: str) -> str:
    r"""Give the fingerprint of a quotation, by which a reference tells whether it still fits.

    Parameters
    ----------
    words : str
        The words as they stand in a report.

    Returns
    -------
    str
        Eight hexadecimal digits.

    Notes
    -----
    The first digits of the SHA-256 of the words in normal form (NFC), each run of white space
    as one blank: a line broken elsewhere does not change it. Two of a thousand different
    quotations share one with a chance of about one in ten thousand.

    Examples
    --------
    >>> fingerprint("We want peace,")
    '49accf5e'
    >>> fingerprint(" We want\n  peace,") == fingerprint("We want peace,")
    True
    """
    plain = " ".join(unicodedata.normalize("NFC", words).split())
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
