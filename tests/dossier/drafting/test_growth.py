"""A draft of many reports takes as many times the work as there are more acts, and no more."""

from __future__ import annotations

from dataclasses import replace

from operations import growth
from satumeja.dossier import Dossier, Suggestions, draft_with_questions, read
from satumeja.gallery import load
from satumeja.report import parse

SENTENCES = (
    "Peru demanded that Ecuador withdraw its troops from the Condor valley.",
    "Ecuador threatened to impose sanctions on Peru.",
    "Ecuador rejected the demand.",
    "Ecuador offered to open talks with Peru.",
    "Peru denied that it had attacked Ecuador.",
    "Peru agreed to talks with Ecuador in Geneva.",
)
SOME = 30


def said(times: int) -> Dossier:
    """Give what two parties say of each other, over and over: as many reports say it."""
    told = read(parse(f"GENEVA, 3 March 2021 (AP) - {' '.join(SENTENCES)}"))
    acts = [
        replace(act, id=f"a{number}n{act.id}", statement=act.statement and f"s{number}n{act.id}")
        for number in range(times)
        for act in told.acts
    ]
    return replace(told, acts=tuple(acts))


DOSSIERS = {size: said(size) for size in (SOME, 8 * SOME)}


def test_drafting_grows_as_the_acts_do() -> None:
    assert growth(lambda size: draft_with_questions(DOSSIERS[size]), SOME, 8 * SOME) < 10


def test_asking_about_every_item_grows_as_the_items_do() -> None:
    suggestions = {size: Suggestions(found) for size, found in DOSSIERS.items()}
    model = load("december-2021-b")

    def ask(size: int) -> None:
        for act in DOSSIERS[size].acts:
            suggestions[size].acts(act.id)
            suggestions[size].citation(act.id, model)

    assert growth(ask, SOME, 8 * SOME) < 10
