"""Do people with known values agree on what our engines call a good deal?

Usage: ``python benchmarks/agreements.py FILE [--shuffles N] [--seed N]``. FILE is a CSV table of
agreements of two people who divided three kinds of things: ``count1..3`` how many there were,
``a1..3`` and ``b1..3`` what one of each was worth to either, ``a_got1..3`` what the first got.
It is not part of the project; without one there is nothing to measure.

Every situation is made a model (`preferences.divisions`) and asked what `satumeja deals` and
`satumeja packages` are asked: the efficient deals, the Nash package, the egalitarian package.
A hit is an agreement in the set, beside two ways to know nothing:

- *share*: a split drawn from those that give both something;
- *exchanged*: the same question with the values of a partner drawn from all who divided as many
  things, the own ones among them: its chance is exact, and the values are shuffled as well,
  as a permutation test.

Skill is ``sum(hit - chance) / sum(1 - chance)``; p is exact (Poisson-binomial), the agreements
taken as independent. The values were told to people who were paid by them: that they agree on
efficient divisions says that the notion fits, and nothing about a conflict of states.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from preferences.columns import UnreadableError, whole_numbers
from preferences.divisions import PREDICTIONS, Agreement, Situation
from preferences.scoring import Scored, score_agreements

NAMES = dict(
    zip(PREDICTIONS, ("efficient deals", "Nash package", "egalitarian package"), strict=True)
)
COLUMNS = tuple(f"{name}{k}" for name in ("count", "a", "b", "a_got") for k in (1, 2, 3))


def read_agreements(path: Path) -> list[Agreement]:
    """Read agreements; `UnreadableError` where a number cannot be."""
    agreements = []
    for row, numbers in enumerate(whole_numbers(path, COLUMNS), start=1):
        counts, a, b, got = (numbers[k : k + 3] for k in range(0, 12, 3))
        if any(taken > count for taken, count in zip(got, counts, strict=True)):
            raise UnreadableError(f"{path}: row {row}: more was got than there was")
        if sum(counts) > MOST:
            raise UnreadableError(f"{path}: row {row}: more than {MOST} things to divide")
        agreements.append(Agreement(Situation(counts, a, b), got))
    return agreements


MOST = 20


def lines(scored: Sequence[Scored], agreements: Sequence[Agreement]) -> list[str]:
    """Write the table of what was measured."""
    situations = len({agreement.situation for agreement in agreements})
    told = [f"{len(agreements)} agreements in {situations} situations"]
    told.append(
        f"{'predicted':<20} {'size':>5} {'hit':>5}"
        + "".join(f"  {null:>9} {'skill':>5} {'p':>8}" for null in ("share", "exchanged"))
    )
    for each in scored:
        told.append(
            f"{NAMES[each.prediction]:<20} {each.size:5.2f} {each.hit:5.3f}"
            + "".join(
                f"  {against.rate:9.3f} {_number(against.skill)} {_chance(against.p)}"
                for against in (each.share, each.exchanged)
            )
        )
    for each in scored:
        if each.shuffles.hits:
            told.append(
                f"{NAMES[each.prediction]}: values shuffled {len(each.shuffles.hits)} times, "
                f"hits of {min(each.shuffles.hits) / len(agreements):.3f} to "
                f"{max(each.shuffles.hits) / len(agreements):.3f}, p = {each.shuffles.p:.4f}"
            )
    return told


def _number(value: float | None) -> str:
    return " none" if value is None else f"{value:5.2f}"


def _chance(p: float) -> str:
    return " <1e-300" if p < 1e-300 else f"{p:8.1e}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("file", type=Path, help="the table of agreements")
    options.add_argument("--shuffles", type=int, default=1_000)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args(arguments)
    try:
        agreements = read_agreements(chosen.file)
    except UnreadableError as error:
        print(error, file=sys.stderr)
        return 1
    scored = score_agreements(agreements, shuffles=chosen.shuffles, seed=chosen.seed)
    print("\n".join(lines(scored, agreements)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
