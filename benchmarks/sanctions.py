"""Do threats of sanctions end as our engines say, by orderings stated before?

Usage: ``python benchmarks/sanctions.py FILE [--profiles N] [--seed N]``. FILE is a CSV table, a
row a pair of states in ten years: ``dyadID``; how often a challenge ended with the target giving
in (``cd``), the sender standing firm (``sf``) or backing down (``bd``), and the months without
one (``sq``); the costs that were anticipated, ``anticipatedsendercosts`` and
``anticipatedtargetcosts``, 0 none (or none that was written down), 1 minor, 2 major, 3 severe.
It is not part of the project.

What is not known here is what either side preferred. Stated from the two costs alone, when the
totals of each end and of each cost had been seen but not how they go together, and never fitted
(`preferences.challenges.stated`):

- sender: that the target gives in is best. Own cost 2 or more: backing down before standing
  firm (cd > sq > bd > sf). Cost 1: a threat once made is carried out, but no threat would be
  better (cd > sq > sf > bd). No cost: sanctions before the status quo (cd > sf > sq > bd).
- target: sq > bd > cd > sf where its own cost is 2 or more, else sq > bd > sf > cd.

So little is known that the answer is given a second time for *all* orderings that the meaning
of the outcomes allows (`consistent`; for the sender cd is best and sq above bd, for the target
sq and bd are above cd and sf): which share of the challenges can be a hit at all, and which must
be. Where that is from none to all, the data cannot show anything about the concept.

Asked are the threat "impose if they resist" once the challenge is made (`satumeja.table.threats`:
not credible, the sender backs down; credible and deterring, the target gives in; else it is
carried out), and the five concepts (`satumeja.questions.backtest.backtest` with its four nulls).
The nulls of the threat: one of three ends drawn at random (*share*); the costs of both drawn
from all challenges (*exchanged*). Beside them stands "always the most frequent end", which
knows the outcomes. A pair of states counts once, however often it was in such a conflict: its
hits are averaged, and for p it is a hit only where it always was, by its greatest chance, which
makes p too large rather than too small. From `sf` no step leads on, so it holds under every
concept and ranking: the null *rankings* is there to show that such a hit is worth nothing.
Months of ``sq`` are not scored: that nothing happens in a month is foretold by anybody.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from preferences.challenges import (
    ENDS,
    STATES,
    Orders,
    conflict,
    consistent,
    foreseen,
    stated,
    threatened,
)
from preferences.columns import UnreadableError, whole_numbers
from preferences.scoring import Against

from satumeja.questions.backtest import Backtest, Case, backtest

COSTS = ("anticipatedsendercosts", "anticipatedtargetcosts")
COLUMNS = ("dyadID", *STATES, *COSTS)
SEVERE = 3


@dataclass(frozen=True)
class Challenge:
    """A challenge: between whom, at which anticipated costs, and how it ended."""

    pair: int
    costs: tuple[int, int]
    end: str

    @property
    def orders(self) -> Orders:
        """What both prefer, as stated from the costs."""
        return stated(*self.costs)


def read_challenges(path: Path) -> tuple[list[Challenge], int]:
    """Read the challenges, and how many months had none; `UnreadableError` where it cannot be."""
    challenges, quiet = [], 0
    for row, (pair, *counts, sender, target) in enumerate(whole_numbers(path, COLUMNS), start=1):
        if max(sender, target) > SEVERE:
            raise UnreadableError(f"{path}: row {row}: anticipated costs are from 0 to {SEVERE}")
        ends = dict(zip(STATES, counts, strict=True))
        quiet += ends["sq"]
        for end in ENDS:
            challenges += [Challenge(pair, (sender, target), end)] * ends[end]
    if not challenges:
        raise UnreadableError(f"{path}: no challenge in any row")
    return challenges, quiet


def by_pair(challenges: Sequence[Challenge]) -> list[list[Challenge]]:
    """Put together what counts once."""
    pairs = defaultdict[int, list[Challenge]](list)
    for challenge in challenges:
        pairs[challenge.pair].append(challenge)
    return list(pairs.values())


def _mean(values: Sequence[Fraction | bool]) -> Fraction:
    return Fraction(sum(values)) / len(values)


def threat_scores(challenges: Sequence[Challenge]) -> dict[str, Against]:
    """Score what the threat leads to against an end at random, and costs exchanged."""
    drawn = Counter(threatened(challenge.orders) for challenge in challenges)
    nulls: dict[str, Callable[[Challenge], Fraction]] = {
        "share": lambda _: Fraction(1, len(ENDS)),
        "exchanged": lambda challenge: Fraction(drawn[challenge.end], len(challenges)),
    }
    pairs = by_pair(challenges)
    hits = tuple(_mean([threatened(c.orders) == c.end for c in pair]) for pair in pairs)
    scores = {}
    for null, chance in nulls.items():
        chances = [[chance(challenge) for challenge in pair] for pair in pairs]
        scores[null] = Against(hits, tuple(map(_mean, chances)), tuple(map(max, chances)))
    return scores


def bounds(
    challenges: Sequence[Challenge], allowed: Sequence[Orders]
) -> tuple[Fraction, Fraction]:
    """Give the least and greatest rate of hits of the threat over orderings that are allowed."""
    ends = {threatened(orders) for orders in allowed}
    least, greatest = (
        _mean([_mean([holds(c.end, ends) for c in pair]) for pair in by_pair(challenges)])
        for holds in (lambda end, ends: ends == {end}, lambda end, ends: end in ends)
    )
    return least, greatest


def concept_scores(challenges: Sequence[Challenge], profiles: int, seed: int) -> Backtest:
    """Ask the product's own backtest about every challenge."""
    cases = [
        Case(f"{k}", conflict(c.orders), (STATES[c.end],), f"{c.pair}")
        for k, c in enumerate(challenges)
    ]
    return backtest(cases, profiles=profiles, seed=seed)


