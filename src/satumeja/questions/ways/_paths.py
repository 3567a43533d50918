"""Paths: which states can come about from a state, in how many moves, and what each needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Shown, ShownInLine
from satumeja.errors import QuestionError
from satumeja.model import Model, OptionStates, StateName
from satumeja.model.kit import arcs_of, change_of, require_memory
from satumeja.questions.ways._reach import Levels, Steps, levels, steps_of
from satumeja.stability import Explicit

__all__ = ["Move", "Paths", "paths"]

_LISTED = 10_000

_Rest = tuple[int, int, int, "_Rest"] | None
"""The last moves of a path: mover, from, to, and the moves after it."""


@dataclass(frozen=True, repr=False)
class Move(ShownInLine):
    """One move of a path, and what it needs.

    Parameters
    ----------
    mover : str
        Who makes it, by id.
    start, end : int
        From which state to which, by number.
    gain : int
        The rank of `end` less that of `start` for the mover: above zero an improvement,
        which needs nobody to be persuaded; zero where the mover is indifferent; below
        zero a move that the mover must be brought to make.
    takes_up, drops : tuple of str
        The options that change, as results name them (option form).
    returns : bool
        Whether the mover can go back in one move.

    See Also
    --------
    Paths.to : Makes paths of them.
    """

    mover: str
    start: int
    end: int
    gain: int
    takes_up: tuple[str, ...] = ()
    drops: tuple[str, ...] = ()
    returns: bool = True

    def to_json(self) -> dict[str, Any]:
        """Return the move as plain data."""
        preference = "better" if self.gain > 0 else "worse" if self.gain < 0 else "same"
        return {
            "mover": self.mover,
            "from": self.start,
            "to": self.end,
            "preference": preference,
            "takes_up": list(self.takes_up),
            "drops": list(self.drops),
            "returns": self.returns,
        }


@dataclass(frozen=True, eq=False, repr=False)
class Paths(Shown):
    """What can come about from a state by legal sequences of moves.

    Parameters
    ----------
    model : Model
        The conflict.
    start : int
        The number of the state the sequences begin in.
    improvements : bool
        Whether each move must be an improvement for its mover.
    arrivals : int32 array, shape (decision makers, states)
        The fewest moves of a sequence that ends in a state with a move of the decision
        maker, -1 where there is none: the table of status quo analysis [1]_.

    See Also
    --------
    paths : Makes it.

    References
    ----------
    .. [1] Li, Kilgour & Hipel, "Status quo analysis in the graph model for conflict
       resolution", Journal of the Operational Research Society, 2005.
    """

    model: Model
    start: int
    improvements: bool
    arrivals: Levels
    _steps: Steps = field(repr=False)

    @cached_property
    def moves(self) -> Levels:
        """The fewest moves to each state, shape (n,); 0 for the start, -1 out of reach."""
        far = np.iinfo(np.int32).max
        fewest = np.where(self.arrivals < 0, far, self.arrivals).min(axis=0)
        fewest[fewest == far] = -1
        fewest[self.start - 1] = 0
        moves: Levels = fewest.astype(np.int32)
        return moves

    @property
    def counts(self) -> list[int]:
        """How many states have their shortest path in 0, 1, 2 ... moves."""
        counts: list[int] = np.bincount(self.moves[self.moves >= 0]).tolist()
        return counts

    def last_movers(self, state: StateName) -> dict[str, int]:
        """Return who can move last on the way to a state, and in how many moves at the fewest."""
        arrived = self.arrivals[:, self._place(state)].tolist()
        makers = self.model.decision_makers
        return {dm.id: moves for dm, moves in zip(makers, arrived, strict=True) if moves > 0}

    def to(self, state: StateName, most: int = 1) -> list[tuple[Move, ...]]:
        """List shortest legal paths to a state.

        Parameters
        ----------
        state : int or str
            The state, by number or by a name as for `Model.require_state`.
        most : int
            How many paths at most.

        Returns
        -------
        list of tuple of Move
            Empty where the state is out of reach; for the start one path without moves.
            Of several, those come first whose last moves their movers prefer.

        Raises
        ------
        QuestionError
            If there is no such state.
        """
        place = self._place(state)
        return list(islice(self._back(place), most))

    def before(self, state: StateName, dm: str) -> list[tuple[int, str]]:
        """List what is one move before a state into which `dm` moves last.

        Returns
        -------
        list of (int, str)
            On shortest sequences that end with a move of `dm`: the state before, and who
            moves last into that one; nobody, an empty text, where it is the start.
        """
        ids = [maker.id for maker in self.model.decision_makers]
        mover, place = ids.index(self.model[dm].id), self._place(state)
        level = int(self.arrivals[mover, place]) - 1
        sources = self._steps.backwards(mover, place).tolist()
        if level == 0:
            return [(self.start, "")] if self.start - 1 in sources else []
        return [
            (source + 1, ids[other])
            for source in sources
            for other in range(len(ids))
            if other != mover and self.arrivals[other, source] == level > 0
        ]

    def _place(self, state: StateName) -> int:
        return self.model.require_state(state) - 1

    def _back(self, goal: int) -> Iterator[tuple[Move, ...]]:
        """Follow shortest legal sequences back from a state to the start."""
        # The rest of a path is a chain that paths share, so that waiting ones take little.
        waiting: list[tuple[int, int, int, _Rest]] = [(int(self.moves[goal]), goal, -1, None)]
        while waiting:
            level, state, next_mover, rest = waiting.pop()
            if level == 0:
                yield tuple(self._moves(rest))
            elif level > 0:
                # Turned round, as the last to be put on the stack is the first to come off.
                for source, mover in reversed(self._sources(state, level, next_mover)):
                    waiting.append((level - 1, source, mover, (mover, source, state, rest)))

    def _moves(self, rest: _Rest) -> Iterator[Move]:
        while rest is not None:
            mover, start, end, rest = rest
            yield self._move(mover, start, end)

    def _sources(self, state: int, level: int, next_mover: int) -> list[tuple[int, int]]:
        """List from where and by whom a state is reached in `level` moves, the willing first."""
        unwilling_last = list[tuple[bool, int, int]]()
        for mover in np.flatnonzero(self.arrivals[:, state] == level).tolist():
            if mover == next_mover:
                continue
            sources = self._steps.backwards(mover, state)
            if level == 1:
                sources = sources[sources == self.start - 1]
            else:
                others = np.delete(self.arrivals[:, sources], mover, axis=0)
                sources = sources[(others == level - 1).any(axis=0)]
            ranks = self._steps.ranks[mover]
            unwilling = ranks[sources] >= ranks[state]
            unwilling_last += [
                (stays, mover, source)
                for stays, source in zip(unwilling.tolist(), sources.tolist(), strict=True)
            ]
        return [(source, mover) for _, mover, source in sorted(unwilling_last)]

    def _move(self, mover: int, start: int, end: int) -> Move:
        model, ranks = self.model, self._steps.ranks[mover]
        up, down = tuple[str, ...](), tuple[str, ...]()
        if isinstance(model.states, OptionStates):
            dm = model.decision_makers[mover].id
            before, after = change_of(model, dm, start, end)
            up, down = self._names(after & ~before), self._names(before & ~after)
        return Move(
            mover=model.decision_makers[mover].id,
            start=start + 1,
            end=end + 1,
            gain=int(ranks[end]) - int(ranks[start]),
            takes_up=up,
            drops=down,
            returns=self._returns(mover, start, end),
        )

    def _names(self, mask: int) -> tuple[str, ...]:
        return tuple(name for k, name in enumerate(self.model.option_names) if mask >> k & 1)

    @cached_property
    def _arcs(self) -> list[NDArray[np.int64]]:
        return [arcs_of(self.model, dm) for dm in self.model.decision_makers]

    def _returns(self, mover: int, start: int, end: int) -> bool:
        if not self.model.moves_by_options:
            return bool((self._arcs[mover] == (end, start)).all(axis=1).any())
        states = self.model.states
        assert isinstance(states, OptionStates)  # noqa: S101
        changed = int(states.codes[start] ^ states.codes[end])
        return all(
            option.direction == "both"
            for k, option in enumerate(self.model.options)
            if changed >> k & 1
        )

    def to_json(self) -> dict[str, Any]:
        """Return what is reached as plain data; states one by one up to 10,000 of them.

        ``goals`` is None: the paths to a state are asked for by `to`, and by `goals`.
        """
        reached = (np.flatnonzero(self.moves >= 0) + 1).tolist()
        listed = [
            {
                "number": number,
                "moves": int(self.moves[number - 1]),
                "last_movers": self.last_movers(number),
            }
            for number in reached[: _LISTED + 1]
        ]
        return {
            "schema": "satumeja/paths/1",
            "title": str(self.model.title),
            "from": self.start,
            "by": "improvements" if self.improvements else "moves",
            "reached": len(reached),
            "counts": self.counts,
            "states": listed if len(listed) <= _LISTED else None,
            "goals": None,
        }


def paths(
    model: Model,
    start: StateName | None = None,
    *,
    improvements: bool = False,
    engine: Explicit | None = None,
) -> Paths:
    """Find which states can come about, in how many moves, and by whom.

    Parameters
    ----------
    model : Model
        A conflict whose states can be listed.
    start : int or str, optional
        The state to begin in, by number or by a name as for `Model.require_state`; the status
        quo where none is given.
    improvements : bool
        Whether each move must be an improvement for its mover, from where it is made.
    engine : Explicit, optional
        The engine of the model, where one is set up already.

    Returns
    -------
    Paths
        The fewest moves to every state by who moves last, and the shortest paths.

    Raises
    ------
    QuestionError
        If there is no such state, or none is given and the model names no status quo.
    LimitError
        If the model has more states than can be listed.

    See Also
    --------
    goals : The shortest ways to the equilibria.

    Notes
    -----
    A sequence is legal when nobody moves twice in a row. Who can move last where is the
    table of status quo analysis [1]_. Cost: a few passes over the states for each decision
    maker and each length of a path.

    References
    ----------
    .. [1] Li, Kilgour & Hipel, "Status quo analysis in the graph model for conflict
       resolution", Journal of the Operational Research Society, 2005.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> ways = paths(load("cuban-missile-crisis"))
    >>> ways.counts
    [1, 5, 6]
    >>> [(move.mover, move.takes_up, move.end) for move in ways.to(7)[0]]
    [('us', ('blockade',), 3), ('ussr', ('withdraw',), 7)]
    """
    number = model.status_quo_number if start is None else model.require_state(start)
    size, makers = len(model.states), len(model.decision_makers)
    if number is None:
        raise QuestionError("the model names no status quo; name the state to start from")
    require_memory(size * (40 + 9 * makers), f"following paths through {size:,} states")
    steps = steps_of(model, improvements=improvements, engine=engine)
    return Paths(model, number, improvements, levels(steps, size, number - 1), steps)
