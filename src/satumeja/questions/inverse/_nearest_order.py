"""The order nearest to a ranking in which some states come above others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from satumeja.errors import LimitError
from satumeja.model import Ranks

__all__ = ["APART", "Blocks", "Placed", "Wanted"]

Pair = tuple[int, int]
Wanted = frozenset[Pair]
"""Pairs of blocks of which the first is to come above the second."""

APART = -1
"""The block that is one state alone, whatever it is tied with."""

# The sets of blocks that may stand above the rest double with each block; beyond so many at
# one size an answer would take minutes.
_MOST_SETS = 4000

Costs = NDArray[np.int64]


@dataclass(frozen=True)
class Placed:
    """An order: how many preferences it gives up, and the blocks that leave their places.

    `moved` has them from the top: the block, and how many of the levels that stay are
    above it.
    """

    changes: int
    moved: tuple[Pair, ...]


class Blocks:
    """A ranking as blocks of states liked equally, one state standing apart from its own.

    Parameters
    ----------
    ranks : array, shape (n,)
        Higher is better.
    state : int
        The state (0-based) that stands apart, as the block `APART`. Any other block is
        named by its level, 0 the best.

    Attributes
    ----------
    tried : int
        How often a block was tried in a place so far.

    Notes
    -----
    States liked equally stay so. A change is a preference between two states that is given
    up, so moving a block past another costs the product of their sizes.

    Examples
    --------
    >>> blocks = Blocks(np.array([4, 3, 2, 1]), 3)
    >>> blocks.nearest(frozenset([(APART, 1)]))  # the last above the second
    Placed(changes=2, moved=((-1, 1), (1, 1)))
    >>> blocks.ranks(frozenset([(APART, 1)])).tolist()
    [4, 2, 1, 3]
    """

    def __init__(self, ranks: Ranks, state: int) -> None:
        self.state = state
        self._levels = np.unique(-np.asarray(ranks, dtype=np.int64), return_inverse=True)[1]
        self._own = int(self._levels[state])
        self._sizes = np.bincount(self._levels).astype(np.int64)
        self._sizes[self._own] -= 1
        self._nearest = dict[Wanted, Placed | None]()
        self.tried = 0

    def block(self, state: int) -> int:
        """Return the block a state is in."""
        return APART if state == self.state else int(self._levels[state])

    def level(self, block: int) -> int:
        """Return the level of a block, 0 the best."""
        return self._own if block == APART else block

    def past(self, level: int) -> int:
        """Count the preferences given up if the state apart alone rises above a level."""
        return int(self._sizes[level : self._own].sum())

    def nearest(self, wanted: Wanted) -> Placed | None:
        """Find the order that gives up the fewest preferences; None where there is none.

        Raises
        ------
        LimitError
            If too many blocks are in question.

        Notes
        -----
        Blocks that nothing is wanted of keep their order among themselves, and so do blocks
        of which the same is wanted: exchanging two of them never costs more. The others are
        placed from the top down, by every set of them that may stand above the rest and
        every level they may stand at: sets x levels steps.
        """
        if wanted not in self._nearest:
            self._nearest[wanted] = self._searched(wanted) if wanted else Placed(0, ())
        return self._nearest[wanted]

    def ranks(self, wanted: Wanted) -> Ranks:
        """Rank the states in the order that `nearest` finds; there must be one."""
        placed = self.nearest(wanted)
        assert placed is not None, "no such order"  # noqa: S101
        # Blocks that stay stand at odd places, so that even ones are the gaps between them.
        places = np.stack([2 * self._levels + 1, np.zeros_like(self._levels)], axis=1)
        for turn, (block, gap) in enumerate(placed.moved):
            members = self._levels == block
            members[self.state] = block == APART
            places[members] = (2 * gap, turn)
        order = np.unique(places, axis=0, return_inverse=True)[1].ravel()
        ranks: Ranks = (order.max() + 1 - order).astype(np.int32)
        return ranks

    def _searched(self, wanted: Wanted) -> Placed | None:
        blocks = sorted({b for pair in wanted for b in pair}, key=lambda b: (self.level(b), b))
        above, gaps = _above(blocks, wanted), self._gap_costs(blocks)
        costs = {0: np.zeros(len(self._sizes) + 1, dtype=np.int64)}
        last, front = dict[int, Costs](), [0]
        for _ in blocks:
            following = dict[int, None]()
            for placed in front:
                # The next block may stand in any gap at or below the one before it.
                start = np.minimum.accumulate(costs[placed])
                for k, block in enumerate(blocks):
                    if placed >> k & 1 or above[k] & ~placed:
                        continue
                    self.tried += 1
                    after, cost = placed | 1 << k, start + gaps[k]
                    cost = cost + self._passed(block, [b for j, b in enumerate(blocks)
                                                       if placed >> j & 1])  # fmt: skip
                    _keep(costs, last, after, cost, k)
                    following[after] = None
            if len(following) > _MOST_SETS:
                raise LimitError("too many states would have to change places to look at")
            front = list(following)
        return _traced(costs, last, front[0], blocks) if front else None

    def _gap_costs(self, blocks: Sequence[int]) -> list[Costs]:
        """Count for each block what it passes, of those that stay, to stand in each gap."""
        staying = self._sizes.copy()
        staying[[block for block in blocks if block != APART]] = 0
        staying[self._own] += APART not in blocks
        total = np.concatenate([[0], np.cumsum(staying)])
        gaps = np.arange(len(total))
        costs = list[Costs]()
        for block in blocks:
            level = self.level(block)
            up = total[level] - total[np.minimum(gaps, level)]
            down = total[np.maximum(gaps, level + 1)] - total[level + 1]
            costs.append((up + down) * self._size(block))
        return costs

    def _passed(self, block: int, above: Sequence[int]) -> int:
        """Count what a block gives up to those that move above it and were below it."""
        risen = [self._size(b) for b in above if self.level(b) > self.level(block)]
        return sum(risen) * self._size(block)

    def _size(self, block: int) -> int:
        return 1 if block == APART else int(self._sizes[block])


def _above(blocks: Sequence[int], wanted: Wanted) -> list[int]:
    """Return what is to stand above each block, as bit sets over the list of blocks."""
    place = {block: k for k, block in enumerate(blocks)}
    above, below = [0] * len(blocks), [0] * len(blocks)
    for high, low in wanted:
        above[place[low]] |= 1 << place[high]
        below[place[high]] |= 1 << place[low]
    # Blocks of which the same is wanted keep their order: exchanging two never costs less,
    # and each order is then looked at once.
    alike, standing = dict[Pair, int](), list(above)
    for k, same in enumerate(zip(above, below, strict=True)):
        if same in alike:
            standing[k] |= 1 << alike[same]
        alike[same] = k
    return standing


def _keep(
    costs: dict[int, Costs], last: dict[int, Costs], after: int, cost: Costs, k: int
) -> None:
    if after not in costs:
        costs[after], last[after] = cost, np.full(len(cost), k)
        return
    # Strictly less, so that among equals the first tried stays and answers do not depend
    # on the order of a dict.
    less = cost < costs[after]
    costs[after] = np.where(less, cost, costs[after])
    last[after] = np.where(less, k, last[after])


def _traced(
    costs: dict[int, Costs], last: dict[int, Costs], placed: int, blocks: Sequence[int]
) -> Placed:
    """Follow the choices back from the lowest block."""
    gap, moved = int(np.argmin(costs[placed])), list[Pair]()
    changes = int(costs[placed][gap])
    while placed:
        k = int(last[placed][gap])
        moved.append((blocks[k], gap))
        placed &= ~(1 << k)
        gap = int(np.argmin(costs[placed][: gap + 1]))
    return Placed(changes, tuple(moved[::-1]))
