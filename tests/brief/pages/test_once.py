"""A brief builds each thing once, whatever the number of its sections and languages."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from satumeja import formats
from satumeja.brief import render
from satumeja.brief.words import Phrases, Words
from satumeja.evidence import Archive
from satumeja.gallery import load
from satumeja.model import Model
from satumeja.questions.leaning._answers import Findings
from satumeja.stability import Explicit, analyse


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count what is made from here on."""
    counts = Counter[str]()

    def counted(kind: type[Any]) -> None:
        before = kind.__init__

        def init(self: Any, *args: Any, **options: Any) -> None:
            counts[kind.__name__] += 1
            before(self, *args, **options)

        monkeypatch.setattr(kind, "__init__", init)

    for kind in (Explicit, Phrases, Words, Archive, Findings):
        counted(kind)
    return counts


def test_a_brief_of_december_builds_little(made: Counter[str]) -> None:
    """An engine each for three readings, moves turned round, and two dates; then changed models.

    Those are six in which a rule is left out, and four in which red lines are eased. For the
    front page the two other readings come again, and the four sets of eased lines. Annexes quote
    the two other readings, and name their things in both languages. What happened is set beside
    chance by an analysis of its own.
    """
    render(load("december-2021-b"))
    assert made["Explicit"] == (3 + 1 + 2 + 6 + 4) + (2 + 4) + 1
    assert made["Phrases"] == 2 + 2 * 2
    assert made["Words"] <= 4
    assert made["Archive"] == 3 + 2
    assert made["Findings"] == 1 + 6


@pytest.mark.parametrize("form", ["full", "page", "submission"])
def test_other_readings_are_read_once(monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    opened, load_one = list[object](), formats.load

    def counted(file: Path) -> Model:
        opened.append(file)
        return load_one(file)

    monkeypatch.setattr("satumeja.formats._other_readings.load", counted)
    render(load("december-2021-b"), form=form)
    assert len(opened) == len(set(opened)) == 2


def test_a_brief_takes_the_engine_of_its_analysis(made: Counter[str]) -> None:
    model = load("chicken")
    analysis = analyse(model)
    assert made["Explicit"] == 1
    render(model, analysis)
    assert made["Explicit"] == 1
    assert analysis.explicit.model is model


def test_an_engine_by_another_convention_is_not_taken(made: Counter[str]) -> None:
    analysis = analyse(load("elmira"), convention="matrix")
    assert analysis.explicit.convention == "set"
    assert made["Explicit"] == 2


def test_an_engine_answers_for_its_own_model_alone() -> None:
    engine = Explicit(load("chicken"))
    with pytest.raises(ValueError, match="its own model"):
        Explicit.of(load("chicken"), engine)
