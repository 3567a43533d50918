"""Moves and preferences of a small model as rows of bits, for any kind of preference.

A set of states is a Python integer: bit s is set where state s (0-based) is in it.
A relation is a list of such rows, one a state.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from satumeja.errors import LimitError
from satumeja.model import Model, Ranks
from satumeja.stability.explicit import Explicit

__all__ = [
    "LARGEST_RELATIONAL",
    "Path",
    "Relations",
    "Rows",
    "bits",
    "join",
    "legal_sequences",
    "rows_of",
    "shortest_sequence",
    "transposed",
]

Rows = list[int]
Path = tuple[tuple[int, int], ...]
# At this size a relation takes n * n bits, two megabytes; a model has several for each
# decision maker, and twice as many states would take four times that.
LARGEST_RELATIONAL = 4096


def bits(row: int) -> Iterator[int]:
    """Yield the states of a set, ascending."""
    while row:
        low = row & -row  # the lowest bit alone: states that are not in the set cost nothing
        yield low.bit_length() - 1
        row ^= low


def join(rows: Iterable[int]) -> int:
    """Return the union of sets."""
    union = 0
    for row in rows:
        union |= row
    return union


def rows_of(flags: NDArray[np.bool_]) -> Rows:
    """Spell out a square table: bit t of row s where ``flags[s, t]``."""
    # Eight states a byte, and all bytes of a row read at once: no step for each pair.
    packed = np.packbits(flags, axis=1, bitorder="little")
    return [int.from_bytes(row.tobytes(), "little") for row in packed]


def transposed(rows: Rows) -> Rows:
    """Turn a relation round: bit s of row t where bit t of row s is set.

    Examples
    --------
    >>> transposed([0b110, 0b000, 0b001])
    [4, 1, 1]
    """
    size, width = len(rows), (len(rows) + 7) // 8
    packed = b"".join(row.to_bytes(width, "little") for row in rows)
    table = np.frombuffer(packed, np.uint8).reshape(size, width)
    return rows_of(np.unpackbits(table, axis=1, count=size, bitorder="little").T.astype(bool))


@dataclass(frozen=True)
class Relations:
    """A model as relations between its states.

    Parameters
    ----------
    ranks : sequence of array, shape (n,)
        Ranks of each decision maker, higher is better.
    moves : sequence of Rows
        For each decision maker, where it can move from each state.
    better : sequence of Rows
        For each decision maker, which states it strictly prefers to each state.

    Notes
    -----
    Rows take n * n / 8 bytes a relation; meant for models of up to some thousand states.
    """

    ranks: Sequence[Ranks]
    moves: Sequence[Rows]
    better: Sequence[Rows]

    @classmethod
    def of(cls, model: Model) -> Relations:
        """Spell a model out as relations.

        Raises
        ------
        LimitError
            If it has more states than relations are spelt out for.
        """
        size = len(model.states)
        if size > LARGEST_RELATIONAL:
            raise LimitError(
                f"{size:,} states are more than the {LARGEST_RELATIONAL:,} this concept is "
                "decided or explained for"
            )
        engine = Explicit(model)
        moves = [
            [join(1 << t for t in engine.moves.targets(i, s).tolist()) for s in range(size)]
            for i in range(len(engine.ranks))
        ]
        better = [rows_of(rank > rank[:, np.newaxis]) for rank in engine.ranks]
        return cls(engine.ranks, moves, better)

    @property
    def size(self) -> int:
        """How many states there are."""
        return len(self.moves[0])

    @cached_property
    def improvements(self) -> list[Rows]:
        """For each decision maker, its unilateral improvements from each state."""
        return [self.both(*pair) for pair in zip(self.moves, self.better, strict=True)]

    def improving(self, maker: int, ranks: Ranks) -> Rows:
        """Return the improvements of a decision maker if it ranked the states otherwise."""
        return self.both(self.moves[maker], rows_of(ranks > ranks[:, np.newaxis]))

    def both(self, first: Rows, second: Rows) -> Rows:
        """Return what is in both relations."""
        return [a & b for a, b in zip(first, second, strict=True)]

    def neither(self, *relations: Rows) -> Rows:
        """Return what is in none of the relations."""
        everything = (1 << self.size) - 1
        return [everything & ~join(rows) for rows in zip(*relations, strict=True)]


def legal_sequences(relation: Mapping[int, Rows], size: int) -> Rows:
    """Return what each state leads to by legal sequences of the keys of `relation`.

    Parameters
    ----------
    relation : mapping of int to Rows
        The moves each mover may make; a mover may stand for a coalition.
    size : int
        How many states there are.

    Notes
    -----
    A legal sequence is a non-empty chain of moves in which nobody moves twice in a row.
    ``led[j][s]`` is what the sequences from s lead to in which j moves first; rounds
    until nothing grows, each O(arcs) unions of n bits.

    Examples
    --------
    >>> legal_sequences({0: [0b010, 0b100, 0]}, 3)  # one mover: one move
    [2, 4, 0]
    >>> legal_sequences({0: [0b010, 0b100, 0], 1: [0, 0b100, 0]}, 3)
    [6, 4, 0]
    """
    led = {mover: list(rows) for mover, rows in relation.items()}
    growing = True
    while growing:
        growing = False
        for mover, rows in relation.items():
            rest = [led[other] for other in led if other != mover]
            onward = [join(other[s] for other in rest) for s in range(size)]
            for s, row in enumerate(rows):
                grown = row | join(onward[t] for t in bits(row))
                if grown != led[mover][s]:
                    led[mover][s], growing = grown, True
    return [join(rows[s] for rows in led.values()) for s in range(size)]


def shortest_sequence(
    relation: Mapping[int, Rows], start: int, wanted: Callable[[int], bool]
) -> Path:
    """Find a shortest legal sequence from `start` to a wanted state.

    Returns
    -------
    tuple of (mover, state)
        The moves, in order; empty if there is no such sequence.

    Examples
    --------
    >>> shortest_sequence({0: [0b010, 0b100, 0], 1: [0, 0b100, 0]}, 0, lambda s: s == 2)
    ((0, 1), (1, 2))
    """
    # By who moved last as well: who that is decides who may go on. Nobody is mover -1.
    came: dict[tuple[int, int], tuple[int, int] | None] = {(-1, start): None}
    queue = deque(came)
    while queue:
        here = queue.popleft()
        for mover, rows in relation.items():
            if mover == here[0]:
                continue
            for target in bits(rows[here[1]]):
                there = (mover, target)
                if there in came:
                    continue
                came[there] = here
                if wanted(target):
                    return _trace(came, there)
                queue.append(there)
    return ()


def _trace(came: Mapping[tuple[int, int], tuple[int, int] | None], end: tuple[int, int]) -> Path:
    path, node = [], end
    while (before := came[node]) is not None:
        path.append(node)
        node = before
    return tuple(path[::-1])
