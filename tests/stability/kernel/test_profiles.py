"""What the compiled kernel refuses of many profiles: arrays that do not fit each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from satumeja.stability.kernel import (
    LARGEST_DRAWN,
    MoverSets,
    decide_profiles,
    draw_ranks,
    kernel_in_use,
    packed_moves,
)

pytestmark = pytest.mark.skipif(kernel_in_use() == "numpy", reason="no compiled kernel here")

WRONG = (TypeError, ValueError, BufferError, OverflowError)


def plan() -> NDArray[np.uint32]:
    """Two states; the first of two decision makers moves from one to the other."""
    both, apart = np.array([0, 1]), [np.array([0]), np.array([1])]
    first = MoverSets([both], np.array([0, 0]), apart, both, [np.array([1]), np.array([0])], apart)
    nowhere = [both[:0], both[:0]]
    second = MoverSets(apart, both, [both], np.array([0, 0]), nowhere, [both])
    return packed_moves(2, [first, second])


RANKS = np.array([[[1, 2, 1], [2, 1, 1]], [[1, 1, 1], [2, 2, 2]]], dtype=np.uint8)


def test_each_answer_has_its_shape() -> None:
    stable = decide_profiles(plan(), RANKS, [0, 3], "stable")
    assert stable.shape == (2, 2, 2, 3)
    assert stable.dtype == np.bool_
    assert stable[0, 0].tolist() == [[False, True, True], [True, False, True]]
    assert stable[0, 1].all()
    assert np.array_equal(decide_profiles(plan(), RANKS, [0, 3], "equilibria"), stable.all(axis=1))
    counts = decide_profiles(plan(), RANKS, [0, 3], "counts")
    assert counts.tolist() == stable.all(axis=1).sum(axis=-1).tolist()
    assert counts.dtype == np.int64


def test_one_lane_of_two_bytes_decides_as_one_of_one() -> None:
    wide = decide_profiles(plan(), RANKS.astype(np.uint16) * 200, [0, 1, 2, 3, 4], "stable")
    assert np.array_equal(wide, decide_profiles(plan(), RANKS, [0, 1, 2, 3, 4], "stable"))


def test_any_number_of_a_plan_may_be_wrong() -> None:
    whole = plan()
    wrong = 0
    for place in range(len(whole)):
        for value in (0, 1, 2, 3, 1000, 2**31, 2**32 - 1):
            changed = whole.copy()
            changed[place] = value
            try:
                answer = decide_profiles(changed, RANKS, [0, 1, 2, 3, 4], "stable")
            except ValueError:
                wrong += 1
            else:
                assert answer.shape == (5, 2, 2, 3)
    assert wrong > 3 * len(whole)


NOWHERE = np.array([2])
"""The first state that there is none of."""


@pytest.mark.parametrize(
    "changed",
    [
        {"own": [np.array([0, 1, 2])]},
        {"own_of": np.array([0, 1])},
        {"others": [np.array([0]), NOWHERE]},
        {"others_of": NOWHERE.repeat(2)},
        {"arcs": [np.array([1]), NOWHERE]},
        {"arcs": [np.array([1])]},
        {"parts": [np.array([0]), NOWHERE]},
    ],
    ids=str,
)
def test_the_first_number_that_is_none_is_refused(changed: dict[str, Any]) -> None:
    both, apart = np.array([0, 1]), [np.array([0]), np.array([1])]
    mover = MoverSets([both], np.array([0, 0]), apart, both, [np.array([1]), np.array([0])], apart)
    ranks, asked = RANKS[:1].copy(), [0, 1, 2, 3, 4]
    assert decide_profiles(packed_moves(2, [mover]), ranks, asked, "stable").shape == (5, 1, 2, 3)
    with pytest.raises(ValueError, match="do not fit each other"):
        decide_profiles(packed_moves(2, [replace(mover, **changed)]), ranks, asked, "stable")


def test_a_plan_that_is_cut_off_raises() -> None:
    whole = plan()
    for length in range(len(whole)):
        with pytest.raises(ValueError, match="fit"):
            decide_profiles(whole[:length].copy(), RANKS, [0, 4], "counts")


@pytest.mark.parametrize(
    "change",
    [
        lambda a: a.update(plan=a["plan"].astype(np.uint16)),
        lambda a: a.update(plan=a["plan"].astype(np.int32)),
        lambda a: a.update(ranks=a["ranks"][:, :, ::2]),
        lambda a: a.update(ranks=a["ranks"][:1].copy()),
        lambda a: a.update(ranks=a["ranks"].astype(np.uint32)),
        lambda a: a.update(ranks=a["ranks"].astype(np.float64)),
        lambda a: a.update(concepts=32),
        lambda a: a.update(concepts=3),
        lambda a: a.update(concepts=-1),
        lambda a: a.update(kind=3),
        lambda a: a.update(kind=1),
        lambda a: a.update(kind=-1),
        lambda a: a.update(result=a["result"][:, :1].copy()),
        lambda a: a.update(result=a["result"].astype(np.uint32)),
        lambda a: a["result"].setflags(write=False),
        lambda a: a.update(result=None),
    ],
)
def test_arrays_that_do_not_fit_raise(change: Callable[[dict[str, Any]], None]) -> None:
    from satumeja.stability.kernel import _compiled

    result = np.empty((1, 2, 2, 3), dtype=np.uint8)
    arguments: dict[str, Any] = {
        "plan": plan(),
        "ranks": RANKS,
        "concepts": 1,
        "kind": 0,
        "result": result,
    }
    _compiled.decide_profiles(*arguments.values())
    change(arguments)
    with pytest.raises(WRONG):
        _compiled.decide_profiles(*arguments.values())


@pytest.mark.parametrize(
    ("size", "ranks"),
    [
        (0, np.empty(4, np.uint8)),
        (-1, np.empty(4, np.uint8)),
        (3, np.empty(4, np.uint8)),
        (256, np.empty(256, np.uint8)),
        (LARGEST_DRAWN + 1, np.empty(LARGEST_DRAWN + 1, np.uint16)),
        (2, np.empty(4, np.uint32)),
        (2, np.empty(4, np.int8)),
        (2, np.empty(8, np.uint8)[::2]),
    ],
)
def test_ranks_that_cannot_be_drawn_raise(size: int, ranks: NDArray[Any]) -> None:
    from satumeja.stability.kernel import _compiled

    with pytest.raises(WRONG):
        _compiled.draw_ranks(0, 1, 0, 1, 0, size, ranks)


def test_nothing_is_drawn_of_no_orders() -> None:
    stream = np.random.PCG64(1)
    draw_ranks(stream, 0.5, np.empty((3, 0), np.uint8))
    assert stream.random_raw() == np.random.PCG64(1).random_raw()
