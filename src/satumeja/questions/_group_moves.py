"""What groups can improve on together, and a shortest way there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from satumeja.model import Model
from satumeja.stability import CoalitionVerdict, Route, Step
from satumeja.stability.explicit import Explicit, OptionMoves
from satumeja.stability.further import Inquiry
from satumeja.table.kit import Together

__all__ = ["GroupImprovements", "Members"]

Members = tuple[str, ...]
Index = NDArray[np.intp]
Words = NDArray[np.uint64]

_WORD = 64


class GroupImprovements(Mapping[tuple[Members, int], tuple[Route, ...]]):
    """What groups can improve on from some states, and how; ways are looked for when asked.

    Parameters
    ----------
    model : Model
        The conflict.
    members : sequence of tuple of str
        The groups.
    states : sequence of int
        The numbers of the states they start from.

    Notes
    -----
    A step spreads where it may end to all states at once, 64 ends the bits of a word; so a
    shortest way is as many steps as it has, however many states there are.
    """

    def __init__(self, model: Model, members: Sequence[Members], states: Sequence[int]) -> None:
        self._model, self._members, self._states = model, members, states
        self._places = {dm.id: place for place, dm in enumerate(model.decision_makers)}
        self._targets = dict[tuple[Members, int], tuple[int, ...]]()

    def __iter__(self) -> Iterator[tuple[Members, int]]:
        return ((members, state) for members in self._members for state in self._states)

    def __len__(self) -> int:
        return len(self._members) * len(self._states)

    def __getitem__(self, key: tuple[Members, int]) -> tuple[Route, ...]:
        members, state = key
        if members not in self._members or state not in self._states:
            raise KeyError(key)
        return self.routes(members, state, self.targets(members, state))

    def targets(self, members: Members, state: int) -> tuple[int, ...]:
        """Return the numbers of the states that all of a group prefer and can bring about."""
        if (members, state) not in self._targets:
            self._targets[members, state] = self._improved(members, state)
        return self._targets[members, state]

    def _improved(self, members: Members, state: int) -> tuple[int, ...]:
        ranks = [self._ranks[self._places[dm]] for dm in members]
        better: NDArray[np.bool_] = np.logical_and.reduce([r > r[state - 1] for r in ranks])
        places = [self._places[dm] for dm in members]
        reached = self._together.among(state - 1, places, better)
        return tuple((reached + 1).tolist())

    def routes(self, members: Members, state: int, ends: Sequence[int]) -> tuple[Route, ...]:
        """Give a shortest way to each of some states that a group improves to."""
        if not isinstance(self._engine.moves, OptionMoves):
            verdict = self._inquiry.proof(state, members)
            assert isinstance(verdict, CoalitionVerdict)  # noqa: S101
            return tuple(route for route in verdict.improvements if route.to in set(ends))
        routes = list[Route]()
        for first in range(0, len(ends), _WORD):
            some = np.array(ends[first : first + _WORD], dtype=np.intp) - 1
            nearer = self._nearer(members, state - 1, some)
            routes += [
                Route(members, int(end) + 1, self._way(members, state - 1, nearer, np.uint64(k)))
                for k, end in enumerate(some)
            ]
        return tuple(routes)

    def _nearer(self, members: Members, start: int, ends: Index) -> list[Words]:
        """Say of each state which ends are 0, 1, 2 ... steps off at most, up to the start's."""
        moves = self._engine.moves
        assert isinstance(moves, OptionMoves)  # noqa: S101
        words = np.zeros(len(self._ranks[0]), dtype=np.uint64)
        words[ends] = np.uint64(1) << np.arange(len(ends), dtype=np.uint64)
        every, within = np.bitwise_or.reduce(words), [words]
        while within[-1][start] != every:
            laid = moves.lay(within[-1])
            within.append(
                np.bitwise_or.reduce(
                    [moves.listed(moves.joined([self._places[dm]], laid)) for dm in members]
                )
            )
        return within

    def _way(
        self, members: Members, start: int, nearer: Sequence[Words], end: np.uint64
    ) -> tuple[Step, ...]:
        """Take the first member, and its first move, that leads nearer, until the end is there."""
        moves, steps, here = self._engine.moves, list[Step](), start
        off = next(k for k, words in enumerate(nearer) if words[start] >> end & np.uint64(1))
        for words in nearer[:off][::-1]:
            for dm in members:
                targets = moves.targets(self._places[dm], here)
                closer = targets[words[targets] >> end & np.uint64(1) == 1]
                if len(closer):
                    here = int(closer[0])
                    steps.append(Step(dm, here + 1))
                    break
        return tuple(steps)

    @cached_property
    def _engine(self) -> Explicit:
        return Explicit(self._model, threads=1)

    @property
    def _ranks(self) -> Sequence[NDArray[np.int32]]:
        return self._engine.ranks

    @cached_property
    def _together(self) -> Together:
        return Together(self._model)

    @cached_property
    def _inquiry(self) -> Inquiry:
        """Of moves that are listed one by one: then who moved last decides who may go on."""
        return Inquiry(self._model, "cnash", replace(self._model.knowledge, coalitions=()))
