"""A better order of the variables, found by moving one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

__all__ = ["Arrangeable", "sift"]

_GROWTH = 1.03
"""A variable goes on in one direction as long as the diagrams are at most so much larger."""


class Arrangeable(Protocol):
    """Diagrams whose variables can change places."""

    def arrange(self, names: Sequence[str]) -> int:
        """Put the variables in an order, and return how many nodes there are then."""


def sift(
    diagrams: Arrangeable, names: Sequence[str], moving: Iterable[str], end: int
) -> list[str]:
    """Move each of some variables to the place where the diagrams are smallest.

    Parameters
    ----------
    diagrams : Arrangeable
        The diagrams, without any that nobody needs.
    names : sequence of str
        The order of their variables.
    moving : iterable of str
        Those that are moved, one after the other.
    end : int
        How many places at the beginning of the order they move among.

    Returns
    -------
    list of str
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
    order = list(names)
    size = diagrams.arrange(order)
    for name in moving:
        size = _sift_one(diagrams, order, name, end, size)
    return order


def _sift_one(diagrams: Arrangeable, order: list[str], name: str, end: int, size: int) -> int:
    """Move one variable, in `order` too; return how large the diagrams are then."""
    place = order.index(name)
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
