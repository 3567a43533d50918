"""The nearest orders that do what is wanted, by swaps of neighbours."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.display import ShownInLine
from satumeja.model import Model, Ranks
from satumeja.stability import concepts_named
from satumeja.stability.explicit import Batch

__all__ = ["MOST_TRIED", "Nearest", "Order", "Orders", "Trial", "nearest"]

Order = tuple[int, ...]
Orders = tuple[Order, ...]

MOST_TRIED = 20_000
"""So many combinations of orders are tried before a search is given up; fewer of long ones."""

_AT_ONCE = 2048
_CELLS = 1 << 22


@dataclass(frozen=True, repr=False)
class Nearest(ShownInLine):
    """The orders that do what is wanted with the fewest swaps of neighbours.

    Parameters
    ----------
    swaps : int or None
        How few swaps are enough; None where none of those tried are.
    searched : int
        Up to how many swaps all orders were tried.
    orders : tuple of tuple of order
        What is enough: for each list given its new order, as places in the old one.
    exhausted : bool
        Whether there are no orders but those tried.

    See Also
    --------
    Changes : What it is a part of.
    """

    swaps: int | None
    searched: int
    orders: tuple[Orders, ...]
    exhausted: bool = False


class Trial:
    """Whether a state is an equilibrium under other preferences of the same conflict."""

    def __init__(self, model: Model, state: int, concepts: Sequence[str]) -> None:
        self.model, self.state, self.concepts = model, state, concepts
        self.ranks: list[Ranks] = [model.ranks(dm) for dm in model.decision_makers]
        self._batch = Batch(model)

    def holds(self, profiles: Sequence[Mapping[int, NDArray[Any]]]) -> NDArray[np.bool_]:
        """Decide it for profiles that replace the ranks of some decision makers, by place."""
        tables = [
            np.stack([profile.get(place, own) for profile in profiles], axis=1)
            for place, own in enumerate(self.ranks)
        ]
        ids = [concept.id for concept in concepts_named(self.concepts)]
        stable = self._batch.stable(np.stack(tables), ids)
        verdicts = [
            stable[ids.index(concept), place, self.state]
            for place, concept in enumerate(self.concepts)
        ]
        everybody: NDArray[np.bool_] = np.logical_and.reduce(verdicts)
        return everybody


def nearest(
    start: Orders,
    makers: Sequence[int],
    ranks_of: Callable[[int, Order], NDArray[Any]],
    trial: Trial,
) -> Nearest:
    """Find the fewest swaps of neighbours in some lists after which a state holds.

    Parameters
    ----------
    start : tuple of order
        The lists, one for each of `makers`.
    makers : sequence of int
        Whose lists they are, by place in the model.
    ranks_of : function
        The ranks that follow from a decision maker's list.
    trial : Trial
        The state and the concept.

    Notes
    -----
    Breadth first: all combinations of orders at k swaps in all, before any at k + 1.
    A layer that would go beyond 20,000 combinations, or four million ranks of a decision
    maker, is not begun.
    """
    seen, most = {start}, min(MOST_TRIED, _CELLS // len(trial.ranks[0]))
    width = sum(max(len(order) - 1, 0) for order in start)
    layer, swaps, ranked = [start], 0, dict[tuple[int, Order], NDArray[Any]]()

    def profile(orders: Orders) -> dict[int, NDArray[Any]]:
        for maker, order in zip(makers, orders, strict=True):
            if (maker, order) not in ranked:
                ranked[maker, order] = ranks_of(maker, order)
        return {m: ranked[m, order] for m, order in zip(makers, orders, strict=True)}

    while layer:
        enough = [orders for orders, holds in _tried(layer, profile, trial) if holds]
        if enough:
            return Nearest(swaps, swaps, tuple(enough))
        # An estimate of the next layer, each of its orders taken to be met once for each swap.
        if len(seen) + len(layer) * width // (swaps + 1) > most:
            return Nearest(None, swaps, ())
        following = list(dict.fromkeys(n for orders in layer for n in _swapped(orders)))
        layer = [orders for orders in following if orders not in seen]
        seen.update(layer)
        swaps += 1
    return Nearest(None, swaps - 1, (), exhausted=not layer)


def _tried(
    layer: Sequence[Orders],
    profile: Callable[[Orders], dict[int, NDArray[Any]]],
    trial: Trial,
) -> Iterator[tuple[Orders, bool]]:
    left = iter(layer)
    while some := list(islice(left, _AT_ONCE)):
        yield from zip(
            some, trial.holds([profile(orders) for orders in some]).tolist(), strict=True
        )


def _swapped(orders: Orders) -> Iterator[Orders]:
    """Give the lists with one pair of neighbours swapped."""
    for k, order in enumerate(orders):
        for j in range(len(order) - 1):
            other = (*order[:j], order[j + 1], order[j], *order[j + 2 :])
            yield (*orders[:k], other, *orders[k + 1 :])
