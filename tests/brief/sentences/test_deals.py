"""What tables could agree, what opens the zone and what threats do, in words."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console

from brief.samples import random_models
from satumeja.brief import LANGUAGES
from satumeja.brief.sentences._deals import (
    comparison_table,
    deal_sentences,
    deal_table,
    states_in_words,
)
from satumeja.brief.sentences._openings import linkage_sentences, opening_table
from satumeja.brief.terminal._deals import print_deals, print_openings, print_threats
from satumeja.brief.words import Words
from satumeja.brief.words._phrases import Phrases
from satumeja.gallery import load
from satumeja.model import Model
from satumeja.stability import CONCEPTS
from satumeja.table import compare, deals, linkage, openings, threats
from table.models import conflict, december

TRADE = {
    "buyer": {"options": ["pay"], "preferences": ["ship", "-pay"]},
    "seller": {"options": ["ship"], "preferences": ["pay", "-ship"]},
    "rival": {"options": ["outbid"], "preferences": ["outbid if ship"]},
}


def trade() -> Model:
    tables = {"shop": {"seats": ["buyer", "seller"]}, "fair": {"seats": [*TRADE]}}
    return conflict(TRADE, status_quo="N|N|N", tables=tables)


def page(printer: object, *answers: object) -> str:
    out = io.StringIO()
    console = Console(file=out, width=1000, highlight=False, markup=False, emoji=False)
    printer(answers[0], console, *answers[1:])  # type: ignore[operator]
    return re.sub(r"\s+", " ", out.getvalue())


def test_a_row_for_each_deal() -> None:
    (line,) = deal_table(deals(trade(), "shop")).lines()
    assert line[:4] == ["4", "Y|Y|N", "B +1, S +1, (R -1)", "✓"]
    assert line[4:] == ["none", "B, S, R", "none"]


def test_every_verdict_and_upset_of_a_deal_is_said() -> None:
    found = deals(trade(), "shop")
    deal = found.deal(4)
    said = " ".join(deal_sentences(Phrases(trade(), Words("en")), deal))
    for upset in deal.upset_by:
        assert f"{upset.dm} would leave state 4 by" in said
        assert f"(state {upset.to})" in said
    assert [concept for concept in CONCEPTS if deal.holds[concept]] == []
    assert "No single commitment would make state 4 hold under" in said


def test_a_commitment_is_said() -> None:
    makers = {
        "a": {"options": ["x"], "preferences": ["y", "-x"]},
        "b": {"options": ["y"], "preferences": ["x", "y"]},
    }
    model = conflict(makers, status_quo="N|N")
    said = list(deal_sentences(Phrases(model, Words("en")), deals(model).deal(4)))
    assert "State 4 would hold under Nash, SEQ and SSEQ if a could not drop “x” any more." in said


def test_tables_side_by_side() -> None:
    shop, fair = comparison_table(compare(trade())).lines()
    assert shop == ["shop (buyer and seller)", "3", "1", "state 4", "none", "state 4",
                    "state 4 by rival"]  # fmt: skip
    assert fair[1:3] == ["7", "0"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reading", ["a", "b", "b2"])
def test_december_says_what_the_tables_can_do(reading: str, language: str) -> None:
    model, words = december(reading), Words(language)
    said = page(print_deals, compare(model), language)
    assert said.count(words("deals.none")) == 3
    assert words("answer.caveat") in said
    said = page(print_openings, openings(model, "osce"), language, linkage(model))
    assert words("openings.no") in said
    assert words.count("openings.ways", 1) in said
    assert "us#1" in said
    assert "nato#1" in said
    assert words("openings.linked_none") in said
    said = page(print_openings, openings(model, "brussels"), language)
    assert words("openings.hopeless") in said


def test_december_says_which_threat_deters() -> None:
    said = page(print_threats, threats(december("b")), "en")
    assert "It does not keep Russia from taking up “Attack Ukraine”" in said
    assert (
        "It keeps Russia from taking up “Attack Ukraine” and dropping “Sit at the table” "
        "(state 10): NATO allies can answer by taking up “Deploy weapons in Ukraine” "
        "(state 44)." in said
    )
    assert (
        "if statement 5 of Russia (not “Impose heavy consequences”) counted from place 3" in said
    )
    assert "Nobody would rather end the condition than bear it." in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_model_can_be_told(language: str) -> None:
    for model in [load("elmira"), trade(), *random_models(3, 12)]:
        said = page(print_deals, compare(model, start=1, weak=True), language)
        said += page(print_threats, threats(model, start=1), language)
        if not model.is_graph:
            said += page(
                print_openings, openings(model, start=1), language, linkage(model, start=1)
            )
        assert not re.search(r"\{\w+\}", said)


def test_openings_as_a_table() -> None:
    (line,) = opening_table(openings(december("a"), "geneva"), language="id").lines()
    assert line == ["us#1: “Menjamin NATO tidak meluas ke Ukraina”", "tidak ada",
                    "keadaan 12, 13, dan 14", "keadaan 14",
                    "14: Nash, GMR, SMR, SEQ, SSEQ"]  # fmt: skip


def test_linked_tables_are_named() -> None:
    makers = {
        "a": {"options": ["x"], "preferences": ["y", "-x"]},
        "b": {"options": ["y"], "preferences": ["z", "-y"]},
        "c": {"options": ["z"], "preferences": ["x", "-z"]},
    }
    tables = {"ab": {"seats": ["a", "b"]}, "bc": {"seats": ["b", "c"]}}
    model = conflict(makers, status_quo="N|N|N", tables=tables)
    assert linkage_sentences(Phrases(model, Words("en")), linkage(model)) == [
        "One package across “ab” and “bc” opens what these tables apart cannot: state 8."
    ]


def test_many_states_are_counted() -> None:
    assert states_in_words(Words("en"), []) == "none"
    assert states_in_words(Words("en"), range(1, 24)).endswith("19, 20 and 3 more")
