"""What the compiled kernel does with blocks, against plain Python; and arrays that do not fit."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from proofs.kernels import compare_seed
from satumeja.stability.kernel import kernel_in_use, sort_blocks

pytestmark = pytest.mark.skipif(kernel_in_use() == "numpy", reason="no compiled kernel in use")

TIE = 1 << 15
KINDS: list[Any] = [np.uint8, np.uint16, np.uint32]


def drawn(rng: random.Random, kind: Any, options: int) -> NDArray[Any]:
    most = rng.choice([1, 3, 200, np.iinfo(kind).max])
    return np.array([rng.randint(0, most) for _ in range(1 << options)], dtype=kind)


def literally_sorted(ranks: list[int], start: int, width: int) -> list[list[int]]:
    """Sort each block by Python: infeasible first, then the best; ties are flagged."""
    blocks = []
    for block in range(len(ranks) >> width):
        low, high = block & ((1 << start) - 1), block >> start
        rank = {
            own: ranks[high << (start + width) | own << start | low] for own in range(1 << width)
        }
        order = sorted(rank, key=lambda own: (rank[own] > 0, -rank[own], own))
        tied = [False] + [rank[a] == rank[b] > 0 for a, b in pairwise(order)]
        blocks.append([own + TIE * tie for own, tie in zip(order, tied, strict=True)])
    return blocks


@pytest.mark.parametrize("kind", KINDS)
def test_blocks_are_sorted_from_best_to_worst(kind: Any) -> None:
    rng = random.Random(7)
    for _ in range(150):
        options = rng.randint(0, 9)
        width = rng.randint(0, options)
        start = rng.randint(0, options - width)
        ranks = drawn(rng, kind, options)
        blocks = sort_blocks(ranks, start, width)
        expected = literally_sorted(ranks.tolist(), start, width)
        assert blocks.order.tolist() == expected
        assert blocks.ties == any(place >= TIE for block in expected for place in block)


def test_ranks_up_to_the_highest_number_are_told_apart() -> None:
    most = np.iinfo(np.uint32).max
    ranks = np.array([0, most - 1, most, 1], dtype=np.uint32)
    assert sort_blocks(ranks, 0, 2).order.tolist() == [[0, 2, 1, 3]]


def test_an_array_that_does_not_fit_raises() -> None:
    from satumeja.stability.kernel import _compiled

    ranks, order = np.ones(8, np.uint16), np.empty((2, 4), np.uint16)
    readonly = order.copy()
    readonly.flags.writeable = False
    wrong: list[tuple[Any, int, int, Any]] = [
        (ranks, 2, 2, order),  # more options than the ranks have
        (ranks[:6], 0, 2, order),
        (ranks[:0], 0, 0, order[:0]),
        (ranks, 0, 2, order[:1]),
        (ranks, 0, 16, order),
        (ranks, 40, 2, order),
        (ranks, 0, 2, order.astype(np.uint32)),
        (ranks.astype(np.int16), 0, 2, order),
        (ranks.astype(np.uint64), 0, 2, order),
        (ranks.astype(np.float32), 0, 2, order),
        (ranks.astype(">u2"), 0, 2, order),
        (np.ones(16, np.uint16)[::2], 0, 2, order),
        (ranks, 0, 2, readonly),
        (ranks, -1, 2, order),
        (ranks.tolist(), 0, 2, order),
        (ranks, 0, 2, None),
    ]
    for arguments in wrong:
        with pytest.raises((TypeError, ValueError, BufferError, OverflowError)):
            _compiled.sort_blocks(*arguments)


@pytest.mark.parametrize("seed", range(200))
def test_the_kernel_and_numpy_answer_alike_in_every_bit(seed: int) -> None:
    assert compare_seed(seed, total=10) > 0


# Three decision makers with 2, 1 and 1 options; the second one's stability is asked about.
RANKS = np.arange(1, 17, dtype=np.uint16)
ORDERS = [np.zeros((4, 4), np.uint16), np.zeros((8, 2), np.uint16)]
MOVERS = ((ORDERS[0], 0, 2, False, 0, 0), (ORDERS[1], 3, 1, False, 0, 0))


def asked(**changed: Any) -> tuple[Any, ...]:
    fit = {
        "ranks": RANKS,
        "start": 2,
        "width": 1,
        "values": (RANKS, RANKS[:8].copy()),
        "movers": MOVERS,
        "out": (np.empty(8, np.uint16), None),
        "best": True,
    }
    return tuple((fit | changed).values())


BAD_CALLS: list[dict[str, Any]] = [
    {"ranks": RANKS[:12].copy()},
    {"ranks": RANKS[:0].copy()},
    {"ranks": RANKS.astype(np.uint8)},
    {"ranks": RANKS.astype(np.int16)},
    {"ranks": RANKS.astype(np.uint64)},
    {"ranks": np.arange(32, dtype=np.uint16)[::2]},
    {"ranks": None},
    {"start": 1},
    {"start": 4},
    {"start": -1},
    {"start": 1 << 32},
    {"start": (1 << 32) - 1},
    {"width": 2},
    {"width": 0},
    {"width": (1 << 32) - 2},
    {"values": (RANKS, RANKS[:4].copy())},
    {"values": (RANKS, RANKS.astype(np.uint32))},
    {"values": (RANKS,)},
    {"values": (None, RANKS)},
    {"out": (np.empty(16, np.uint16), None)},
    {"out": (np.empty(8, np.uint32), None)},
    {"out": (RANKS[:8].astype(">u2"), None)},
    {"out": (bytes(16), None)},
    {"best": False},
    {"movers": MOVERS[:1]},
    {"movers": MOVERS[::-1]},
    {"movers": MOVERS * 17},
    {"movers": ()},
    {"movers": (MOVERS[0], None)},
    {"movers": (MOVERS[0], MOVERS[1][:5])},
    {"movers": (MOVERS[0], (ORDERS[1], 2, 1, False, 0, 0))},
    {"movers": (MOVERS[0], (ORDERS[1], 3, 2, False, 0, 0))},
    {"movers": (MOVERS[0], (ORDERS[1], 3, 1 << 31, False, 0, 0))},
    {"movers": (MOVERS[0], (ORDERS[1], (1 << 32) - 1, 1, False, 0, 0))},
    {"movers": (MOVERS[0], (ORDERS[1][:4].copy(), 3, 1, False, 0, 0))},
    {"movers": (MOVERS[0], (ORDERS[1].astype(np.uint32), 3, 1, False, 0, 0))},
    {"movers": (MOVERS[0], (ORDERS[1].astype(np.int16), 3, 1, False, 0, 0))},
    {"movers": list(MOVERS)},
]


@pytest.mark.parametrize("changed", BAD_CALLS, ids=range(len(BAD_CALLS)))
def test_chains_refuse_what_does_not_fit(changed: dict[str, Any]) -> None:
    from satumeja.stability.kernel import _compiled

    with pytest.raises((TypeError, ValueError, BufferError, OverflowError)):
        _compiled.chains(*asked(**changed))


def test_chains_take_what_fits() -> None:
    """Orders of nothing but zeros name states that there are, so even they do no harm."""
    from satumeja.stability.kernel import _compiled

    fitting = asked()
    _compiled.chains(*fitting)
    assert fitting[5][0].min() >= 1


def test_orders_with_numbers_of_no_state_stay_within_the_cube() -> None:
    from satumeja.stability.kernel import _compiled

    wild = ((np.full((4, 4), 0xFFFF, np.uint16), 0, 2, True, 0b11, 0), MOVERS[1])
    with pytest.raises(ValueError, match="an order names no state"):
        _compiled.chains(*asked(movers=wild))
