"""What some concepts need to know beyond a ranking: doubt, strength, degrees, attitudes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Sized
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from satumeja.display import Shown
from satumeja.errors import QuestionError, did_you_mean
from satumeja.model._content import Content

if TYPE_CHECKING:
    from satumeja.model._model import Model

__all__ = ["NO_KNOWLEDGE", "Knowledge", "Pairs", "Square", "exact"]

Number = int | float | Fraction
Pairs = frozenset[tuple[int, int]]
"""Pairs of states, by number."""
Square = Sequence[Sequence[Number]]
"""A number for each pair of states: rows and columns in the order of the states."""


def exact(number: Number) -> Fraction:
    """Return a number as it is written, so that 1 - 0.9 is 0.1.

    Examples
    --------
    >>> 1 - exact(0.9) == exact(0.1), 1 - 0.9 == 0.1
    (True, False)
    """
    try:
        return Fraction(str(number))
    except (ValueError, ZeroDivisionError):
        raise QuestionError(f"{number!r} is not a number") from None


@dataclass(frozen=True, eq=False, repr=False)
class Knowledge(Content, Shown):
    """Knowledge about preferences, and about who acts with whom, beyond the model.

    States are named by their 1-based numbers, decision makers by their ids. Decimal
    numbers are taken as written: 0.9 is nine tenths, and ties with thresholds are exact.

    Parameters
    ----------
    unknown : mapping of str to pairs of states
        Pairs whose order is not known for a decision maker, either way round [1]_.
        They override the ranking.
    much_better : mapping of str to pairs of states
        Pairs (a, b) where a is *greatly* preferred to b; a must rank above b [2]_.
    degrees : mapping of str to square table
        ``degrees[dm][a - 1][b - 1]`` is the degree, 0 to 1, to which a is preferred to
        b; the two ways round add up to 1 [3]_. It replaces the ranking.
    thresholds : mapping of str to number
        The fuzzy satisficing threshold of a decision maker, over 0 and up to 1 (the
        default).
    chances : mapping of str to square table
        ``chances[dm][a - 1][b - 1]`` is the probability that a is preferred to b [4]_;
        the two ways round add up to 1 at most. It replaces the ranking.
    alpha, beta, gamma : number
        The probability thresholds of leaving, of being held, and of others' sanctions.
    attitudes : mapping of (str, str) to str
        ``attitudes[i, j]`` is ``+``, ``0`` or ``-``: the attitude of i toward j. Not
        given: ``+`` to oneself, ``0`` to others [5]_.
    coalitions : sequence of sequences of str
        The coalitions that may form; none given: every one.

    References
    ----------
    .. [1] Li, Hipel, Kilgour & Fang, "Preference uncertainty in the graph model for
       conflict resolution", IEEE Trans. SMC-A, 2004.
    .. [2] Hamouda, Kilgour & Hipel, "Strength of preference in the graph model for
       conflict resolution", Group Decision and Negotiation, 2004.
    .. [3] Bashar, Kilgour & Hipel, "Fuzzy preferences in the graph model for conflict
       resolution", IEEE Trans. Fuzzy Systems, 2012.
    .. [4] Rêgo & dos Santos, "Probabilistic preferences in the graph model for conflict
       resolution", IEEE Trans. SMC: Systems, 2015.
    .. [5] Inohara, Hipel & Walker, "Conflict analysis approaches for investigating
       attitudes and misperceptions in the War of 1812", J. Syst. Sci. Syst. Eng., 2007.
    """

    unknown: Mapping[str, Pairs] = field(default_factory=dict)
    much_better: Mapping[str, Pairs] = field(default_factory=dict)
    degrees: Mapping[str, Square] = field(default_factory=dict)
    thresholds: Mapping[str, Number] = field(default_factory=dict)
    chances: Mapping[str, Square] = field(default_factory=dict)
    alpha: Number = Fraction(1, 2)
    beta: Number = Fraction(1, 2)
    gamma: Number = Fraction(1, 2)
    attitudes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    coalitions: Sequence[Sequence[str]] = ()

    def check(self, model: Model) -> None:
        """Check that this is knowledge about `model`.

        Raises
        ------
        QuestionError
            If it names what the model does not have, or contradicts itself or the ranking.
        """
        known, size = [dm.id for dm in model.decision_makers], len(model.states)
        _check_ids(known, self._ids())
        for pairs in (*self.unknown.values(), *self.much_better.values()):
            _check_pairs(pairs, size)
        for dm, pairs in self.much_better.items():
            _check_strength(model, dm, pairs)
        for tables, fuzzy in ((self.degrees, True), (self.chances, False)):
            for dm, table in tables.items():
                _check_table(dm, table, size, fuzzy=fuzzy)
        self._check_values()

    def _ids(self) -> list[str]:
        by_dm = (self.unknown, self.much_better, self.degrees, self.thresholds, self.chances)
        groups = (*by_dm, *self.attitudes, *self.coalitions)
        return [dm for group in groups for dm in group]

    def _check_values(self) -> None:
        for (i, j), attitude in self.attitudes.items():
            if attitude not in ("+", "0", "-"):
                raise QuestionError(
                    f'the attitude of {i} toward {j} must be "+", "0" or "-", not {attitude!r}'
                )
        for name in ("alpha", "beta", "gamma"):
            if not 0 <= exact(getattr(self, name)) <= 1:
                raise QuestionError(f"{name} must be from 0 to 1")
        for dm, threshold in self.thresholds.items():
            if not 0 < exact(threshold) <= 1:
                raise QuestionError(f"the threshold of {dm} must be over 0 and up to 1")
        if any(not 0 < len(members) == len(set(members)) for members in self.coalitions):
            raise QuestionError("a coalition has one member or more, each named once")


NO_KNOWLEDGE = Knowledge()
"""Nothing known beyond the model."""


def _check_ids(known: list[str], asked: Iterable[str]) -> None:
    for dm in asked:
        if dm not in known:
            raise QuestionError(f'unknown decision maker "{dm}"{did_you_mean(dm, known)}')


def _check_pairs(pairs: Pairs, size: int) -> None:
    if isinstance(pairs, str) or not isinstance(pairs, Iterable):
        raise QuestionError(f"pairs of states are a set of pairs of numbers; found {pairs!r}")
    for pair in pairs:
        if not isinstance(pair, Sequence) or isinstance(pair, str) or len(pair) != 2:
            raise QuestionError(f"{pair!r} is not a pair of two states from 1 to {size}")
        a, b = pair
        if a == b or not (1 <= a <= size and 1 <= b <= size):
            raise QuestionError(f"({a}, {b}) is not a pair of two states from 1 to {size}")


def _check_strength(model: Model, dm: str, pairs: Pairs) -> None:
    ranks = model.ranks(model[dm])
    for better, worse in sorted(pairs):
        if ranks[better - 1] <= ranks[worse - 1]:
            raise QuestionError(
                f"{better} cannot be much better than {worse} for {dm}, who does not prefer it"
            )


def _check_table(dm: str, table: Square, size: int, *, fuzzy: bool) -> None:
    """Check every value, and the two ways round of every pair; equal pairs are looked at once."""
    try:
        is_square = [len(row) for row in table] == [size] * size
        is_flat = is_square and not any(isinstance(x, Sized) for row in table for x in row)
    except TypeError:  # a number where a row, or a table, should be
        is_flat = False
    if not is_flat:
        raise QuestionError(f"the table of {dm} must have {size} rows and {size} columns")
    pairs = {(table[a][b], table[b][a]) for a in range(size) for b in range(a)}
    for one, other in pairs:
        values = exact(one), exact(other)
        if min(values) < 0 or max(values) > 1:
            raise QuestionError(f"the table of {dm} has a number that is not from 0 to 1")
        if sum(values) > 1 or (fuzzy and sum(values) < 1):
            wanted = "to 1" if fuzzy else "to 1 at most"
            raise QuestionError(
                f"{one} and {other}, the two ways round of a pair of {dm}, do not add up {wanted}"
            )
