"""A set of states in a form that can be sent to another process."""

from __future__ import annotations

from dataclasses import dataclass

from satumeja.stability.symbolic._space import Node, Space

__all__ = ["Packed", "packed", "unpacked"]

_NONE, _ALL = 0, 1


@dataclass(frozen=True)
class Packed:
    """A set as the nodes of its diagram, successors before each.

    Parameters
    ----------
    names : tuple of str
        The variables that its nodes look at.
    nodes : tuple of (int, int, int)
        Of each node the place of its variable in `names`, and its successors where that is
        false and true: 0 for nothing, 1 for everything, from 2 for the nodes in their order.
    root : int
        The set, in the same numbers.
    """

    names: tuple[str, ...]
    nodes: tuple[tuple[int, int, int], ...]
    root: int


def packed(space: Space, members: Node) -> Packed:
    """Pack a set. Cost: one pass over its nodes."""
    numbers = {space.key(space.none): _NONE, space.key(space.all): _ALL}
    places: dict[str, int] = {}
    nodes = list[tuple[int, int, int]]()
    for node, low, high in space.rising(members):
        place = places.setdefault(space.top(node), len(places))
        nodes.append((place, numbers[low], numbers[high]))
        numbers[space.key(node)] = len(nodes) + 1
    return Packed(tuple(places), tuple(nodes), numbers[space.key(members)])


def unpacked(space: Space, members: Packed) -> Node:
    """Unpack a set into any space that has its variables, in whatever order."""
    variables = [space.variable(name) for name in members.names]
    sets = [space.none, space.all]
    for place, low, high in members.nodes:
        sets.append(space.if_else(variables[place], sets[high], sets[low]))
    return sets[members.root]
