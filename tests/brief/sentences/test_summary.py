"""The answer in a few sentences is what ``satumeja analyse`` prints."""

from __future__ import annotations

import pytest

from brief.large import large_model
from commands import Run
from satumeja.brief import LANGUAGES, answer_sentences
from satumeja.gallery import entries, load, path
from satumeja.stability import analyse, analyse_symbolically


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [entry.id for entry in entries()][::3])
def test_the_sentences_are_those_of_the_command(name: str, language: str, run: Run) -> None:
    printed = " ".join(run("analyse", str(path(name)), "--language", language).out.split())
    spoken = answer_sentences(analyse(load(name)), language)
    said = [*spoken.plain, *spoken.technical, spoken.strong, *spoken.others]
    places = [printed.index(" ".join(sentence.split())) for sentence in said]
    assert places == sorted(places)


def test_over_blocks_no_plain_words_are_said() -> None:
    blocks = "moe+uniroyal,local_government"
    spoken = answer_sentences(analyse(load("elmira"), "seq", blocks=blocks))
    assert not spoken.plain and "Uniroyal" in spoken.technical[0]


def test_sets_say_as_many_as_lists_do() -> None:
    model = large_model(7).with_status_quo(5)
    listed, sets = answer_sentences(analyse(model)), answer_sentences(analyse_symbolically(model))
    assert listed.plain == sets.plain and listed.technical == sets.technical
    assert listed.strong == sets.strong
