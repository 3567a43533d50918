"""The views of a dossier say what the commands say, and give each row its sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from commands import Run
from satumeja.dossier import DossierFile, correct
from satumeja.errors import ReportError
from satumeja.web.routing import RefusedError
from web.reports.cases import TALKS, Asking, gathered, written

STANCES = (
    "Iran demanded that Iraq repair the canal. “We will never repair the canal,” Iraq said.",
    "Iran accused Iraq of planning an attack. Iraq denied the accusation of Iran.",
    "Iraq agreed to repair the canal on Friday.",
)


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Asking:
    return gathered(tmp_path_factory.mktemp("talks"), TALKS)


def commanded(run: Run, asking: Asking, command: str, *flags: str) -> Any:
    done = run(command, str(asking.folder / "dossier.db"), "--json", *flags)
    assert done.code == 0, done.err
    return done.json


def as_commanded(said: dict[str, Any]) -> dict[str, Any]:
    """Give of a row what the commands print of a moment."""
    same = ("item", "kind", "actor", "target", "issue", "words", "state", "precision")
    return {name: said[name] for name in same} | {
        "date": said["first"],
        "date_end": said["last"],
        "date_of_report": said["of_report"],
        "date_doubtful": said["doubtful"],
        "reviewed_by": said["who"] or None,
    }


def expected(moment: dict[str, Any]) -> dict[str, Any]:
    keys = ("item", "kind", "actor", "target", "issue", "words", "state", "precision", "date")
    more = ("date_end", "date_of_report", "date_doubtful", "reviewed_by")
    return {name: moment[name] for name in (*keys, *more)}


@pytest.mark.parametrize("language", ["en", "id"])
def test_positions_are_those_of_the_command(talks: Asking, run: Run, language: str) -> None:
    printed = commanded(run, talks, "positions", "--language", language)["positions"]
    view = talks.get("/dossier/positions", lang=language)
    assert sum(cell["count"] for cell in view["cells"]) == sum(
        len(position["stances"]) for position in printed
    )
    shown = [
        cell
        for actor in view["actors"]
        for issue in view["issues"]
        for cell in talks.get(
            "/dossier/positions", actor=actor["id"], issue=issue["id"], lang=language
        )["cells"]
    ]
    by_key = {(cell["actor"], cell["issue"], cell["topic"]): cell for cell in shown}
    assert len(by_key) == len(shown) == len(printed)
    for position in printed:
        cell = by_key[position["actor"], position["issue"] or "-", position["topic"]]
        names = ("about", "changed", "first", "last", "sources", "independent", "grade")
        assert {name: cell[name] for name in names} == {name: position[name] for name in names}
        assert list(map(as_commanded, cell["stances"])) == list(map(expected, position["stances"]))


def test_the_timeline_is_that_of_the_command(talks: Asking, run: Run) -> None:
    printed = commanded(run, talks, "timeline")
    moments = [*printed["moments"], *printed["undated"]]
    view = talks.get("/dossier/timeline", limit=500)
    assert view["total"] == len(moments) == sum(day["count"] for day in view["days"])
    assert [as_commanded(row["item"]) for row in view["rows"]] == list(map(expected, moments))


def test_a_page_of_the_timeline_is_a_part_of_it(talks: Asking) -> None:
    everything = talks.get("/dossier/timeline", limit=500)["rows"]
    assert talks.get("/dossier/timeline", start=10, limit=7)["rows"] == everything[10:17]


def test_disputes_are_those_of_the_command(talks: Asking, run: Run) -> None:
    printed = commanded(run, talks, "positions")["disputes"]
    shown = talks.get("/dossier/disputes", limit=500)["disputes"]
    assert [
        (one["claim"]["item"], [denial["item"] for denial in one["denials"]]) for one in shown
    ] == [(one["claim"]["item"], [denial["item"] for denial in one["denials"]]) for one in printed]


def test_each_row_has_its_sentence_as_published(talks: Asking) -> None:
    texts = {f"r{place}": Path(name).read_text() for place, name in enumerate(TALKS, 1)}
    for row in talks.get("/dossier/timeline", limit=500)["rows"]:
        said = row["item"]
        sentence = said["before"] + said["words"] + said["after"]
        assert sentence in " ".join(texts[said["report"]].split())
        assert not said["after"] or sentence.rstrip("”\"'’)")[-1] in ".?!…,:;”"


def test_names_kinds_and_states_are_in_the_language_asked_for(talks: Asking) -> None:
    rows = talks.get("/dossier/timeline", lang="id", actor="us", kind="reject")["rows"]
    assert rows
    for row in rows:
        said = row["item"]
        assert (said["actor_name"], said["kind_words"], said["state_words"]) == (
            *("Amerika Serikat", "menolak"),
            "diusulkan",
        )


def test_filters_leave_what_is_asked_for(tmp_path: Path) -> None:
    case = written(tmp_path / "case", *STANCES)
    rows = case.get("/dossier/timeline", actor="iraq", kind="deny")["rows"]
    assert [row["item"]["kind"] for row in rows] == ["deny"]
    days = {row["item"]["first"] for row in case.get("/dossier/timeline", to="2024-05-01")["rows"]}
    assert days == {"2024-05-01"}
    found = case.get("/dossier/search", q="canal")["rows"]
    assert found
    assert all("canal" in (row["words"] + row["before"] + row["after"]) for row in found)
    assert case.get("/dossier/search", q="nowhere")["rows"] == []
    assert case.get("/dossier/search", q=" ")["total"] == 0


def test_a_position_by_some_days_alone_has_not_changed(tmp_path: Path) -> None:
    case = written(tmp_path / "case", *STANCES)
    cells = case.get("/dossier/positions", actor="iraq")["cells"]
    assert [cell["changed"] for cell in cells if cell["kinds"].get("agree")] == [True]
    cells = case.get("/dossier/positions", actor="iraq", to="2024-05-01")["cells"]
    assert not any(cell["changed"] for cell in cells)


def test_what_was_published_later_is_left_out_as_of_a_day(tmp_path: Path) -> None:
    case = written(tmp_path / "case", *STANCES)
    rows = case.get("/dossier/timeline", as_of="2024-05-02")["rows"]
    assert {row["item"]["report"] for row in rows} == {"r1", "r2"}


def test_a_view_follows_the_file(tmp_path: Path) -> None:
    case = written(tmp_path / "case", *STANCES)
    before = case.get("/dossier/timeline")
    rejected = before["rows"][0]["item"]
    with DossierFile(case.folder / "dossier.db") as file:
        correct(file, rejected["item"], "accept", "Ana")
    after = case.get("/dossier/timeline")
    assert before["version"] != after["version"]
    accepted = next(
        row["item"] for row in after["rows"] if row["item"]["item"] == rejected["item"]
    )
    assert (accepted["state"], accepted["who"]) == ("accepted", "Ana")


def test_actors_are_merged_and_apart_again(tmp_path: Path) -> None:
    case = written(
        tmp_path / "case",
        "Aung Thuray said talks would go on. Aung Thuray warned of a war.",
        "Maria Perez said talks would end.",
    )
    with DossierFile(case.folder / "dossier.db") as file:
        correct(file, "actor:general", "add", "Ana", {"name": "General Aung Thurai"})
        correct(file, "r2#s1", "edit", "Ana", {"speaker": "general"})
    names = case.get("/dossier/same")["names"]
    assert names
    first, second = names[0]
    made = case.post("/names", {"verb": "merge", "of": second, "into": first})
    assert [first, second] not in case.get("/dossier/same")["names"]
    assert case.get("/dossier/timeline", actor=second)["total"] == 0
    case.post("/names", {"verb": "withdraw", "of": made["correction"]})
    assert case.get("/dossier/same")["names"] == names


def test_names_that_are_none_are_refused(tmp_path: Path) -> None:
    case = written(tmp_path / "case", *STANCES)
    with pytest.raises(ReportError, match="iran"):
        case.post("/names", {"verb": "merge", "of": "irann", "into": "iraq"})


def test_a_case_without_reports_says_so(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="no reports yet"):
        Asking(tmp_path).get("/dossier/positions")
    assert not (tmp_path / "dossier.db").exists()


def test_heads_name_who_and_what_there_is(talks: Asking) -> None:
    heads = talks.get("/dossier/heads", lang="id")
    total = talks.get("/dossier/timeline", limit=1)["total"]
    assert sum(head["count"] for head in heads["kinds"]) == total
    assert sum(head["count"] for head in heads["issues"]) == total
    assert heads["actors"][0] == {
        "id": "russia",
        "name": "Rusia",
        "kind_words": "negara",
        "count": talks.get("/dossier/timeline", actor="russia", limit=1)["total"],
    }
