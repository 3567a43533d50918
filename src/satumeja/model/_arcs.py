"""Moves that depend on more than whose options change: shared, barred or unseen ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Shown
from satumeja.model._conditions import BoolArray, Codes, Condition, holds
from satumeja.model._distinct import distinct
from satumeja.model._memory import require_memory
from satumeja.model._preferences import Ranking
from satumeja.model._states import OptionStates
from satumeja.model._text import NO_TEXT, Text

if TYPE_CHECKING:
    from satumeja.model._model import Model
    from satumeja.model._parts import DecisionMaker

__all__ = ["Barrier", "arcs_of", "as_graph", "change_of"]

Arcs = NDArray[np.int64]

_PAIRS = 1 << 20  # so many pairs of states are looked at side by side
_MOVE = 80  # bytes that a move takes until all concepts are decided


@dataclass(frozen=True, repr=False)
class Barrier(Shown):
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
    barrier is between the two or it does not see one of them. Of a coalesced state it
    has the moves of every member, but for those that lead to another member. Cost: the
    sum of the squares of the sizes of its blocks, the states alike in what it does not
    control.

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
        moves = none if dm.moves is None else dm.moves
        return _pairs(distinct(moves[:, 0] * len(states) + moves[:, 1]), len(states))
    owner, size = states.places(states.every), len(states)
    keys = [np.zeros(0, dtype=np.int64)]
    for start, end in _within_blocks(states.every & ~model.controls(dm)):
        allowed = _allowed(model, dm, states.every, start, end)
        leave, enter = owner[start[allowed]], owner[end[allowed]]
        keys.append((leave * size + enter)[leave != enter])
    # As one number each they are sorted in a fraction of the time and memory of pairs.
    listed = np.concatenate(keys)
    keys.clear()
    listed.sort()
    if model.coalesce:  # or else no two pairs of combinations are the same move
        listed = distinct(listed)
    return _pairs(listed, size)


def _pairs(keys: Arcs, size: int) -> Arcs:
    """Take arcs among so many states apart, each of which was one number."""
    arcs: Arcs = np.empty((len(keys), 2), dtype=np.int64)
    np.divmod(keys, size, out=(arcs[:, 0], arcs[:, 1]))
    return arcs


def _allowed(model: Model, dm: DecisionMaker, codes: Codes, start: Arcs, end: Arcs) -> BoolArray:
    """Say which changes of options, all up to `dm`, it may make: between places in `codes`."""
    allowed: BoolArray = start != end
    before, after = codes[start], codes[end]
    forward, back = model.one_way
    allowed &= (before & ~after & forward) == 0
    allowed &= (after & ~before & back) == 0
    for barrier in model.irreversible:
        if not barrier.by or dm.id in barrier.by:
            allowed &= ~_between(barrier, codes, start, end)
    for sight in dm.unseen:
        blind = holds(sight.condition, codes)
        allowed &= ~(blind[start] | blind[end])
    return allowed


def change_of(model: Model, dm_id: str, start: int, end: int) -> tuple[int, int]:
    """Return from and to which combination of options a move goes.

    Parameters
    ----------
    model : Model
        In option form.
    dm_id : str
        Whose move it is.
    start, end : int
        The states (0-based); of a coalesced one any member can be left or entered.

    Returns
    -------
    tuple of int
        The decimals of two members of these states. Where `dm_id` can move from one to the
        other they are those between which it changes the fewest options.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> change_of(load("chicken"), "row", 0, 1)
    (0, 1)
    """
    dm, states = model[dm_id], model.states
    if not isinstance(states, OptionStates):
        raise AssertionError("states in graph form are no combinations of options")
    leave, enter = states.members(start + 1), states.members(end + 1)
    codes, first = np.concatenate([leave, enter]), len(leave)
    pairs = np.indices((first, len(enter))).reshape(2, -1)
    pairs[1] += first
    changed = codes[pairs[0]] ^ codes[pairs[1]]
    possible = _allowed(model, dm, codes, *pairs) & ((changed & ~model.controls(dm)) == 0)
    best = int(np.lexsort((np.bitwise_count(changed), ~possible))[0])
    return int(codes[pairs[0, best]]), int(codes[pairs[1, best]])


def _between(barrier: Barrier, codes: Codes, start: Arcs, end: Arcs) -> BoolArray:
    found: BoolArray = holds(barrier.before, codes)[start] & holds(barrier.after, codes)[end]
    return found


def _within_blocks(blocks: Codes) -> Iterator[tuple[Arcs, Arcs]]:
    """Pair each state with every state of the same block, some states at a time."""
    order = np.argsort(blocks, kind="stable")
    ordered = blocks[order]
    first = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]]))
    sizes = np.diff(first, append=len(blocks))
    pairs = int((sizes**2).sum())
    require_memory(_MOVE * pairs, f"looking at {pairs:,} moves one by one")
    begin, repeats = np.repeat(first, sizes), np.repeat(sizes, sizes)
    before = np.cumsum(repeats) - repeats
    parts = np.searchsorted(before, np.arange(0, pairs, _PAIRS)).tolist()
    for low, high in pairwise([*parts, len(blocks)]):
        many = repeats[low:high]
        within = np.arange(int(many.sum())) - np.repeat(before[low:high] - before[low], many)
        yield np.repeat(order[low:high], many), order[np.repeat(begin[low:high], many) + within]


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
        coalesce=(),
        state_ids=tuple(_distinct([model.states.form(k + 1) for k in range(len(model.states))])),
        status_quo=None if start is None else start - 1,
    )


def _distinct(forms: list[str]) -> Iterator[str]:
    """Add its number to a form that several coalesced states have."""
    times = Counter(forms)
    for number, form in enumerate(forms, start=1):
        yield form if times[form] == 1 else f"{form} {number}"


def _ranking(model: Model, dm: DecisionMaker) -> Ranking:
    ranks = model.ranks(dm)
    order = np.argsort(-ranks, kind="stable")
    cuts = np.flatnonzero(np.diff(ranks[order])) + 1
    return Ranking(tuple(tuple((part + 1).tolist()) for part in np.split(order, cuts)))
