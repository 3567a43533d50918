"""Gathering many reports: what ends early goes on, and no step looks at all that is held."""

from __future__ import annotations

import itertools
from concurrent.futures import BrokenExecutor, Executor, Future
from pathlib import Path
from typing import Any

import pytest

from dossier.reports import shipped
from operations import operations
from satumeja import dossier
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
