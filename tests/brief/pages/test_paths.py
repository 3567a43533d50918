"""Paths in words and in the table of status quo analysis."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from importlib.resources import files

import pytest
from rich.console import Console

from satumeja.brief import render, status_quo_table
from satumeja.brief.terminal import print_paths
from satumeja.gallery import load
from satumeja.questions import paths
from satumeja.stability import analyse


def printed(name: str, language: str = "en", *, improvements: bool = False, **asked: int) -> str:
    model, page = load(name), io.StringIO()
    analysis = analyse(model)
    console = Console(file=page, width=300, highlight=False, markup=False)
    found = paths(model, improvements=improvements)
    print_paths(analysis, found, console, language, **asked)
    return "\n".join(line.rstrip() for line in page.getvalue().splitlines())


def test_the_table_has_a_letter_where_somebody_first_moves_last() -> None:
    model = load("cuban-missile-crisis")
    table = status_quo_table(analyse(model), paths(model))
    assert table.header() == ["State", "0", "1", "2", "3", "4"]
    rows = {line[0].split()[0]: line[1:] for line in table.lines()}
    assert len(rows) == 12
    assert rows["1"] == ["•", "", "", "", "U S"]
    assert rows["3"] == ["", "U", "", "S", ""]
    assert rows["7"] == ["", "", "U S", "", ""]
    assert "U: United States" in table.note


def test_a_row_is_shaded_as_a_whole_and_the_table_is_not() -> None:
    model = load("december-2021-b")
    table = status_quo_table(analyse(model), paths(model))
    assert all(len({cell.kind for cell in row}) == 1 for row in table.body)
    sheet = (files("satumeja.brief.pages") / "templates" / "brief.css").read_text("utf-8")
    shaded = re.findall(r"^(.*)\{ (?:background|box-shadow)", sheet, re.MULTILINE)
    assert table.kind == "status-quo"  # as cells are called that are shaded
    assert [rule for rule in shaded if rule.startswith((".status-quo", ".equilibrium"))] == []


def test_only_states_that_are_reached_have_a_row() -> None:
    model = load("december-2021-b")
    table = status_quo_table(analyse(model), paths(model, improvements=True), language="id")
    assert [line[0].split()[0] for line in table.lines()] == [
        *["7", "10", "16", "17", "44", "50", "51"]
    ]
    assert table.caption.endswith("dari keadaan 7")


def test_a_path_is_told_move_by_move() -> None:
    said = printed("cuban-missile-crisis", to=7, most=2)
    assert "Counting every move, 11 of the 11 other states can come about: 5 in 1 move" in said
    assert "State 7: NY|YN, which holds under GMR, SMR, SEQ and SSEQ: 2 moves away." in said
    assert "2. Soviet Union, by taking up “Withdraw the missiles”, to state 7: better" in said
    assert said.count("Another way:") == 1


def test_a_move_against_interest_says_what_it_needs() -> None:
    said = printed("december-2021-b", to=26)
    assert "worse for NATO allies (place 18 instead of 3), so it needs to be made" in said
    assert "tidak dapat dibatalkan" in printed("december-2021-b", "id", improvements=True)


def test_equilibria_out_of_reach_are_named_together() -> None:
    said = printed("elmira", improvements=True)
    assert said.endswith("no legal sequence of improvements leads to: 4, 8 and 9.")
    assert printed("elmira", to=9, improvements=True).endswith(
        "no legal sequence of improvements leads there."
    )


def test_where_nothing_moves_it_is_said() -> None:
    model, page = load("harmony"), io.StringIO()
    found = paths(model, 1, improvements=True)
    print_paths(analyse(model), found, Console(file=page, width=200))
    assert "No improvement leads away from it." in page.getvalue()
    assert "this is the start." in page.getvalue()


@pytest.mark.parametrize("name", ["matching-pennies"])
def test_without_equilibria_it_is_said(name: str) -> None:
    model, page = load(name), io.StringIO()
    print_paths(analyse(model, ["nash"]), paths(model, 1), Console(file=page, width=200))
    assert "No state is an equilibrium" in page.getvalue()


def test_the_brief_says_what_can_come_about() -> None:
    page = render(load("december-2021-b"), language="id")
    assert "Yang dapat terjadi dari status quo" in page
    assert "What can come about from the status quo" in page
    assert page.count('class="evolution"') == 2
    assert "Dari keadaan 7 ke keadaan 50, langkah demi langkah" in page
    assert "better for Russia (place 18 instead of 24); it cannot be taken back" in page


def test_a_brief_without_a_status_quo_or_improvements_says_less() -> None:
    assert "What can come about" not in render(load("chicken"))
    still = render(replace(load("harmony"), status_quo=0))
    assert "No improvement leads away from it." in still
    assert 'class="evolution"' not in still
