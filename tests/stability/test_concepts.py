"""The registry of solution concepts."""

from __future__ import annotations

import pytest

from satumeja.errors import QuestionError
from satumeja.stability import CONCEPTS, concepts_named


def test_each_concept_is_defined_and_cited() -> None:
    for name, concept in CONCEPTS.items():
        assert concept.id == name
        assert concept.definition.endswith(".")
        assert any(year in concept.reference for year in ("1950", "1971", "1984", "2017"))


def test_an_unknown_concept_has_a_suggestion() -> None:
    with pytest.raises(QuestionError, match='did you mean "nash"'):
        concepts_named(["nsh"])
