"""Rows, citations and marks of a dossier, and the commands that write and take them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from commands import Run
from exchange.dossiers import made
from satumeja.dossier import DossierFile, correct, reports, text_of
from satumeja.exchange import (
    EXCHANGES,
    quotation_grid,
    quotations,
    to_csl,
    to_ris,
    to_standoff,
    write,
)


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    with made(tmp_path) as file:
        correct(file, "r1", "edit", "Ana", {"outlet": "The Wire", "author": "A. Writer"})
        correct(file, "r2", "edit", "Ana", {"published": "2021-12-22"})
    return tmp_path / "talks.db"


def test_each_quotation_is_a_row(talks: Path) -> None:
    with DossierFile(str(talks)) as file:
        head, *rows = quotation_grid(file, language="id")
        listed = quotations(file)
        texts = {report.key: text_of(file, report.key) for report in reports(file)}
    assert [row[0] for row in rows] == [quotation.key for quotation in listed]
    cells = [dict(zip(head, row, strict=True)) for row in rows]
    for cell in cells:
        report = str(cell["quotation"]).partition("#")[0]
        assert texts[report][int(cell["start"]) : int(cell["stop"])] == cell["words"]
    added = next(cell for cell in cells if cell["state"] == "added")
    assert (added["act"], added["actor_name"], added["who"]) == ("demand", "Rusia", "Bima")
    assert added["issue_name"] == "Menarik mundur pasukan"


def test_no_cell_is_taken_for_a_formula(talks: Path, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    with DossierFile(str(talks)) as file:
        write(file, tmp_path / "q.csv")
        write(file, tmp_path / "q.xlsx")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "q.csv").read_text("utf-8"), newline="")))
    assert [row["note"] for row in rows if row["state"] == "added"] == ["'=1+1 is no formula"]
    sheet = openpyxl.load_workbook(tmp_path / "q.xlsx").active
    assert sheet.title == "quotations"
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert sheet.max_row == len(rows) + 1


def test_reports_are_cited(talks: Path) -> None:
    with DossierFile(str(talks)) as file:
        wire, berita = to_csl(file)
        ris = to_ris(file)
    assert wire["container-title"] == "The Wire"
    assert wire["author"] == [{"literal": "A. Writer"}]
    assert (wire["source"], wire["title"]) == ("Reuters", "Talks set for January")
    assert berita["issued"] == {"date-parts": [[2021, 12, 22]]}
    assert (berita["language"], berita["type"]) == ("id", "article-newspaper")
    first, second, end = ris.split("ER  - \r\n\r\n")
    assert end == ""
    lines = ["TY  - NEWS", "ID  - r1", "TI  - Talks set for January", "T2  - The Wire"]
    assert first.split("\r\n")[:4] == lines
    assert "\r\nDA  - 2021/12/22\r\n" in second
    assert all(line[2:6] == "  - " for line in ris.split("\r\n") if line)


def test_a_day_that_is_not_certain_is_marked(talks: Path) -> None:
    with DossierFile(str(talks)) as file:
        file.do("UPDATE source SET day = '2021-12-23', published_by = 'caption' WHERE id = 1")
        wire, ris = to_csl(file)[0], to_ris(file)
    assert wire["issued"] == {"date-parts": [[2021, 12, 23]], "circa": True}
    assert "DA  - 2021/12/23" not in ris
    assert "N1  - published about 2021-12-23; the day is not certain" in ris


def test_marks_point_into_texts(talks: Path) -> None:
    with DossierFile(str(talks)) as file:
        content, listed = to_standoff(file), quotations(file)
    marks: list[Any] = [mark for one in content["documents"] for mark in one["entities"]]
    assert [mark["item"] for mark in marks] == [quotation.key for quotation in listed]
    words = {quotation.key: quotation.words for quotation in listed}
    for document in content["documents"]:
        names = [mark["id"] for mark in document["entities"]]
        assert names == [f"T{number}" for number in range(1, len(names) + 1)]
        for mark in document["entities"]:
            assert document["text"][slice(*mark["span"])] == words[mark["item"]]
        for relation in document["relations"]:
            assert {relation["from"], relation["to"]} <= set(names)
    assert any(relation["type"] == "rests_on" for relation in content["documents"][0]["relations"])


@pytest.mark.parametrize("end", EXCHANGES)
def test_the_name_says_the_format(talks: Path, tmp_path: Path, run: Run, end: str) -> None:
    ran = run("exchange", str(talks), "-o", str(tmp_path / f"out{end}"))
    assert (ran.code, ran.err) == (0, f"wrote {tmp_path / f'out{end}'}\n")
    content = (tmp_path / f"out{end}").read_bytes()
    if end.endswith("json"):
        assert isinstance(json.loads(content), dict if end == ".standoff.json" else list)
    else:
        assert content.startswith(b"PK" if end in (".qdpx", ".xlsx") else (b"quot", b"TY  - NEWS"))


def test_a_name_that_says_none_is_refused(talks: Path, tmp_path: Path, run: Run) -> None:
    ran = run("exchange", str(talks), "-o", str(tmp_path / "out.docx"))
    assert ran.code == 1
    assert "a dossier is written as .qdpx, .csv, .xlsx, .json or .ris" in ran.err


def test_a_project_goes_and_comes_back(talks: Path, tmp_path: Path, run: Run) -> None:
    project, back = tmp_path / "talks.qdpx", tmp_path / "back.db"
    assert run("exchange", str(talks), "-o", str(project)).code == 0
    ran = run("dossier", str(project), "-o", str(back), "--json")
    assert ran.code == 0
    assert f"{project}: 2 texts, " in ran.err
    assert ran.json["read"] == 2
    with DossierFile(str(talks)) as file, DossierFile(str(back)) as other:
        assert len(quotations(file)) == len(quotations(other))


def test_a_project_that_cannot_be_read_leaves_no_dossier(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.qdpx").write_bytes(b"none")
    ran = run("dossier", str(tmp_path / "a.qdpx"), "-o", str(tmp_path / "a.db"))
    assert ran.code == 1
    exported = "export it anew from the program that has it"
    file = tmp_path / "a.qdpx"
    assert ran.err == f"{file}: is no project (.qdpx): not a ZIP archive; {exported}\n"
    assert not (tmp_path / "a.db").exists()
