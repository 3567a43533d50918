"""The answer on top is the one the analysis gives."""

from __future__ import annotations

from satumeja.brief.sentences._findings import answer, explained_states, in_words, verdicts_on
from satumeja.brief.words import Words
from satumeja.brief.words._phrases import Phrases
from satumeja.gallery import load
from satumeja.model import Model
from satumeja.stability import Analysis, analyse


def found(name: str, language: str = "en") -> tuple[Analysis, Phrases]:
    model: Model = load(name)
    return analyse(model), Phrases(model, Words(language))


def sentences(name: str, language: str = "en") -> tuple[str, ...]:
    analysis, phrases = found(name, language)
    told = answer(analysis, phrases, verdicts_on(analysis, explained_states(analysis)[0]))
    return (*told.status_quo, *map(str, told.reasons), told.strong, *told.others)


def test_a_status_quo_that_holds() -> None:
    said = sentences("december-2021-a")
    assert said[0] == "The status quo, state 7, holds under every concept analysed."
    assert said[1] == (
        "From it there is no unilateral improvement for Russia, United States and NATO allies."
    )


def test_a_status_quo_that_holds_under_some_concepts() -> None:
    said = sentences("december-2021-b")
    assert said[0] == (
        "The status quo, state 7, holds under GMR, SMR, SEQ and SSEQ, but not under Nash."
    )
    assert said[1] == "Under Nash it is unstable for Russia."
    assert said[3].startswith("State 7 is unstable for Russia under Nash stability (R)")
    assert said[4].startswith("State 7 is stable for Russia under GMR, SMR, SEQ and SSEQ")


def test_a_status_quo_that_does_not_hold() -> None:
    said = sentences("december-2021-b2", "id")
    assert said[0] == (
        "Status quo, yaitu keadaan 7, tidak bertahan menurut satu pun konsep yang dianalisis "
        "(Nash, GMR, SMR, SEQ, dan SSEQ)."
    )
    assert "2 keadaan bertahan menurut semua konsep yang dianalisis:" in said


def test_no_status_quo_and_no_strong_equilibrium() -> None:
    assert sentences("prisoners-dilemma")[0] == "The model names no status quo."
    assert "No state holds under every concept analysed." in sentences("cuban-missile-crisis")


def test_at_most_twelve_states_are_explained_the_status_quo_first() -> None:
    analysis, _ = found("december-2021-b")
    numbers, left_out = explained_states(analysis)
    assert numbers[:3] == [7, 50, 51]
    assert (len(numbers), left_out) == (12, 8)


def test_a_state_in_words_parts_the_calm_from_the_tempted() -> None:
    analysis, phrases = found("december-2021-b")
    told = in_words(analysis, phrases, 7, verdicts_on(analysis, [7]))
    assert [dm for dm, _ in told.verdicts] == ["Russia"]
    assert told.calm.startswith("United States and NATO allies: stable under every concept")
    assert told.marks == ("the status quo", "an equilibrium under some concept")
