"""Trouble with a dossier file, or with words for it, is told in one line; all else stays."""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
from pathlib import Path

import pytest

from dossier.keeping.test_file import REPORTS
from satumeja import dossier
from satumeja.dossier import DossierFile, history
from satumeja.dossier.keeping import _file, require_there
from satumeja.errors import ReportError

BAD = os.fsdecode(b"\xff")  # a byte that is no UTF-8, as the shell hands it over


@pytest.fixture
def path(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    for name, text in REPORTS.items():
        (reports / name).write_text(text, encoding="utf-8")
    with DossierFile(tmp_path / "talks.db", create=True) as file:
        dossier.gather(file, sorted(reports.iterdir()))
    return tmp_path / "talks.db"


@pytest.mark.parametrize(
    ("key", "verb", "who", "change", "note"),
    [
        ("r1#a1", "accept", f"Ana{BAD}", {}, None),
        ("r1#a1", "accept", "Ana", {}, f"why{BAD}"),
        ("r1", "edit", "Ana", {"title": f"New{BAD}"}, None),
        (f"actor:new{BAD}", "add", "Ana", {"name": "New"}, None),
        ("actor:new", "add", "Ana", {"name": f"New{BAD}"}, None),
    ],
)
def test_words_that_are_not_utf8_are_refused(
    path: Path, key: str, verb: str, who: str, change: dict[str, str | None], note: str | None
) -> None:
    with DossierFile(path) as file:
        with pytest.raises(
            ReportError, match=r'\?" holds a character that is not UTF-8'
        ) as caught:
            dossier.correct(file, key, verb, who, change, note)
        assert "\n" not in str(caught.value)
        assert not history(file)


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="names are UTF-8 there")
def test_a_report_whose_name_is_not_utf8_is_left_out_and_the_others_are_read(path: Path) -> None:
    reports = path.parent / "reports"
    (reports / f"bad{BAD}.txt").write_text(f"{REPORTS['a.txt']}.", encoding="utf-8")
    (reports / f"none{BAD}.txt").write_bytes(b"")
    with DossierFile(path.with_name("new.db"), create=True) as file:
        gathered = dossier.gather(file, sorted(reports.iterdir()))
    assert gathered.read == len(REPORTS)
    assert len(gathered.refused) == 2
    assert all("give the file another name" in line for line in gathered.refused)


@pytest.mark.skipif(sys.platform == "win32", reason="has no such pipes")
def test_a_pipe_is_read_once(path: Path) -> None:
    pipe = path.with_name("report.txt")
    os.mkfifo(pipe)
    text = REPORTS["a.txt"].encode()
    writer = threading.Thread(target=pipe.write_bytes, args=(text,))
    writer.start()
    with DossierFile(path.with_name("new.db"), create=True) as file:
        assert dossier.gather(file, [pipe]).read == 1
    writer.join()


def test_a_dossier_among_reports_is_called_what_it_is(path: Path) -> None:
    with DossierFile(path.with_name("new.db"), create=True) as file:
        gathered = dossier.gather(file, [path])
    assert gathered.refused == (f"{path}: is a database, such as a dossier, not a report",)


def test_who_waits_in_vain_is_told_that_another_writes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_file, "_BUSY_SECONDS", 0.01)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with DossierFile(path) as file:
        with pytest.raises(ReportError, match="another program is writing it; try again"):
            dossier.correct(file, "r1#a1", "accept", "Ana")
        other.execute("ROLLBACK")
        assert not history(file)
        assert dossier.correct(file, "r1#a1", "accept", "Ana").key == "c1"
    other.close()


