"""Legal sequences of moves written out straight from the definition, and paths held to them."""

from __future__ import annotations

from literal import LiteralModel, build
from literal.statespace import Native
from random_models import to_yaml
from satumeja.formats import loads
from satumeja.questions import paths

__all__ = ["check"]

Sequence = tuple[tuple[str, int], ...]
"""Who moves, and to where."""


def steps(model: LiteralModel, dm: str, s: int, improvements: bool) -> list[int]:
    ends = sorted(model.moves_from(dm, s))
    return [t for t in ends if not improvements or model.better(dm, t, s)]


def shortest(model: LiteralModel, start: int, improvements: bool) -> dict[int, set[Sequence]]:
    """Give every legal sequence to each state that is as short as any, by trying them all."""
    found: dict[int, set[Sequence]] = {start: {()}}
    sequences: list[Sequence] = [()]
    seen: set[tuple[str, int]] = set()
    while sequences:
        longer = [
            (*sequence, (dm, t))
            for sequence in sequences
            for dm in model.dms
            if not sequence or sequence[-1][0] != dm
            for t in steps(model, dm, sequence[-1][1] if sequence else start, improvements)
        ]
        # a state entered by somebody for the second time leads nowhere new sooner
        sequences = [sequence for sequence in longer if sequence[-1] not in seen]
        seen |= {sequence[-1] for sequence in sequences}
        for sequence in sequences:
            known = found.setdefault(sequence[-1][1], {sequence})
            if len(next(iter(known))) == len(sequence):
                known.add(sequence)
    return found


def first_entries(
    model: LiteralModel, start: int, improvements: bool
) -> dict[str, dict[int, int]]:
    """In how many moves each decision maker can first move last into each state."""
    level, entered = 0, {dm: dict[int, int]() for dm in model.dms}
    ends = {("", start)}
    while ends:
        level += 1
        ends = {
            (dm, t)
            for last, s in ends
            for dm in model.dms
            if dm != last
            for t in steps(model, dm, s, improvements)
        }
        ends = {(dm, t) for dm, t in ends if t not in entered[dm]}
        for dm, t in ends:
            entered[dm][t] = level
    return entered


def check(native: Native, start: int, improvements: bool) -> None:
    literal = build(native)
    found = paths(loads(to_yaml(native)), start, improvements=improvements)
    expected = shortest(literal, start, improvements)
    entered = first_entries(literal, start, improvements)
    for state in literal.states:
        moves = {len(sequence) for sequence in expected.get(state, ())} or {-1}
        assert {int(found.moves[state - 1])} == moves
        by = {dm: first[state] for dm, first in entered.items() if state in first}
        assert found.last_movers(state) == by
        listed = found.to(state, 1_000)
        written = [tuple((move.mover, move.end) for move in path) for path in listed]
        assert len(written) == len(set(written))
        assert set(written) == expected.get(state, set())
        for path in listed:
            assert [move.start for move in path] == [start, *(m.end for m in path)][: len(path)]
            for move in path:
                better = literal.better(move.mover, move.end, move.start)
                worse = literal.better(move.mover, move.start, move.end)
                assert (move.gain > 0, move.gain < 0) == (better, worse)
                assert move.returns == (move.start in literal.moves_from(move.mover, move.end))
    assert sum(found.counts) == len(expected)
