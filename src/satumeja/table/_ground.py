"""What a question about tables stands on: who sits, from where, with which ranks and moves."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from satumeja.errors import QuestionError, did_you_mean
from satumeja.model import Condition, Model, OptionStates, Ranks, StateName
from satumeja.stability import CONCEPTS, Explicit

if TYPE_CHECKING:
    from satumeja.table._changes import Promotion

__all__ = ["CHEAP", "Ground", "Index", "Mask", "Numbers", "Seats", "seated"]

Index = NDArray[np.intp]
Numbers = NDArray[np.intp]
Mask = NDArray[np.bool_]
Seats = str | Sequence[str] | None

CHEAP = 1 << 12
"""Up to this many states, what takes one analysis for each change tried is done unasked."""


def seated(model: Model, seats: Seats) -> tuple[str, tuple[str, ...]]:
    """Return the id of a table and who sits there, in the order of the model.

    Parameters
    ----------
    model : Model
        A conflict.
    seats : str, sequence of str, or None
        The id of a table of the model, decision makers by id, or None for everybody.

    Returns
    -------
    tuple of str and tuple of str
        The table's id (empty where it has none) and its seats.

    Raises
    ------
    QuestionError
        If there is no such table or decision maker, or nobody sits there.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> model = load("december-2021-a")
    >>> seated(model, "brussels"), seated(model, ["us", "russia"])
    (('brussels', ('russia', 'nato')), ('', ('russia', 'us')))
    """
    name = ""
    if isinstance(seats, str):
        tables = {table.id: table for table in model.tables}
        if seats not in tables:
            others = f" (tables: {', '.join(tables)})" if tables else " (the model names none)"
            raise QuestionError(f'no table "{seats}"{did_you_mean(seats, list(tables))}{others}')
        name, chosen = seats, set(tables[seats].seats)
    else:
        ids = [dm.id for dm in model.decision_makers] if seats is None else seats
        chosen = {model[dm_id].id for dm_id in ids}
    if not chosen:
        raise QuestionError("a table needs somebody to sit at it")
    return name, tuple(dm.id for dm in model.decision_makers if dm.id in chosen)


class Ground:
    """A model and a start, and what several questions about them share.

    Parameters
    ----------
    model : Model
        A conflict.
    start : int or str, optional
        The state to start from, by number or by a name as for `Model.require_state`; the
        status quo by default.
    engine : Explicit, optional
        The engine, where stability is asked for too.

    Raises
    ------
    QuestionError
        If there is no such state, or neither a start nor a status quo is given.
    """

    def __init__(
        self, model: Model, start: StateName | None = None, engine: Explicit | None = None
    ) -> None:
        self.model, self._engine = model, engine
        number = model.status_quo_number if start is None else model.require_state(start)
        if number is None:
            raise QuestionError("the model names no status quo; say which state to start from")
        self.start = number - 1
        self.places = {dm.id: place for place, dm in enumerate(model.decision_makers)}
        self._worst: dict[tuple[str, str], NDArray[np.unsignedinteger]] = {}
        self._promoted: dict[Promotion, Ranks] = {}

    @cached_property
    def engine(self) -> Explicit:
        """The engine that decides stability."""
        return self._engine or Explicit(self.model)

    @cached_property
    def ranks(self) -> dict[str, Ranks]:
        """The ranks of the states by decision maker id, 1 the least preferred."""
        dms = self.model.decision_makers
        # An engine that is not there yet is not set up for its ranks alone.
        ranks = self._engine.ranks if self._engine else [self.model.ranks(dm) for dm in dms]
        return dict(zip(self.places, ranks, strict=True))

    @cached_property
    def thresholds(self) -> dict[tuple[str, str], NDArray[np.unsignedinteger]]:
        """By concept and decision maker, the rank from which on a state is stable."""
        moves = self.engine.moves
        laid = self.engine.thresholds(CONCEPTS.values())
        return {key: moves.listed(values) for key, values in laid.items()}

    def promoted(self, promotion: Promotion) -> Ranks:
        """Return how a decision maker ranks the states once a statement has moved up."""
        if promotion not in self._promoted:
            preference = promotion.preference(self.model)
            self._promoted[promotion] = preference.ranks(self.codes())
        return self._promoted[promotion]

    def gains(self, dm: str, states: Index) -> NDArray[np.int32]:
        """Return by how many places of its ranking `dm` prefers states to the start."""
        ranks = self.ranks[dm]
        gained: NDArray[np.int32] = ranks[states] - ranks[self.start]
        return gained

    def upset(self, dm: str, concept: str, state: int) -> int | None:
        """Return the improvement from a state `dm` likes best of those nobody sanctions."""
        rank, place = self.ranks[dm], self.places[dm]
        targets = self.engine.moves.targets(place, state)
        free = targets[rank[targets] > rank[state]]
        if CONCEPTS[concept].sanctions:
            key = (concept, dm)
            if key not in self._worst:
                self._worst[key] = self.engine.sanctions(CONCEPTS[concept], place)
            free = free[self._worst[key][free] > rank[state]]
        return int(free[np.argmax(rank[free])]) if len(free) else None

    def holds(self, condition: Condition) -> Mask:
        """Say in which states a condition holds, in every member of those coalesced."""
        states = self.model.states
        if not isinstance(states, OptionStates):
            raise QuestionError("this is answered from options; the model is in graph form")
        return states.holds(condition)

    def codes(self) -> NDArray[np.int64]:
        """Return the states as bit sets; an error in graph form."""
        states = self.model.states
        if not isinstance(states, OptionStates):
            raise QuestionError("this is answered from options; the model is in graph form")
        return states.codes
