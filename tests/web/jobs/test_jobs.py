"""Jobs: two at once, followed, stopped, and gone with their server."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from commands import Run
from satumeja import gallery
from satumeja.errors import QuestionError
from satumeja.web.jobs import Jobs, JobsBusyError, SheetPage, Task
from satumeja.web.shapes import JobShown, Options

FILE = "talks.yaml"
WAIT = 60.0
Work = Callable[..., Task]


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def task(tmp_path: Path) -> Work:
    (tmp_path / FILE).write_text(gallery.text("december-2021-b"), encoding="utf-8")

    def made(kind: str, **options: Any) -> Task:
        return Task(kind, "case", tmp_path, FILE, "v1", "en", Options(**options))

    return made


def end_of(jobs: Jobs, job: JobShown) -> JobShown:
    until = time.monotonic() + WAIT
    while time.monotonic() < until:
        shown = jobs.shown("case", job.id)
        assert shown is not None
        if shown.state not in ("waiting", "running"):
            return shown
        time.sleep(0.02)
    raise AssertionError("the job did not end")


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + WAIT
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_sweep_counts_what_the_command_counts(jobs: Jobs, task: Work, run: Run) -> None:
    work = task("sweep", profiles=200, dm="russia")
    shown = end_of(jobs, jobs.begin(work))
    words = ["sweep", str(work.folder / FILE), "--profiles", "200", "--for", "russia", "--json"]
    assert shown.data == run(*words).json
    assert (shown.state, shown.count, shown.of) == ("done", 200, 200)
    assert shown.sheet is not None
    assert any(block.kind == "table" for block in shown.sheet.blocks)


def test_what_answers_rest_on_is_what_the_command_says(jobs: Jobs, task: Work, run: Run) -> None:
    work = task("rests-on", state="7", samples=100)
    shown = end_of(jobs, jobs.begin(work))
    words = ["rests-on", str(work.folder / FILE), "--state", "7", "--samples", "100", "--json"]
    printed = run(*words).json
    assert shown.rests is not None
    assert shown.count == shown.of > 100
    assert {answer.state for answer in shown.rests.answers} == {7}
    counted = {(a["concept"], a["stands"], a["of"]) for a in printed["answers"]}
    assert {
        (concept, answer.stands, answer.of)
        for answer in shown.rests.answers
        for concept in answer.concepts
    } == counted
    first = printed["answers"][0]["flips"][0]
    flip = shown.rests.answers[0].flips[0]
    assert (flip.maker, flip.place, flip.way) == (first["dm"], first["place"], first["way"])


def test_two_run_and_others_wait(jobs: Jobs, task: Work) -> None:
    begun = [jobs.begin(task("sweep", profiles=5_000_000)) for _ in range(3)]
    states = [job.state for job in jobs.listed("case")]
    assert sorted(states) == ["running", "running", "waiting"]
    jobs.stop("case", begun[0].id)
    until(lambda: jobs.shown("case", begun[2].id).state == "running")  # type: ignore[union-attr]
    assert end_of(jobs, begun[0]).state == "stopped"


def test_a_waiting_job_is_stopped_before_it_begins(jobs: Jobs, task: Work) -> None:
    begun = [jobs.begin(task("sweep", profiles=5_000_000)) for _ in range(3)]
    shown = jobs.stop("case", begun[2].id)
    assert shown is not None
    assert shown.state == "stopped"
    assert [job.state for job in jobs.listed("case")].count("running") == 2


def test_progress_is_told_and_stop_ends_it(task: Work) -> None:
    told = list[tuple[str, JobShown]]()
    jobs = Jobs(lambda case, job: told.append((case, job)))
    try:
        job = jobs.begin(task("sweep", profiles=5_000_000))
        until(lambda: any(shown.count > 0 for _, shown in told))
        jobs.stop("case", job.id)
        until(lambda: told[-1][1].state == "stopped")
        assert {case for case, _ in told} == {"case"}
        assert all(shown.data is None for _, shown in told), "what it gave is fetched, not told"
    finally:
        jobs.close()


def test_a_job_of_another_case_is_not_shown(jobs: Jobs, task: Work) -> None:
    job = jobs.begin(task("check"))
    assert jobs.shown("other", job.id) is None
    assert jobs.stop("other", job.id) is None
    assert jobs.listed("other") == []
    assert end_of(jobs, job).state == "done"


def test_what_cannot_be_answered_says_why(jobs: Jobs, task: Work) -> None:
    shown = end_of(jobs, jobs.begin(task("invert", state="99999")))
    assert shown.state == "failed"
    assert "99999" in shown.message
    assert "Traceback" not in shown.message


def test_a_worker_that_dies_has_failed(jobs: Jobs, task: Work) -> None:
    job = jobs.begin(task("sweep", profiles=5_000_000))
    process = jobs._jobs[job.id].process
    assert process is not None
    assert process.pid is not None
    until(lambda: jobs.shown("case", job.id).count > 0)  # type: ignore[union-attr]
    os.kill(process.pid, signal.SIGKILL)
    assert end_of(jobs, job).state == "failed"


@pytest.mark.parametrize(
    ("kind", "options", "says"),
    [
        ("swep", {}, "did you mean"),
        ("threats", {"state": "7"}, '"state" goes with other questions'),
        ("invert", {}, 'needs "state"'),
        ("stepwise", {"concept": "seq"}, 'needs "steps"'),
    ],
)
def test_what_makes_no_sense_is_not_begun(
    jobs: Jobs, task: Work, kind: str, options: Any, says: str
) -> None:
    with pytest.raises(QuestionError, match=says):
        jobs.begin(task(kind, **options))
    assert jobs.listed("case") == []


def test_too_many_are_refused(jobs: Jobs, task: Work) -> None:
    for _ in range(18):
        jobs.begin(task("sweep", profiles=5_000_000))
    with pytest.raises(JobsBusyError, match="too many"):
        jobs.begin(task("check"))


_SERVER = """
import sys, time
from pathlib import Path
from satumeja.web.jobs import Jobs, Task
from satumeja.web.shapes import Options

