"""The sentence some words stand in, found without reading the whole text."""

from __future__ import annotations

from importlib.resources import files

import pytest

from satumeja.report import parse
from satumeja.report.kit import sentence_around

TEXT = "Talks go on. Mr. Lavrov said “They failed. Nobody came.” at noon.\n\nNew paragraph. End."


def around(words: str, text: str = TEXT, language: str = "en") -> str:
    start = text.index(words)
    return text[slice(*sentence_around(text, (start, start + len(words)), language))]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Talks", "Talks go on."),
        ("They failed", "Mr. Lavrov said “They failed. Nobody came.” at noon."),
        ("on. Mr", "Talks go on. Mr. Lavrov said “They failed. Nobody came.” at noon."),
        ("New", "New paragraph."),
        ("End.", "End."),
        (TEXT, TEXT),
    ],
)
def test_words_are_in_their_sentence(words: str, sentence: str) -> None:
    assert around(words) == sentence


def test_a_long_text_without_blank_lines_is_not_read_whole() -> None:
    text = f"{'word ' * 200_000}Here. {'word ' * 200_000}"
    assert len(around("Here", text)) < 10_000


@pytest.mark.parametrize("language", ["en", "id"])
def test_it_is_the_sentence_that_reading_finds(language: str) -> None:
    name = f"talks-2021-12-23.{language}.txt"
    text = files("satumeja").joinpath("data", "reports", name).read_text(encoding="utf-8")
    sentences = [(one.start, one.end) for one in parse(text).sentences]
    inside = [sentence_around(text, (start + 1, end - 2), language) for start, end in sentences]
    same = sum(ours == theirs for ours, theirs in zip(inside, sentences, strict=True))
    assert same >= len(sentences) - 2  # the dateline is no part of a sentence for a reader
