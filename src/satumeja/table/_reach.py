"""What the members of a table can bring about together, from a start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from satumeja.model import DecisionMaker, Direction, Model, OptionStates, Ranking, Weighting
from satumeja.model.kit import as_graph
from satumeja.stability import Explicit

if TYPE_CHECKING:
    from satumeja.table._ground import Index, Mask

__all__ = ["Reach", "Together", "reach_of", "reachable"]

Reach = Literal["joint", "sequence"]
"""How those at a table get to a deal: together at once, or by moves in turn."""

_REVERSED: dict[str, Direction] = {"both": "both", "forward": "back", "back": "forward"}


def reach_of(model: Model, reach: Reach) -> Reach:
    """Return how members move: by sequences where moves follow from more than their options."""
    return reach if model.moves_by_options else "sequence"


def reachable(model: Model, start: int, members: Sequence[int], reach: Reach) -> Index:
    """List the states that members of a table can bring about together.

    Parameters
    ----------
    model : Model
        A conflict.
    start : int
        The place (0-based) of the state they start from.
    members : sequence of int
        Who sits at the table, by place in the model.
    reach : {"joint", "sequence"}
        Joint: every feasible state that differs from the start in the members'
        options only, each changed in its permitted direction, as one agreement; of a
        coalesced state, from any member to any.
        Sequence: what legal sequences of moves of the members lead to; in graph form
        always this.

    Returns
    -------
    index array
        Places of states, ascending; the start is among them.

    Notes
    -----
    Joint costs one pass over the states. A sequence from the start to a state is one
    from that state to the start in the model with every move turned round, so the
    engine's closure of sanctions, which looks backward, finds them: a few passes.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> model = load("prisoners-dilemma")
    >>> reachable(model, 0, [0], "joint").tolist(), reachable(model, 0, [0, 1], "joint").tolist()
    ([0, 1], [0, 1, 2, 3])
    """
    states = model.states
    if not isinstance(states, OptionStates) or reach == "sequence":
        return _by_sequences(model, start, members)
    own = sum(states.masks[member] for member in members)
    ways = [option.direction for option in model.options]
    forward = sum(1 << k for k, way in enumerate(ways) if way == "forward")
    back = sum(1 << k for k, way in enumerate(ways) if way == "back")
    reached = np.zeros(len(states), dtype=np.bool_)
    for before in states.members(start + 1).tolist():
        # What may not change: options of others, and one-way options that are spent.
        kept = ~own | (forward & before) | (back & ~before)
        reached[states.places(states.every[(states.every ^ before) & kept == 0])] = True
    return np.flatnonzero(reached)


class Together:
    """What groups bring about by legal sequences of moves, from any state.

    Parameters
    ----------
    model : Model
        A conflict whose states can be listed; what anybody prefers plays no part.
    """

    def __init__(self, model: Model) -> None:
        if not model.moves_by_options:
            model = as_graph(model)
        turned = replace(
            model, decision_makers=tuple(_turned(dm, model) for dm in model.decision_makers)
        )
        self._moves = Explicit(turned, threads=1).moves

    def reached(self, start: int, members: Sequence[int]) -> Index:
        """List the states that members lead to from a start, which is among them."""
        moves = self._moves
        # Two values are enough: the lower spreads to whatever leads back to the start.
        values = np.full(moves.size, 2, dtype=moves.ranks[0].dtype)
        values[start] = 1
        (lowest,) = moves.lowest(members, [moves.lay(values)], credible=False)
        return np.flatnonzero(moves.listed(lowest) == 1)

    def among(self, start: int, members: Sequence[int], wanted: Mask) -> Index:
        """List those of some states, flagged, that members lead to from a start."""
        if not wanted.any():
            return np.zeros(0, dtype=np.intp)
        reached = self.reached(start, members)
        return reached[wanted[reached]]


def _by_sequences(model: Model, start: int, members: Sequence[int]) -> Index:
    return Together(model).reached(start, members)


def _turned(dm: DecisionMaker, model: Model) -> DecisionMaker:
    """Turn every move of a decision maker round; what it prefers plays no part."""
    if model.is_graph:
        everything = Ranking((tuple(range(1, len(model.states) + 1)),))
        moves = None if dm.moves is None else dm.moves[:, ::-1]
        return replace(dm, preference=everything, moves=moves)
    options = tuple(replace(o, direction=_REVERSED[o.direction]) for o in dm.options)
    return replace(dm, preference=Weighting({}), options=options)
