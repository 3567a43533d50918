"""How many rankings of the states meet requirements, exactly, without listing them all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from math import factorial

import numpy as np
from numpy.typing import NDArray

from satumeja.errors import LimitError
from satumeja.questions._orders import listed_orders, ranks_of_orders
from satumeja.questions.inverse._requirements import Answered, Requirement
from satumeja.stability.further import bits

__all__ = ["LISTED_STATES", "count_below", "count_listed"]

LISTED_STATES = 9
"""Up to this many states whose places matter, rankings are gone through one by one."""

_NODES = 200_000

Flags = NDArray[np.bool_]
Polynomial = list[int]
Clause = frozenset[int]
"""Sets of states as bit sets; one of them must be chosen whole."""
Clauses = frozenset[Clause]


def count_below(requirements: Sequence[Requirement], size: int) -> int:
    """Count the strict rankings of `size` states that meet requirements on one of them.

    Returns
    -------
    int
        Out of ``size!``.

    Raises
    ------
    LimitError
        If the requirements are too entangled.

    Notes
    -----
    Whether a ranking meets them depends only on the set of states below the one in
    question. If its place from the bottom is a share y of the whole, drawn at random, each
    other state is below it with chance y, whatever the rest; so the chance that the
    requirements are met is a polynomial in y, and the share of rankings that meet them its
    integral from 0 to 1. The polynomials are multiplied where requirements share no state,
    and split by a part or a state where they do, each remainder being worked out once.

    Examples
    --------
    >>> count_below([Requirement(1, (0b010, 0b100))], 3)  # above state 1 or state 2
    4
    """
    clauses = frozenset(frozenset(requirement.any_of) for requirement in requirements)
    try:
        chance = _Chances().of(clauses)
    except RecursionError:
        raise LimitError("the conditions are too entangled to count what meets them") from None
    # The integral of y ** k is 1 / (k + 1), and k + 1 is at most `size`, as a power of y
    # stands for one of the other states: so it divides size! without a rest.
    rankings = factorial(size)
    return sum(part * (rankings // (k + 1)) for k, part in enumerate(chance))


class _Chances:
    """The chance that each clause has a part among states that are each there with chance y."""

    def __init__(self) -> None:
        self.chances: dict[Clauses, Polynomial] = {}

    def of(self, clauses: Clauses) -> Polynomial:
        """Return the chance, as a polynomial in y."""
        if not all(clauses):
            return []
        if not clauses:
            return [1]
        if clauses not in self.chances:
            if len(self.chances) > _NODES:
                raise LimitError("the conditions are too entangled to count what meets them")
            self.chances[clauses] = self._worked_out(clauses)
        return self.chances[clauses]

    def _worked_out(self, clauses: Clauses) -> Polynomial:
        groups = _apart(clauses)
        if len(groups) > 1:
            return reduce(_times, (self.of(group) for group in groups))
        parts = {part for clause in clauses for part in clause}
        alone = [p for p in parts if not any(p & other for other in parts if other != p)]
        common = [part for part in alone if all(part in clause for clause in clauses)]
        if common:
            return self._common(clauses, common)
        # What is in most clauses leaves the least; a part that shares states with another
        # cannot be decided on whole, so then only its first state is.
        times = {part: sum(part in clause for clause in clauses) for part in alone or parts}
        pivot = min(times, key=lambda part: (-times[part], part.bit_count(), part))
        return self._split(clauses, pivot if alone else pivot & -pivot)

    def _common(self, clauses: Clauses, common: Sequence[int]) -> Polynomial:
        """Either one of the parts that all clauses share is there, or the rest decides."""
        failing = _otherwise(self.of(frozenset(clause - set(common) for clause in clauses)))
        for part in common:
            failing = _either([], failing, part.bit_count())
        return _otherwise(failing)

    def _split(self, clauses: Clauses, part: int) -> Polynomial:
        """Either a part is there, or not; it is one state, or apart from all others."""
        reduced = [frozenset(other & ~part for other in clause) for clause in clauses]
        taken = self.of(frozenset(c for c in reduced if 0 not in c))
        left = self.of(frozenset(frozenset(o for o in c if not o & part) for c in clauses))
        return _either(taken, left, part.bit_count())


def _either(taken: Polynomial, left: Polynomial, states: int) -> Polynomial:
    """Return the chance of what so many states, all there or not, decide between."""
    # y ** states * taken + (1 - y ** states) * left
    chance = left + [0] * (states + max(len(taken), len(left)) - len(left))
    for k, part in enumerate(taken):
        chance[k + states] += part
    for k, part in enumerate(left):
        chance[k + states] -= part
    return chance


def _otherwise(chance: Polynomial) -> Polynomial:
    return [1 - sum(chance[:1]), *(-part for part in chance[1:])]


def _times(left: Polynomial, right: Polynomial) -> Polynomial:
    product = [0] * max(len(left) + len(right) - 1, 0)
    for k, a in enumerate(left):
        if a:
            for j, b in enumerate(right):
                product[k + j] += a * b
    return product


def _support(clauses: Clauses) -> int:
    return reduce(int.__or__, (part for clause in clauses for part in clause), 0)


def _apart(clauses: Clauses) -> list[Clauses]:
    """Part the clauses into groups that share no state."""
    groups = list[tuple[int, set[Clause]]]()
    for clause in clauses:
        mask, members = _support(frozenset([clause])), {clause}
        apart = []
        for other, group in groups:
            if other & mask:
                mask, members = mask | other, members | group
            else:
                apart.append((other, group))
        groups = [*apart, (mask, members)]
    return [frozenset(group) for _, group in groups]


def count_listed(
    requirements: Sequence[Requirement], answered: Sequence[Answered], state: int, size: int
) -> int:
    """Count the strict rankings that also make answers to others' improvements credible.

    Raises
    ------
    LimitError
        If the places of more than nine states matter.

    Notes
    -----
    All orders of the states whose places matter are gone through; the others can stand
    anywhere.
    """
    involved = 1 << state
    for requirement in requirements:
        for part in requirement.any_of:
            involved |= part
    for answer in answered:
        for moves in answer.any_of:
            for start, end in moves:
                involved |= 1 << start | 1 << end
    matter = list(bits(involved))
    if len(matter) > LISTED_STATES:
        raise LimitError(
            f"the places of {len(matter)} states matter; rankings of {LISTED_STATES} at most "
            "are gone through"
        )
    ranks = ranks_of_orders(listed_orders(len(matter), 0, factorial(len(matter))))
    rank = dict(zip(matter, ranks, strict=True))
    fits = np.ones(ranks.shape[1], dtype=np.bool_)
    for requirement in requirements:
        fits &= _any([[rank[state] > rank[k] for k in bits(part)] for part in requirement.any_of])
    for answer in answered:
        fits &= _any([[rank[end] > rank[start] for start, end in way] for way in answer.any_of])
    return int(np.count_nonzero(fits)) * (factorial(size) // factorial(len(matter)))


def _any(ways: Sequence[Sequence[Flags]]) -> Flags:
    """Decide in which rankings all of some way hold; no way is empty."""
    fits: Flags = np.logical_or.reduce([np.logical_and.reduce(way) for way in ways])
    return fits
