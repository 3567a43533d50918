"""What can be reached in a small model, listed: for many preference profiles at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.model import DecisionMaker, Model, OptionStates
from satumeja.model.kit import arcs_of

__all__ = ["Reach", "StateSets", "reaches", "side_by_side"]

Index = NDArray[np.intp]


@dataclass(frozen=True)
class StateSets:
    """Sets of states, each set kept once; each state has one.

    Parameters
    ----------
    rows : sequence of int array
        The sets, as ascending members.
    of : int array
        The set of each state, by place.
    """

    rows: Sequence[Index]
    of: Index

    @classmethod
    def gathered(cls, rows: Iterable[Index]) -> StateSets:
        """Gather the sets of all states, given as ascending members."""
        # By options, all states of a block reach the same set: few sets are reduced, not n.
        distinct: dict[bytes, int] = {}
        of = [distinct.setdefault(row.tobytes(), len(distinct)) for row in rows]
        members = [np.frombuffer(row, dtype=np.intp) for row in distinct]
        return cls(members, np.array(of, dtype=np.intp))

    @cached_property
    def members(self) -> Index:
        """The sets side by side, padded to the longest: shape (longest, sets)."""
        return side_by_side(self.rows)

    def reduce(self, ufunc: np.ufunc, values: NDArray[Any]) -> NDArray[Any]:
        """Reduce values over the set of each state."""
        result: NDArray[Any] = values.take(self.members[0], axis=0)
        member = np.empty_like(result)
        for row in self.members[1:]:
            # With the default mode numpy buffers `out`; no place is out of range.
            ufunc(result, values.take(row, axis=0, out=member, mode="clip"), out=result)
        of_states: NDArray[Any] = result.take(self.of, axis=0)
        return of_states


def side_by_side(rows: Sequence[Index]) -> Index:
    """Make each row a column; the shorter ones repeat their first entry."""
    # A member twice changes neither the highest nor the lowest value of a set.
    longest = max(len(row) for row in rows)
    return np.stack(
        [np.concatenate([row, np.repeat(row[:1], longest - len(row))]) for row in rows], axis=1
    )


@dataclass(frozen=True)
class Reach:
    """What one decision maker can reach in one move.

    Parameters
    ----------
    rows : sequence of int array
        By state: what it reaches, the state itself first.
    """

    rows: Sequence[Index]

    @cached_property
    def own(self) -> StateSets:
        """By state: what it reaches and the state itself."""
        return StateSets.gathered(np.sort(row) for row in self.rows)

    @cached_property
    def arcs(self) -> Index:
        """The moves, padded: shape (longest, states); an arc to oneself is no move."""
        # Without the row of the states themselves, which pad the rows that follow; whoever
        # follows arcs refuses those to oneself.
        return side_by_side(self.rows)[1:]


def reaches(model: Model) -> list[Reach]:
    """List what each decision maker can reach in one move from each state."""
    return [Reach(_reach(model, mover)) for mover in range(len(model.decision_makers))]


def _reach(model: Model, mover: int) -> list[Index]:
    dm, states = model.decision_makers[mover], model.states
    if isinstance(states, OptionStates) and model.moves_by_options:
        return list(_reach_by_options(states, states.masks[mover], dm))
    moves = arcs_of(model, dm)
    first = np.searchsorted(moves[:, 0], np.arange(len(states) + 1))
    return [np.concatenate([[s], moves[first[s] : first[s + 1], 1]]) for s in range(len(states))]


def _reach_by_options(states: OptionStates, own: int, dm: DecisionMaker) -> Iterator[Index]:
    stays = {"Y": 0, "N": 0}  # options that cannot be left, or taken, once they are so
    for option, k in zip(dm.options, range((own & -own).bit_length() - 1, 64), strict=False):
        if option.direction != "both":
            stays["Y" if option.direction == "forward" else "N"] |= 1 << k
    for place, code in enumerate(states.codes):
        refused = ~own | (code & stays["Y"]) | (~code & stays["N"])
        targets = np.flatnonzero((states.codes ^ code) & refused == 0)
        yield np.concatenate([[place], targets[targets != place]])
