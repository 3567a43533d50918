"""The best answers of the others to the moves of one decision maker."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from satumeja.model import MergedStates, OptionStates
from satumeja.model.kit import change_of
from satumeja.stability._concepts import CONCEPTS
from satumeja.stability.explicit._engine import Explicit
from satumeja.stability.explicit._moves import Values

__all__ = ["Answers", "Kinds"]

Index = NDArray[np.intp]
Flags = NDArray[np.bool_]
Path = tuple[tuple[int, int], ...]
"""Steps: who moves, by place in the model, and to which state (0-based)."""
Cost = tuple[int, int, int]
"""How many steps are no gain to whoever makes them, how many a loss, and options changed."""
Layer = dict[tuple[int, int], tuple[Cost, Path]]
"""Ways of one length, by the state they lead to and who moved last."""


@dataclass(frozen=True)
class Kinds:
    """What answers there are to moves, an entry a move.

    Parameters
    ----------
    any : bool array
        Whether some answer takes the gain away.
    credible : bool array
        Whether one does of which each step is a gain to whoever makes it.
    firm : bool array
        Whether one does after which the maker of the move could not gain again.
    both : bool array
        Whether one does that is credible and firm.
    """

    any: Flags
    credible: Flags
    firm: Flags
    both: Flags


class Answers:
    """The answers of the others to the moves of one decision maker.

    Parameters
    ----------
    engine : Explicit
        The engine of the model, which defines sanctions by sets.
    focal : int
        Whose moves, by place in the model.

    Notes
    -----
    What the others can bring about from each state is found when first asked for, a few
    passes over the states; a search then enters no state that no answer goes on from.
    """

    def __init__(self, engine: Explicit, focal: int) -> None:
        self.engine, self.focal = engine, focal
        self.rank = engine.ranks[focal]
        self._lowest: dict[str, Values] = {}
        self._replies: Values | None = None

    @property
    def replies(self) -> Values:
        """The rank of the best state the decision maker can go on to from each, or stay in."""
        if self._replies is None:
            self._replies = self.engine.replies(self.focal)
        return self._replies

    def lowest(self, concept: str) -> Values:
        """Return the lowest rank, or best reply, the others can bring about from each state."""
        if concept not in self._lowest:
            self._lowest[concept] = self.engine.sanctions(CONCEPTS[concept], self.focal)
        return self._lowest[concept]

    def improvements(self, state: int) -> Index:
        """Return the states (0-based, ascending) that a move from a state gains."""
        targets = self.engine.moves.targets(self.focal, state)
        gained: Index = targets[self.rank[targets] > self.rank[state]]
        return gained

    def kinds(self, left: int, targets: Index) -> Kinds:
        """Say which answers there are to moves from the state left to each of the targets."""
        bound = self.rank[left]
        flags = (self.lowest(name)[targets] <= bound for name in ("gmr", "seq", "smr", "sseq"))
        return Kinds(*flags)

    def gains_again(self, left: int, end: int) -> bool:
        """Decide whether one more move from where an answer ends beats the state left."""
        return bool(self.replies[end] > self.rank[left])

    def is_gain(self, mover: int, before: int, after: int) -> bool:
        """Decide whether a step is a gain to whoever makes it."""
        ranks = self.engine.ranks[mover]
        return bool(ranks[after] > ranks[before])

    def _steps(self, state: int, last: int, *, credible: bool) -> list[tuple[int, int]]:
        steps = list[tuple[int, int]]()
        for mover, ranks in enumerate(self.engine.ranks):
            if mover in (self.focal, last):
                continue
            targets = self.engine.moves.targets(mover, state)
            if credible:
                targets = targets[ranks[targets] > ranks[state]]
            steps += [(mover, target) for target in targets.tolist()]
        return steps

    def best(self, left: int, target: int, *, credible: bool, firm: bool) -> Path:
        """Find the best answer of a kind that there is to the move from `left` to `target`.

        Notes
        -----
        Breadth first over (state, last mover), a layer a step. To each node the cheapest way
        there is kept, of those alike the first in the order of decision makers and states.
        """
        concept = {(False, False): "gmr", (True, False): "seq", (False, True): "smr"}
        lowest = self.lowest(concept.get((credible, firm), "sseq"))
        goal, bound = self.replies if firm else self.rank, self.rank[left]
        layer: Layer = {(target, -1): ((0, 0, 0), ())}
        entered = set(layer)
        while layer:
            onward: Layer = {}
            for (state, last), (cost, path) in layer.items():
                for mover, after in self._steps(state, last, credible=credible):
                    node = (after, mover)
                    if node in entered or lowest[after] > bound:
                        continue
                    way = (self._dearer(cost, mover, state, after), (*path, (mover, after)))
                    if node not in onward or way < onward[node]:
                        onward[node] = way
            ends = [
                (cost, int(self.rank[state]), path)
                for (state, _), (cost, path) in onward.items()
                if goal[state] <= bound
            ]
            if ends:
                return min(ends)[-1]
            entered |= onward.keys()
            layer = onward
        raise AssertionError("an answer that there is was not found")

    def _dearer(self, cost: Cost, mover: int, before: int, after: int) -> Cost:
        ranks, (idle, lost, changed) = self.engine.ranks[mover], cost
        size = self._size(mover, before, after)
        return (
            idle + int(ranks[after] <= ranks[before]),
            lost + int(ranks[after] < ranks[before]),
            changed + size,
        )

    def _size(self, mover: int, before: int, after: int) -> int:
        """Count the options that a move changes; in graph form none is known."""
        model, states = self.engine.model, self.engine.model.states
        if not isinstance(states, OptionStates):
            return 0
        if not isinstance(states, MergedStates):
            return int(states.codes[before] ^ states.codes[after]).bit_count()
        leaves, enters = change_of(model, model.decision_makers[mover].id, before, after)
        return (leaves ^ enters).bit_count()
