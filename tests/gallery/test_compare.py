"""What was published is what follows from the definitions, or the catalogue says where not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from literal import LiteralEngine, build
from satumeja.gallery import compare, entries, entry, load, text
from satumeja.model import Text
from satumeja.stability import CONCEPTS, analyse

STABLE = yaml.safe_load((Path(__file__).parent / "stable_states.yaml").read_text("utf-8"))
PUBLISHED = [entry.id for entry in entries() if entry.published]
SHORT = [entry.id for entry in entries() if len(load(entry.id).states) <= 27]


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_equilibria_follow_or_the_difference_is_stated(name: str) -> None:
    listed = entry(name)
    for found in compare(listed, analyse(load(name))):
        stated = listed.difference(found.concept)
        if stated is None:
            assert found.agree, found
            assert not found.why
        else:
            assert not found.agree
            assert found.why == stated.why
            assert set(found.computed) - set(found.published) == set(stated.adds)
            assert set(found.published) <= set(found.computed)


def test_only_garrison_differs_from_its_publication() -> None:
    differing = {
        (name, found.concept)
        for name in PUBLISHED
        for found in compare(entry(name), analyse(load(name)))
        if not found.agree
    }
    assert differing == {("garrison", "gmr"), ("garrison", "smr")}


@pytest.mark.parametrize("concept", CONCEPTS)
@pytest.mark.parametrize("name", STABLE)
def test_each_decision_maker_is_stable_where_the_definition_says(name: str, concept: str) -> None:
    analysis = analyse(load(name), [concept])
    found = {
        dm.id: analysis.stable(concept, dm.id).tolist() for dm in analysis.model.decision_makers
    }
    assert found == STABLE[name][concept]


@pytest.mark.parametrize("name", SHORT)
def test_each_cell_is_what_the_definitions_give_of_the_file(name: str) -> None:
    """The literal engine reads the file by itself: its states, moves and preferences too."""
    model = load(name)
    literal = LiteralEngine(build(yaml.safe_load(text(name))))
    analysis = analyse(model)
    for concept in CONCEPTS:
        for dm in model.decision_makers:
            assert analysis.stable(concept, dm.id).tolist() == literal.stable(concept, dm.id)


def test_every_published_conflict_has_its_facts() -> None:
    assert set(STABLE) == set(PUBLISHED)


def test_an_unexplained_difference_has_no_reason() -> None:
    listed = entry("garrison")
    wrong = replace(listed, published={**listed.published, "gmr": (1, 2), "nash": (2, 3)})
    found = {a.concept: a for a in compare(wrong, analyse(load("garrison")))}
    assert not found["gmr"].agree
    assert not found["nash"].agree
    assert found["gmr"].why == found["nash"].why == Text()
    assert found["smr"].why


def test_what_was_analysed_and_further_concepts_are_compared() -> None:
    analysis = analyse(load("elmira"), ["gmr"])
    assert [found.concept for found in compare(entry("elmira"), analysis)] == ["gmr", "cnash"]
    assert compare(entry("december-2021-b"), analyse(load("december-2021-b"))) == []


def test_state_6_of_garrison_is_held_by_a_mover_who_moves_again() -> None:
    """The sequence the catalogue tells: 6 to 2, then 2 to 1, 1 to 4, 4 to 3."""
    model = load("garrison")
    canada = model.ranks(model["canadian_opposition"])
    assert canada[2 - 1] > canada[6 - 1] >= canada[3 - 1]
    assert model.states.form(6) == "NNY|N|Y|YNNN"
    path = [("us_support", 2, 1), ("us_opposition", 1, 4), ("us_support", 4, 3)]
    for mover, start, end in path:
        forms = [model.states.form(state).split("|") for state in (start, end)]
        changed = [a != b for a, b in zip(*forms, strict=True)]
        assert changed == [dm.id == mover for dm in model.decision_makers]
