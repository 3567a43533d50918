"""The commands on dossiers say what they did, in words, JSON and CSV, and what is wrong."""

from __future__ import annotations

import csv
import io
import json
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.keeping.test_file import REPORTS
from satumeja.cli import main
from satumeja.dossier import DossierFile, correct, whole


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "reports").mkdir()
    for name, text in REPORTS.items():
        (tmp_path / "reports" / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *words: str
) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["satumeja", *words])
    code = 0
    try:
        main()
    except SystemExit as error:
        code = int(error.code or 0)
    said = capsys.readouterr()
    return code, said.out, said.err


def test_from_a_folder_to_a_draft(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def satumeja(*words: str) -> str:
        code, out, _ = run(capsys, monkeypatch, *words)
        assert code == 0
        return out

    made = json.loads(satumeja("dossier", "reports", "-o", "d.db", "--html", "d.html", "--json"))
    assert (made["schema"], made["read"]) == ("satumeja/dossier-file/1", 3)
    assert len(made["same"]) == 1
    assert "<mark>" in (folder / "d.html").read_text(encoding="utf-8")
    assert "known 3" in satumeja("dossier", "reports", "-o", "d.db")
    moments = json.loads(satumeja("timeline", "d.db", "--json"))["moments"]
    rows = list(csv.DictReader(io.StringIO(satumeja("timeline", "d.db", "--csv"))))
    assert [row["item"] for row in rows] == [moment["item"] for moment in moments]
    demand = next(one for one in moments if one["kind"] == "demand")
    satumeja("correct", "d.db", demand["item"], "reject", "--who", "Ana")
    stands = json.loads(satumeja("positions", "d.db", "--json"))
    assert stands["disputes"]
    assert demand["item"] not in json.dumps(stands)
    assert "2023-05-09" in satumeja("draft", "d.db", "--as-of", "2023-05-09")
    drafted = json.loads(satumeja("draft", "d.db", "--json", "-o", "again.yaml"))
    assert drafted["schema"] == "satumeja/draft/1"
    assert drafted["model"] == Path("again.yaml").read_text(encoding="utf-8")
    assert drafted["questions"][0]["id"] == "d1"


@pytest.fixture
def made(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., str]:
    """Make a dossier in which one report has no day and one only a guessed one."""

    def satumeja(*words: str) -> str:
        code, out, _ = run(capsys, monkeypatch, *words)
        assert code == 0
        return out

    satumeja("dossier", "reports", "-o", "our talks.db")
    with DossierFile("our talks.db") as file:
        file.do("UPDATE source SET day = NULL, published = NULL WHERE id = 1")
        file.do("UPDATE source SET published_by = 'caption' WHERE id = 2")
        demand = next(act for act in whole(file).dossier.acts if act.kind == "demand")
        correct(file, demand.id, "edit", "Ana", {"due": "2023-05-12", "issue": None})
    return satumeja


ADDED = [
    *("date_end", "precision", "date_doubtful", "due", "due_end", "due_precision"),
    *("reviewed_by", "reviewed_at"),
]
BEFORE = [
    *("date", "date_of_report", "item", "kind", "actor", "target", "issue", "words"),
    *("report", "state"),
]


def test_what_has_no_day_stands_apart(made: Callable[..., str]) -> None:
    told = json.loads(made("timeline", "our talks.db", "--json"))
    assert list(told["moments"][0]) == [*BEFORE, *ADDED]
    assert {one["report"] for one in told["undated"]} == {"reports/a.txt"}
    assert all(one["date"] is None for one in told["undated"])
    assert all(one["date"] for one in told["moments"])
    assert told["undated_reports"] == []
    doubtful = {one["report"] for one in told["moments"] if one["date_doubtful"]}
    assert doubtful == {"reports/b.txt"}
    rows = list(csv.DictReader(io.StringIO(made("timeline", "our talks.db", "--csv"))))
    items = [one["item"] for one in (*told["moments"], *told["undated"])]
    assert [row["item"] for row in rows] == items


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("On a day that nobody knows:", "? not certain", "(due 2023-05-12)", "Ecuador")),
        (
            "id",
            (
                *("Hari kejadiannya tidak diketahui:", "? belum pasti"),
                *("(tenggat 2023-05-12)", "Ekuador"),
            ),
        ),
    ],
)
def test_the_timeline_says_what_is_not_certain(
    made: Callable[..., str], language: str, words: tuple[str, ...]
) -> None:
    out = made("timeline", "our talks.db", "--language", language)
    flowing = " ".join(out.split())
    assert all(word in flowing for word in words)
    line_of_time, _, apart = out.partition(words[0])
    assert "2023-05-09*?" in line_of_time
    assert "[r1#" not in line_of_time
    assert "[r1#" in apart


