"""Exact chances: of as many hits, of many concepts at once, and how many cases it takes."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

__all__ = ["at_least", "cases_needed", "holm"]


def at_least(hits: int, chances: Sequence[float | Fraction]) -> float:
    """Give the chance of as many hits or more, where each case hits by its own chance.

    Parameters
    ----------
    hits : int
        How many hits there were.
    chances : sequence of float or Fraction
        The chance of a hit in each case, independent of the others.

    Returns
    -------
    float
        The upper tail of the Poisson-binomial distribution.

    Notes
    -----
    Exact: the distribution is built up case by case in time of the square of the cases.

    References
    ----------
    .. [1] Wang, Y. H. (1993). On the number of successes in independent trials. Statistica
       Sinica 3(2), 295-312.

    Examples
    --------
    >>> at_least(2, [0.5, 0.5]), at_least(0, [0.1]), at_least(2, [0.1])
    (0.25, 1.0, 0.0)
    """
    spread = np.zeros(len(chances) + 1)
    spread[0] = 1.0
    for chance in map(float, chances):
        spread[1:] = spread[1:] * (1 - chance) + spread[:-1] * chance
        spread[0] *= 1 - chance
    return float(min(1.0, spread[hits:].sum())) if hits > 0 else 1.0


def holm(chances: Sequence[float]) -> tuple[float, ...]:
    """Correct the chances of several questions asked at once.

    Parameters
    ----------
    chances : sequence of float
        The p of each question.

    Returns
    -------
    tuple of float
        Corrected, in the same order: the chance of one as small in any of them is no more.

    References
    ----------
    .. [1] Holm, S. (1979). A simple sequentially rejective multiple test procedure.
       Scandinavian Journal of Statistics 6(2), 65-70.

    Examples
    --------
    >>> [round(chance, 3) for chance in holm([0.01, 0.04, 0.03])]
    [0.03, 0.06, 0.06]
    """
    corrected = [1.0] * len(chances)
    largest = 0.0
    for rank, place in enumerate(sorted(range(len(chances)), key=lambda k: chances[k])):
        largest = max(largest, min(1.0, (len(chances) - rank) * chances[place]))
        corrected[place] = largest
    return tuple(corrected)


def cases_needed(
    chance: float, rate: float, *, alpha: float = 0.05, power: float = 0.8, most: int = 2_000
) -> int | None:
    """Say how many cases it takes to tell a rate of hits from chance.

    Parameters
    ----------
    chance : float
        The chance of a hit in a case that knows nothing.
    rate : float
        The rate of hits that is to be told from it, above it.
    alpha : float
        The chance of an error that is taken where there is nothing.
    power : float
        The chance wanted to see it where it is there.
    most : int
        Where to stop looking.

    Returns
    -------
    int or None
        The fewest cases from which on the exact one-sided test has that power; None where
        `most` are too few.

    Notes
    -----
    The power of an exact test saws up and down with the cases; given is the first number from
    which the next ten have it too. At most `most` tails of a binomial distribution, each in
    time of the cases.

    Examples
    --------
    >>> cases_needed(0.1, 0.6), cases_needed(0.3, 0.6), cases_needed(0.5, 0.5)
    (6, 19, None)
    """
    if rate <= chance:
        return None
    enough = 0
    for cases in range(1, most + 11):
        null, real = _tails(cases, chance), _tails(cases, rate)
        least = int(np.argmax(null <= alpha)) if (null <= alpha).any() else cases + 1
        if least <= cases and real[least] >= power:
            enough += 1
            if enough > 10:
                return cases - 10
        else:
            enough = 0
    return None


def _tails(cases: int, chance: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Give the chance of k hits or more, for k from 0 to the cases."""
    if chance in (0, 1):  # whose logarithms there are not
        certain: np.ndarray[tuple[int], np.dtype[np.float64]] = np.full(cases + 1, float(chance))
        certain[0] = 1.0
        return certain
    logs = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, cases + 1)))])
    k = np.arange(cases + 1)
    spread = np.exp(
        logs[cases]
        - logs[k]
        - logs[cases - k]
        + k * np.log(chance)
        + (cases - k) * np.log1p(-chance)
    )
    tails: np.ndarray[tuple[int], np.dtype[np.float64]] = np.cumsum(spread[::-1])[::-1]
    return tails
