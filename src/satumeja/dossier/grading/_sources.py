"""How many sources are independent of each other: two outlets that quote one agency are one."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["independent"]

_EXACT = 24

Origin = frozenset[str]
"""The agencies a report carries and the outlet it stands in; empty where neither is known."""


def independent(origins: Iterable[Origin]) -> int:
    """Count the most reports of which no two share an agency or an outlet.

    Parameters
    ----------
    origins : iterable of frozenset of str
        Of each report, by what it is known; empty where that is not known.

    Returns
    -------
    int
        At least 1 where there is a report: one of unknown origin is taken to be independent
        of no other.

    Notes
    -----
    One more report never makes them fewer. With more than 24 different origins none of which
    holds another, the rest is counted in the order of their names as long as it fits, so
    that the count may be lower than the truth.

    Examples
    --------
    >>> ap, kompas, bbc = "agency AP", "kompas.com", "bbc.com"
    >>> independent([frozenset({ap, kompas}), frozenset({ap, bbc})])
    1
    >>> independent([frozenset({ap, kompas}), frozenset({bbc})])
    2
    """
    listed = set(origins)
    if not listed:
        return 0
    return max(1, _most(_least(listed - {frozenset()})))


def _least(origins: set[Origin]) -> list[Origin]:
    """Leave out each origin that holds another one: that one fits wherever it does."""
    least = [origin for origin in origins if not any(other < origin for other in origins)]
    return sorted(least, key=lambda origin: (len(origin), sorted(origin)))


def _most(origins: list[Origin]) -> int:
    """Count the most of them that share nothing: each is among them, or is not."""
    if not origins:
        return 0
    if len(origins) > _EXACT:
        return _as_they_come(origins)
    first, others = origins[0], origins[1:]
    apart = [origin for origin in others if not origin & first]
    if len(apart) == len(others):
        return 1 + _most(others)
    return max(1 + _most(apart), _most(others))


def _as_they_come(origins: list[Origin]) -> int:
    """Count the first of them exactly, and of the others those that fit beside all before."""
    exact, taken = _most(origins[:_EXACT]), frozenset().union(*origins[:_EXACT])
    more = 0
    for origin in origins[_EXACT:]:
        if not origin & taken:
            more, taken = more + 1, taken | origin
    return exact + more
