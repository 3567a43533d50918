"""The commands on dossiers say what they did, in words, JSON and CSV, and what is wrong."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from dossier.keeping.test_file import REPORTS
from satumeja.cli import main


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
