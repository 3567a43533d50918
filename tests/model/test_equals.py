"""Statements of equal importance: the more of them hold, the better."""

from __future__ import annotations

from itertools import product
from random import Random

import numpy as np
import pytest

from satumeja.model import Is, Not, Prioritisation, Statement, Text, holds
from satumeja.model.kit import equals


@pytest.mark.parametrize("count", range(2, 9))
def test_the_number_that_hold_decides(count: int) -> None:
    rng = Random(count)
    parts = [
        Statement(Is(k) if rng.random() < 0.5 else Not(Is(k)), f"{k + 1}") for k in range(count)
    ]
    codes = np.arange(1 << count)
    wanted = sum(holds(part.condition, codes).astype(int) for part in parts)
    ranks = Prioritisation(equals(parts)).ranks(codes)
    assert np.array_equal(ranks, wanted + 1)


def test_reasons_and_evidence_are_gathered() -> None:
    both = Text({"en": "One", "id": "Satu"}), Text({"en": "Two", "id": "Dua"})
    parts = [
        Statement(Is(k), "x", reason, evidence)
        for k, (reason, evidence) in enumerate(zip(both, [("a",), ("a", "b")], strict=True))
    ]
    first, second = equals(parts)
    assert first.evidence == second.evidence == ("a", "b")
    assert first.because == "One; Two"
    assert first.because.in_language("id") == "Satu; Dua"
    assert first.among == tuple(parts)


def test_one_reason_stays_as_it_is() -> None:
    parts = [Statement(Is(0), "x", Text("Why")), Statement(Is(1), "y")]
    assert equals(parts)[0].because == "Why"
    plain = [Statement(Is(0), "x", Text("A")), Statement(Is(1), "y", Text("B"))]
    assert equals(plain)[0].because == "A; B"


def test_the_text_says_what_the_condition_does() -> None:
    parts = [Statement(Is(0), "1"), Statement(Is(1), "2"), Statement(Is(2), "3")]
    texts = [statement.text for statement in equals(parts)]
    for text, need in zip(texts, (3, 2, 1), strict=True):
        said = text.replace("&", "and").replace("|", "or")
        for values in product([True, False], repeat=3):
            shown = said
            for k, value in enumerate(values, start=1):
                shown = shown.replace(f"({k})", str(value))
            assert eval(shown) == (sum(values) >= need)  # noqa: S307
