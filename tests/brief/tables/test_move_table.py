"""Moves that depend on more than options, and misperceptions, are told with their grounds."""

from __future__ import annotations

from formats.samples import SHADES
from satumeja.brief import move_table, preference_table, render
from satumeja.formats import loads
from satumeja.gallery import load
from satumeja.stability import analyse


def test_each_assumption_has_a_row() -> None:
    rows = move_table(loads(SHADES)).lines()
    assert [row[0] for row in rows] == ["row"] * 5
    said = [row[1] for row in rows]
    assert said[0].startswith("Cannot move from where")
    assert "wait → N-|Y" in said[0]
    assert said[1].startswith("Can change “col: dare”")
    assert "Does not see" in said[2]
    assert said[4].startswith("Does not know of “col: dare”")
    assert "Believes other preferences of col" in said[4]
    assert rows[0][2] == "Too late"
    assert rows[4][2] == "A rumour"


def test_a_plain_conflict_has_none() -> None:
    assert move_table(load("chicken"), language="id").body == ()


def test_the_brief_tells_them_in_both_languages() -> None:
    page = render(loads(SHADES), analyse(loads(SHADES)), language="id")
    assert "Langkah yang bergantung pada lebih dari opsi" in page
    assert "Moves that depend on more than options" in page
    assert "dimiliki bersama" in page


def test_edits_and_comparisons_are_told_under_preferences() -> None:
    note = preference_table(loads(SHADES), "row").note
    assert "State YY|N is put by hand above NN|N. Reason: A hunch." in note
    assert "2 comparisons beyond the ranking" in note
