"""Names, deeds and conditions in words."""

from __future__ import annotations

import pytest

from brief.graph_form import named_graph
from formats.samples import PLANT
from satumeja.brief import move_table, state_tables
from satumeja.brief.words._phrases import Phrases
from satumeja.brief.words._words import Words
from satumeja.formats import loads
from satumeja.gallery import load
from satumeja.model import (
    AtLeast,
    Binary,
    DecisionMaker,
    Is,
    Model,
    Not,
    Option,
    Prioritisation,
    Text,
)
from satumeja.model.kit import Pattern, letters_of
from satumeja.stability import analyse

B = load("december-2021-b")

LEVELS_APART = """\
satumeja: 1
title: Sanctions in steps
decision_makers:
  us:
    options:
      punish: {name: Sanctions, levels: {none: No sanctions, limited: Limited, full: Full}}
      talk: Talk
    preferences: [punish >= limited if attack, talk]
  russia:
    options: {attack: Attack}
    preferences: [-(punish = full), attack]
"""


def phrases(language: str = "en") -> Phrases:
    return Phrases(B, Words(language))


def test_names_follow_the_language() -> None:
    assert (phrases().dm("us"), phrases("id").dm("us")) == ("United States", "Amerika Serikat")
    assert phrases().option(2) == "“Attack Ukraine”"
    assert phrases("id").option(2) == "“Menyerang Ukraina”"


def test_an_option_name_of_two_decision_makers_is_said_with_its_owner() -> None:
    both = Phrases(load("chicken"), Words("en"))
    assert both.option(0) == "“Row player: Stand firm”"
    assert both.option(1) == "“Column player: Stand firm”"


def test_deeds_name_what_changes() -> None:
    said = phrases()
    both = "taking up “Attack Ukraine” and dropping “Sit at the table”"
    assert said.deed(7, 10, "russia") == both
    assert said.deed(10, 44, "nato") == "taking up “Deploy weapons in Ukraine”"
    assert said.deed(44, 10, "nato") == "dropping “Deploy weapons in Ukraine”"
    assert phrases("id").deed(44, 10, "nato") == "melepas opsi “Menempatkan senjata di Ukraina”"


def test_deeds_of_a_graph_model_name_the_state() -> None:
    said = Phrases(named_graph(), Words("en"))
    assert said.deed(1, 9, "uniroyal") == "moving to “Uniroyal abandons its plant”"


def test_a_state_is_described_by_what_everybody_does() -> None:
    assert phrases().circumstances(50) == [
        ("Russia", "“Attack Ukraine”"),
        ("United States", "“Impose heavy consequences”"),
        ("NATO allies", "“Deploy weapons in Ukraine”"),
    ]
    assert phrases().described(1).count("nothing of its own options") == 3


A, C = "“Attack Ukraine”", "“Impose heavy consequences”"


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (Is(2), A),
        (Not(Is(2)), f"not {A}"),
        (Not(Binary("and", Is(2), Is(5))), f"not ({A} and {C})"),
        (Binary("iff", Is(2), Not(Is(5))), f"{A} if and only if not {C}"),
        (Binary("if", Is(2), Binary("or", Is(5), Is(2))), f"{A} if ({C} or {A})"),
        (AtLeast(2, 0b100100), f"at least 2 of {A} and {C}"),
        (Pattern(0b100100, 0b100), f"{A} and not {C}"),
    ],
)
def test_conditions_in_words(condition: object, said: str) -> None:
    assert phrases().condition(condition) == said  # type: ignore[arg-type]


def test_letters_are_initials_where_those_differ() -> None:
    assert letters_of(["Russia", "United States", "NATO"]) == ["R", "U", "N"]
    assert letters_of(["Iran", "Iraq"]) == ["A", "B"]
    assert letters_of(["1st", "2nd"]) == ["A", "B"]
    assert letters_of(["", "x"]) == ["A", "B"]


