"""Words of others kept apart from ours, in whatever direction they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["apart"]

_ISOLATE, _END = "\u2068", "\u2069"
_OPENING = "\u2066\u2067\u2068"
_TURNING = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""What turns the direction of writing: the blocks of letters written leftward, and the signs."""


def apart(text: str) -> str:
    r"""Keep a text that turns the direction of writing apart from the words around it.

    Parameters
    ----------
    text : str
        A name, a reason or any words of a file.

    Returns
    -------
    str
        The text, between the signs of an isolate where it needs them. What would end an isolate
        that the text itself has not begun is left out; whatever else it turns around ends where
        the isolate does.

    References
    ----------
    Unicode Standard Annex 9, Unicode Bidirectional Algorithm, 6.3: isolates.

    Examples
    --------
    >>> apart("Geneva"), apart("\u202enoitceles"), apart("\u2068\u202enoitceles\u2069")
    ('Geneva', '\u2068\u202enoitceles\u2069', '\u2068\u202enoitceles\u2069')
    """
    if text.isascii() or not _TURNING.search(text):
        return text
    outside = "".join(_outside(text))
    if text.count(_END) == sum(map(text.count, _OPENING)) and not _TURNING.search(outside):
        return text  # all that turns is in isolates already
    return f"{_ISOLATE}{_closed(text)}{_END}"


def _outside(text: str) -> Iterator[str]:
    """Give what is in no isolate of ours; what ends none is outside."""
    depth = 0
    for sign in text:
        if sign in _OPENING and (depth or sign == _ISOLATE):
            depth += 1
        elif sign == _END and depth:
            depth -= 1
        elif not depth:
            yield sign


def _closed(text: str) -> str:
    """Leave out what would end an isolate that the text itself has not begun."""
    kept, depth = list[str](), 0
    for sign in text:
        if sign == _END and not depth:
            continue
        depth += (sign in _OPENING) - (sign == _END)
        kept.append(sign)
    return "".join(kept) + _END * depth
