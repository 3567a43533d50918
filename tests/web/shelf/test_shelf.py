"""The shelf: cases listed without being opened, made whole or not at all, and the lesson."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from satumeja import formats, gallery
from satumeja.errors import OutputError, QuestionError, SatuMejaError
from satumeja.web import shelf
from satumeja.web.cases import Cases
from satumeja.web.routing import Call
from satumeja.web.shapes import LessonBody, NewCase, Query

DEEP = '{"opened": [' + "[" * 100_000


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a person's own folder that is empty."""
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    for name in ("XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def ask(method: str, path: str, cases: Cases, body: Any = None, **names: str) -> Any:
    """Ask a route of the shelf."""
    (route,) = (route for route in shelf.ROUTES if (route.method, route.path) == (method, path))
    return route.handle(Call(cases, names, Query(), body))


def made(cases: Cases, **wanted: Any) -> Path:
    """Make a case; give its folder."""
    return cases.folder(ask("POST", "/cases", cases, NewCase(**wanted)).name)


def test_a_case_for_reports_is_an_empty_folder(home: Path) -> None:
    with Cases({}) as cases:
        folder = made(cases, name="Talks")
        assert folder == (home / "Satu Meja" / "Talks").resolve()
        assert list(folder.iterdir()) == []
        overview = ask("GET", "/c/{case}", cases, case="Talks")
        assert (overview.next, overview.models, overview.reports) == ("drop", [], [])


def test_a_blank_model_is_sound_and_named(home: Path) -> None:
    with Cases({}) as cases:
        folder = made(cases, name='Talks: "round" #2', kind="blank", lang="id")
        (file,) = folder.glob("*.yaml")
        model = formats.load(file)
        assert model.title == 'Talks: "round" #2'
        assert [str(maker.name) for maker in model.decision_makers] == ["Pihak A", "Pihak B"]
        assert ask("GET", "/c/{case}", cases, case=folder.name).next == "model"


def test_a_conflict_of_the_gallery_comes_with_what_it_rests_on(home: Path) -> None:
    with Cases({}) as cases:
        folder = made(cases, name="Desember", kind="gallery", gallery="december-2021-b", lang="id")
        names = {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
        assert names == {
            "december-2021-a.yaml",
            "december-2021-b.yaml",
            "december-2021-b2.yaml",
            "dossier.db",
            "reports",
            "reports/talks-2021-12-23.id.txt",
        }
        overview = ask("GET", "/c/{case}", cases, case="Desember")
        (report,) = overview.reports
        assert report.language == "id"
        assert report.items == report.to_check > 10


def test_every_conflict_of_the_gallery_can_be_begun_with(home: Path) -> None:
    with Cases({}) as cases:
        lines = ask("GET", "/gallery", cases).entries
        assert [line.id for line in lines] == [entry.id for entry in gallery.entries()]
        for line in lines:
            assert line.about
            assert line.makers
            assert len(line.options) == len(line.makers)
            if not line.has_reports:
                folder = made(cases, name=line.title, kind="gallery", gallery=line.id)
                assert formats.load(folder / f"{line.id}.yaml").title


def test_a_taken_name_gets_a_number_and_an_odd_one_stays_inside(home: Path) -> None:
    shelf_folder = (home / "Satu Meja").resolve()
    with Cases({}) as cases:
        first, second = made(cases, name="Talks"), made(cases, name="talks")
        assert (first.name, second.name) == ("Talks", "talks-2")
        for name in ("../../x", "..", "/etc", "a\\b", "\u202eklat", "nul", "." * 50, "é" * 120):
            assert made(cases, name=name).parent == shelf_folder


def test_what_cannot_be_made_leaves_nothing(home: Path) -> None:
    with Cases({}) as cases:
        with pytest.raises(QuestionError, match='no conflict "elmria"'):
            made(cases, name="x", kind="gallery", gallery="elmria")
        assert list((home / "Satu Meja").iterdir()) == []
    (home / "Satu Meja").rmdir()
    (home / "Satu Meja").write_text("a file")
    with Cases({}) as cases, pytest.raises(OutputError, match="cannot be written"):
        made(cases, name="x")


def test_the_list_opens_no_case_and_tells_what_each_holds(home: Path) -> None:
    elsewhere = home / "elsewhere" / "Talks"
    elsewhere.mkdir(parents=True)
    (elsewhere / "a.yaml").write_text(gallery.text("elmira"), encoding="utf-8")
    (home / "Satu Meja" / "Talks").mkdir(parents=True)
    (home / "Satu Meja" / ".hidden").mkdir()
    shelf.remember(elsewhere)
    with Cases({}) as cases:
        listed = ask("GET", "/cases", cases)
        lines = {line.name: line for line in listed.cases}
    assert listed.folder == str(home / "Satu Meja")
    assert set(lines) == {"Talks", "Talks (2)"}
    assert lines["Talks (2)"].title == "Elmira groundwater contamination, 1991"
    assert lines["Talks (2)"].elsewhere == str(elsewhere)
    assert (lines["Talks (2)"].models, lines["Talks"].models) == (1, 0)
    assert not list(home.rglob("history.db"))


@pytest.mark.parametrize("head", ["title: [", "title: {en: [1]}", "title:\n  - x", "", "\x00"])
def test_a_title_that_cannot_be_read_is_left_out(home: Path, head: str) -> None:
    case = home / "Satu Meja" / "x"
    case.mkdir(parents=True)
    (case / "a.yaml").write_text(f"satumeja: 1\n{head}\n")
    with Cases({}) as cases:
        (line,) = ask("GET", "/cases", cases).cases
    assert (line.title, line.models) == ("", 1)


MANY = json.dumps({"opened": ["/nowhere"] * 20 + ["/"]})


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '{"opened": 1}', '{"opened": "/"}', '{"opened": [1, "x"]}', MANY, DEEP],
)
def test_a_list_of_what_was_opened_that_is_spoilt_is_no_matter(home: Path, content: str) -> None:
    case = home / "talks"
    case.mkdir()
    shelf.remember(case)
    (kept,) = (path for path in home.rglob("opened.json"))
    assert json.loads(kept.read_text()) == {"opened": [str(case)]}
    kept.write_text(content)
    with Cases({}) as cases:
        assert ask("GET", "/cases", cases).cases == []


