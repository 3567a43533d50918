"""A rule of many parts prunes as soon as one of them is certain."""

from __future__ import annotations

from satumeja.model import parse_condition
from satumeja.model.kit import OptionNames, feasible_codes


def test_options_far_apart_that_go_together_are_listed_pair_by_pair() -> None:
    pairs = 14
    names = OptionNames(
        {"a": [f"o{k}" for k in range(pairs)], "b": [f"p{k}" for k in range(pairs)]}
    )
    together = " & ".join(f"(o{k} iff p{k})" for k in range(pairs))
    codes = feasible_codes(2 * pairs, [parse_condition(f"-({together})", names)], 1 << pairs + 1)
    assert codes.tolist() == [code | code << pairs for code in range(1 << pairs)]