def test_a_file_that_is_full_takes_no_half_of_a_correction(path: Path) -> None:
    with DossierFile(path) as file:
        pages = file.rows("PRAGMA page_count")[0][0]
        file.do(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(ReportError, match=r"talks\.db: cannot be written: database or disk"):
            for _ in range(100):
                dossier.correct(file, "r1#a1", "edit", "Ana", {"issue": "talk"}, "why " * 1000)
        kept = len(history(file))
        file.do("PRAGMA max_page_count = 100000")
        assert dossier.correct(file, "r1#a1", "accept", "Ana").key == f"c{kept + 1}"


def test_texts_that_are_damaged_are_told_in_one_line(path: Path) -> None:
    with DossierFile(path) as file:
        file.do("UPDATE statement SET words = CAST(x'ff' AS TEXT)")
        with pytest.raises(ReportError, match=r"talks\.db: is damaged, its texts are not UTF-8"):
            dossier.items(file)


def test_an_empty_file_is_no_dossier_and_stays_empty(path: Path) -> None:
    empty = path.with_name("empty.db")
    empty.write_bytes(b"")
    with pytest.raises(ReportError, match="is empty, not a dossier"):
        DossierFile(empty)
    assert not empty.read_bytes()
    with DossierFile(empty, create=True) as file:
        assert dossier.gather(file, [path.parent / "reports" / "a.txt"]).read == 1


@pytest.mark.parametrize(
    ("link", "verb", "message"),
    [
        ("r1#a1:denies:r1#a1", "add", "r1#a1 cannot bear on itself"),
        ("r1#a1:repeats:r1#a2", "reject", "has no link .*; add makes it one"),
        ("r1#a1:repeats:r1#a2", "accept", "has no link .*; add makes it one"),
    ],
)
def test_a_link_that_nobody_reads_cannot_be_judged(
    path: Path, link: str, verb: str, message: str
) -> None:
    with DossierFile(path) as file:
        with pytest.raises(ReportError, match=message):
            dossier.correct(file, link, verb, "Ana")
        assert not history(file)


def test_a_link_is_added_once_rejected_and_accepted_again(path: Path) -> None:
    with DossierFile(path) as file:
        dossier.correct(file, "r1#a1:repeats:r1#a2", "add", "Ana")
        with pytest.raises(ReportError, match="is there already"):
            dossier.correct(file, "r1#a1:repeats:r1#a2", "add", "Ana")
        with pytest.raises(ReportError, match="of this act it has r1#a1:repeats:r1#a2"):
            dossier.correct(file, "r1#a1:denies:r1#a2", "reject", "Ana")
        dossier.correct(file, "r1#a1:repeats:r1#a2", "reject", "Ana")
        dossier.correct(file, "r1#a1:repeats:r1#a2", "accept", "Ana")
        assert len(history(file)) == 3


def test_what_is_shown_as_denied_can_be_rejected(path: Path) -> None:
    with DossierFile(path) as file:
        shown = {
            f"{denial.key}:denies:{dispute.claim.key}"
            for dispute in dossier.disputes(dossier.whole(file))
            for denial in dispute.denials
        }
        assert shown
        for link in shown:
            dossier.correct(file, link, "reject", "Ana")


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("r1#a99", 'the dossier has no "r1#a99"; did you mean "r1#a'),
        ("r1#a1:denies:r9#a1", 'no report "r9"'),
        ("r9", 'no report "r9"'),
        ("actor:per", 'did you mean "peru"'),
        ("issue:tlak", 'did you mean "talk"'),
        ("c1", 'no correction "c1"'),
        ("R1", "is not an item"),
    ],
)
def test_what_is_not_there_is_told_with_what_may_be_meant(
    path: Path, key: str, message: str
) -> None:
    with DossierFile(path) as file:
        for ask in (require_there, dossier.settable):
            with pytest.raises(ReportError, match=message):
                ask(file, key)
        dossier.correct(file, "r1#a1", "accept", "Ana")
        with pytest.raises(ReportError, match="c1 withdraw takes it back"):
            dossier.settable(file, "c1")


@pytest.mark.parametrize(
    ("key", "verb", "change", "message"),
    [
        ("r1#a1", "acept", {}, 'an act takes no "acept"; did you mean "accept"'),
        ("r1", "merge", {}, 'a report takes no "merge"; it takes edit, add, accept, reject'),
        ("issue:talk", "edit", {}, "an edit needs a field to change: of an issue, name"),
        ("actor:new", "add", {}, "an actor needs its name"),
        ("r1#s1", "edit", {"speaker": "QUISPE"}, 'no actor is called "QUISPE"'),
    ],
)
def test_a_message_names_the_thing_and_what_it_takes(
    path: Path, key: str, verb: str, change: dict[str, str | None], message: str
) -> None:
    with DossierFile(path) as file, pytest.raises(ReportError, match=message) as caught:
        dossier.correct(file, key, verb, "Ana", change)
    assert "actor:quispe add" not in str(caught.value)  # there is one already


def test_to_add_without_words_is_told_before_what_else_is_missing(path: Path) -> None:
    with DossierFile(path) as file:
        for words in (None, "", "  "):
            with pytest.raises(ReportError, match="to add to r1, give the words it rests on"):
                dossier.add(file, "r1", "act", words, "Ana", {})


def test_an_actor_known_from_reports_alone_is_told_by_its_name(path: Path) -> None:
    with DossierFile(path) as file:
        dossier.correct(file, "actor:quispe", "edit", "Ana", {"office": "minister"})
        assert dict(dossier.subject_of(file, "actor:quispe").names) == {
            "en": "Rosa Quispe",
            "id": "Rosa Quispe",
        }


def test_a_correction_looks_through_no_others(path: Path) -> None:
    asked: list[str] = []
    with DossierFile(path) as file:
        file._connection.set_trace_callback(asked.append)
        dossier.correct(file, "r1#a1", "accept", "Ana")
        file._connection.set_trace_callback(None)
        plans = [
            row["detail"]
            for query in asked
            if query.startswith("SELECT")
            for row in file.rows(f"EXPLAIN QUERY PLAN {query}")
        ]
    assert any("SEARCH correction" in plan for plan in plans)
    assert not [plan for plan in plans if plan.startswith("SCAN correction")]
