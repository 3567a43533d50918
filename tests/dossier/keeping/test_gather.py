"""Gathering many reports: what ends early goes on, and no step looks at all that is held."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bundles.invented import invented
from bundles.written import WRITERS
from dossier.reports import shipped
from operations import operations
from satumeja import dossier, questions
from satumeja.dossier import Actor, DossierFile, whole
from satumeja.dossier.keeping._known import Known
from satumeja.errors import ReportError


class Dying(Executor):
    """An executor whose workers read some reports, and are then gone."""

    def __init__(self, reads: int) -> None:
        self.left = reads

    def submit(self, work: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.left -= 1
        if self.left < 0:
            future.set_exception(BrokenExecutor("gone"))
        else:
            future.set_result(work(*args, **kwargs))
        return future


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    made = []
    for number in range(4):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"{shipped('id')}\n({number})\n", encoding="utf-8")
        made.append(path)
    return made


def test_what_was_read_before_a_worker_died_is_kept(tmp_path: Path, paths: list[Path]) -> None:
    with DossierFile(tmp_path / "a.db", create=True) as file:
        with pytest.raises(ReportError, match="run it again") as caught:
            dossier.gather(file, paths, executor=Dying(2))
        assert "\n" not in str(caught.value)
        assert len(whole(file).reports) == 2
        done = dossier.gather(file, paths)
        assert (done.read, done.known) == (2, 2)
        assert [report.name for report in whole(file).reports] == [path.name for path in paths]


def test_a_file_that_changed_is_told_and_the_older_report_can_be_left_out(
    tmp_path: Path, paths: list[Path]
) -> None:
    with DossierFile(tmp_path / "a.db", create=True) as file:
        assert dossier.gather(file, paths).changed == ()
        paths[1].write_text(paths[1].read_text("utf-8") + "\nLebih.\n", "utf-8")
        done = dossier.gather(file, paths)
        assert (done.read, done.changed) == (1, (("1.txt", "r2", "r5"),))
        before = whole(file)
        dossier.correct(file, "r2", "reject", "ana")
        after = whole(file)
        assert [report.key for report in after.reports] == ["r1", "r3", "r4", "r5"]
        assert len(after.dossier.acts) * 5 == len(before.dossier.acts) * 4
        dossier.withdraw(file, "ana")
        assert len(whole(file).reports) == 5


def test_a_report_that_was_moved_is_called_by_where_it_is(
    tmp_path: Path, paths: list[Path]
) -> None:
    with DossierFile(tmp_path / "a.db", create=True) as file:
        dossier.gather(file, paths)
        copy = tmp_path / "copy.txt"
        copy.write_bytes(paths[0].read_bytes())
        dossier.gather(file, [copy])
        assert dossier.reports(file)[0].name == "0.txt"  # it is still there
        paths[0].unlink()
        dossier.gather(file, [copy])
        assert dossier.reports(file)[0].name == "copy.txt"
        assert len(dossier.reports(file)) == 4


@pytest.mark.parametrize("way", ["threads", "processes", "dask"])
def test_wherever_reports_are_read_the_file_has_the_same_bytes(
    tmp_path: Path, paths: list[Path], way: str
) -> None:
    with DossierFile(tmp_path / "here.db", create=True) as file:
        dossier.gather(file, paths)
    with DossierFile(tmp_path / "there.db", create=True) as file, executor(way) as workers:
        dossier.gather(file, paths, executor=workers)
    assert (tmp_path / "there.db").read_bytes() == (tmp_path / "here.db").read_bytes()


@contextmanager
def executor(way: str) -> Iterator[Executor]:
    """Start two workers of a kind."""
    if way == "threads":
        with ThreadPoolExecutor(2) as threads:
            yield threads
    elif way == "processes":
        with questions.workers(2) as processes:
            assert processes is not None
            yield processes
    else:
        distributed = pytest.importorskip("distributed")
        with (
            distributed.LocalCluster(
                n_workers=2,
                threads_per_worker=1,
                processes=False,
                dashboard_address=None,
                host="127.0.0.1",
                protocol="tcp",
            ) as cluster,
            distributed.Client(cluster) as client,
        ):
            yield client.get_executor()


def test_a_step_is_told_of_each_report(paths: list[Path]) -> None:
    told: list[tuple[int, int]] = []
    with DossierFile(":memory:", create=True) as file:
        dossier.gather(file, paths, step=lambda done, of: told.append((done, of)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_person_is_known_among_thousands_without_looking_at_each() -> None:
    syllables = [a + b for a, b in itertools.product("bdgklmnprstz", "aeou")]
    names = ["".join(one).title() for one in itertools.product(syllables, repeat=3)][:6_000]
    known = Known()

    def met(number: int) -> None:
        name = names[number]
        assert known.identify(Actor(name, "person", f"Ana {name}", ())) == name
        assert known.identify(Actor("x", "person", names[7], ())) == names[7]
        assert known.identify(Actor("y", "person", "Ana", ())) == names[0]

    for name in names[:10]:
        known.note(name, f"Ana {name}", None)
    among_few = operations(lambda: met(10))
    for name in names[11:-1]:
        known.note(name, f"Ana {name}", None)
    assert operations(lambda: met(len(names) - 1)) <= 2 * among_few


def test_a_copy_of_an_archive_leaves_its_reports_where_they_are(tmp_path: Path) -> None:
    """What was moved is called by where it is now; what stands in both places is not."""
    random = Random(1)
    first, second = tmp_path / "in" / "a.csv", tmp_path / "copied" / "a.csv"
    for place in (first, second):
        place.parent.mkdir()
    first.write_bytes(WRITERS["table.csv"]([invented(random)], random))
    with DossierFile(tmp_path / "dossier.db", create=True) as file:
        dossier.gather(file, [first])
        (before,) = (row["name"] for row in file.rows("SELECT name FROM source"))
        second.write_bytes(first.read_bytes())
        dossier.gather(file, [second])
        assert [row["name"] for row in file.rows("SELECT name FROM source")] == [before]
        first.unlink()
        dossier.gather(file, [second])
        (after,) = (row["name"] for row in file.rows("SELECT name FROM source"))
    assert after == before.replace("in/", "copied/")


def test_the_subject_of_a_correction_is_what_it_corrected(tmp_path: Path) -> None:
    with DossierFile(tmp_path / "dossier.db", create=True) as file:
        (tmp_path / "r.txt").write_text(shipped("en"), encoding="utf-8")
        dossier.gather(file, [tmp_path / "r.txt"])
        act = next(item.key for item in dossier.items(file) if item.kind == "act")
        dossier.correct(file, act, "reject", "Ana")
        dossier.withdraw(file, "Ana")
        assert dossier.subject_of(file, "c1").key == act
        assert dossier.subject_of(file, "c2").key == act  # of a withdrawal, too
