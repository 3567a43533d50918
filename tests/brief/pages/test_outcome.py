"""What happened, in a brief: never a hit without the chance of one, and only where it is known."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from satumeja.brief import LANGUAGES, render
from satumeja.brief.pages.sections import Listed
from satumeja.gallery import entries, entry, load
from satumeja.questions.backtest import Case, backtest
from satumeja.stability import analyse

KNOWN = [listed.id for listed in entries() if listed.outcome and listed.outcome.verified]


def section(page: str, language: str) -> str:
    """Give the words of the section; empty where there is none."""
    match = re.search(rf'id="{language}-outcome">(.*?)</section>', page, re.DOTALL)
    return re.sub(r"<[^>]+>", "", match.group(1)) if match else ""


@pytest.mark.parametrize("name", ["elmira", "syria-iraq", "cuban-missile-crisis"])
def test_each_concept_has_its_hit_or_miss_and_both_chances(name: str) -> None:
    outcome, model = entry(name).outcome, load(name)
    assert outcome is not None
    page = render(model)
    lines = [line for line in section(page, "en").splitlines() if "by rankings" in line]
    rows = backtest([Case(name, model, outcome.states)]).rows
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        held, share, rankings = len(row.predicted), row.nulls["share"], row.nulls["rankings"]
        assert share is not None
        assert rankings is not None
        assert f"{row.concept.upper() if row.concept != 'nash' else 'Nash'}" in line
        assert f": {'' if row.hit else 'not '}among them, {held} of {row.states} states" in line
        chances = [float(number) for number in re.findall(r"([\d.]+)%", line)]
        assert chances == pytest.approx([100 * share, 100 * rankings], abs=0.051)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_what_happened_its_source_and_where_to_read_on(language: str) -> None:
    outcome = entry("december-2021-b").outcome
    assert outcome is not None
    said = section(render(load("december-2021-b"), language=language), language)
    said = said.replace("&#39;", "'")
    assert outcome.sentence.in_language(language) in said
    assert str(outcome.source) in said
    assert "What the answers are worth" in said
    assert {"en": "state 50 or 51", "id": "keadaan 50 atau 51"}[language] in said


def test_only_concepts_that_were_asked_for_are_told() -> None:
    model = load("elmira")
    said = section(render(model, analyse(model, ["seq"])), "en")
    assert (said.count("by rankings"), said.count("SEQ")) == (1, 1)


def test_none_is_told_of_a_model_that_the_gallery_does_not_know_the_end_of() -> None:
    model = load("syria-iraq")
    for other in (load("chicken"), load("garrison"), replace(model, status_quo=None)):
        assert section(render(other), "en") == ""


@pytest.mark.parametrize("name", KNOWN)
def test_each_known_outcome_is_told(name: str) -> None:
    assert Listed(analyse(load(name))).tested is not None
