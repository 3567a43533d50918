"""Further concepts are worded in both languages, in English as the registry defines them."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from satumeja.brief import LANGUAGES, field_tables
from satumeja.brief.terminal import print_definitions
from satumeja.brief.words import Words, definition_of, heading_of, name_of
from satumeja.gallery import load
from satumeja.stability import CONCEPTS as BASIC
from satumeja.stability import FURTHER, analyse
from satumeja.stability.further import further_named

CONCEPTS = [*FURTHER, "l1", "l12"]


@pytest.mark.parametrize("concept", CONCEPTS)
def test_the_english_words_are_the_definitions(concept: str) -> None:
    assert definition_of(concept, Words("en")) == further_named(concept).definition


@pytest.mark.parametrize("concept", CONCEPTS)
def test_every_concept_has_words_of_its_own_in_indonesian(concept: str) -> None:
    english, bahasa = map(Words, LANGUAGES)
    assert name_of(concept, english) != name_of(concept, bahasa)
    assert definition_of(concept, english) != definition_of(concept, bahasa)


def test_the_page_speaks_the_language_asked_for() -> None:
    console = Console(file=io.StringIO(), width=300)
    print_definitions(analyse(load("elmira"), "cnash"), console, "id")
    assert isinstance(console.file, io.StringIO)
    assert "Stabilitas Nash (R) bagi koalisi. Tidak ada rangkaian" in console.file.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_begin_alike_in_a_table_and_in_a_sentence(language: str) -> None:
    """The basic concepts and the further ones too; only the name of a person keeps its capital."""
    words = Words(language)
    for concept in (*BASIC, *CONCEPTS):
        name, heading = name_of(concept, words), heading_of(concept, words)
        assert name[0].islower() or name.startswith("Nash")
        assert heading[0].isupper() and heading[1:] == name[1:]
    analysis = analyse(load("chicken"), ["nash", "gmr", "nm", "l2", "cseq"])
    (table,) = field_tables(analysis, ["equilibria"], language=language)["equilibria"]
    assert [row[0] for row in table.lines()] == [
        heading_of(concept.id, words) for concept in analysis.concepts
    ]
