"""Combinations of options as the field writes them, one at a time or many."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from satumeja.model._conditions import Codes

__all__ = ["common_form", "option_form", "option_forms", "own_masks"]

_LETTERS = np.frombuffer(b"N-Y", dtype=np.uint8)
"""How an option is written that is never taken, by some, or always."""


def option_form(code: int, widths: Sequence[int]) -> str:
    """Return a combination of options in option form, grouped by decision maker.

    Examples
    --------
    >>> option_form(0b101, (2, 1))
    'YN|Y'
    """
    parts = []
    for width in widths:
        parts.append("".join("Y" if code >> k & 1 else "N" for k in range(width)))
        code >>= width
    return "|".join(parts)


def common_form(codes: Codes, widths: Sequence[int]) -> str:
    """Return the one pattern that combinations of options fit, with ``-`` where they differ.

    Examples
    --------
    >>> common_form(np.array([0b001, 0b101]), (2, 1))
    'YN|-'
    """
    always, ever = (int(f.reduce(codes)) for f in (np.bitwise_and, np.bitwise_or))
    letters = zip(option_form(always, widths), option_form(ever, widths), strict=True)
    return "".join(one if one == other else "-" for one, other in letters)


def option_forms(always: Codes, ever: Codes, widths: Sequence[int]) -> list[str]:
    """Return sets of combinations in option form, with ``-`` where those of one set differ.

    Parameters
    ----------
    always, ever : int64 array, shape (n,)
        The options that all in a set take, and that any of them takes, as bit sets.
    widths : sequence of int
        How many options each decision maker has, in order.

    Returns
    -------
    list of str
        As `common_form` of each set.

    Examples
    --------
    >>> option_forms(np.array([0b001, 0b100]), np.array([0b101, 0b100]), (2, 1))
    ['YN|-', 'NN|Y']
    """
    length = sum(widths) + max(0, len(widths) - 1)
    letters = np.full((len(always), length), ord("|"), dtype=np.uint8)
    owners = (dm for dm, width in enumerate(widths) for _ in range(width))
    for option, dm in enumerate(owners):
        letters[:, option + dm] = _LETTERS[(always >> option & 1) + (ever >> option & 1)]
    text = letters.tobytes().decode("ascii")
    return [text[k * length : (k + 1) * length] for k in range(len(always))]


def own_masks(widths: Sequence[int]) -> tuple[int, ...]:
    """Return the options of each decision maker, as bit sets.

    Examples
    --------
    >>> own_masks((2, 1))
    (3, 4)
    """
    starts = accumulate(widths, initial=0)
    return tuple(((1 << width) - 1) << first for width, first in zip(widths, starts, strict=False))
