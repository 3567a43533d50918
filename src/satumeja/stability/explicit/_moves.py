"""What the explicit engine asks of a layout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray

__all__ = ["Moves", "Values"]

Values = NDArray[np.unsignedinteger]


class Moves(Protocol):
    """Who can move where, over arrays of values laid out as suits the model.

    Values are unsigned whole numbers, 1 for the least preferred; the highest number
    of their type stands for "none", and 0 for a cell that is no state.
    """

    size: int
    ranks: list[Values]
    alone: bool
    """Whether credible concepts are decided for each decision maker by itself at less cost."""

    def lay(self, values: Values) -> Values:
        """Put values of the listed states, shape (n,), into their places."""

    def listed(self, cells: Values) -> Values:
        """Return the values of the listed states, shape (n,)."""

    def best(self, mover: int, values: Values) -> Values:
        """Return the highest value each state can reach by one move of `mover`, or staying."""

    def lowest(
        self, movers: Sequence[int], values: Sequence[Values], *, credible: bool
    ) -> list[Values]:
        """Return the lowest values reachable by legal sequences of `movers`, or staying."""

    def credible(self, values: Mapping[int, Sequence[Values]]) -> dict[int, list[Values]]:
        """Return the lowest values that improvements of the others of each lead to."""

    def thresholds(self, focal: int, values: Sequence[Values]) -> list[Values]:
        """Return the rank of the best state `focal` holds once the others improve, or staying."""

    def reranked(self, ranks: Sequence[Values], anew: Sequence[int]) -> Self:
        """Return the same moves under other ranks, which differ for those in `anew` alone."""

    def improves_as(self, other: Self, mover: int) -> bool:
        """Say whether `mover` improves by the same moves as in `other`; False if in doubt."""

    def prepare(self, mover: int) -> None:
        """Do now what sequences of improvements of `mover` will need."""

    def targets(self, mover: int, state: int) -> NDArray[np.intp]:
        """Return the states (0-based, ascending) that `mover` reaches from `state` in one move."""

    def among(self, mover: int, states: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Say which of some states (0-based) `mover` reaches from which: rows are the starts."""
