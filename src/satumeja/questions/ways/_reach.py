"""How far legal sequences of moves lead from a state, level by level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from satumeja.model import Direction, Model, Ranks
from satumeja.model.kit import arcs_of, distinct
from satumeja.stability import Explicit

__all__ = ["Levels", "Steps", "levels", "steps_of"]

Index = NDArray[np.intp]
Levels = NDArray[np.int32]

_FEW = 64
_SORTED = 32
_TURNED: dict[Direction, Direction] = {"both": "both", "forward": "back", "back": "forward"}


class Steps(Protocol):
    """The single moves of a model, or only those its movers prefer."""

    ranks: list[Ranks]

    def onwards(self, mover: int, sources: Index) -> Index:
        """Return the states (0-based, ascending) that `mover` reaches from any of `sources`."""

    def backwards(self, mover: int, state: int) -> Index:
        """Return the states from which `mover` reaches `state`."""


def steps_of(model: Model, *, improvements: bool, engine: Explicit | None = None) -> Steps:
    """Set up the single moves of a model, with its engine where one is set up already."""
    if model.moves_by_options:
        return _OptionSteps(model, improvements, engine)
    return _ArcSteps(model, improvements)


def levels(steps: Steps, size: int, start: int) -> Levels:
    """Count the moves of the shortest legal sequences, by who moves last.

    Parameters
    ----------
    steps : Steps
        The single moves.
    size, start : int
        How many states there are, and the 0-based one to begin in.

    Returns
    -------
    int32 array, shape (decision makers, states)
        The fewest moves of a sequence that ends in the state with a move of the
        decision maker; -1 where there is none. Nobody moves twice in a row.

    Notes
    -----
    From each state each decision maker moves once, as soon as somebody else has led there,
    so every state is expanded once for each.
    """
    makers = range(len(steps.ranks))
    arrivals = np.full((len(makers), size), -1, dtype=np.int32)
    opened = np.zeros((len(makers), size), dtype=np.bool_)
    opened[:, start] = True
    frontier = [np.array([start], dtype=np.intp) for _ in makers]
    level = 0
    while any(map(len, frontier)):
        level += 1
        fresh = list[Index]()
        for mover in makers:
            sources = frontier[mover]
            targets = steps.onwards(mover, sources) if len(sources) else sources
            fresh.append(targets[arrivals[mover, targets] < 0])
            arrivals[mover, fresh[mover]] = level
        # Only when all have moved: a state that somebody else leads to at this level is left
        # at the next, not at this one.
        for mover in makers:
            led = _union([fresh[k] for k in makers if k != mover], size)
            frontier[mover] = led[~opened[mover, led]]
            opened[mover, frontier[mover]] = True
    return arrivals


def _union(parts: Sequence[Index], size: int) -> Index:
    """Return the states in any of some lists; sorted if few, else marked among all."""
    if _SORTED * sum(map(len, parts)) < size:
        return distinct(np.concatenate(parts))
    marked = np.zeros(size, dtype=np.bool_)
    for part in parts:
        marked[part] = True
    return np.flatnonzero(marked)


class _OptionSteps:
    """Moves in option form: where states lead is looked up on the model with its moves turned.

    Few sources are followed one by one. From many, one reduction over all states tells
    for each the best it can be reached from: for improvements the lowest rank; for any
    move, the first and the last source, so that staying is not taken for a move.
    """

    def __init__(self, model: Model, improvements: bool, engine: Explicit | None) -> None:
        self._ahead = Explicit.of(model, engine, threads=1)
        one_way = any(option.direction != "both" for option in model.options)
        self._turned = Explicit(_turned(model), threads=1) if one_way else self._ahead
        self.ranks, self._improvements = self._ahead.ranks, improvements

    def onwards(self, mover: int, sources: Index) -> Index:
        if len(sources) > _FEW:
            better = self._better if self._improvements else self._any
            return np.flatnonzero(better(mover, sources))
        targets = [self._better_of(mover, state, 1) for state in sources.tolist()]
        return distinct(np.concatenate(targets))

    def backwards(self, mover: int, state: int) -> Index:
        return self._better_of(mover, state, -1)

    def _better_of(self, mover: int, state: int, way: int) -> Index:
        engine, ranks = self._ahead if way > 0 else self._turned, self.ranks[mover]
        ends = engine.moves.targets(mover, state)
        if self._improvements:
            ends = ends[way * ranks[ends] > way * ranks[state]]
        return ends

    def _best(self, mover: int, values: NDArray[np.uint32]) -> NDArray[np.uint32]:
        moves = self._turned.moves
        best: NDArray[np.uint32] = moves.listed(moves.best(mover, moves.lay(values)))
        return best

    def _any(self, mover: int, sources: Index) -> NDArray[np.bool_]:
        size = len(self.ranks[mover])
        last, first = np.zeros(size, dtype=np.uint32), np.zeros(size, dtype=np.uint32)
        last[sources] = sources + 1
        first[sources] = size - sources
        led: NDArray[np.bool_] = self._best(mover, last) != last
        led |= self._best(mover, first) != first
        return led

    def _better(self, mover: int, sources: Index) -> NDArray[np.bool_]:
        # Turned round and from 1 on, so that the lowest rank is the best and 0 is no source.
        worth = (int(self.ranks[mover].max()) + 1 - self.ranks[mover]).astype(np.uint32)
        values = np.zeros(len(worth), dtype=np.uint32)
        values[sources] = worth[sources]
        better: NDArray[np.bool_] = self._best(mover, values) > worth
        return better


def _turned(model: Model) -> Model:
    """Return the model with each move made the other way round."""
    return replace(
        model,
        decision_makers=tuple(
            replace(
                dm,
                options=tuple(replace(o, direction=_TURNED[o.direction]) for o in dm.options),
            )
            for dm in model.decision_makers
        ),
    )


class _ArcSteps:
    """Moves that are listed one by one, sorted by where they start and by where they end."""

    def __init__(self, model: Model, improvements: bool) -> None:
        makers = model.decision_makers
        self.ranks = [model.ranks(dm) for dm in makers]
        arcs = [arcs_of(model, dm) for dm in makers]
        if improvements:
            gains = [ranks[own] for ranks, own in zip(self.ranks, arcs, strict=True)]
            arcs = [own[g[:, 1] > g[:, 0]] for own, g in zip(arcs, gains, strict=True)]
        size = len(model.states)
        self._out = [_by_start(own, size) for own in arcs]
        self._into = [_by_start(own[:, ::-1], size) for own in arcs]

    def onwards(self, mover: int, sources: Index) -> Index:
        return _ends(self._out[mover], sources)

    def backwards(self, mover: int, state: int) -> Index:
        return _ends(self._into[mover], np.array([state]))


Sorted = tuple[Index, Index]


def _by_start(arcs: NDArray[np.int64], size: int) -> Sorted:
    """Return the ends sorted by start, and where those of each start begin."""
    counts = np.bincount(arcs[:, 0], minlength=size)
    order = np.argsort(arcs[:, 0], kind="stable")
    return arcs[order, 1], np.concatenate([[0], np.cumsum(counts)])


def _ends(arcs: Sorted, starts: Index | Sequence[int]) -> Index:
    ends, first = arcs
    parts = [ends[first[s] : first[s + 1]] for s in starts] if len(starts) <= _FEW else None
    if parts is not None:
        return distinct(np.concatenate(parts))
    begins, counts = first[starts], np.diff(first)[starts]
    # One range over the arcs of all starts, moved at each of them to where its arcs are.
    skipped = np.repeat(begins - np.cumsum(counts) + counts, counts)
    return distinct(ends[skipped + np.arange(len(skipped))])
