"""Two people who divide things, as a conflict, and what our engines say they would agree on.

*a* says what it keeps, *b* agrees to the rest; where they do not agree nobody has anything.
That is a model in option form: an option of *a* for each thing it keeps (of one kind, the
second only with the first), one of *b* to agree. Points of *b* are those of everything for
agreeing, less those of what *a* keeps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from satumeja.model import (
    Binary,
    DecisionMaker,
    Is,
    Model,
    Not,
    Option,
    OptionStates,
    Rule,
    Text,
    Weighting,
)
from satumeja.table import deals, packages, with_points

__all__ = ["PREDICTIONS", "Agreement", "Situation", "Split", "division"]

Split = tuple[int, ...]
"""How many of each kind *a* gets."""

PREDICTIONS = ("efficient", "nash", "kalai")
"""What is scored, in this order: efficient deals, the Nash package, the egalitarian package."""


@dataclass(frozen=True)
class Situation:
    """What there is to divide, and what one of each kind is worth to either.

    Parameters
    ----------
    counts : tuple of int
        How many there are of each kind.
    a, b : tuple of int
        Points of one of each kind.
    """

    counts: Split
    a: tuple[int, ...]
    b: tuple[int, ...]

    @cached_property
    def predicted(self) -> dict[str, frozenset[Split]]:
        """The splits that each of `PREDICTIONS` contains, by the rooms of the product."""
        model = division(self.counts)
        everything = sum(n * worth for n, worth in zip(self.counts, self.b, strict=True))
        own, other = dict[str, int](), {"agree": everything}
        for kind, count in enumerate(self.counts):
            for nth in range(count):
                own[_thing(kind, nth)] = self.a[kind]
                other[_thing(kind, nth)] = -self.b[kind]
        model = with_points(model, {"a": own, "b": other})
        agreed, beats = deals(model), packages(model, no_deal="status_quo")
        chosen = {solution.name: solution.states for solution in beats.solutions}
        states = {"efficient": agreed.numbers[agreed.efficient].tolist()} | {
            name: chosen.get(name, ()) for name in ("nash", "kalai")
        }
        return {name: _splits(model, self.counts, states[name]) for name in PREDICTIONS}

    @cached_property
    def for_both(self) -> frozenset[Split]:
        """The splits that give both something: all deals, efficient or not."""
        return frozenset(
            split
            for split in splits(self.counts)
            if _worth(self.a, split) and _worth(self.b, _rest(self.counts, split))
        )


@dataclass(frozen=True)
class Agreement:
    """A situation, and what *a* got in it."""

    situation: Situation
    split: Split


@cache
def division(counts: Split) -> Model:
    """Model the division of things, as many of each kind, of which nothing is agreed yet."""
    things = [(kind, nth) for kind, count in enumerate(counts) for nth in range(count)]
    place = {thing: k for k, thing in enumerate(things)}
    agree = len(things)
    rules = []
    for kind, nth in things:
        needs = place[kind, nth - 1] if nth else agree
        rules.append(Rule(Binary("and", Is(place[kind, nth]), Not(Is(needs))), "", "requires"))
    nothing = Weighting({})
    keeps = tuple(Option(_thing(*thing), Text(_thing(*thing))) for thing in things)
    makers = (
        DecisionMaker("a", Text("A"), nothing, keeps),
        DecisionMaker("b", Text("B"), nothing, (Option("agree", Text("agree")),)),
    )
    return Model(Text("A division"), makers, tuple(rules), status_quo=0)


@cache
def splits(counts: Split) -> tuple[Split, ...]:
    """List what *a* may get."""
    if not counts:
        return ((),)
    return tuple((first, *rest) for first in range(counts[0] + 1) for rest in splits(counts[1:]))


def _thing(kind: int, nth: int) -> str:
    return f"keep_{kind + 1}_{nth + 1}"


def _splits(model: Model, counts: Split, states: Sequence[int]) -> frozenset[Split]:
    """Read off states how many things of each kind *a* keeps."""
    space = model.states
    assert isinstance(space, OptionStates)
    read = []
    for state in states:
        code, kept = int(space.decimal(state)), list[int]()
        for count in counts:
            kept.append((code & ((1 << count) - 1)).bit_count())
            code >>= count
        read.append(tuple(kept))
    return frozenset(read)


def _rest(counts: Split, split: Split) -> Split:
    return tuple(count - got for count, got in zip(counts, split, strict=True))


def _worth(points: Sequence[int], things: Split) -> int:
    return sum(p * n for p, n in zip(points, things, strict=True))
