"""What a dossier says as corrected is what a reference stands for, and never another sentence."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from evidence.case import DEMAND, Case, case
from satumeja import dossier
from satumeja.evidence import Archive, Passage


@pytest.fixture
def desk(tmp_path: Path) -> Case:
    return case(tmp_path)


def find(desk: Case, reference: str) -> Passage:
    return Archive(desk.citing(reference)).find(reference)


def test_words_speaker_act_and_review_are_those_of_the_dossier(desk: Case) -> None:
    passage = find(desk, f"talks:{DEMAND}")
    assert passage.called("en") == "Sergei Lavrov"
    assert passage.content.startswith("the main item would be Russia's demand for a guarantee")
    assert passage.before == "Lavrov explained that "
    assert passage.after == "."
    assert (passage.acts, passage.speech) == (desk.acts_in(DEMAND), "reported")
    assert passage.language == "en"
    assert (passage.when.date, passage.when.of_report) == ("2021-12-22", False)
    assert passage.review is not None and passage.review.state == "proposed"
    assert passage.publication.title.startswith("Russia and the West")
    assert passage.now is None and not passage.missing


def test_the_report_itself_is_not_needed(desk: Case) -> None:
    for path in (desk.folder / "reports").iterdir():
        path.unlink()
    assert find(desk, f"talks:{DEMAND}").before == "Lavrov explained that "


def test_an_edited_speaker_is_the_speaker(desk: Case) -> None:
    change = {"speaker": "putin"}
    desk.correct(lambda file: dossier.correct(file, DEMAND, "edit", "Ana", change, "the tape"))
    passage = find(desk, f"talks:{DEMAND}")
    assert passage.called("id") == "Vladimir Putin"
    review = passage.review
    assert review is not None
    assert (review.state, review.who, review.note) == ("edited", "Ana", "the tape")
    assert review.settled and review.at.startswith("20")


def test_an_added_act_is_found(desk: Case) -> None:
    keys: list[str] = []

    def add(file: dossier.DossierFile) -> None:
        fields = {"kind": "threaten", "actor": "russia", "target": "us"}
        words = "the main item would be Russia's demand"
        keys.append(dossier.add(file, "r1", "act", words, "Ana", fields).of)

    desk.correct(add)
    passage = find(desk, f"talks:{keys[0]}")
    assert (passage.called("id"), passage.acts) == ("Rusia", ("threaten",))
    assert passage.content == "the main item would be Russia's demand"
    assert passage.review is not None and passage.review.state == "added"


def test_a_rejected_reading_is_told_as_rejected_with_its_words(desk: Case) -> None:
    desk.correct(lambda file: dossier.correct(file, DEMAND, "reject", "Ana", None, "not his"))
    passage = find(desk, f"talks:{DEMAND}")
    assert passage.rejected and passage.content
    assert Archive(desk.citing(f"talks:{DEMAND}")).grade([f"talks:{DEMAND}"]).level == "none"


def test_a_reading_taken_back_stands_again(desk: Case) -> None:
    desk.correct(lambda file: dossier.correct(file, DEMAND, "reject", "Ana"))
    desk.correct(lambda file: dossier.withdraw(file, "Ana"))
    assert not find(desk, f"talks:{DEMAND}").rejected


def test_names_are_said_in_the_language_of_the_page(desk: Case) -> None:
    with dossier.DossierFile(desk.file) as file:
        acts = [item for item in dossier.items(file, "r2") if isinstance(item.value, dossier.Act)]
    key = next(a.key for a in acts if a.value.actor == "russia" and not a.value.by)  # type: ignore[union-attr]
    passage = find(desk, f"talks:{key}")
    assert passage.language == "id"
    assert (passage.called("en"), passage.called("id")) == ("Russia", "Rusia")


def test_words_are_found_again_by_their_fingerprint(desk: Case) -> None:
    digits = desk.item(DEMAND).fingerprint
    passage = find(desk, f"talks:r2#s9@{digits}")
    assert passage.content.startswith("the main item")
    assert passage.now is not None and str(passage.now) == f"talks:{DEMAND}@{digits}"
    assert find(desk, f"talks:r7#s1@{digits}").now == passage.now
    assert find(desk, f"talks@{digits}").now == passage.now


def test_words_that_are_nowhere_are_lost_and_no_other_sentence_stands_for_them(desk: Case) -> None:
    passage = find(desk, f"talks:{DEMAND}@00000000")
    assert (passage.missing, passage.content, passage.called("en")) == ("lost", "", "")


def test_the_words_of_a_retired_reading_are_shown_and_told(desk: Case) -> None:
    digits = desk.item(DEMAND).fingerprint
    desk.correct(lambda file: file.do("UPDATE statement SET retired = 1 WHERE id = 's2'"))
    for reference in (f"talks:{DEMAND}", f"talks:{DEMAND}@{digits}"):
        passage = find(desk, reference)
        assert passage.retired and passage.content
        assert passage.basis().absent == "lost"


def test_a_reading_whose_words_are_cut_otherwise_now_is_the_same_reading(desk: Case) -> None:
    before = desk.item(DEMAND)
    cut = "UPDATE statement SET start = start + 4, words = substr(words, 5) WHERE id = 's2'"
    desk.correct(lambda file: file.do(cut))
    passage = find(desk, f"talks:{DEMAND}@{before.fingerprint}")
    assert passage.now is None and passage.content.startswith("main item")
    assert passage.fingerprint != before.fingerprint


def test_reports_of_different_outlets_are_independent(desk: Case) -> None:
    cited = ("talks:r1#s2", "talks:r2#s2")
    archive = Archive(desk.citing(*cited))
    assert next(reason.key for reason in archive.grade(cited).reasons) == "one_source"
    for report, outlet in (("r1", "bbc.com"), ("r2", "kompas.com")):
        desk.correct(
            lambda file, report=report, outlet=outlet: dossier.correct(  # type: ignore[misc]
                file, report, "edit", "Ana", {"outlet": outlet}
            )
        )
    reason = Archive(desk.citing(*cited)).grade(cited).reasons[0]
    assert (reason.key, reason.count) == ("independent", 2)


@pytest.mark.parametrize(
    ("reference", "missing", "detail"),
    [
        ("talks:r9#s1", "no_kept_report", "r9"),
        ("talks:r1#s999", "no_item", "r1#s999"),
        ("talks#s2", "which_report", ""),
        ("talks:r9", "no_kept_report", "r9"),
    ],
)
def test_what_is_not_there_is_said(desk: Case, reference: str, missing: str, detail: str) -> None:
    passage = find(desk, reference)
    assert (passage.missing, passage.detail, passage.content) == (missing, detail, "")


def test_a_report_or_a_dossier_is_cited_as_a_whole(desk: Case) -> None:
    report, all_of_it = find(desk, "talks:r1"), find(desk, "talks")
    assert report.publication.title.startswith("Russia and the West")
    assert (report.missing, report.when.date) == ("", "2021-12-23")
    assert all_of_it.missing == ""


def test_the_report_of_a_dossier_of_one_need_not_be_named(tmp_path: Path) -> None:
    desk = case(tmp_path)
    alone = desk.folder / "talks.db"
    alone.unlink()
    with dossier.DossierFile(alone, create=True) as file:
        dossier.gather(file, [desk.folder / "reports" / "talks-2021-12-23.en.txt"])
    assert find(desk, "talks#s2").content.startswith("the main item")


def break_file(path: Path, content: bytes) -> None:
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("broken", "missing", "detail"),
    [
        (Path.unlink, "no_dossier", "no such file"),
        (partial(break_file, content=b"plain words"), "unusable_dossier", "is not a dossier"),
        (
            partial(break_file, content=b"SQLite format 3\0" + b"x" * 4000),
            "unusable_dossier",
            "cannot be used as a dossier",
        ),
        (partial(break_file, content=b'{"statements": []}'), "one_report", ""),
    ],
)
def test_a_dossier_that_cannot_be_used_is_said(
    desk: Case, broken: partial[None], missing: str, detail: str
) -> None:
    broken(desk.file)
    passage = find(desk, f"talks:{DEMAND}")
    assert passage.missing == missing
    assert detail in passage.detail and "\n" not in passage.detail


def test_a_database_of_others_and_a_newer_dossier_are_told(desk: Case) -> None:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(desk.file)) as database:
        database.execute("PRAGMA user_version = 999")
    assert "newer satumeja" in find(desk, f"talks:{DEMAND}").detail
    desk.file.unlink()
    with closing(sqlite3.connect(desk.file)) as database:
        database.execute("CREATE TABLE cake (flour TEXT)")
    assert "not a dossier" in find(desk, f"talks:{DEMAND}").detail


def test_only_the_reports_cited_are_read(desk: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    from satumeja.dossier.keeping import _items

    asked: list[str | None] = []
    items = _items.items

    def counted(file: dossier.DossierFile, report: str | None = None) -> tuple[dossier.Item, ...]:
        asked.append(report)
        return items(file, report)

    monkeypatch.setattr(dossier, "items", counted)
    archive = Archive(desk.citing("talks:r1#s2", "talks:r1#s5", "talks:r1#a1"))
    for reference in ("talks:r1#s2", "talks:r1#s5", "talks:r1#a1"):
        assert archive.find(reference).content
    assert asked == ["r1"]


def test_what_contests_an_act_anywhere_in_the_dossier_contests_its_grade(desk: Case) -> None:
    with dossier.DossierFile(desk.file) as file:
        found = dossier.whole(file)
    denied = next(link.of for link in found.links if link.kind == "denies")
    archive = Archive(desk.citing(f"talks:{denied}"))
    grade = archive.grade([f"talks:{denied}"])
    assert grade.level == "contested"
    reason = next(reason for reason in grade.reasons if reason.key == "denied")
    assert reason.act.startswith("talks:r") and archive.called(reason.by, "id") != ""


def test_a_dossier_grades_what_stands_in_it_as_a_model_that_cites_it_does(desk: Case) -> None:
    desk.correct(lambda file: dossier.correct(file, "r1#s1", "accept", "Ana"))
    desk.correct(lambda file: dossier.correct(file, "r1", "edit", "Ana", {"outlet": "bbc.com"}))
    desk.correct(lambda file: dossier.correct(file, "r2", "edit", "Ana", {"outlet": "kompas.com"}))
    with dossier.DossierFile(desk.file) as file:
        grades = dossier.Grades(dossier.whole(file))
        keys = [item.key for item in dossier.items(file) if item.stands]
    archive = Archive(desk.citing())
    for key in keys:
        plain = [(reason.key, reason.count) for reason in grades.of([key]).reasons]
        cited = archive.grade([f"talks:{key}"])
        assert [(reason.key, reason.count) for reason in cited.reasons] == plain
        assert cited.level == grades.of([key]).level
    assert grades.of(["r1#s1", "r2#s20"]).level == "strong"
    assert grades.of(["r9#s1"]).level == "none"


@pytest.mark.parametrize(
    ("precision", "day", "end", "date", "last"),
    [
        ("day", "2021-12-22", None, "2021-12-22", ""),
        ("month", "2021-12-01", "2021-12-31", "2021-12", ""),
        ("month", "2021-12-01", None, "2021-12", ""),
        ("month", "2021-12-01", "2021-12-10", "2021-12-01", "2021-12-10"),
        ("year", "2020-01-01", "2020-12-31", "2020", ""),
        ("week", "2021-12-13", "2021-12-19", "2021-12-13", "2021-12-19"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(
    desk: Case, precision: str, day: str, end: str | None, date: str, last: str
) -> None:
    stretch = "UPDATE statement SET precision = ?, day = ?, day_end = ? WHERE id = 's2'"
    desk.correct(lambda file: file.do(stretch, (precision, day, end)))
    when = find(desk, f"talks:{DEMAND}").when
    assert (when.date, when.end, when.doubtful, when.of_report) == (date, last, False, False)
