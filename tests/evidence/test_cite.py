"""`cite` writes references as they should be now, and touches nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import Run
from evidence.case import DEMAND, MODEL, Case, case
from satumeja import dossier

THAT = f"talks:{DEMAND}"


@pytest.fixture
def desk(tmp_path: Path) -> Case:
    return case(tmp_path)


def test_a_reference_gets_the_fingerprint_of_its_words(desk: Case, run: Run) -> None:
    desk.citing(THAT, "talks:r1", "talks")
    ran = run("cite", str(desk.model))
    digits = desk.item(DEMAND).fingerprint
    assert f"{THAT} -> {THAT}@{digits}" in ran.err
    after = f'"{THAT}@{digits}", "talks:r1", "talks"'
    assert desk.model.read_text(encoding="utf-8") == MODEL.format(evidence=after)
    assert "nothing to renew" in run("cite", str(desk.model)).err


def test_a_reference_follows_its_words(desk: Case, run: Run) -> None:
    digits = desk.item(DEMAND).fingerprint
    desk.citing(f"talks:r2#s1@{digits}")
    assert run("cite", str(desk.model)).code == 0
    assert f'"{THAT}@{digits}"' in desk.model.read_text(encoding="utf-8")


def test_what_is_lost_or_rejected_is_named_and_left(desk: Case, run: Run) -> None:
    desk.correct(lambda file: dossier.correct(file, DEMAND, "reject", "Ana"))
    desk.citing(THAT, "talks:r1#s1@00000000", "talks:r1#s999")
    before = desk.model.read_bytes()
    ran = run("cite", str(desk.model))
    assert desk.model.read_bytes() == before
    assert f'evidence "{THAT}" is rejected' in ran.err
    assert 'evidence "talks:r1#s1@00000000" is lost' in ran.err
    assert 'evidence "talks:r1#s999" is not in the dossier' in ran.err


def test_a_single_report_is_cited_with_fingerprints_too(desk: Case, run: Run) -> None:
    report = "{report: reports/talks-2021-12-23.en.txt}"
    text = MODEL.format(evidence="talks#s2").replace(
        "{dossier: talks.db, title: The talks}", report
    )
    desk.model.write_text(text, encoding="utf-8")
    assert run("cite", str(desk.model)).code == 0
    cited = f"talks#s2@{desk.item('r1#s2').fingerprint}"
    assert desk.model.read_text(encoding="utf-8") == text.replace("talks#s2", f'"{cited}"')
    assert "may shift" not in run("check", str(desk.model)).out


def test_another_file_is_written_where_one_is_named(desk: Case, run: Run) -> None:
    desk.citing(THAT)
    before, other = desk.model.read_bytes(), desk.folder / "other.yaml"
    assert run("cite", str(desk.model), "-o", str(other)).code == 0
    assert desk.model.read_bytes() == before
    assert b"@" in other.read_bytes()


def test_sheets_are_not_rewritten(desk: Case, run: Run) -> None:
    desk.citing(THAT)
    assert run("convert", str(desk.model), "-o", str(desk.folder / "m.xlsx")).code == 0
    ran = run("cite", str(desk.folder / "m.xlsx"))
    assert ran.code == 1 and "cite changes model files in YAML" in ran.err
