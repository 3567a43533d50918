"""Games in normal form: two and more players, ties, and arrays that do not fit."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np
import pytest

import satumeja as sm
from satumeja.errors import ModelError
from satumeja.model import Model, Ranking

DILEMMA = ([[3, 0], [5, 1]], [[3, 5], [0, 1]])


def pure_equilibria(tables: Any) -> set[tuple[int, ...]]:
    """Find, by the definition, the outcomes from which no player gains by another strategy."""
    arrays = [np.asarray(table, dtype=float) for table in tables]
    stable = set()
    for outcome in product(*map(range, arrays[0].shape)):
        gains = False
        for player, worth in enumerate(arrays):
            for other in range(worth.shape[player]):
                elsewhere = (*outcome[:player], other, *outcome[player + 1 :])
                gains = gains or worth[elsewhere] > worth[outcome]
        if not gains:
            stable.add(outcome)
    return stable


def outcomes(model: Model, shape: tuple[int, ...]) -> set[tuple[int, ...]]:
    numbers = model.analyse().equilibria("nash") - 1
    return {tuple(map(int, np.unravel_index(n, shape, order="F"))) for n in numbers}


def test_a_dilemma_has_its_one_equilibrium() -> None:
    model = Model.from_payoffs(DILEMMA, strategies=[["cooperate", "defect"]] * 2)
    assert model.analyse().equilibria("nash").tolist() == [4]
    assert model.require_state({"row.strategy": "defect", "column.strategy": "cooperate"}) == 2
    assert model.ranks("row").tolist() == [3, 4, 1, 2]
    assert sm.formats.loads(sm.formats.dump(model)) == model


@pytest.mark.parametrize(
    "shape", [(2, 2), (3, 2), (1, 3), (4, 5), (2, 2, 2), (3, 1, 2), (2, 3, 2, 2)]
)
def test_pure_equilibria_are_those_of_the_definition(shape: tuple[int, ...]) -> None:
    rng = np.random.default_rng(sum(shape))
    for _ in range(10):
        tables = rng.integers(0, 4, size=(len(shape), *shape))  # many ties
        model = Model.from_payoffs(tables)
        assert len(model.states) == np.prod(shape)
        assert outcomes(model, shape) == pure_equilibria(tables)


def test_payoffs_are_numbers_of_any_kind() -> None:
    exact: Any = [[["1/3", "0.33333333333333333333"], [Fraction(1, 3), "0"]], [[1.0, 2], [3, 4]]]
    model = Model.from_payoffs(exact)
    assert str(model["row"].preference) == "1 ~ 2 > 3 > 4"
    assert [dm.id for dm in Model.from_payoffs(np.zeros((3, 2, 2, 2))).decision_makers] == [
        "player1",
        "player2",
        "player3",
    ]


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"payoffs": [[[1, 2], [3, 4]]]}, "these are the payoffs of 1"),
    ({"payoffs": [[1, 2], [3, 4]]}, "with one dimension a player; these 2 are 2, 2"),
    ({"payoffs": [[[1, 2]], [[1], [2]]]}, "these 2 are 1 × 2, 2 × 1"),
    ({"payoffs": [[[1, 2], [3]], [[1, 2], [3, 4]]]}, "payoffs are one array a player"),
    ({"payoffs": 7}, "these are none"),
    (
        {"payoffs": [[[1, 2], [3, float("nan")]], DILEMMA[1]]},
        "row: the payoff of state 4",
    ),
    ({"payoffs": [[[1, 2], [3, "x"]], DILEMMA[1]]}, "the payoff of state 4 is no number: x"),
    ({"payoffs": [[[1, 1], [3, 2]], DILEMMA[1]], "strict": True}, "states 1 and 3 tie"),
    ({"payoffs": DILEMMA, "players": ["one"]}, "of 2 players; 1 are named"),
    ({"payoffs": DILEMMA, "players": ["1", "two"]}, '"1" cannot be an id'),
    ({"payoffs": DILEMMA, "strategies": [["c", "d"], ["c"]]}, "2 × 2 strategies; 2 × 1 are"),
    (
        {"payoffs": DILEMMA, "strategies": [["c", "c"], ["c", "d"]]},
        "has a level twice",
    ),
    ({"payoffs": np.zeros((2, 21, 2))}, "a player has 1 to 20 strategies; here one has 21"),
    ({"payoffs": DILEMMA, "status_quo": 5}, "status quo: there is no state 5"),
]


@pytest.mark.parametrize(("parts", "fault"), REFUSED)
def test_what_does_not_fit_is_said_in_one_line(parts: dict[str, Any], fault: str) -> None:
    with pytest.raises(ModelError) as caught:
        Model.from_payoffs(**parts)
    assert fault in str(caught.value)
    assert "\n" not in str(caught.value)


def test_strict_payoffs_are_taken() -> None:
    model = Model.from_payoffs(DILEMMA, strict=True)
    assert model["row"].preference == Ranking(((2,), (1,), (4,), (3,)))
