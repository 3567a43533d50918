"""Every verdict can be put into words, and the words name the moves that prove it."""

from __future__ import annotations

import re

import pytest

from brief.samples import gallery_models, random_models
from satumeja.brief import LANGUAGES, explain_in_words
from satumeja.brief.sentences._explain import explanation, groups
from satumeja.brief.words import Words
from satumeja.brief.words._phrases import Phrases
from satumeja.gallery import load
from satumeja.model import Model
from satumeja.stability import CONCEPTS, Verdict, explain, explain_all

MODELS = [*gallery_models(), *random_models(7, 6)]


def every_verdict(model: Model, most: int = 30) -> list[Verdict]:
    numbers = list(range(1, min(len(model.states), most) + 1))
    dms = [dm.id for dm in model.decision_makers]
    proofs = explain_all(model, numbers, dms, list(CONCEPTS))
    return [proof for proof in proofs if isinstance(proof, Verdict)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("model", MODELS, ids=lambda model: str(model.title)[:20])
def test_every_verdict_in_words(model: Model, language: str) -> None:
    for verdict in every_verdict(model):
        said = explain_in_words(model, verdict, language)
        numbers = set(map(int, re.findall(r"\d+", said)))
        named = {verdict.state, *([verdict.improvement] if verdict.improvement else [])}
        named |= {step.to for sanction in verdict.sanctions for step in sanction.path}
        assert named <= numbers, said
        assert "{" not in said


@pytest.mark.parametrize("model", MODELS, ids=lambda model: str(model.title)[:20])
def test_groups_hold_each_verdict_once_and_are_led_by_a_proof(model: Model) -> None:
    verdicts = every_verdict(model, 12)
    gathered = groups(verdicts)
    assert sorted(map(repr, verdicts)) == sorted(repr(v) for group in gathered for v in group)
    for leader, *others in gathered:
        assert isinstance(leader, Verdict)
        for other in others:
            assert isinstance(other, Verdict)
            assert (other.state, other.dm) == (leader.state, leader.dm)
            assert (other.stable, other.improvement) == (leader.stable, leader.improvement)
            if other.sanctions:
                first, second = CONCEPTS[leader.concept], CONCEPTS[other.concept]
                assert first.credible >= second.credible
                assert first.counter >= second.counter


def test_the_status_quo_of_december_2021_in_english() -> None:
    model = load("december-2021-b")
    nash = explain_in_words(model, explain(model, 7, "russia", "nash"))
    assert nash.startswith(
        "State 7 is unstable for Russia under Nash stability (R): Russia can improve by taking "
        "up “Attack Ukraine” and dropping “Sit at the table”, which leads to state 10 "
        "(NNY|YNN|NN). For Russia, state 10 is better than state 7: the most important "
        "preference statement of Russia that tells the two apart is statement 3: “Attack "
        "Ukraine” if and only if not “Guarantee that NATO will not expand to Ukraine”. "
        "State 10 satisfies it, state 7 does not. The reason given for it: "
    )
    sseq = explain_in_words(model, explain(model, 7, "russia", "sseq"))
    assert "NATO allies can answer by taking up “Deploy weapons in Ukraine” (state 44)" in sseq
    assert "state 44 is no better than state 7" in sseq
    assert "Each move of these answers is an improvement for whoever makes it." in sseq
    assert "no single counter-move takes Russia to a state better than state 7" in sseq


def test_the_status_quo_of_december_2021_in_indonesian() -> None:
    model = load("december-2021-b")
    said = explain_in_words(model, explain(model, 7, "russia", "seq"), "id")
    assert said.startswith("Keadaan 7 stabil bagi Rusia menurut stabilitas sekuensial (SEQ)")
    assert "NATO dapat membalas dengan mengambil opsi" in said


def test_what_nobody_sanctions_is_said_as_strongly_as_it_was_proven() -> None:
    model = load("december-2021-b2")
    verdicts = explain_all(model, [7], ["russia"], list(CONCEPTS))
    (group,) = groups(verdicts)
    told = explanation(Phrases(model, Words("en")), group)
    (said,) = told.close
    assert said.startswith("Nothing the others can do from state 10 leads to a state that is no")
    assert "under Nash, GMR, SMR, SEQ and SSEQ" in told.lead


def test_rankings_are_explained_by_places() -> None:
    model = load("prisoners-dilemma")
    said = explain_in_words(model, explain(model, 1, "row", "nash"))
    assert "state 2 is at place 1 and state 1 at place 2" in said


def test_the_reason_given_can_be_left_out() -> None:
    model = load("december-2021-b")
    group = [explain(model, 7, "russia", "nash")]
    phrases = Phrases(model, Words("en"))
    assert "The reason given" in str(explanation(phrases, group))
    assert "The reason given" not in str(explanation(phrases, group, grounds=False))