@pytest.mark.parametrize("command", ["timeline", "positions"])
def test_what_was_not_certainly_out_by_a_day_is_named_with_its_remedy(
    made: Callable[..., str], command: str
) -> None:
    asked = (command, "our talks.db", "--as-of", "2023-05-20")
    apart = json.loads(made(*asked, "--json"))["undated_reports"]
    assert [(one["report"], one["date"], one["date_by"]) for one in apart] == [
        ("r1", None, None),
        ("r2", "2023-05-09", "caption"),
    ]
    remedy = "satumeja correct 'our talks.db' r1 edit --set published=DAY --who NAME"
    assert apart[0]["command"] == remedy
    for language, perhaps in (("en", "perhaps 2023-05-09"), ("id", "mungkin 2023-05-09")):
        out = made(*asked, "--language", language)
        assert remedy in out
        assert perhaps in out
    made(*shlex.split(remedy.replace("DAY", "2023-05-08").replace("NAME", "Ana"))[1:])
    apart = json.loads(made(*asked, "--json"))["undated_reports"]
    assert [one["report"] for one in apart] == ["r2"]


def test_a_table_says_on_the_side_what_was_left_out(
    made: Callable[..., str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = ("positions", "our talks.db", "--as-of", "2023-05-20", "--csv")
    code, out, said = run(capsys, monkeypatch, *words)
    assert code == 0
    assert said.count("its day is not certain: r") == 2
    assert len(list(csv.DictReader(io.StringIO(out)))) == out.count("\n") - 1


def test_positions_tell_days_sources_and_review(made: Callable[..., str]) -> None:
    listed = json.loads(made("positions", "our talks.db", "--json", "-l", "id"))["positions"]
    (demand,) = (one for one in listed if one["issue"] is None and one["actor"] == "peru")
    assert demand["topic"] == demand["stances"][0]["item"]
    assert demand["about"] == demand["stances"][0]["words"]
    assert (demand["first"], demand["last"], demand["edited"]) == (None, None, 1)
    assert (demand["stances"][0]["reviewed_by"], demand["sources"]) == ("Ana", 1)
    (withdrawal,) = (one for one in listed if one["issue"] == "withdraw")
    assert withdrawal["about"] == "Menarik mundur pasukan"
    assert withdrawal["actor_name"] == "Ekuador"
    assert (withdrawal["first"], withdrawal["last"]) == ("2023-05-09", "2023-05-15")
    assert withdrawal["days_doubtful"]
    assert (withdrawal["sources"], withdrawal["proposed"]) == (2, 2)
    rows = list(csv.DictReader(io.StringIO(made("positions", "our talks.db", "--csv"))))
    assert list(rows[0])[: len(BEFORE) + 1] == ["changed", *BEFORE]
    assert {row["actor_name"] for row in rows} == {"Peru", "Ecuador"}
    for language, line in (
        ("en", "Ecuador · Pull back forces: refuse"),
        ("id", "Ekuador · Menarik mundur pasukan: tidak mau"),
    ):
        out = made("positions", "our talks.db", "-l", language)
        assert line in out
        assert f"“{demand['about']}”" in out
        assert "2023-05-09 – 2023-05-15?" in out


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("dossier", "none.txt", "-o", "n.db"), 1, "no dossier was made"),
        (("timeline", "none.db"), 1, "none.db: no such file"),
        (("positions", "reports/a.txt"), 1, "is not a dossier"),
        (("timeline", "none.db", "--as-of", "soon"), 2, "is no day"),
    ],
)
def test_what_is_wrong_is_said(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    code: int,
    message: str,
) -> None:
    if "soon" in words:
        run(capsys, monkeypatch, "dossier", "reports", "-o", "none.db")
    found, out, said = run(capsys, monkeypatch, *words)
    assert (found, out) == (code, "")
    assert message in said
    assert not (folder / "n.db").exists()


def test_a_day_that_comes_too_late_is_told_and_how_it_is_taken(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("dossier", "reports", "-o", "d.db")
    day = ("--published", "2023-06-01")
    assert "note:" not in run(capsys, monkeypatch, *words)[2]
    assert (
        "note: 3 known before, whose day stays as it was; --again reads them with the day"
        in (run(capsys, monkeypatch, *words, *day)[2])
    )
    assert run(capsys, monkeypatch, *words, *day, "--again")[2] == ""
    days = [
        one["date"] for one in json.loads(run(capsys, monkeypatch, *words, "--json")[1])["reports"]
    ]
    assert days == ["2023-06-01"] * 3


def test_no_report_to_add_is_an_error_whether_the_dossier_is_there_or_not(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "empty.txt").write_bytes(b"")
    code, _, told = run(capsys, monkeypatch, "dossier", "empty.txt", "-o", "d.db")
    assert (code, Path("d.db").exists()) == (1, False)
    assert "empty.txt: holds no report; no dossier was made" in told
    run(capsys, monkeypatch, "dossier", "reports", "-o", "d.db")
    for path in ("empty.txt", "empty.txt", "missing"):
        code, _, told = run(capsys, monkeypatch, "dossier", path, "-o", "d.db")
        assert code == 1
        assert f"{path}: holds no report; none was added" in told
    code, out, _ = run(capsys, monkeypatch, "dossier", "reports", "empty.txt", "-o", "d.db")
    assert code == 0
    assert "known 3, left out 1" in out
