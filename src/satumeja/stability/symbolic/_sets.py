"""What can be asked of a set of states that nobody could list."""

from __future__ import annotations

import heapq
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from itertools import count, islice
from math import inf
from typing import Any

from satumeja.display import Card, Shown, ShownInLine
from satumeja.errors import QuestionError
from satumeja.model import Condition
from satumeja.stability.symbolic._model import SymbolicModel
from satumeja.stability.symbolic._space import Node, Space

__all__ = ["Patterns", "StateSet", "lowest"]


@dataclass(frozen=True, repr=False)
class Patterns(ShownInLine):
    """A set of states as option forms in which ``-`` stands for both Y and N.

    Parameters
    ----------
    total : int
        How many patterns the set has.
    shown : tuple of str
        The shortest of them (fewest letters), such as ``Y-N|--``. No two patterns
        share a state, and all together they are the set.

    See Also
    --------
    StateSet.patterns : Makes them.
    """

    total: int
    shown: tuple[str, ...]


class StateSet(Shown):
    """A set of feasible states, of any size.

    Parameters
    ----------
    states : SymbolicModel
        Whose states they are.
    found : Node
        Which of them.

    See Also
    --------
    SymbolicAnalysis : Gives them out.
    Patterns : Such a set as option forms.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.stability.symbolic._analysis import analyse_symbolically
    >>> states = analyse_symbolically(load("december-2021-b"), ["seq"]).equilibria("seq")
    >>> states.count == len(states.sample(states.count))
    True
    """

    def __init__(self, states: SymbolicModel, found: Node) -> None:
        self._states, self._members = states, found

    def card(self) -> Card:
        """Show how many there are, and some of them."""
        few = self.sample(3)
        return Card(f"StateSet: {self.count:,} states", [(str(state),) for state in few])

    @property
    def count(self) -> int:
        """How many states there are, exactly."""
        with self._states.space.limited():
            return self._states.space.count(self._members, len(self._states.options))

    @property
    def key(self) -> Hashable:
        """What sets of one analysis have in common if they are the same."""
        return self._states.space.key(self._members)

    def __bool__(self) -> bool:
        return bool(self._members != self._states.space.none)

    def __contains__(self, decimal: int) -> bool:
        if not 0 <= decimal < 1 << len(self._states.options):
            return False
        with self._states.space.limited():
            return self._states.contains(self._members, decimal)

    def __iter__(self) -> Iterator[int]:
        members = lowest(self._states, self._members)
        # Each state is a question of its own: what is done between two takes none of its time.
        while True:
            with self._states.space.limited():
                decimal = next(members, None)
            if decimal is None:
                return
            yield decimal

    def __and__(self, other: StateSet) -> StateSet:
        if other._states is not self._states:
            raise QuestionError("the two sets of states are of different analyses")
        with self._states.space.limited():
            return StateSet(self._states, self._members & other._members)

    def __sub__(self, other: StateSet) -> StateSet:
        if other._states is not self._states:
            raise QuestionError("the two sets of states are of different analyses")
        with self._states.space.limited():
            return StateSet(self._states, self._members & ~other._members)

    def where(self, condition: Condition) -> StateSet:
        """Return the states in which a condition holds."""
        with self._states.space.limited():
            return StateSet(self._states, self._members & self._states.where(condition))

    def sample(self, most: int = 10) -> list[int]:
        """Return the decimals of the first states, ascending."""
        with self._states.space.limited():
            return list(islice(lowest(self._states, self._members), most))

    def patterns(self, most: int = 20) -> Patterns:
        """Return the set as patterns, shortest first, `most` of them at most.

        Notes
        -----
        They are the paths of the set's diagram in an order of the options that depends
        on the model alone, so that the same set always has the same patterns.
        """
        states = self._states
        order = [name for name in states.space.names if name in set(states.options)]
        with states.space.limited():
            fixed = states.space.fixed(order)
            with fixed.limited():
                total, paths = _paths(fixed, states.space.copied(self._members, fixed), most)
        letters = [_letters(states, path) for path in paths]
        shown = sorted(letters, key=lambda form: (sum(map(form.count, "YN")), form))
        return Patterns(total, tuple(shown))

    def to_json(self) -> dict[str, Any]:
        """Return the number of states, their shortest patterns, and the first of them."""
        patterns = self.patterns()
        return {
            "count": self.count,
            "patterns": list(patterns.shown),
            "patterns_total": patterns.total,
            "sample": self.sample(),
            "sample_of": "decimals",
        }


def lowest(states: SymbolicModel, members: Node) -> Iterator[int]:
    """Give the decimals of a set's states, ascending."""
    space = states.space
    stack = [(members, len(states.options), 0)]
    while stack:
        rest, left, code = stack.pop()
        if rest == space.none:
            continue
        if not left:
            yield code
            continue
        # The half without the option goes on top, since its decimals are the lower ones.
        name, bit = states.options[left - 1], 1 << (left - 1)
        stack.append((space.at({name: True}, rest), left - 1, code | bit))
        stack.append((space.at({name: False}, rest), left - 1, code))


def _letters(states: SymbolicModel, values: dict[str, bool]) -> str:
    letters = iter("-YN"[1 + (not values[n]) if n in values else 0] for n in states.options)
    makers = states.model.decision_makers
    return "|".join("".join(islice(letters, len(dm.options))) for dm in makers)


def _paths(space: Space, members: Node, most: int) -> tuple[int, list[dict[str, bool]]]:
    """Count the paths to true, and return the shortest, best first by length still to go."""
    key = space.key
    total = {key(space.all): 1, key(space.none): 0}
    left = {key(space.all): 0.0, key(space.none): inf}
    for node, low, high in space.rising(members):
        total[key(node)] = total[low] + total[high]
        left[key(node)] = 1 + min(left[low], left[high])
    paths, turns = list[dict[str, bool]](), count()
    # Of paths as short, the one with least to go is followed to its end before another: level by
    # level there would be as many as the set has. The turn keeps the heap from comparing nodes.
    least = left[key(members)]
    ways: list[tuple[float, float, int, Node, dict[str, bool]]] = [(least, least, 0, members, {})]
    while ways and ways[0][0] < inf and len(paths) < most:
        *_, node, values = heapq.heappop(ways)
        if node == space.all:
            paths.append(values)
            continue
        for taken, following in enumerate(space.successors(node)):
            way, still = {**values, space.top(node): bool(taken)}, left[key(following)]
            heapq.heappush(ways, (len(way) + still, still, next(turns), following, way))
    return total[key(members)], paths