def lines(challenges: Sequence[Challenge], quiet: int, result: Backtest) -> Iterator[str]:
    """Write what was measured."""
    pairs, ends = by_pair(challenges), Counter(challenge.end for challenge in challenges)
    counted = ", ".join(f"{end} {ends[end]}" for end in ENDS)
    yield f"{len(challenges)} challenges between {len(pairs)} pairs of states: {counted}"
    yield f"months without one, not scored: {quiet}"
    yield "the threat, by orderings stated from costs:"
    for null, against in threat_scores(challenges).items():
        hit = float(_mean(against.hits))
        skill = "none" if against.skill is None else f"{against.skill:.2f}"
        yield (
            f"  against {null:<9} hit {hit:.3f}  chance {against.rate:.3f}  skill {skill}  "
            f"p {against.p:.2g}"
        )
    yield from _table(challenges)
    often = max(ENDS, key=lambda end: _rate(pairs, end))
    yield f"  always {often}, which knows the outcomes: {float(_rate(pairs, often)):.3f}"
    for told, allowed in (
        ("all orderings the outcomes allow", consistent()),
        ("those of a sender who foresees the end", [o for o in consistent() if foreseen(o)]),
    ):
        least, greatest = map(float, bounds(challenges, allowed))
        yield f"  {told} ({len(allowed)}): hits from {least:.3f} to {greatest:.3f}"
    yield "the concepts, by orderings stated from costs (skill and p against each null):"
    for concept in result.concepts:
        rows = [row for row in result.rows if row.concept == concept]
        size = sum(len(row.predicted) for row in rows) / len(rows)
        scores = [score for score in result.scores if score.concept == concept]
        told = "  ".join(
            f"{s.null} {'none' if s.skill is None else f'{s.skill:.2f}'} ({s.p:.2g})"
            for s in scores
        )
        yield f"  {concept:<4} size {size:.2f}  hit {scores[0].hits / len(pairs):.3f}  {told}"


def _rate(pairs: Sequence[Sequence[Challenge]], end: str) -> Fraction:
    return _mean([_mean([challenge.end == end for challenge in pair]) for pair in pairs])


def _table(challenges: Sequence[Challenge]) -> Iterator[str]:
    """Count how the challenges ended by how they were said to end."""
    counted = Counter((threatened(c.orders), c.end) for c in challenges)
    for said in ENDS:
        yield f"  said {said}: " + ", ".join(f"{end} {counted[said, end]}" for end in ENDS)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("file", type=Path, help="the table of pairs of states")
    options.add_argument("--profiles", type=int, default=5_000)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args(arguments)
    try:
        challenges, quiet = read_challenges(chosen.file)
    except UnreadableError as error:
        print(error, file=sys.stderr)
        return 1
    result = concept_scores(challenges, chosen.profiles, chosen.seed)
    print("\n".join(lines(challenges, quiet, result)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
