"""What is kept from one version of a model to the next, and what is not."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from satumeja import formats, gallery
from satumeja.web.cases import Cases
from satumeja.web.models import decided
from satumeja.web.models._live import Live, archive_of
from satumeja.web.models._view import kept_places
from web.models.asked import FILE, Asked

TALKS = """
satumeja: 1
title: Talks
sources: {talks: {dossier: talks.db}}
decision_makers:
  a: {options: {x: X}, preferences: [{statement: x, evidence: ["talks:r1#s1"]}]}
  b: {options: {y: Y}, preferences: [y]}
status_quo: N|N
"""
MOVE = {"op": "move", "from": "decision_makers.russia.preferences[2]",
        "to": "decision_makers.russia.preferences[0]"}  # fmt: skip


def test_sources_are_opened_again_when_their_files_change(tmp_path: Path) -> None:
    def archive() -> object:
        return archive_of(formats.loads(TALKS, origin=tmp_path / "talks.yaml"))

    nowhere = archive()
    assert archive() is nowhere
    database = sqlite3.connect(tmp_path / "talks.db")
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("CREATE TABLE kept (words)")
    database.commit()
    first = archive()
    assert first is not nowhere and archive() is first
    # While somebody has it open, what is written stands in the log beside it alone.
    database.execute("INSERT INTO kept VALUES ('corrected')")
    database.commit()
    assert archive() is not first
    database.close()


def test_what_else_is_cited_is_looked_up_anew(tmp_path: Path) -> None:
    first = archive_of(formats.loads(TALKS, origin=tmp_path / "talks.yaml"))
    other = TALKS.replace("r1#s1", "r1#s2")
    assert archive_of(formats.loads(other, origin=tmp_path / "talks.yaml")) is not first
    reworded = TALKS.replace("title: Talks", "title: Other talks")
    assert archive_of(formats.loads(reworded, origin=tmp_path / "talks.yaml")) is first


def test_an_edit_of_a_wish_takes_over_what_it_left(tmp_path: Path) -> None:
    asked = Asked(tmp_path / "case", gallery.text("december-2021-b"))
    case, version = asked.cases.case("case"), asked.version
    before = case.read(FILE)
    edited = case.edit(FILE, version, [MOVE])
    live = Live(case, edited.after, before)
    analysis, former = live.analysis, Live(case, before).analysis
    assert analysis.model is edited.after.model
    assert analysis.to_json() == decided(live.model).to_json()
    assert former is Live(case, before).analysis
    assert live.places is Live(case, before).places
    assert live.analysis is analysis


@pytest.mark.parametrize(
    "view", ["", "[]", "[" * 100_000, '{"places": 3}', '{"places": {"talks.yaml": {}}}']
)
def test_a_view_that_is_none_is_made_anew(view: str, tmp_path: Path) -> None:
    asked = Asked(tmp_path / "case", gallery.text("elmira"))
    asked("GET")
    path = asked.folder / ".satumeja" / "view.json"
    assert FILE in json.loads(path.read_text(encoding="utf-8"))["places"]
    path.write_text(view, encoding="utf-8")
    case = Cases({"case": asked.folder}).case("case")
    assert kept_places(case, FILE) is None
    again = Asked(asked.folder, gallery.text("elmira"))
    assert all(state["x"] is not None for state in again("GET")["states"])
