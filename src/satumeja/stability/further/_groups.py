"""Which states are stable for groups, by thresholds of rank: option form, at larger sizes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from satumeja.errors import LimitError
from satumeja.model import Model, Ranks
from satumeja.stability.explicit import Explicit, OptionMoves, Values
from satumeja.stability.further._class_improvements import ClassImprovements
from satumeja.stability.further._individual import Shape
from satumeja.stability.further._setting import Party

__all__ = ["LARGEST_GROUPED", "Groups"]

Flags = NDArray[np.bool_]
Words = NDArray[np.uint64]

LARGEST_GROUPED = 1 << 16
"""The most states for which stability for groups is decided."""
_WORD = 64


class Groups:
    """Stability of states for groups of decision makers, in option form.

    Parameters
    ----------
    model : Model
        One in which moves follow from options.

    Raises
    ------
    LimitError
        If it has more than 65,536 states.

    Notes
    -----
    What holds for one decision maker holds for a group H with a threshold for each member: s is
    unstable iff H leads from s to some t such that ``rank_i(s) < v_i(t)`` for every member i,
    where v_i(t) is the lowest rank of i the others can bring about from t. Under ``smr`` a
    state u deters H only if H leads from it to nothing that all prefer to s, so there it is
    asked of each s. Either way 64 states s at a time are the bits of a word, one word for each
    t, spread by `Moves.joined`: a few passes over n words for each 64 states and coalition, and
    no pair of states is stored.
    """

    def __init__(self, model: Model) -> None:
        size = len(model.states)
        if size > LARGEST_GROUPED:
            raise LimitError(
                f"{size:,} states are more than the {LARGEST_GROUPED:,} for which stability for "
                "groups is decided"
            )
        self._engine = Explicit(model, threads=1)
        self._moves = moves = self._engine.moves
        assert isinstance(moves, OptionMoves)  # noqa: S101 - `suits` says so
        self._joined = moves.joined
        self._everyone = range(len(self._engine.ranks))

    @staticmethod
    def suits(model: Model, shape: Shape) -> bool:
        """Say whether a model is one for which a shape can be decided so.

        What groups of the others improve to is not, where some combinations are infeasible and
        some options one-way: then single steps do not tell who leads where.
        """
        if not model.moves_by_options:
            return False
        one_way = any(o.direction != "both" for o in model.options)
        full = len(model.states) == 1 << len(model.options)
        return full or not one_way or shape != "seq"

    def stable(self, party: Party, shape: Shape) -> Flags:
        """Decide which states are stable for a group, by the others' sanctions.

        Parameters
        ----------
        party : tuple of int
            The members, by place in the model.
        shape : {"nash", "gmr", "smr", "seq"}
            As for `Coalitional`.
        """
        outside = [k for k in self._everyone if k not in party]
        if len(party) == 1:
            return self._stable_alone(party[0], outside, shape)
        if not outside:
            shape = "nash"  # where nobody is left to answer, all shapes are one
        feared = self._ranks(party) if shape == "smr" else self._feared(party, outside, shape)
        stable = np.empty(self._moves.size, dtype=np.bool_)
        for states, tables in self._words(party):
            leave = _preferred(tables, feared)
            if shape == "smr":
                gains = self._joined(party, leave)
                # What deters from the rest: states from which H gains nothing on s any more.
                leave &= ~self._joined(outside, ~gains)
            bits = self._moves.listed(self._joined(party, leave))[states]
            stable[states] = bits >> np.arange(len(bits), dtype=np.uint64) & np.uint64(1) == 0
        return stable

    def _stable_alone(self, member: int, outside: Sequence[int], shape: Shape) -> Flags:
        """Decide it for a group of one, whose threshold is one number a state."""
        moves, rank = self._moves, self._moves.ranks[member]
        if shape == "smr":
            reply = moves.best(member, rank)
            (low,) = moves.lowest(outside, [reply], credible=False) if outside else [reply]
            low = np.minimum(rank, low)
        else:
            (low,) = self._feared((member,), outside, shape)
        stable: Flags = self._engine.ranks[member] >= moves.listed(
            moves.best(member, np.minimum(rank, low))
        )
        return stable

    def _ranks(self, party: Party) -> list[Values]:
        return [self._moves.ranks[member] for member in party]

    def _feared(self, party: Party, outside: Sequence[int], shape: Shape) -> list[Values]:
        """Return for each member the lowest rank the others bring about from each state."""
        ranks = self._ranks(party)
        if shape == "nash" or not outside:
            return ranks
        if shape == "gmr":
            return self._moves.lowest(outside, ranks, credible=False)
        if len(outside) == 1:
            return self._moves.lowest(outside, ranks, credible=True)
        narrow = [self._moves.listed(rank) for rank in ranks]
        return list(map(self._moves.lay, self._classes.lowest(outside, narrow)))

    @cached_property
    def _classes(self) -> ClassImprovements:
        return ClassImprovements(self._engine)

    def _words(self, party: Party) -> Iterator[tuple[slice, list[Words]]]:
        """Give 64 states at a time, and by member and rank which of them it ranks below."""
        ranks: list[Ranks] = [self._engine.ranks[member] for member in party]
        highest = [int(rank.max()) for rank in ranks]
        for first in range(0, self._moves.size, _WORD):
            states = slice(first, min(first + _WORD, self._moves.size))
            yield (
                states,
                [_below(rank[states], most) for rank, most in zip(ranks, highest, strict=True)],
            )


def _preferred(tables: Sequence[Words], values: Sequence[Values]) -> Words:
    """Return the states, as bits, to which every member prefers its value in each state."""
    words = tables[0].take(values[0])
    for table, value in zip(tables[1:], values[1:], strict=True):
        words &= table.take(value)
    return words


def _below(ranks: Ranks, highest: int) -> Words:
    """Return for each rank up to the highest which of some states rank below it, as bits."""
    order = np.argsort(ranks, kind="stable")
    bits = np.left_shift(np.uint64(1), order.astype(np.uint64))
    words = np.concatenate([np.zeros(1, np.uint64), np.bitwise_or.accumulate(bits)])
    # A state is below whatever ranks above it, so each word holds from one rank on.
    return np.repeat(words, np.diff(ranks[order] + 1, prepend=0, append=highest + 2))
