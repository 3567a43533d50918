"""What beats walking away, against the definitions and worked examples."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from random import Random

import pytest

from satumeja.errors import QuestionError
from satumeja.table import packages, with_points
from table.models import conflict, december
from table.packages_agreement import compare, drawn

MAKERS = {
    "a": {"options": ["x"], "weights": {"x": -1, "y": 2, "z": 3}},
    "b": {"options": ["y", "z"], "weights": {"x": 6, "y": -2, "z": -3}},
}


@pytest.mark.parametrize("seeds", [range(k, k + 60) for k in range(900, 1080, 60)], ids=str)
def test_packages_are_those_of_the_definitions(seeds: range) -> None:
    met = Counter[str]()
    for seed in seeds:
        try:
            met += compare(*drawn(seed), Random(seed))
        except AssertionError as disagreement:
            pytest.fail(f"seed {seed}: {disagreement}")
    assert met["packages"] == len(seeds)
    assert met["solved"] > 0
    assert met["beating"] > met["solved"]


def test_an_exchange() -> None:
    """Gains of a and b: x & y (1, 4), x & z (2, 3), all three (4, 1)."""
    found = packages(conflict(MAKERS, status_quo="N|NN"), no_deal=1)
    assert found.numbers.tolist() == [4, 6, 8]
    assert found.points is not None
    assert {state: [int(g) for g in gains] for state, gains in found.points.items()} == {
        4: [1, 4], 6: [2, 3], 8: [4, 1],
    }  # fmt: skip
    nash, kalai, smorodinsky = found.solutions
    assert (nash.states, int(nash.value)) == ((6,), 6)
    assert (kalai.states, int(kalai.value)) == ((6,), 2)
    assert kalai.margin == pytest.approx(1 / 3)
    assert (smorodinsky.states, smorodinsky.value) == ((6,), Fraction(1, 2))
    assert nash.margin == pytest.approx((6**0.5 - 2) / (6**0.5 + 2))


def test_exact_ties_are_reported() -> None:
    makers = {
        "a": {"options": ["x"], "weights": {"x": 0.1, "y": 0.2}},
        "b": {"options": ["y"], "weights": {"x": 0.2, "y": 0.1}},
    }
    ruled = conflict(makers, status_quo="N|N", infeasible=["x & y"])
    found = packages(ruled, no_deal=1)
    assert [solution.states for solution in found.solutions] == [(2, 3)] * 3


def test_a_threat_of_war_makes_talks_attractive() -> None:
    worst, best = (packages(december("b"), "osce", no_deal=how) for how in ("worst", "best"))
    assert {dm: each.state for dm, each in worst.no_deal.items()}["us"] in (50, 51)
    assert 7 in worst.numbers
    assert 7 not in best.numbers


def test_points_replace_preferences() -> None:
    model = with_points(december("b"), {"us": {"attack": -5}})
    assert int(model.ranks(model["us"]).max()) == 2
    with pytest.raises(QuestionError, match='did you mean "attack"'):
        with_points(december("b"), {"us": {"atack": 1}})


def test_walking_away_needs_somewhere_to_go() -> None:
    makers = {
        "a": {"options": ["x"], "preferences": ["x iff y"]},
        "b": {"options": ["y"], "preferences": ["x iff -y"]},
    }
    model = conflict(makers, status_quo="N|N")
    with pytest.raises(QuestionError, match="no state holds under nash"):
        packages(model, concept="nash")
    assert packages(model, no_deal=1).numbers.tolist() == []
    with pytest.raises(QuestionError, match="there is no state 9"):
        packages(model, no_deal=9)
