"""What statements and acts add to a grade: how they are known, and from where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from satumeja.dossier._types import Act, Statement

__all__ = ["SETTLED", "Speech", "origin_of", "speech_of"]

SETTLED = ("accepted", "edited", "added")
"""The states of what an analyst looked at and lets stand."""

Speech = Literal["direct", "reported", "told", "cited"]


def origin_of(agency: Iterable[str], outlet: str | None) -> frozenset[str]:
    """Say by what it is told whether two reports are of one source.

    Parameters
    ----------
    agency : iterable of str
        The news agencies a report carries or quotes.
    outlet : str or None
        Where it was published.

    Examples
    --------
    >>> sorted(origin_of(["AP"], "Kompas.com"))
    ['agency ap', 'outlet kompas.com']
    """
    names = {f"agency {name.casefold()}" for name in agency}
    return frozenset(names | ({f"outlet {outlet.casefold()}"} if outlet else set()))


def speech_of(value: Statement | Act, of: Statement | None) -> Speech:
    """Say how a statement or an act is known: an act as the statement it was done in.

    Parameters
    ----------
    value : Statement or Act
        What is graded.
    of : Statement or None
        The statement an act was done in, where it is at hand.
    """
    if isinstance(value, Act):
        if of is None:
            return "reported" if value.statement else "told"
        value = of
    return "reported" if value.mode == "indirect" else "direct"
