"""Who leads where from a state, asked state by state: nothing is spelt out for all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from satumeja.model import Model, Ranks
from satumeja.model.kit import distinct
from satumeja.stability.explicit import Explicit, OptionMoves
from satumeja.stability.further._relations import Rows

__all__ = ["Leads", "row_of"]

Flags = NDArray[np.bool_]
Index = NDArray[np.intp]

_KEPT_BYTES = 1 << 26  # of rows that have been asked for, of one relation


class _Asked(Sequence[int]):
    """A relation whose rows are made when they are asked for, each a set of states as bits."""

    def __init__(self, size: int, targets: Callable[[int], Index]) -> None:
        self._size, self._targets = size, targets
        self._rows = dict[int, int]()
        self._most = max(64, _KEPT_BYTES * 8 // size)

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, state: int) -> int:  # type: ignore[override]  # of states, no slices
        if state not in self._rows:
            if len(self._rows) >= self._most:
                self._rows.clear()
            flags = np.zeros(self._size, dtype=np.bool_)
            flags[self._targets(state)] = True
            self._rows[state] = row_of(flags)
        return self._rows[state]


def row_of(flags: Flags) -> int:
    """Return the states that are flagged as the bits of a number.

    Examples
    --------
    >>> row_of(np.array([False, True, True]))
    6
    """
    return int.from_bytes(np.packbits(flags, bitorder="little").tobytes(), "little")


class Leads:
    """The moves and preferences of a model, asked of one state at a time.

    Parameters
    ----------
    model : Model
        Any whose states can be listed.

    Notes
    -----
    What a legal sequence leads to from one state is found in a few passes over all states for
    moves by options, and along the arcs where moves are listed. `Relations` spells the same out
    for all states at once.
    """

    def __init__(self, model: Model) -> None:
        self._engine = Explicit(model, threads=1)
        self.ranks: list[Ranks] = self._engine.ranks
        self.size = len(model.states)
        makers = range(len(self.ranks))
        self.moves = [_Asked(self.size, self._mover(maker)) for maker in makers]
        self.improvements = [self.improving(maker, self.ranks[maker]) for maker in makers]

    def _mover(self, maker: int) -> Callable[[int], Index]:
        return lambda state: self._engine.moves.targets(maker, state)

    def improving(self, maker: int, ranks: Ranks) -> Sequence[int]:
        """Return the improvements of a decision maker if it ranked the states so."""

        def improved(state: int) -> Index:
            targets = self.targets(maker, state)
            better: Index = targets[ranks[targets] > ranks[state]]
            return better

        return _Asked(self.size, improved)

    def targets(self, maker: int, state: int) -> Index:
        """Return the states (0-based, ascending) a decision maker can move to from a state."""
        return self._engine.moves.targets(maker, state)

    def better(self, maker: int, state: int) -> Flags:
        """Return which states a decision maker prefers to one."""
        ranks = self.ranks[maker]
        preferred: Flags = ranks > ranks[state]
        return preferred

    def deterring(self, maker: int, state: int, *, counter: bool) -> Flags:
        """Return the states that hold a decision maker in a state, with counter-moves or not."""
        rank = self.ranks[maker]
        best = self._engine.replies(maker) if counter else rank
        holds: Flags = np.maximum(best, rank) <= rank[state]
        return holds

    def block(self, maker: int) -> Index | None:
        """Return a number for each set of states among which a decision maker moves freely.

        None where there are no such sets: its moves are listed, or some option is one-way.
        """
        moves = self._engine.moves
        if not isinstance(moves, OptionMoves) or self._spent[maker] is not None:
            return None
        return self._blocks[maker]

    def reached(self, movers: Mapping[int, bool], start: int) -> Flags:
        """Return what legal sequences of some movers lead to, by moves or by improvements.

        Parameters
        ----------
        movers : mapping of int to bool
            By place, whether the mover's moves have to be improvements.
        start : int
            From which state (0-based). By options it counts as led to itself; where moves are
            listed, if some sequence comes back to it.
        """
        if isinstance(self._engine.moves, OptionMoves):
            return self._by_options(movers, start)
        return self._by_arcs(movers, start)

    @cached_property
    def _blocks(self) -> list[Index]:
        moves = self._engine.moves
        assert isinstance(moves, OptionMoves)  # noqa: S101
        return [
            np.unique(moves.codes & ~own, return_inverse=True)[1].astype(np.intp)
            for own in moves.masks
        ]

    @cached_property
    def _spent(self) -> list[NDArray[np.int64] | None]:
        """The one-way options that are spent in each state; None where there are none."""
        moves = self._engine.moves
        assert isinstance(moves, OptionMoves)  # noqa: S101
        spent = (moves.spent(maker) for maker in range(len(self.ranks)))
        return [used if used.any() else None for used in spent]

    def _by_options(self, movers: Mapping[int, bool], start: int) -> Flags:
        # Moves by options join into one, so who moved last does not matter: the movers take
        # turns until none of them adds anything.
        led = np.zeros(self.size, dtype=np.bool_)
        led[start], quiet = True, 0
        while quiet < len(movers):
            for mover, improving in movers.items():
                count = np.count_nonzero(led)
                led = led | self._onward(mover, led, improving=improving)
                quiet = quiet + 1 if np.count_nonzero(led) == count else 1
                if quiet >= len(movers):
                    break
        return led

    def _onward(self, mover: int, led: Flags, *, improving: bool) -> Flags:
        """Return what one more move of a mover adds, from all states led to so far."""
        block, spent = self._blocks[mover], self._spent[mover]
        # Where a move need not improve, the lowest of all ranks stands for every start.
        rank = self.ranks[mover] if improving else np.ones(self.size, dtype=np.int32)
        floor = rank if improving else rank + 1
        starts = np.flatnonzero(led)
        if spent is None:
            return _above(block, starts, rank, floor)
        added = np.zeros(self.size, dtype=np.bool_)
        for used in distinct(spent[starts]):
            some = starts[spent[starts] == used]
            added |= _above(block, some, rank, floor) & (spent & used == used)
        return added

    def _by_arcs(self, movers: Mapping[int, bool], start: int) -> Flags:
        # By who moved last, since nobody moves twice in a row.
        led = {mover: np.zeros(self.size, dtype=np.bool_) for mover in movers}
        fresh: dict[int, Index] = {-1: np.array([start], dtype=np.intp)}
        while fresh:
            last, states = fresh.popitem()
            for mover, improving in movers.items():
                if mover == last:
                    continue
                relation = self.improvements if improving else self.moves
                ends = _ends(relation[mover], states)
                if len(new := ends[~led[mover][ends]]):
                    led[mover][new] = True
                    fresh[mover] = distinct(np.concatenate([fresh.get(mover, new), new]))
        everything: Flags = np.logical_or.reduce(list(led.values()) or [np.zeros(self.size, bool)])
        return everything


def _above(block: Index, starts: Index, rank: Ranks, floor: Ranks) -> Flags:
    """Return the states whose floor is above the lowest rank of the starts in their block."""
    lowest = np.full(int(block.max()) + 1, np.iinfo(np.int32).max, dtype=np.int32)
    np.minimum.at(lowest, block[starts], rank[starts].astype(np.int32))
    above: Flags = floor > lowest[block]
    return above


def _ends(rows: Rows | Sequence[int], states: Index) -> Index:
    """Return the states that some states lead to in one move."""
    row = 0
    for state in states.tolist():
        row |= rows[state]
    width = (len(rows) + 7) // 8
    packed = np.frombuffer(row.to_bytes(width, "little"), np.uint8)
    return np.flatnonzero(np.unpackbits(packed, count=len(rows), bitorder="little"))
