"""How many rankings of the states meet requirements, exactly, without listing them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from functools import reduce
from math import factorial

import numpy as np
from numpy.typing import NDArray

from satumeja.errors import LimitError
from satumeja.questions._orders import listed_orders, ranks_of_orders
from satumeja.questions.inverse._polynomials import (
    BELOW,
    Event,
    Polynomial,
    Work,
    added,
    any_of_sets,
    integral,
    otherwise,
)
from satumeja.questions.inverse._requirements import Answered, Part, Requirement
from satumeja.stability.further import bits

__all__ = ["LISTED_STATES", "count_below", "count_listed", "share_below", "share_listed"]

LISTED_STATES = 9
"""Up to this many states whose places matter, rankings are gone through one by one."""

_NODES = 200_000

Flags = NDArray[np.bool_]
Clause = frozenset[int]
"""Sets of events as bit sets; one of them must be chosen whole."""
Clauses = frozenset[Clause]


def share_below(requirements: Sequence[Requirement]) -> Fraction:
    """Return the share of strict rankings that meet requirements on one state.

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
    integral from 0 to 1. Sets that share no state with another are taken together wherever the
    same requirements have them: one event, whatever their number. The polynomials are
    multiplied where requirements share no event, and split by one where they do, each remainder
    being worked out once.

    Examples
    --------
    >>> share_below([Requirement(1, ((1,), (2,)))])  # above state 1 or state 2
    Fraction(2, 3)
    """
    clauses, events = _events(requirements)
    try:
        return integral(_Chances(events).of(clauses))
    except RecursionError:
        raise LimitError("the conditions are too entangled to count what meets them") from None


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

    Examples
    --------
    >>> count_below([Requirement(1, ((1,), (2,)))], 3)  # above state 1 or state 2
    4
    """
    share = share_below(requirements)
    return factorial(size) * share.numerator // share.denominator


def _events(requirements: Sequence[Requirement]) -> tuple[Clauses, list[Event]]:
    """Write requirements as clauses over independent events, and give the chances of these."""
    within: dict[Part, list[int]] = {}
    for place, requirement in enumerate(requirements):
        for part in requirement.parts:
            within.setdefault(part, []).append(place)
    times = Counter(state for part in within for state in part)
    sizes: dict[tuple[int, ...], Counter[int]] = {}
    tangled = list[Part]()
    for part, having in within.items():
        if part and all(times[state] == 1 for state in part):
            sizes.setdefault(tuple(having), Counter())[len(part)] += 1
        else:
            tangled.append(part)
    events, clauses = list[Event](), [set[int]() for _ in requirements]
    for places, counts in sizes.items():
        for clause in places:
            clauses[clause].add(1 << len(events))
        events.append(any_of_sets(counts))
    states = sorted({state for part in tangled for state in part})
    bit = {state: 1 << len(events) + k for k, state in enumerate(states)}
    events += [BELOW] * len(states)
    for part in tangled:
        for place in within[part]:
            clauses[place].add(sum(bit[state] for state in part))
    return frozenset(map(frozenset, clauses)), events


class _Chances:
    """The chance that each clause has a part among events that happen or not."""

    def __init__(self, events: Sequence[Event]) -> None:
        self.chances: dict[Clauses, Polynomial] = {}
        self._events = events
        self._work = Work()

    def of(self, clauses: Clauses) -> Polynomial:
        """Return the chance, as a polynomial."""
        if not all(clauses):
            return {}
        if not clauses:
            return {(0, 0): 1}
        if clauses not in self.chances:
            if len(self.chances) > _NODES:
                raise LimitError("the conditions are too entangled to count what meets them")
            self.chances[clauses] = self._worked_out(clauses)
        return self.chances[clauses]

    def _worked_out(self, clauses: Clauses) -> Polynomial:
        groups = _apart(clauses)
        if len(groups) > 1:
            return reduce(self._work.times, (self.of(group) for group in groups))
        parts = {part for clause in clauses for part in clause}
        alone = [p for p in parts if not any(p & other for other in parts if other != p)]
        common = [part for part in alone if all(part in clause for clause in clauses)]
        if common:
            return self._common(clauses, common)
        # What is in most clauses leaves the least; a part that shares events with another
        # cannot be decided on whole, so then only its first event is.
        times = {part: sum(part in clause for clause in clauses) for part in alone or parts}
        pivot = min(times, key=lambda part: (-times[part], part.bit_count(), part))
        return self._split(clauses, pivot if alone else pivot & -pivot)

    def _common(self, clauses: Clauses, common: Sequence[int]) -> Polynomial:
        """Either one of the parts that all clauses share is there, or the rest decides."""
        failing = otherwise(self.of(frozenset(clause - set(common) for clause in clauses)))
        for part in common:
            failing = self._work.times(failing, self._event(part)[1])
        return otherwise(failing)

    def _split(self, clauses: Clauses, part: int) -> Polynomial:
        """Either a part is there, or not; it is one event, or apart from all others."""
        reduced = [frozenset(other & ~part for other in clause) for clause in clauses]
        taken = self.of(frozenset(c for c in reduced if 0 not in c))
        left = self.of(frozenset(frozenset(o for o in c if not o & part) for c in clauses))
        happens, fails = self._event(part)
        return added(self._work.times(happens, taken), self._work.times(fails, left))

    def _event(self, part: int) -> Event:
        """Return the chances that all events of a part happen, and that not all do."""
        some = [self._events[k] for k in bits(part)]
        if len(some) == 1:
            return some[0]
        happens = reduce(self._work.times, (event[0] for event in some))
        return happens, otherwise(happens)


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
    """
    share = share_listed(requirements, answered, state)
    return factorial(size) * share.numerator // share.denominator


def share_listed(
    requirements: Sequence[Requirement], answered: Sequence[Answered], state: int
) -> Fraction:
    """Return the share of strict rankings that also make answers to others credible.

    Raises
    ------
    LimitError
        If the places of more than nine states matter.

    Notes
    -----
    All orders of the states whose places matter are gone through; the others can stand
    anywhere.
    """
    involved = {state}
    for requirement in requirements:
        involved.update(*requirement.parts)
    for answer in answered:
        for moves in answer.any_of:
            involved.update(*moves)
    matter = sorted(involved)
    if len(matter) > LISTED_STATES:
        raise LimitError(
            f"the places of {len(matter)} states matter; rankings of {LISTED_STATES} at most "
            "are gone through"
        )
    ranks = ranks_of_orders(listed_orders(len(matter), 0, factorial(len(matter))))
    rank = dict(zip(matter, ranks, strict=True))
    fits = np.ones(ranks.shape[1], dtype=np.bool_)
    for requirement in requirements:
        fits &= _any([[rank[state] > rank[k] for k in part] for part in requirement.parts])
    for answer in answered:
        fits &= _any([[rank[end] > rank[start] for start, end in way] for way in answer.any_of])
    return Fraction(int(np.count_nonzero(fits)), factorial(len(matter)))


def _any(ways: Sequence[Sequence[Flags]]) -> Flags:
    """Decide in which rankings all of some way hold; no way is empty."""
    fits: Flags = np.logical_or.reduce([np.logical_and.reduce(way) for way in ways])
    return fits