def test_the_prisoners_dilemma_holds_where_both_defect() -> None:
    with Cases({}) as cases:
        lesson = ask("POST", "/lesson", cases, LessonBody())
    holding = [outcome for outcome in lesson.outcomes if outcome.holds]
    assert [outcome.plays for outcome in holding] == [[True, True]]
    assert lesson.orders == [[[2], [1], [4], [3]], [[3], [1], [4], [2]]]
    silence = lesson.outcomes[0]
    assert (silence.ranks, silence.holds_with_foresight) == ([2, 2], True)
    assert [(leave.side, leave.to) for leave in silence.leaves] == [(0, 2), (1, 3)]


def test_another_order_of_liking_has_another_answer() -> None:
    hunt = [[[1], [2], [4], [3]], [[1], [3], [4], [2]]]
    with Cases({}) as cases:
        lesson = ask("POST", "/lesson", cases, LessonBody(orders=hunt))
    assert [outcome.holds for outcome in lesson.outcomes] == [True, False, False, True]
    assert lesson.orders == hunt


@pytest.mark.parametrize(
    "body",
    [
        {"game": "elmira"},
        {"game": "chiken"},
        {"orders": []},
        {"orders": [[[1], [2], [3], [4]]]},
        {"orders": [[[1, 2, 3]], [[1], [2], [3], [4]]]},
        {"orders": [[[1, 1, 2, 3]], [[1], [2], [3], [4]]]},
        {"orders": [[[0], [1], [2], [3]], [[1], [2], [3], [4]]]},
    ],
)
def test_what_is_no_game_is_refused(body: dict[str, Any]) -> None:
    with Cases({}) as cases, pytest.raises(SatuMejaError):
        ask("POST", "/lesson", cases, LessonBody(**body))
