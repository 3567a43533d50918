"""The dense layout where the compiled kernel follows the chains of improvements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from satumeja.model import DecisionMaker, OptionStates
from satumeja.stability.explicit._dense import Cells, Dense
from satumeja.stability.explicit._option_moves import OptionMoves
from satumeja.stability.kernel import BlockOrder, best_after_chains, lowest_by_chains, sort_blocks

__all__ = ["CompiledDense"]


class CompiledDense(Dense):
    """Moves over a cube of all combinations of options, their chains followed by the kernel.

    Parameters
    ----------
    states, decision_makers, ranks
        As of `Dense`; nobody has more options than the kernel covers.

    Notes
    -----
    Blocks take two bytes a cell and decision maker, whatever options are one-way.
    """

    alone = True

    def __init__(
        self,
        states: OptionStates,
        decision_makers: Sequence[DecisionMaker],
        ranks: Sequence[Cells],
    ) -> None:
        self._orders: dict[int, BlockOrder] = {}
        super().__init__(states, decision_makers, ranks)

    def reranked(self, ranks: Sequence[Cells], anew: Sequence[int]) -> Self:
        """Return the same moves under other ranks, which differ for those in `anew` alone."""
        new = super().reranked(ranks, anew)
        new._orders = {k: order for k, order in self._orders.items() if k not in anew}
        return new

    def improves_as(self, other: Self, mover: int) -> bool:
        """Say whether `mover` improves by the same moves as in `other`; False if in doubt."""
        if mover not in other._orders:  # no credible concept was decided there
            return False
        return np.array_equal(self._order(mover).order, other._orders[mover].order)

    def prepare(self, mover: int) -> None:
        """Sort the blocks of `mover`, which its chains of improvements need."""
        self._order(mover)

    def _order(self, mover: int) -> BlockOrder:
        if mover not in self._orders:
            start, width = self._field(mover)
            one_way, back = self._one_way[mover] >> start, self._back & self._own[mover]
            ranks = self._flat(self.ranks[mover])
            self._orders[mover] = sort_blocks(ranks, start, width, one_way, back >> start)
        return self._orders[mover]

    def credible(self, values: Mapping[int, Sequence[Cells]]) -> dict[int, list[Cells]]:
        """Return the lowest values that improvements of the others of each lead to.

        Parameters
        ----------
        values : mapping of int to sequence of unsigned array
            By whose stability is decided, by place: one or two, of the same type.

        Returns
        -------
        dict of int to list of unsigned array
            The start included; infeasible cells hold 0.
        """
        return {
            focal: [
                lowest.reshape(self._shape)
                for lowest in lowest_by_chains(*self._asked(focal, some))
            ]
            for focal, some in values.items()
        }

    def thresholds(self, focal: int, values: Sequence[Cells]) -> list[Cells]:
        """Return the rank of the best state `focal` holds by a move, or by staying.

        Parameters
        ----------
        focal : int
            Whose stability is decided, by place.
        values : sequence of unsigned array
            One or two, of one type: what `focal` is left with where improvements of the
            others end.
        """
        if self._one_way[focal]:  # what it can hold differs from state to state of a block
            return OptionMoves.thresholds(self, focal, values)
        return [
            best.reshape(self._by_block(focal))
            for best in best_after_chains(*self._asked(focal, values))
        ]

    def _asked(
        self, focal: int, values: Sequence[Cells]
    ) -> tuple[NDArray[Any], int, int, list[NDArray[Any]], list[BlockOrder]]:
        """Return what the kernel is asked about the opponents of one decision maker."""
        opponents = [k for k, own in enumerate(self._own) if own and k != focal]
        orders = [self._order(mover) for mover in opponents]
        flat = self._flat_values(focal, values)
        return self._flat(self.ranks[focal]), *self._field(focal), flat, orders