def main():
    jobs = Jobs()
    folder = Path(sys.argv[1])
    job = jobs.begin(Task("sweep", "c", folder, "talks.yaml", "", "en", Options(profiles=9000000)))
    while not jobs.shown("c", job.id).count:
        time.sleep(0.05)
    print(jobs._jobs[job.id].process.pid, flush=True)
    time.sleep(60)

if __name__ == "__main__":
    main()
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are looked up in /proc")
def test_a_killed_server_leaves_no_worker(task: Work, tmp_path: Path) -> None:
    script = tmp_path / "server.py"
    script.write_text(_SERVER, encoding="utf-8")
    task("check")
    server = subprocess.Popen(
        [sys.executable, str(script), str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert server.stdout is not None
    worker = int(server.stdout.readline())
    server.kill()
    server.wait()
    server.stdout.close()
    until(lambda: not _runs(worker))


def _runs(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False
    return state.rpartition(")")[2].split()[0] != "Z"


def test_a_page_keeps_headings_lines_and_tables() -> None:
    from satumeja.brief import deal_table
    from satumeja.brief.terminal import print_table
    from satumeja.table import deals

    page = SheetPage()
    table = deal_table(deals(gallery.load("prisoners-dilemma"), start=4))
    page.print("Talks", style="bold")
    page.print()
    print_table(table, page)
    heading, grid, note = page.sheet().blocks
    assert (heading.kind, heading.text) == ("heading", "Talks")
    assert grid.table is not None
    assert grid.table.head == list(table.header())
    assert grid.table.rows == [list(line) for line in table.lines()]
    assert note.text == table.note
    assert json.loads(page.sheet().model_dump_json())["blocks"][0]["kind"] == "heading"
