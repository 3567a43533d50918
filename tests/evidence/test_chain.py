"""From the reports to the printed page, what was corrected arrives, wherever the folder is."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from commands import Run
from evidence.case import NAMES
from satumeja.dossier import Act, DossierFile, items
from satumeja.files import beside


@pytest.fixture
def folder(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a case by hand: reports read from inside their folder, a draft from outside."""
    reports = tmp_path / "case" / "reports"
    reports.mkdir(parents=True)
    for name in NAMES:
        shutil.copy(beside(f"satumeja:reports/{name}", None), reports / name)
    monkeypatch.chdir(reports)
    assert run("dossier", ".", "-o", "../talks.db").code == 0
    monkeypatch.chdir(tmp_path)
    assert run("draft", "case/talks.db", "-o", "case/model.yaml").code == 0
    return tmp_path / "case"


def brief(run: Run, folder: Path) -> str:
    page = folder / "brief.html"
    assert run("brief", str(folder / "model.yaml"), "-o", str(page)).code == 0
    return page.read_text(encoding="utf-8")


def correct(run: Run, folder: Path, *words: str) -> None:
    ran = run("correct", str(folder / "talks.db"), *words, "--who", "Ana")
    assert ran.code == 0, ran.err


def test_a_draft_names_the_dossier_from_where_it_is_written(folder: Path, run: Run) -> None:
    text = (folder / "model.yaml").read_text(encoding="utf-8")
    assert '  talks: {dossier: "talks.db"' in text
    assert "reports/" not in text
    assert "there is no file" not in run("check", str(folder / "model.yaml")).out


def test_reports_are_named_from_the_folder_of_the_dossier(folder: Path, run: Run) -> None:
    again = run("dossier", str(folder / "reports"), "-o", str(folder / "talks.db"), "--json").json
    assert [report["name"] for report in again["reports"]] == [f"reports/{n}" for n in NAMES]


def test_what_is_corrected_is_in_the_brief_and_in_every_answer(folder: Path, run: Run) -> None:
    model = str(folder / "model.yaml")
    correct(run, folder, "r1#s8", "edit", "--set", "speaker=putin")
    correct(run, folder, "r1#s10", "reject", "--note", "not his words")
    page = brief(run, folder)
    assert re.search("Vladimir Putin, [^<]*talks:r1#s8<", page)
    assert "edited by Ana" in page and "disunting oleh Ana" in page
    assert "An analyst rejected this reading on" in page and "not his words" in page
    checked = run("check", model).out
    assert re.search("talks:r1#s8@.*: Vladimir Putin, .*edited by Ana", checked)
    assert "is rejected: Ana rejected this reading" in checked
    ranked = " ".join(run("rank", model, "russia").out.split())
    assert re.search(r"Vladimir Putin, [^;\]]*talks:r1#s8", ranked)
    assert "talks:r1#s10 An analyst rejected this reading" in ranked


def test_words_whose_every_act_was_rejected_are_told_so(folder: Path, run: Run) -> None:
    with DossierFile(folder / "talks.db") as file:
        acts = [
            item.key
            for item in items(file, "r1")
            if isinstance(item.value, Act) and item.value.statement == "r1#s10"
        ]
    assert len(acts) > 1
    model = str(folder / "model.yaml")
    for act in acts:
        assert "is rejected" not in run("check", model).out
        correct(run, folder, act, "reject", "--note", "no line was drawn")
    assert "is rejected: Ana rejected this reading" in run("check", model).out
    assert "no line was drawn" in brief(run, folder)
    correct(run, folder, "--undo")
    assert "is rejected" not in run("check", model).out


def test_a_moved_folder_gives_the_same_bytes(folder: Path, run: Run, tmp_path: Path) -> None:
    correct(run, folder, "r1#s2", "edit", "--set", "speaker=putin")
    before = brief(run, folder)
    moved = tmp_path / "mail" / "post" / "the case"
    moved.parent.mkdir(parents=True)
    shutil.move(folder, moved)
    shutil.rmtree(moved / "reports")
    assert brief(run, moved) == before
    (tmp_path / "elsewhere").mkdir()
    copied = tmp_path / "elsewhere" / "model.yaml"
    assert run("convert", str(moved / "model.yaml"), "-o", str(copied)).code == 0
    assert 'dossier: "../mail/post/the case/talks.db"' in copied.read_text(encoding="utf-8")
    assert "there is no file" not in run("check", str(copied)).out


def test_an_explanation_and_what_it_rests_on_name_who_said_it(folder: Path, run: Run) -> None:
    model = folder / "small.yaml"
    model.write_text(
        """satumeja: 1
title: Small
sources: {talks: {dossier: talks.db}}
decision_makers:
  us:
    options: {guarantee: {}}
    preferences: [guarantee]
  russia:
    options: {attack: {}}
    preferences: [{statement: -attack, because: So he says, evidence: ["talks:r1#s2"]}]
status_quo: "N|Y"
tables: {geneva: {seats: [us, russia]}}
""",
        encoding="utf-8",
    )
    correct(run, folder, "r1#s2", "edit", "--set", "speaker=putin")
    explained = " ".join(run("explain", str(model), "status_quo").out.split())
    assert "It rests on: Vladimir Putin, 22 December 2021, talks:r1#s2." in explained
    rests = run("rests-on", str(model))
    flat = " ".join(rests.out.split())
    assert "(rests on 1 source; evidence: fair)" in flat
    leaning = run("rests-on", str(model), "--json").json["find_out"]
    graded = next(line for line in leaning if line["evidence"])
    assert graded["grade"]["level"] == "fair"
    keys = [reason["reason"] for reason in graded["grade"]["reasons"]]
    assert keys == ["one_source", "reported", "reviewed", "dated"]


def test_what_is_lost_is_said_wherever_it_is_cited(folder: Path, run: Run) -> None:
    path = folder / "model.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count("talks:r1#s5@2c92c55f") > 1
    path.write_text(text.replace("r1#s5@2c92c55f", "r1#s5@00000000"), encoding="utf-8")
    page = brief(run, folder)
    lost = "lost: nothing there has the words this was cited for"
    cells = [cell.partition("</td>")[0] for cell in page.split('<td class="evidence">')]
    citing = [cell for cell in cells if ">The talks" in cell or "talks:r1#s5" in cell]
    assert len(citing) > 3
    assert all(lost in cell or "hilang: tidak ada lagi" in cell for cell in citing)
    assert "put forward a draft agreement" not in page
    table = run("tables", str(path), "--kind", "options").out
    assert lost in " ".join(table.split())
