"""Conditions written out say the same when they are read."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from formats.conditions import random_condition
from satumeja.errors import LimitError
from satumeja.formats.writing._written import write_condition, write_patterns
from satumeja.model import AtLeast, Is, Not, holds, parse_condition
from satumeja.model.kit import OptionNames, Pattern

NAMES = ("a.x", "b.x", "c", "d", "e", "f")
KNOWN = OptionNames({"a": ["x"], "b": ["x", "c", "d", "e"], "g": ["f"]})
EVERY = np.arange(1 << len(NAMES))


@pytest.mark.parametrize("seed", range(100))
def test_what_files_can_state_is_read_as_the_same_tree(seed: int) -> None:
    condition = random_condition(Random(seed), 6, depth=5, counted=False)
    assert parse_condition(write_condition(condition, NAMES), KNOWN) == condition


@pytest.mark.parametrize("seed", range(100))
def test_what_only_code_can_state_is_read_as_the_same_truth(seed: int) -> None:
    condition = random_condition(Random(seed), 6, depth=3)
    again = parse_condition(write_condition(condition, NAMES), KNOWN)
    assert np.array_equal(holds(again, EVERY), holds(condition, EVERY))


def test_the_longest_text_is_still_read() -> None:
    names = [f"{'a' * 24}.{'o' * 20}{k:02}" for k in range(62)]
    known = OptionNames({"a" * 24: [name.split(".")[1] for name in names]})
    patterns = [Pattern(3 << k, 0) for k in range(60)] + [Pattern(1, 0)] * 30
    text = write_patterns(patterns, names)
    assert len(text) <= 10_000
    parse_condition(text, known)


def test_a_count_of_too_many_is_refused() -> None:
    with pytest.raises(LimitError, match="too long to be written"):
        write_condition(Not(AtLeast(20, (1 << 40) - 1)), [f"o{k}" for k in range(40)])


def test_one_option_needs_no_sign() -> None:
    assert write_condition(Is(0), ["a"]) == write_patterns([Pattern(1, 1)], ["a"]) == "a"
