"""Readings side by side: what differs stands first, and what is the same is the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from satumeja import formats, gallery, stability
from satumeja.web.cases import Cases
from satumeja.web.routing import Call
from satumeja.web.tables import ROUTES

READINGS = ("december-2021-b", "december-2021-a", "december-2021-b2")


def compared(folder: Path, file: str, language: str = "en") -> Any:
    (route,) = (route for route in ROUTES if route.path.endswith("/compare"))
    query = route.query.model_validate({"lang": language})
    with Cases({"case": folder}) as cases:
        return route.handle(Call(cases, {"case": "case", "file": file}, query))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (*READINGS, "chicken"):
        (tmp_path / f"{name}.yaml").write_text(gallery.text(name), encoding="utf-8")
    return tmp_path


def test_readings_of_this_conflict_alone(folder: Path) -> None:
    answer = compared(folder, "december-2021-b.yaml")
    assert [each.file for each in answer.readings] == [f"{name}.yaml" for name in (
        "december-2021-b", "december-2021-a", "december-2021-b2")]  # fmt: skip
    assert [each.this for each in answer.readings] == [True, False, False]


def test_what_differs_stands_first(folder: Path) -> None:
    rows = compared(folder, "december-2021-b.yaml").rows
    differs = [row.differs for row in rows]
    assert differs == sorted(differs, reverse=True)
    for row in rows:
        told = list(zip(row.cells, row.technical, strict=True))
        assert row.differs == (len(set(told)) > 1)


@pytest.mark.parametrize("language", ["en", "id"])
def test_how_the_present_situation_holds(folder: Path, language: str) -> None:
    answer = compared(folder, "december-2021-b.yaml", language)
    (row,) = (row for row in answer.rows if row.key == "now")
    levels = []
    for each in answer.readings:
        analysis = stability.analyse(formats.load(folder / each.file))
        levels.append(analysis.hold(most=1).level)
    assert len(set(levels)) == len(set(row.cells))


def test_wishes_are_those_of_the_files(folder: Path) -> None:
    answer = compared(folder, "december-2021-b.yaml")
    for wishes in answer.wishes:
        lists = []
        for each, shown in zip(answer.readings, wishes.readings, strict=True):
            maker = formats.load(folder / each.file)[wishes.maker]
            stated = [str(s.text) for s in getattr(maker.preference, "statements", ())]
            assert [wish.text for wish in shown if not wish.line] == stated
            lists.append([wish.text for wish in shown])
        assert wishes.differs == (len(set(map(tuple, lists))) > 1)
        marked = any(wish.only for shown in wishes.readings for wish in shown)
        assert marked == wishes.differs


def test_a_broken_reading_is_named_and_left_out(folder: Path) -> None:
    (folder / "december-2021-a.yaml").write_text("satumeja: 1\ntitle: [", encoding="utf-8")
    answer = compared(folder, "december-2021-b.yaml")
    (broken,) = (each for each in answer.readings if each.broken)
    assert broken.file == "december-2021-a.yaml"
    assert all(len(row.cells) == 2 for row in answer.rows)


def test_a_single_reading_differs_in_nothing(folder: Path) -> None:
    answer = compared(folder, "chicken.yaml")
    assert len(answer.readings) == 1
    assert not any(row.differs for row in answer.rows)
