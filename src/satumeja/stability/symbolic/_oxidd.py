"""Sets by the library ``oxidd``, which is written in Rust."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from oxidd.bcdd import BCDDManager
from oxidd.util import BooleanOperator

from satumeja.stability._budget import Budget
from satumeja.stability.symbolic._handing import handed
from satumeja.stability.symbolic._space import Limits, Node, Space

__all__ = ["OxiddSpace"]

_CACHE = 1 << 16  # results of steps that a space remembers
_NODE = 32  # bytes a node takes, its place in the table included
_SWEEP = 1 << 20  # so many nodes at the least are made before those nobody has are taken away
_ROOM = 4  # ... and so many times what was left the last time


class OxiddSpace(Space):
    """The sets over some named variables, made by ``oxidd``.

    Parameters
    ----------
    names, limits, budget
        As of `Space`.
    cache : int
        How many results of steps it remembers.
    part_of : Space, optional
        Where the question is asked of which a part is answered here.

    Notes
    -----
    The order of the variables changes when it is asked to, by `arrange`, not by itself.
    """

    backend = "oxidd"
    arrangeable = True
    roomy, little = 1 << 19, 1 << 8
    """How many results to remember where much is worked out, and where the order changes."""

    def __init__(
        self,
        names: Sequence[str],
        limits: Limits,
        budget: Budget | None = None,
        *,
        cache: int = _CACHE,
        part_of: Space | None = None,
    ) -> None:
        super().__init__(names, limits, budget, part_of)
        # Room is only reserved: what is not used takes no memory. Twice the nodes allowed, for
        # what a step makes beyond what it leaves.
        capacity = max(1 << 10, min(limits.memory // _NODE, 2 * limits.nodes + (1 << 16)))
        self.manager = BCDDManager(capacity, cache, 1)
        self.manager.add_named_vars(names)
        self.all, self.none = self.manager.true(), self.manager.false()
        self._places = {name: place for place, name in enumerate(names)}
        self._variables = {name: self.manager.var(place) for place, name in enumerate(names)}
        self._cubes: dict[tuple[str, ...], Node] = {}
        self._sweep = _SWEEP

    def _alive(self) -> int:
        nodes = self.manager.approx_num_inner_nodes()
        if nodes > min(self._sweep, self.limits.nodes):
            self.manager.gc()
            nodes = self.manager.num_inner_nodes()
            self._sweep = max(_SWEEP, _ROOM * nodes)
        return nodes

    def variable(self, name: str) -> Node:
        """Return where a variable is true."""
        return self._variables[name]

    def if_else(self, condition: Node, then: Node, otherwise: Node) -> Node:
        """Return `then` where the condition holds and `otherwise` elsewhere."""
        self.check()
        return condition.ite(then, otherwise)

    def at(self, values: Mapping[str, bool], members: Node) -> Node:
        """Fix some variables of a set."""
        if not values:
            return members
        return self.exists(values, self.cube(values), members)

    def exists(self, names: Iterable[str], left: Node, right: Node) -> Node:
        """Return where some values of `names` lie in both sets."""
        self.check()
        names = tuple(names)
        over = self._cubes.get(names)
        if over is None:
            over = self._cubes[names] = self.cube(dict.fromkeys(names, True))
        return left.apply_exists(BooleanOperator.AND, right, over)

    def cube(self, values: Mapping[str, bool]) -> Node:
        """Return where the variables have these values."""
        level, places = self.manager.var_to_level, self._places
        cube = self.all
        # From the lowest up each variable is one new node on top.
        for name in sorted(values, key=lambda name: level(places[name]), reverse=True):
            variable = self._variables[name]
            cube = cube & (variable if values[name] else ~variable)
        return cube

    def fixed(self, names: Sequence[str]) -> OxiddSpace:
        """Return another space of the same library, in which the order is as given."""
        return self.beside(names)

    def beside(self, names: Sequence[str], cache: int = _CACHE) -> OxiddSpace:
        """Return a space for a part of the question that is being answered.

        Parameters
        ----------
        names : sequence of str
            Its variables, in their order.
        cache : int
            How many results of steps it remembers.
        """
        return OxiddSpace(
            names, self.limits, self.budget, cache=cache, part_of=self._part_of or self
        )

    def places(self, names: Sequence[str]) -> list[int]:
        """Return the numbers that the library has for some variables."""
        return [self._places[name] for name in names]

    def arrange(self, places: Sequence[int]) -> int:
        """Put the variables in an order, and return how many nodes there are then."""
        self.manager.set_var_order(places)
        return self.manager.num_inner_nodes()

    def tidy(self) -> None:
        """Take away the nodes that nobody has."""
        self.manager.gc()

    def key(self, node: Node) -> Hashable:
        """Return what tells a set from all others in a dictionary."""
        hashable: Hashable = node
        return hashable

    def top(self, node: Node) -> str:
        """Return the variable that a set's diagram looks at first."""
        return self.names[int(node.node_var())]

    def successors(self, node: Node) -> tuple[Node, Node]:
        """Return a node's sets where its variable is false, and where it is true."""
        high, low = node.cofactors()
        return low, high

    def copied(self, members: Node, other: Space) -> Node:
        """Return the same set in another space of this library, in whatever order."""
        assert isinstance(other, OxiddSpace)  # noqa: S101
        other.check()
        # Those it lacks are not looked at by the set.
        there = other._places
        places = {place: there[name] for name, place in self._places.items() if name in there}
        same = handed(members, self.manager, other.manager, places)
        return self._built(members, other, places) if same is None else same

    def _built(self, members: Node, other: OxiddSpace, places: Mapping[int, int]) -> Node:
        """Make the nodes of a set in another space, one after the other."""
        # As `Space.copied` does, but with nothing looked at between two nodes: sets are copied
        # each time that the order changes.
        variables = {here: other.manager.var(there) for here, there in places.items()}
        sets, stack = {self.all: other.all, self.none: other.none}, [members]
        while stack:
            node = stack[-1]
            if node in sets:
                stack.pop()
                continue
            high, low = node.cofactors()
            then, otherwise = sets.get(high), sets.get(low)
            if then is None:
                stack.append(high)
            if otherwise is None:
                stack.append(low)
            if then is not None and otherwise is not None:
                sets[stack.pop()] = variables[node.node_var()].ite(then, otherwise)
        return sets[members]

    def size(self, members: Node) -> int:
        """Return how many nodes a set has."""
        return int(members.node_count())

    def count(self, members: Node, variables: int) -> int:
        """Count the members of a set over `variables` variables, exactly."""
        return int(members.sat_count(len(self.names))) >> (len(self.names) - variables)
