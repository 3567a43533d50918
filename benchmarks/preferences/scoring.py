"""Hits beside what chance gives: the share of what was possible, and values exchanged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from random import Random
from statistics import fmean

from preferences.divisions import PREDICTIONS, Agreement, Situation, Split
from satumeja.questions.backtest import at_least

__all__ = ["Against", "Scored", "Shuffles", "score_agreements"]


@dataclass(frozen=True)
class Against:
    """Hits of a prediction against one null.

    Parameters
    ----------
    hits : tuple of bool or Fraction
        Of each agreement; of what counts once though it happened more often, the mean.
    chances : tuple of Fraction
        Of a hit in each under the null; the mean likewise.
    greatest : tuple of Fraction, optional
        The greatest chance among what counts once.
    """

    hits: tuple[bool | Fraction, ...]
    chances: tuple[Fraction, ...]
    greatest: tuple[Fraction, ...] = ()

    @cached_property
    def rate(self) -> float:
        """The mean chance."""
        return float(sum(self.chances) / len(self.chances))

    @property
    def skill(self) -> float | None:
        """The share that hits win of what chance leaves; None where it leaves nothing."""
        chance = sum(self.chances)
        left = len(self.hits) - chance
        return float((sum(self.hits) - chance) / left) if left else None

    @property
    def p(self) -> float:
        """The chance of as many hits or more, exact, agreements being independent.

        What counts once is a hit here only where it always was one, by its greatest chance.
        """
        return at_least(sum(hit == 1 for hit in self.hits), self.greatest or self.chances)


@dataclass(frozen=True)
class Shuffles:
    """Hits with the values of all partners shuffled, again and again.

    Parameters
    ----------
    hits : tuple of int
        In each shuffle.
    reached : int
        Shuffles with as many hits as the true values have, or more.
    """

    hits: tuple[int, ...]
    reached: int

    @property
    def p(self) -> float:
        """The p of a permutation test: the true values are one of the ways to shuffle."""
        return (self.reached + 1) / (len(self.hits) + 1)


@dataclass(frozen=True)
class Scored:
    """How one prediction did.

    Parameters
    ----------
    prediction : str
        One of `PREDICTIONS`.
    size : float
        How many splits it has on the mean.
    share, exchanged : Against
        Against a split drawn from those that give both something, as many of them as it has;
        against the values of a partner drawn from all who divided as many things.
    shuffles : Shuffles
        The second null once more, as a permutation test.
    """

    prediction: str
    size: float
    share: Against
    exchanged: Against
    shuffles: Shuffles

    @property
    def hit(self) -> float:
        """The share of agreements that it contains."""
        return fmean(map(float, self.share.hits))


Partners = Mapping[Split, Counter[tuple[int, ...]]]
"""By the counts of things, how often a partner had which values."""


def score_agreements(
    agreements: Sequence[Agreement], *, shuffles: int = 1_000, seed: int = 1
) -> tuple[Scored, ...]:
    """Score the predictions, in the order of `PREDICTIONS`."""
    partners = defaultdict[Split, Counter[tuple[int, ...]]](Counter)
    for agreement in agreements:
        partners[agreement.situation.counts][agreement.situation.b] += 1
    known = dict[Situation, Situation]()

    def contains(agreement: Agreement, b: tuple[int, ...], prediction: str) -> bool:
        asked = Situation(agreement.situation.counts, agreement.situation.a, b)
        return agreement.split in known.setdefault(asked, asked).predicted[prediction]

    scored = []
    for prediction in PREDICTIONS:
        # By agreement and values of a partner: the hits, from which both nulls are made.
        tables = [
            {b: contains(each, b, prediction) for b in partners[each.situation.counts]}
            for each in agreements
        ]
        hits = tuple(t[each.situation.b] for t, each in zip(tables, agreements, strict=True))
        situations = [known[each.situation] for each in agreements]
        sizes = [len(situation.predicted[prediction]) for situation in situations]
        shares = tuple(
            Fraction(size, len(situation.for_both)) if size else Fraction(0)
            for size, situation in zip(sizes, situations, strict=True)
        )
        exchanged = tuple(
            Fraction(sum(n for b, n in drawn.items() if table[b]), drawn.total())
            for table, each in zip(tables, agreements, strict=True)
            for drawn in [partners[each.situation.counts]]
        )
        scored.append(
            Scored(
                prediction,
                fmean(sizes),
                Against(hits, shares),
                Against(hits, exchanged),
                _shuffled(agreements, tables, sum(hits), Random(seed), shuffles),
            )
        )
    return tuple(scored)


def _shuffled(
    agreements: Sequence[Agreement],
    tables: Sequence[Mapping[tuple[int, ...], bool]],
    true_hits: int,
    rng: Random,
    times: int,
) -> Shuffles:
    """Shuffle the values of partners among agreements on as many things."""
    groups = defaultdict[Split, list[int]](list)
    for place, agreement in enumerate(agreements):
        groups[agreement.situation.counts].append(place)
    values = {
        counts: [agreements[place].situation.b for place in places]
        for counts, places in groups.items()
    }
    counted = []
    for _ in range(times):
        hits = 0
        for counts, places in groups.items():
            rng.shuffle(values[counts])
            hits += sum(tables[k][b] for k, b in zip(places, values[counts], strict=True))
        counted.append(hits)
    return Shuffles(tuple(counted), sum(hits >= true_hits for hits in counted))