def test_a_name_that_runs_from_right_to_left_is_kept_apart() -> None:
    nothing = Prioritisation(())
    model = Model(
        Text("x"),
        (
            DecisionMaker("a", Text("إيران"), nothing, (Option("o", Text("go")),)),
            DecisionMaker("b", Text("B"), nothing, (Option("p", Text("stay")),)),
        ),
    )
    assert Phrases(model, Words("en")).dm("a") == "\u2068إيران\u2069"
    assert Phrases(model, Words("en")).dm("b") == "B"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("a\u202eb", "\u2068a\u202eb\u2069"),
        ("a\u2069\u202eb", "\u2068a\u202eb\u2069"),
        ("a\u2067b", "\u2068a\u2067b\u2069\u2069"),
        ("a\u2067b\u2069c", "\u2068a\u2067b\u2069c\u2069"),
        ("Россия", "Россия"),
    ],
)
def test_a_name_turns_nothing_around_but_itself(name: str, kept: str) -> None:
    """A sign for direction in a name ends with the name, whatever it leaves open or closes."""
    assert phrases().text(Text(name)) == kept


def twins() -> Model:
    """Give a model in which one side calls two of its options alike, and another calls one so."""
    nothing = Prioritisation(())
    options = (Option("o", Text("act")), Option("p", Text("act")))
    return Model(
        Text("x"),
        (
            DecisionMaker("a", Text("A"), nothing, options),
            DecisionMaker("b", Text("B"), nothing, (Option("o", Text("act")),)),
        ),
    )


def test_options_that_one_side_calls_alike_are_told_apart_by_id() -> None:
    told = [Phrases(twins(), Words("en")).option(k) for k in range(3)]
    assert told == ["“A: act (o)”", "“A: act (p)”", "“B: act”"]


def test_places_count_from_the_most_preferred() -> None:
    pd = Phrases(load("prisoners-dilemma"), Words("en"))
    assert [pd.place("row", number) for number in (1, 2, 3, 4)] == [2, 1, 4, 3]


def test_levels_are_named_as_levels_not_as_steps() -> None:
    said = Phrases(loads(LEVELS_APART), Words("en"))
    told = Phrases(loads(LEVELS_APART), Words("id"))
    assert said.deed(1, 6, "us") == (
        "taking up “Talk” and moving “Sanctions” from No sanctions to Full"
    )
    assert said.deed(3, 2, "us") == "moving “Sanctions” from Full to Limited"
    assert told.deed(3, 2, "us") == "mengubah “Sanctions” dari Full menjadi Limited"
    assert said.circumstances(6) == [
        ("us", "“Sanctions: Full” and “Talk”"),
        ("russia", "nothing of its own options"),
    ]
    worded = {
        "punish": "“Sanctions” at the level Limited or above",
        "punish >= limited": "“Sanctions” at the level Limited or above",
        "punish = limited": "“Sanctions” at the level Limited",
        "punish = full": "“Sanctions” at the level Full",
        "punish = none": "“Sanctions” at the level No sanctions",
        "-(punish = full)": "“Sanctions” at the level Limited or below",
        "punish = none if -attack": "“Sanctions” at the level No sanctions if not “Attack”",
        "talk & -attack": "“Talk” and not “Attack”",
    }
    for text, words in worded.items():
        assert said.condition(said.model.condition(text)) == words
    level = told.condition(told.model.condition("punish >= limited"))
    assert level == "“Sanctions” pada tingkat Limited atau lebih tinggi"


def test_a_merged_state_says_what_its_members_share() -> None:
    said = Phrases(loads(PLANT), Words("en"))
    assert said.described(9) == (
        "ministry: “modify” or not; company: “abandon”; town: “insist” or not"
    )
    assert Phrases(loads(PLANT), Words("id")).circumstances(9)[0][1] == "“modify” atau tidak"
    assert said.deed(8, 9, "company") == "taking up “abandon” and dropping “accept”"
    assert said.form(9) == "-|NNY|-"
    table = state_tables(analyse(loads(PLANT)))[0]
    assert [row[-1] for row in table.lines()[:5]] == ["-", "N", "N", "Y", "-"]
    assert "either, in states that count as one" in table.note
    (row,) = move_table(loads(PLANT)).lines()
    assert "All states with “abandon” count as one" in row[1]
    assert row[2] == "Nothing else matters once it is gone"
