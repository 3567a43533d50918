"""Tables of what is assumed."""

from __future__ import annotations

import pytest
from markupsafe import escape

from brief.graph_form import named_graph
from satumeja.brief import (
    LANGUAGES,
    infeasible_table,
    option_table,
    preference_table,
    red_line_table,
    render,
    seat_table,
)
from satumeja.brief.words import phrases_of
from satumeja.formats import from_dict
from satumeja.gallery import load
from satumeja.model import Model
from satumeja.stability import analyse

B = load("december-2021-b")


def test_options_with_direction_and_status_quo() -> None:
    lines = option_table(B).lines()
    assert [line[1] for line in lines] == [str(k) for k in range(1, 9)]
    assert [line[0] for line in lines[:4]] == ["Russia (R)", "", "", "United States (U)"]
    assert lines[2][2:5] == ["Attack Ukraine", "only from N to Y", "N"]
    assert [line[4] for line in lines] == list("YNNYNNNN")


def test_without_a_status_quo_nothing_is_said_of_it() -> None:
    assert {line[4] for line in option_table(load("chicken")).lines()} == {"–"}


def test_a_graph_model_lists_moves_in_place_of_options() -> None:
    lines = option_table(named_graph()).lines()
    assert lines[0][:2] == ["moe (M)", "1 → 2, 3 → 4, 5 → 6, 7 → 8"]


def test_preferences_in_order_with_reason_and_sentence() -> None:
    table = preference_table(B, "russia")
    assert [line[0] for line in table.lines()] == [str(k) for k in range(1, 8)]
    line = table.lines()[2]
    assert line[1].endswith("[attack iff -guarantee]")
    assert "read here as an attack" in line[2]
    assert "Rusia akan menjaga keamanannya" in line[3]
    assert "wire#s12" in line[3]


def test_a_statement_without_a_source_says_so() -> None:
    native = {
        "satumeja": 1,
        "title": "t",
        "decision_makers": {
            "a": {"options": {"x": {}}, "preferences": ["x"]},
            "b": {"options": {"y": {}}, "weights": {"y": 2, "x": -1}},
        },
    }
    model = from_dict(native)
    assert preference_table(model, "a").lines()[0][-1] == "assumption without a source"
    assert preference_table(model, "a", language="id").lines()[0][-1] == "asumsi tanpa sumber"
    assert preference_table(model, "b").lines() == [["“x”", "-1"], ["“y”", "2"]]


def test_a_ranking_points_to_the_table_of_rankings() -> None:
    ((said, *_),) = preference_table(load("chicken"), "row").lines()
    assert "ranked directly" in said


def _said_of_a_side() -> Model:
    """Return a conflict in which grounds are given for sides, one of whom has no option."""
    cited = {"because": "It signed the treaty.", "evidence": ["treaty#p 4"]}
    options = {"x": {"because": "It threatened to."}, "y": {}}
    native = {
        "satumeja": 1,
        "title": "t",
        "sources": {"treaty": {"title": "The treaty"}},
        "decision_makers": {
            "a": {"options": options, "ranking": [["NN"], ["YN", "NY", "YY"]], **cited},
            "b": {"weights": {"x": -1}, "because": "It lives there."},
        },
    }
    return from_dict(native)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_of_a_side_is_no_reason_of_its_ranking(language: str) -> None:
    model = _said_of_a_side()
    none = phrases_of(model, language).words("evidence.none")
    for conflict, dm in ((model, "a"), (load("elmira"), "moe")):
        ((_, because, evidence),) = preference_table(conflict, dm, language=language).lines()
        assert (because, evidence) == ("", none)


def test_what_is_said_of_a_side_stands_before_its_options() -> None:
    lines = option_table(_said_of_a_side()).lines()
    itself = "This decision maker itself"
    assert [line[:4] for line in lines] == [
        ["a (A)", "", itself, ""],
        ["", "1", "x", "both ways"],
        ["", "2", "y", "both ways"],
        ["b (B)", "", itself, ""],
    ]
    assert [line[5] for line in lines] == [
        "It signed the treaty.",
        "It threatened to.",
        "",
        "It lives there.",
    ]
    assert "The treaty" in lines[0][6]
    assert "p 4" in lines[0][6]
    assert {line[6] for line in lines[1:]} == {"assumption without a source"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_brief_tells_once_what_is_said_of_a_side(language: str) -> None:
    model = load("elmira")
    page = render(model, analyse(model), language=language)
    for dm in model.decision_makers:
        assert page.count(str(escape(dm.because.in_language(language)))) == 1, dm.id


def test_rules_in_words_and_what_each_leaves() -> None:
    lines = infeasible_table(B).lines()
    assert lines[0][0].startswith("At most one of “Pull back")
    assert lines[1][0] == "Not possible: “Sit at the table” and “Attack Ukraine” [talk & attack]"
    assert [line[-1] for line in lines][-1] == "51"
    assert infeasible_table(B).note == (
        "Without these conditions there would be 256 combinations of options."
    )
    garrison = [line[0] for line in infeasible_table(load("garrison")).lines()]
    assert any(said.startswith("At least one of “") for said in garrison)


def test_red_lines_and_tables() -> None:
    red = red_line_table(B).lines()
    assert red[0][:2] == ["Russia (R)", "“Deploy weapons in Ukraine” [arm]"]
    seats = seat_table(B, language="id").lines()
    assert seats[0][1:3] == ["Rusia dan Amerika Serikat", "Januari 2022"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["garrison", "elmira", "syria-iraq", "december-2021-a"])
def test_all_tables_of_the_gallery_have_whole_rows(name: str, language: str) -> None:
    model = load(name)
    tables = [f(model, language=language) for f in (option_table, red_line_table, seat_table)]
    tables += [preference_table(model, dm.id, language=language) for dm in model.decision_makers]
    tables += [infeasible_table(model, language=language)]
    for table in tables:
        assert {len(line) for line in table.lines()} <= {len(table.header())}, table.caption
