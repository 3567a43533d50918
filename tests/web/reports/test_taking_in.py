"""A file that takes long to read is read by a job, goes on where it stopped, or goes again."""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import Any

import pytest

from bundles.invented import invented
from bundles.written import nexis_text
from satumeja.dossier import DossierFile, gather, reports
from satumeja.errors import ReportError
from satumeja.web.jobs import SLOW_BYTES, Jobs, Task, is_slow
from satumeja.web.jobs._taking_in import read_dropped
from satumeja.web.reports._dropping import drop
from satumeja.web.routing import Call, RefusedError
from web.reports.cases import TALKS, Asking

ENGLISH = Path(TALKS[0]).read_bytes()


def export(count: int) -> bytes:
    draw = random.Random(count)
    return nexis_text([invented(draw) for _ in range(count)], draw)


def dropped_with(jobs: Jobs, folder: Path, name: str, data: bytes) -> Any:
    asking = Asking(folder)
    headers = {"x-name": name}
    call = Call(asking.cases, {"case": folder.name}, body=data, headers=headers)
    return drop(Call(call.cases, call.names, call.query, data, headers, {"jobs": jobs}))


@pytest.mark.parametrize(
    ("name", "data", "slow"),
    [
        ("few.txt", export(4), False),
        ("many.txt", export(20), True),
        ("one.txt", ENGLISH, False),
        ("long.txt", ENGLISH * (SLOW_BYTES // len(ENGLISH) + 1), True),
        ("junk.bin", bytes(1000), False),
        ("cut.xlsx", b"PK\3\4" + bytes(100), False),
    ],
)
def test_what_takes_long_is_known_before_it_is_read(
    tmp_path: Path, name: str, data: bytes, slow: bool
) -> None:
    (tmp_path / name).write_bytes(data)
    assert is_slow(tmp_path / name) == slow


def test_a_job_reads_a_large_archive_and_tells_how_far_it_is(tmp_path: Path) -> None:
    told: list[Any] = []
    jobs = Jobs(lambda _, shown: told.append(shown))
    try:
        dropped = dropped_with(jobs, tmp_path, "export.txt", export(20))
        assert dropped.job is not None
        job = jobs.shown(tmp_path.name, dropped.job)
        while job is not None and job.state in ("waiting", "running"):
            time.sleep(0.05)
            job = jobs.shown(tmp_path.name, dropped.job)
        assert job is not None
        assert job.state == "done", job.message
        assert (job.data["count"], job.data["already"], job.data["name"]) == (20, 0, "export.txt")
        assert (20, 20) in {(shown.count, shown.of) for shown in told}
    finally:
        jobs.close()


def test_what_a_job_cannot_read_goes_again(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "words.txt").write_bytes(b"word " * 100)
    task = Task("gather", tmp_path.name, tmp_path, "words.txt", "", "en", is_new=True)
    with pytest.raises(ReportError, match=r"words.txt: does not look like a news report"):
        read_dropped(task, lambda done, of: None)
    assert not folder.exists()
    assert not (tmp_path / "dossier.db").exists()
    with pytest.raises(ReportError, match="not there any more"):
        read_dropped(task, lambda done, of: None)


def test_a_file_that_lay_there_before_is_never_taken_away(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "words.txt").write_bytes(b"word " * 100)
    with pytest.raises(RefusedError):
        Asking(tmp_path).drop("words.txt", b"word " * 100)
    assert (folder / "words.txt").read_bytes() == b"word " * 100


def test_a_job_leads_nowhere_but_into_the_folder_of_reports(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "outside.txt").write_bytes(ENGLISH)
    task = Task("gather", tmp_path.name, tmp_path, "../outside.txt", "", "en", is_new=True)
    with pytest.raises(Exception, match="cannot be the name"):
        read_dropped(task, lambda done, of: None)
    assert (tmp_path / "outside.txt").exists()


def test_an_archive_that_was_broken_off_is_read_to_its_end_when_dropped_again(
    tmp_path: Path,
) -> None:
    folder, data = tmp_path / "reports", export(8)
    folder.mkdir()
    (folder / "export.txt").write_bytes(data)

    def step(done: int, _: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with DossierFile(tmp_path / "dossier.db", create=True) as file:
        with pytest.raises(KeyboardInterrupt):
            gather(file, [folder / "export.txt"], step=step)
        assert len(reports(file)) == 3
    again = Asking(tmp_path).drop("export.txt", data)
    assert (again["name"], again["count"], again["already"]) == ("export.txt", 8, 3)
    assert [path.name for path in folder.iterdir()] == ["export.txt"]
