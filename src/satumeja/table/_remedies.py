"""The smallest changes of priority that make a threat or promise work."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from satumeja.table._changes import Promotion, statements_of

if TYPE_CHECKING:
    from satumeja.model import Ranks
    from satumeja.table._ground import Ground
    from satumeja.table._reading import Conditional

__all__ = ["Remedy", "remedies"]

Remedy = tuple[Promotion, ...]


def remedies(
    ground: Ground,
    threat: Conditional,
    up_to: Sequence[str],
    works: Callable[[Mapping[str, Ranks]], bool],
) -> tuple[Remedy, ...]:
    """Find the smallest promotions of preference statements after which something works.

    Parameters
    ----------
    ground : Ground
        The model, and its ranks.
    threat : Conditional
        The threat, or promise.
    up_to : sequence of str
        Whom its condition is up to.
    works : function
        Decides by ranks whether it is credible and does what it is for.

    Returns
    -------
    tuple of tuple of Promotion
        Those of its own statement that move it up least; those of one statement of one
        whom the condition is up to that move it least; where neither kind is enough,
        the pairs of both that move least together. Empty where nothing of this helps.

    Notes
    -----
    Every promotion is tried by ranking the states anew, once for all threats on a ground.
    """

    def changed(remedy: Remedy) -> dict[str, Ranks]:
        ranks = dict(ground.ranks)
        for promotion in remedy:
            ranks[promotion.dm] = ground.promoted(promotion)
        return ranks

    def least(tried: Sequence[Remedy]) -> list[Remedy]:
        for _, alike in groupby(sorted(tried, key=_size), key=_size):
            working = [remedy for remedy in alike if works(changed(remedy))]
            if working:
                return working
        return []

    own = [(promotion,) for promotion in _own(threat)]
    smallest, others = least(own), list[Remedy]()
    for dm in up_to:
        theirs = [(promotion,) for promotion in _promotions(ground, dm)]
        others += theirs
        smallest += least(theirs)
    return tuple(smallest or least([(*first, *second) for first in own for second in others]))


def _size(remedy: Remedy) -> int:
    return sum(promotion.statement - promotion.to for promotion in remedy)


def _own(threat: Conditional) -> Iterator[Promotion]:
    for to in range(threat.statement - 1, 0, -1):
        yield Promotion(threat.by, threat.statement, to)


def _promotions(ground: Ground, dm: str) -> Iterator[Promotion]:
    for statement in range(2, len(statements_of(ground.model[dm])) + 1):
        for to in range(statement - 1, 0, -1):
            yield Promotion(dm, statement, to)
