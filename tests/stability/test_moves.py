"""Moves of both forms: reductions and targets against plain loops."""

from __future__ import annotations

import random

import numpy as np
import pytest

from satumeja.model import (
    DecisionMaker,
    Direction,
    Option,
    OptionStates,
    Ranking,
    Text,
    feasible_codes,
)
from satumeja.stability._graph_moves import GraphMoves
from satumeja.stability._option_moves import OptionMoves


def reachable(code: int, target: int, mask: int, forward: int, back: int) -> bool:
    changed = code ^ target
    up, down = target & ~code, code & ~target
    return changed & ~mask == 0 and not up & back and not down & forward


@pytest.mark.parametrize("seed", range(60))
def test_option_moves_equal_plain_loops(seed: int) -> None:
    rng = random.Random(seed)
    widths = [rng.randint(1, 3) for _ in range(rng.randint(2, 3))]
    directions: list[Direction] = [
        rng.choice(["both", "both", "forward", "back"]) for _ in range(sum(widths))
    ]
    codes = feasible_codes(sum(widths), [])
    keep = sorted(rng.sample(range(len(codes)), max(1, len(codes) * 2 // 3)))
    states = OptionStates(codes[keep], tuple(widths))
    left = iter(directions)
    dms = [
        DecisionMaker(
            f"d{i}",
            Text(f"d{i}"),
            Ranking(()),
            tuple(Option(f"o{k}", Text("o"), next(left)) for k in range(width)),
        )
        for i, width in enumerate(widths)
    ]
    n = len(states)
    ranks = [np.array([rng.randint(1, 4) for _ in range(n)], dtype=np.int32) for _ in dms]
    moves = OptionMoves(states, dms, ranks)
    forward = sum(1 << k for k, d in enumerate(directions) if d == "forward")
    back = sum(1 << k for k, d in enumerate(directions) if d == "back")
    values = np.array([rng.randint(0, n) for _ in range(n)], dtype=np.int64)
    for mover in range(len(dms)):
        mask = states.masks[mover]
        for s, code in enumerate(states.codes.tolist()):
            near = [
                t
                for t, target in enumerate(states.codes.tolist())
                if t != s and reachable(code, target, mask, forward, back)
            ]
            assert moves.targets(mover, s).tolist() == near
            assert moves.best(mover, values)[s] == max(values[[s, *near]])
            assert moves.worst(mover, values)[s] == min(values[[s, *near]])
            better = [t for t in near if ranks[mover][t] > ranks[mover][s]]
            assert moves.closure([mover], values, credible=True)[s] == min(values[[s, *better]])


def test_graph_moves_forbid_two_moves_in_a_row() -> None:
    chain = np.array([[0, 1], [1, 2]])
    dms = [
        DecisionMaker("a", Text("a"), Ranking(()), moves=chain),
        DecisionMaker("b", Text("b"), Ranking(()), moves=np.array([[1, 0]])),
    ]
    ranks = [np.array([1, 2, 3], dtype=np.int32), np.array([3, 2, 1], dtype=np.int32)]
    moves = GraphMoves(3, dms, ranks)
    values = np.array([2, 3, 0], dtype=np.int64)
    assert moves.closure([0], values, credible=False).tolist() == [2, 0, 0]
    assert moves.closure([0, 1], values, credible=False).tolist() == [2, 0, 0]
    assert moves.targets(0, 0).tolist() == [1]
    assert moves.targets(1, 0).tolist() == []
    assert moves.targets(0, 2).tolist() == []
