"""How a situation holds is said in plain words, in each language, for every rung."""

from __future__ import annotations

import re

import pytest

from satumeja import gallery
from satumeja.brief.sentences import held
from satumeja.brief.words import Phrases, Words
from satumeja.formats import from_dict
from satumeja.model import Model
from satumeja.stability import analyse

RUNGS = {
    "december-2021-a": "holds by itself",
    "december-2021-b": "holds if answered",
    "elmira": "holds only if answered without gain",
    "december-2021-b2": "does not hold",
}


def said(model: Model, language: str) -> str:
    return held(Phrases(model, Words(language)), analyse(model, "nash").hold(), is_now=True)


@pytest.mark.parametrize("name", RUNGS)
def test_each_rung_has_its_sentence(name: str) -> None:
    model = gallery.load(name)
    assert said(model, "en").startswith(f"The present situation {RUNGS[name]}: ")
    assert said(model, "id").startswith("Keadaan sekarang ")


@pytest.mark.parametrize("name", RUNGS)
@pytest.mark.parametrize("language", ["en", "id"])
def test_no_blank_is_left_and_no_concept_is_named(name: str, language: str) -> None:
    text = said(gallery.load(name), language)
    assert not re.search(r"[{}]|Nash|GMR|SEQ|SMR|stable|stabil", text)


def test_who_could_gain_again_is_told() -> None:
    """Whoever left can leave again, whatever the other did: matching pennies."""
    model = from_dict(
        {
            "satumeja": 1,
            "title": "Pennies",
            "decision_makers": {
                "even": {"options": {"x": {"name": "X"}}, "preferences": ["x iff y"]},
                "odd": {"options": {"y": {"name": "Y"}}, "preferences": ["x iff -y"]},
            },
            "status_quo": "N|N",
        }
    )
    text = said(model, "en")
    assert "odd could gain by moving alone, but the other side has an answer" in text
    assert text.endswith("One more move of odd could bring the gain back.")
