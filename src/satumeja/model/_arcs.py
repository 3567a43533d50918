"""Moves that depend on more than whose options change: shared, barred or unseen ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from satumeja.model._conditions import BoolArray, Codes, Condition, holds
from satumeja.model._memory import require_memory
from satumeja.model._preferences import Ranking
from satumeja.model._states import OptionStates
from satumeja.model._text import NO_TEXT, Text

if TYPE_CHECKING:
    from satumeja.model._model import Model
    from satumeja.model._parts import DecisionMaker

__all__ = ["Barrier", "arcs_of", "as_graph"]

Arcs = NDArray[np.int64]


@dataclass(frozen=True)
class Barrier:
    """Moves that cannot be made: from where one condition holds to where another does.

    Parameters
    ----------
    before, after : Condition
        What holds in the state that is left, and in the one that is entered.
    texts : tuple of (str, str)
        Both as written.
    by : tuple of str
        Whose moves, by ids; everybody's where empty.
    because, evidence
        What it rests on.
    """

    before: Condition
    after: Condition
    texts: tuple[str, str]
    by: tuple[str, ...] = ()
    because: Text = NO_TEXT
    evidence: tuple[str, ...] = ()


def arcs_of(model: Model, dm: DecisionMaker) -> Arcs:
    """List the moves of a decision maker as pairs of 0-based states.

    Parameters
    ----------
    model : Model
        In option form its states must be few enough to be listed.
    dm : DecisionMaker
        One of its decision makers.

    Returns
    -------
    int64 array, shape (arcs, 2)
        From and to, sorted.

    Notes
    -----
    In option form a decision maker changes any of the options it controls, its own and
    those it shares, each in its permitted direction, to a feasible state, unless a
    barrier is between the two or it does not see one of them. Cost: the sum of the
    squares of the sizes of its blocks, the states alike in what it does not control.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> model = load("chicken")
    >>> arcs_of(model, model["row"]).tolist()
    [[0, 1], [1, 0], [2, 3], [3, 2]]
    """
    states = model.states
    if not isinstance(states, OptionStates):
        none = np.zeros((0, 2), dtype=np.int64)
        return none if dm.moves is None else np.unique(dm.moves, axis=0)
    mask = model.controls(dm)
    start, end = _within_blocks(states.codes & ~mask)
    allowed = start != end
    before, after = states.codes[start], states.codes[end]
    forward, back = model.one_way
    allowed &= (before & ~after & forward) == 0
    allowed &= (after & ~before & back) == 0
    for barrier in model.irreversible:
        if not barrier.by or dm.id in barrier.by:
            allowed &= ~_between(barrier, states.codes, start, end)
    for sight in dm.unseen:
        blind = holds(sight.condition, states.codes)
        allowed &= ~(blind[start] | blind[end])
    found = np.stack([start[allowed], end[allowed]], axis=1)
    order: Arcs = found[np.lexsort((found[:, 1], found[:, 0]))].astype(np.int64)
    return order


def _between(barrier: Barrier, codes: Codes, start: Arcs, end: Arcs) -> BoolArray:
    found: BoolArray = holds(barrier.before, codes)[start] & holds(barrier.after, codes)[end]
    return found


def _within_blocks(blocks: Codes) -> tuple[Arcs, Arcs]:
    """Pair each state with every state of the same block."""
    order = np.argsort(blocks, kind="stable")
    ordered = blocks[order]
    first = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]]))
    sizes = np.diff(first, append=len(blocks))
    pairs = int((sizes**2).sum())
    require_memory(80 * pairs, f"looking at {pairs:,} moves one by one")
    repeats = np.repeat(sizes, sizes)
    begin = np.repeat(np.repeat(first, sizes) - np.cumsum(repeats) + repeats, repeats)
    return np.repeat(order, repeats), order[begin + np.arange(pairs)]


def as_graph(model: Model) -> Model:
    """State a model in graph form: the same states, moves and rankings, one by one.

    Parameters
    ----------
    model : Model
        Any model; one in graph form is returned as it is.

    Returns
    -------
    Model
        Its states in the same order, so that they have the same numbers.
    """
    if model.is_graph:
        return model
    makers = tuple(
        replace(
            dm,
            preference=_ranking(model, dm),
            moves=arcs_of(model, dm),
            options=(),
            shared=(),
            unseen=(),
            perceives=None,
            red_lines=(),
        )
        for dm in model.decision_makers
    )
    start = model.status_quo_number
    return replace(
        model,
        decision_makers=makers,
        infeasible=(),
        irreversible=(),
        state_ids=tuple(model.states.form(k) for k in range(len(model.states))),
        status_quo=None if start is None else start - 1,
    )


def _ranking(model: Model, dm: DecisionMaker) -> Ranking:
    ranks = model.ranks(dm)
    order = np.argsort(-ranks, kind="stable")
    cuts = np.flatnonzero(np.diff(ranks[order])) + 1
    return Ranking(tuple(tuple((part + 1).tolist()) for part in np.split(order, cuts)))
