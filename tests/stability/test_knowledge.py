"""Knowledge that is not about the model, or contradicts itself, is refused in words."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from satumeja.errors import QuestionError
from satumeja.gallery import load
from satumeja.stability import Knowledge, decide_further

HALF = [[0.5] * 4 for _ in range(4)]


def table(*, above: Any, below: Any) -> list[list[Any]]:
    """Make a table with one number above the diagonal and another below."""
    return [[above if a < b else below for b in range(4)] for a in range(4)]


@pytest.mark.parametrize(
    ("known", "complaint"),
    [
        ({"unknown": {"rov": frozenset()}}, 'unknown decision maker "rov"; did you mean "row"?'),
        ({"unknown": {"row": frozenset({(1, 5)})}}, r"\(1, 5\) is not a pair of two states"),
        ({"unknown": {"row": frozenset({(2, 2)})}}, "not a pair"),
        ({"much_better": {"row": frozenset({(4, 1)})}}, "4 cannot be much better than 1 for row"),
        ({"degrees": {"row": HALF[:3]}}, "must have 4 rows and 4 columns"),
        ({"degrees": {"row": table(above=1.5, below=-0.5)}}, "not from 0 to 1"),
        ({"degrees": {"row": table(above=0.5, below=0.4)}}, "do not add up to 1$"),
        ({"degrees": {"row": table(above=float("nan"), below=1)}}, "nan is not a number"),
        ({"chances": {"row": table(above=0.5, below=0.6)}}, "add up to 1 at most"),
        ({"thresholds": {"row": 0}}, "the threshold of row must be over 0"),
        ({"alpha": 1.1}, "alpha must be from 0 to 1"),
        ({"gamma": -0.1}, "gamma must be from 0 to 1"),
        ({"attitudes": {("row", "column"): "*"}}, "the attitude of row toward column"),
        ({"attitudes": {("row", "colum"): "+"}}, 'did you mean "column"'),
        ({"coalitions": [[]]}, "one member or more"),
        ({"coalitions": [["row", "row"]]}, "each named once"),
    ],
)
def test_bad_knowledge_is_refused(known: dict[str, Any], complaint: str) -> None:
    with pytest.raises(QuestionError, match=complaint):
        decide_further(load("chicken"), "nm", Knowledge(**known))


@pytest.mark.parametrize("third", [Fraction(1, 3), 0.3])
def test_numbers_are_taken_as_written(third: float | Fraction) -> None:
    rest = 1 - third if isinstance(third, Fraction) else 0.7
    known = Knowledge(degrees={"row": table(above=third, below=rest)})
    assert decide_further(load("chicken"), "fuzzy_nash", known).stable("row").tolist() == [
        *range(1, 5)
    ]


def test_nothing_is_known_unless_it_is_stated_and_thresholds_are_a_half() -> None:
    nothing = Knowledge()
    assert nothing.alpha == nothing.beta == nothing.gamma == Fraction(1, 2)
    assert not any((nothing.unknown, nothing.much_better, nothing.degrees, nothing.thresholds))
    assert not any((nothing.chances, nothing.attitudes, nothing.coalitions))
