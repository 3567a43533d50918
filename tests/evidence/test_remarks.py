"""`check` tells of each reference that leads nowhere, elsewhere, or to what was rejected."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import Run
from evidence.case import DEMAND, MODEL, Case, case
from satumeja import dossier
from satumeja.evidence import Archive, remarks

THAT = f"talks:{DEMAND}"


@pytest.fixture
def desk(tmp_path: Path) -> Case:
    return case(tmp_path)


def lines(desk: Case, reference: str) -> list[str]:
    return [str(line) for line in remarks(Archive(desk.citing(reference)))]


def test_what_is_as_it_was_cited_needs_no_second_look(desk: Case) -> None:
    digits = desk.item(DEMAND).fingerprint
    assert lines(desk, THAT) == lines(desk, f"{THAT}@{digits}") == []


@pytest.mark.parametrize(
    ("reference", "remark"),
    [
        (
            f"{THAT}@00000000",
            (
                f'evidence "{THAT}@00000000" is lost: nothing in talks.db has the '
                "words it was cited for"
            ),
        ),
        ("talks:r1#s999", 'evidence "talks:r1#s999" is not in the dossier talks.db'),
        ("talks:r9", 'evidence "talks:r9" is not in the dossier talks.db'),
        (
            "talks#s2",
            (
                'evidence "talks#s2" names no report of the dossier talks.db, which holds '
                "several: write it as in talks:r2#s3"
            ),
        ),
    ],
)
def test_what_leads_nowhere_is_told(desk: Case, reference: str, remark: str) -> None:
    assert lines(desk, reference) == [remark]


def test_words_that_stand_elsewhere_now_are_told(desk: Case) -> None:
    digits = desk.item(DEMAND).fingerprint
    assert lines(desk, f"talks:r1#s9@{digits}") == [
        (
            f'evidence "talks:r1#s9@{digits}" is now talks:{DEMAND}: the words it was cited for '
            "stand there; satumeja cite writes it so"
        )
    ]


def test_a_rejected_reading_is_told_with_who_and_why(desk: Case) -> None:
    desk.correct(lambda file: dossier.correct(file, DEMAND, "reject", "Ana", None, "not his"))
    (line,) = remarks(Archive(desk.citing(THAT)))
    assert str(line).startswith(f'evidence "{THAT}" is rejected: Ana rejected this reading on 2')
    assert str(line).endswith(": not his")
    assert line.in_language("id").startswith(f'bukti "{THAT}" ditolak: Ana menolak')


def test_a_retired_reading_is_told(desk: Case) -> None:
    desk.correct(lambda file: file.do("UPDATE statement SET retired = 1 WHERE id = 's2'"))
    assert lines(desk, THAT) == [
        f'evidence "{THAT}" is no longer read as a statement or an act in the dossier talks.db'
    ]


def test_words_of_a_single_report_are_known_again_where_a_fingerprint_asks_for_it(
    desk: Case, run: Run
) -> None:
    digits = desk.item(DEMAND).fingerprint
    cited = f'"talks#s2@{digits}", "talks#s9@{digits}", "talks#s1@00000000"'
    report = "{report: reports/talks-2021-12-23.en.txt}"
    text = MODEL.format(evidence=cited).replace("{dossier: talks.db, title: The talks}", report)
    desk.model.write_text(text, encoding="utf-8")
    warnings = [line for line in run("check", str(desk.model)).out.splitlines() if "ning" in line]
    assert warnings == [
        (
            f'warning: evidence "talks#s9@{digits}" is now talks#s2: the words it was cited for '
            "stand there; satumeja cite writes it so"
        ),
        (
            'warning: evidence "talks#s1@00000000" is lost: nothing in '
            "reports/talks-2021-12-23.en.txt has the words it was cited for"
        ),
    ]


def test_check_lists_what_is_cited_as_it_stands_now(desk: Case, run: Run) -> None:
    desk.correct(lambda file: dossier.correct(file, DEMAND, "edit", "Ana", {"speaker": "putin"}))
    desk.citing(THAT)
    checked = run("check", str(desk.model))
    assert f"evidence {THAT}: Vladimir Putin, 2021-12-22, edited by Ana\n" in checked.out
    assert "disunting oleh Ana" in run("check", str(desk.model), "--language", "id").out
    (cited,) = run("check", str(desk.model), "--json").json["evidence"]
    assert cited["reference"] == THAT
    assert (cited["speaker"], cited["name"]) == ("putin", "Vladimir Putin")
    assert (cited["state"], cited["who"]) == ("edited", "Ana")
    assert isinstance(cited["acts"], list)
    assert cited["words"].startswith("the main item")


@pytest.mark.parametrize("content", [b"plain words", b"SQLite format 3\0rest", None])
def test_a_dossier_that_cannot_be_used_is_one_line(
    desk: Case, run: Run, content: bytes | None
) -> None:
    desk.citing(THAT)
    desk.file.unlink()
    if content is not None:
        desk.file.write_bytes(content)
    checked = run("check", str(desk.model))
    warnings = [line for line in checked.out.splitlines() if line.startswith("warning: source")]
    assert (checked.code, len(warnings)) == (0, 1)
    assert "talks.db" in warnings[0] and "Traceback" not in checked.err
    for command in (("rank", "russia"), ("explain", "1"), ("rests-on",), ("brief", "-o", "-")):
        name, *words = command
        words = [str(desk.folder / "b.html") if word == "-" else word for word in words]
        assert run(name, str(desk.model), *words).code == 0


def test_a_report_cited_as_a_whole_is_listed_so(desk: Case, run: Run) -> None:
    desk.citing("talks:r1")
    assert "evidence talks:r1: cited as a whole" in run("check", str(desk.model)).out
