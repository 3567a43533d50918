"""Chances as polynomials in y, the chance of a state to be below another, and 1 - y."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import reduce
from math import comb

from satumeja.errors import LimitError

__all__ = [
    "BELOW",
    "Event",
    "Polynomial",
    "Work",
    "added",
    "any_of_sets",
    "integral",
    "otherwise",
]

Polynomial = dict[tuple[int, int], int]
"""By exponents (a, b), what ``y**a * (1 - y)**b`` is multiplied by.

That one of a hundred states is below is ``1 - (1 - y)**100``: two terms here, a hundred in y.
"""

Event = tuple[Polynomial, Polynomial]
"""The chance that something happens, and that it does not."""

BELOW: Event = ({(1, 0): 1}, {(0, 1): 1})
"""That a certain state is below."""

_MOST_PRODUCTS = 20_000_000  # some ten seconds
_FEW = 64


class Work:
    """Products of polynomials, up to so many products of their terms."""

    def __init__(self) -> None:
        self._products = 0

    def times(self, left: Polynomial, right: Polynomial) -> Polynomial:
        """Multiply two polynomials.

        Raises
        ------
        LimitError
            If too many terms have been multiplied.
        """
        self._products += len(left) * len(right)
        if self._products > _MOST_PRODUCTS:
            raise LimitError("the conditions are too entangled to count what meets them")
        product: Polynomial = {}
        for (a, b), one_side in left.items():
            for (c, d), other_side in right.items():
                key = (a + c, b + d)
                product[key] = product.get(key, 0) + one_side * other_side
        return _condensed(product)


def added(left: Polynomial, right: Polynomial) -> Polynomial:
    """Add two polynomials."""
    total = dict(left)
    for key, factor in right.items():
        total[key] = total.get(key, 0) + factor
    return _condensed(total)


def otherwise(chance: Polynomial) -> Polynomial:
    """Return the chance that something does not happen."""
    return added({(0, 0): 1}, {key: -factor for key, factor in chance.items()})


def any_of_sets(counts: Mapping[int, int]) -> Event:
    """Return the chance that all states of some set are below; sets that share no state.

    Parameters
    ----------
    counts : mapping of int to int
        How many sets there are of each size.

    Examples
    --------
    >>> any_of_sets({1: 100})[1]  # that none of a hundred states is below
    {(0, 100): 1}
    """
    if counts == {1: 1}:
        return BELOW
    work = Work()
    factors: list[Polynomial] = [
        {(0, count): 1}
        if size == 1
        else {(size * k, 0): (-1) ** k * comb(count, k) for k in range(count + 1)}
        for size, count in sorted(counts.items())
    ]
    fails = reduce(work.times, factors)
    return otherwise(fails), fails


def integral(polynomial: Polynomial) -> Fraction:
    """Integrate over y from 0 to 1.

    Examples
    --------
    >>> integral({(1, 2): 12})
    Fraction(1, 1)
    """
    # The integral of y**a * (1 - y)**b has a binomial coefficient below, of y**k, or (1 - y)**k,
    # only k + 1: so the smaller exponent is multiplied out.
    below: dict[int, int] = {}
    work = sum(min(exponents) + 1 for exponents in polynomial)
    if work > _MOST_PRODUCTS:
        raise LimitError("the conditions are too entangled to count what meets them")
    for (a, b), factor in polynomial.items():
        low, high = sorted((a, b))
        for k in range(low + 1):
            power = high + k + 1
            below[power] = below.get(power, 0) + (-1) ** k * comb(low, k) * factor
    terms = [(factor, power) for power, factor in below.items() if factor]
    return Fraction(*_sum(terms)) if terms else Fraction(0)


def _sum(terms: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Add fractions, halves of them first, so that long numbers meet long ones."""
    if len(terms) == 1:
        return terms[0]
    middle = len(terms) // 2
    (above, below), (over, under) = _sum(terms[:middle]), _sum(terms[middle:])
    return above * under + over * below, below * under


def _condensed(polynomial: Polynomial) -> Polynomial:
    """Write a polynomial of very many terms in y alone, where its degree limits them."""
    degree = max((a + b for a, b in polynomial), default=0)
    if len(polynomial) <= max(_FEW, 2 * degree):
        return polynomial
    plain: Polynomial = {}
    for (a, b), factor in polynomial.items():
        for k in range(b + 1):
            plain[a + k, 0] = plain.get((a + k, 0), 0) + (-1) ** k * comb(b, k) * factor
    return {key: factor for key, factor in plain.items() if factor}
