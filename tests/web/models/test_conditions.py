"""Conditions as they are typed: what they mean, their chips, and where they are wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from satumeja import formats, gallery
from satumeja.formats.editing import references
from satumeja.formats.trees import data, read_yaml
from satumeja.web.models._conditions import read_condition
from satumeja.web.models._decided import Decided, decided
from web.models.asked import Asked

CHIPS = Path(__file__).parents[3] / "web" / "tests" / "conditions.json"
"""Every condition of the gallery, its chips, and how the page writes those as text again."""
LEVELS = """\
satumeja: 1
title: Levels
decision_makers:
  us:
    options: {arm: {levels: [none, some, full]}, talk: }
    preferences: [us.arm>=some]
  ru:
    options: {arm: , talk: }
    preferences: [us.talk]
"""
FORMS = [
    "us.arm=none",
    "us.arm=some",
    "us.arm>=some",
    "us.arm=full",
    "-(us.talk | ru.talk) & us.arm>=some",
    "us.talk if ru.talk if ru.arm",
    "us.talk if (ru.talk if ru.arm)",
    "not us.talk iff 4 or 3 and -ru.talk",
]


def conditions(name: str) -> Iterator[str]:
    """Give the conditions of a model of the gallery, each once."""
    text = gallery.text(name)
    stated = data(read_yaml(text, name))
    yield from dict.fromkeys(
        reference.text.strip()
        for reference in references(stated)
        if reference.kind in ("condition", "where")
    )


def chips(term: Any) -> dict[str, Any]:
    """Give a tree as the page keeps it."""
    return {
        "kind": term["kind"],
        "text": term["text"] if term["kind"] in ("option", "level") else "",
        "option": term["option"],
        "parts": [chips(part) for part in term["parts"]],
    }


def tree(text: str, analysis: Decided) -> dict[str, Any]:
    read = read_condition(text, analysis, "en")
    assert read.fault is None, (text, read.fault)
    assert read.tree is not None
    return chips(read.tree.model_dump())


def stated() -> Iterator[tuple[str, str, Decided]]:
    for entry in gallery.entries():
        model = gallery.load(entry.id)
        if not model.is_graph:
            analysis = decided(model)
            yield from ((entry.id, text, analysis) for text in conditions(entry.id))
    levels = decided(formats.loads(LEVELS))
    yield from (("levels", text, levels) for text in FORMS)


def test_chips_of_every_condition_of_the_gallery_say_the_same_again() -> None:
    """What the page writes of the chips is read as the same chips; the page's tests write it."""
    kept = json.loads(CHIPS.read_text(encoding="utf-8"))
    listed = list(stated())
    assert [(each["model"], each["text"]) for each in kept] == [pair[:2] for pair in listed]
    for each, (_, text, analysis) in zip(kept, listed, strict=True):
        assert tree(text, analysis) == each["chips"], text
        assert tree(each["again"], analysis) == each["chips"], text


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return Asked(tmp_path, gallery.text("december-2021-b"))


def test_a_condition_is_told_in_words_with_the_states_it_holds_in(asked: Asked) -> None:
    read = asked("POST", "/conditions", {"text": "attack iff -guarantee"})
    assert read["words"].startswith("“Attack Ukraine” if and only if not “Guarantee")
    assert read["fault"] is None
    assert (read["holds"], read["size"]) == (read["states"].count("1"), len(read["states"]))
    document = asked("GET")
    rows = [row["form"].replace("|", "") for row in document["states"]]
    places = {row["id"]: row["places"][0] for dm in document["makers"] for row in dm["options"]}
    for form, holds in zip(rows, read["states"], strict=True):
        attack, guarantee = form[places["attack"]] == "Y", form[places["guarantee"]] == "Y"
        assert (attack == (not guarantee)) == (holds == "1")


def test_words_are_in_the_language_asked_for(asked: Asked) -> None:
    read = asked("POST", "/conditions", {"text": "-attack"}, lang="id")
    assert read["words"] == "tidak “Menyerang Ukraina”"


@pytest.mark.parametrize(
    ("text", "marked", "says"),
    [
        ("attack & tlak", "tlak", 'did you mean "talk"'),
        ("attack &", "", "the condition ends"),
        ("attack guarantee", "guarantee", "an operator"),
        ("(attack", "", '")" expected'),
        ("attack & ?", "?", 'unexpected "?"'),
        ("attack = high", "attack", "has no levels"),
        ("é & ünknown", "é", "unknown option"),
    ],
)
def test_a_fault_says_what_is_wrong_and_marks_it(
    asked: Asked, text: str, marked: str, says: str
) -> None:
    read = asked("POST", "/conditions", {"text": text})
    fault = read["fault"]
    assert says in fault["message"]
    assert text[fault["start"] : fault["stop"]] == marked
    assert read["tree"] is None
    assert read["holds"] is None


def test_a_pattern_is_read_as_what_it_fixes(asked: Asked) -> None:
    read = asked("POST", "/conditions", {"text": "--Y|-N-|--"})
    assert [part["kind"] for part in read["tree"]["parts"]] == ["option", "not"]


def test_a_condition_longer_than_any_is_refused_in_words(asked: Asked) -> None:
    read = asked("POST", "/conditions", {"text": "-" * 12_000 + "attack"})
    assert "10,000 characters" in read["fault"]["message"]
