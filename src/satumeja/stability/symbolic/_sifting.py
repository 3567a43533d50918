"""A better order of the variables, found by moving one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

__all__ = ["Arrangeable", "sift"]

_GROWTH = 1.03
"""A variable goes on in one direction as long as the diagrams are at most so much larger."""


class Arrangeable(Protocol):
    """Diagrams whose variables can change places; each has a number."""

    def arrange(self, places: Sequence[int]) -> int:
        """Put the variables in an order, and return how many nodes there are then."""

    def check(self) -> None:
        """Raise an error where more is taken than may be."""


def sift(
    diagrams: Arrangeable, before: Sequence[int], moving: Iterable[int], end: int
) -> list[int]:
    """Move each of some variables to the place where the diagrams are smallest.

    Parameters
    ----------
    diagrams : Arrangeable
        The diagrams, without any that nobody needs.
    before : sequence of int
        The order of their variables.
    moving : iterable of int
        Those that are moved, one after the other.
    end : int
        How many places at the beginning of the order they move among.

    Returns
    -------
    list of int
        The new order, which they have.

    Notes
    -----
    Sifting [1]_: as many exchanges of neighbours as there are variables and places at the
    most, each at the cost of the nodes of two variables.

    References
    ----------
    .. [1] Rudell, "Dynamic variable ordering for ordered binary decision diagrams",
       International Conference on Computer-Aided Design, 1993.
    """
    order = list(before)
    size = diagrams.arrange(order)
    for variable in moving:
        diagrams.check()
        size = _sift_one(diagrams, order, variable, end, size)
    return order


def _sift_one(diagrams: Arrangeable, order: list[int], variable: int, end: int, size: int) -> int:
    """Move one variable, in `order` too; return how large the diagrams are then."""
    place = order.index(variable)
    best, least = place, size
    # To the nearer end first, as the way back is gone over again.
    for step in (-1, 1) if place < end - place else (1, -1):
        while 0 <= place + step < end and size <= _GROWTH * least:
            order[place], order[place + step] = order[place + step], order[place]
            place, size = place + step, diagrams.arrange(order)
            if size < least:
                best, least = place, size
        if size > _GROWTH * least:
            order.insert(best, order.pop(place))
            place, size = best, diagrams.arrange(order)
    order.insert(best, order.pop(place))
    return diagrams.arrange(order) if place != best else size
