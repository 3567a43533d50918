"""What other programs do in the folder while a case is open."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from satumeja import gallery
from satumeja.dossier import DossierFile, correct
from satumeja.web.cases import Case, Cases, Happening, Watch

TEXT = gallery.text("chicken")
OTHER = TEXT.replace("title:", "title :")
BROKEN = TEXT.replace("title:", "title: [")


class Looker:
    """A case, a watch that looks when told, and what was told."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.case = folder, Case(folder)
        self.watch, self.told = Watch(self.case), list[Happening]()
        self.case.listen(self.told.append)

    def look(self) -> list[tuple[str, str]]:
        self.watch.look()
        told: list[tuple[str, str]] = [(event.kind, event.file) for event in self.told]
        self.told.clear()
        return told


@pytest.fixture
def looker(tmp_path: Path) -> Iterator[Looker]:
    (tmp_path / "a.yaml").write_text(TEXT)
    looker = Looker(tmp_path)
    yield looker
    looker.case.close()


def test_nothing_happens_where_nothing_is_done(looker: Looker) -> None:
    os.utime(looker.folder / "a.yaml", (1, 1))
    (looker.folder / "notes.txt").write_text("mine")
    assert looker.look() == []
    assert looker.look() == []


def test_what_another_program_writes_is_a_step(looker: Looker) -> None:
    (looker.folder / "a.yaml").write_text(OTHER)
    assert looker.look() == [("model", "a.yaml")]
    assert [step.kind for step in looker.case.steps("a.yaml")] == ["outside", "outside"]
    looker.case.undo("a.yaml", looker.case.read("a.yaml").version)
    assert (looker.folder / "a.yaml").read_text() == TEXT


def test_what_is_edited_here_is_told_once(looker: Looker) -> None:
    base = looker.case.read("a.yaml").version
    looker.case.edit("a.yaml", base, [{"op": "text", "value": OTHER}])
    assert looker.look() == [("model", "a.yaml")]
    assert len(looker.case.steps("a.yaml")) == 2


def test_what_another_window_of_the_app_writes_is_told_and_is_no_step(looker: Looker) -> None:
    other = Case(looker.folder)
    base = other.read("a.yaml").version
    other.edit("a.yaml", base, [{"op": "text", "value": OTHER}])
    other.close()
    assert looker.look() == [("model", "a.yaml")]
    assert [step.kind for step in looker.case.steps("a.yaml")] == ["edit", "outside"]


def test_a_broken_file_is_told_with_its_line(looker: Looker) -> None:
    (looker.folder / "a.yaml").write_text(BROKEN)
    looker.watch.look()
    (event,) = looker.told
    assert event.kind == "broken"
    assert event.faults[0].line > 0
    looker.told.clear()
    (looker.folder / "a.yaml").write_text(TEXT)
    assert looker.look() == [("model", "a.yaml")]


def test_a_file_too_large_is_broken_and_no_step(looker: Looker) -> None:
    (looker.folder / "a.yaml").write_text("satumeja: 1\n" + "#" * (2 << 20))
    assert looker.look() == [("broken", "a.yaml")]
    assert len(looker.case.steps("a.yaml")) == 1
    (looker.folder / "a.yaml").write_text(OTHER)
    assert looker.look() == [("model", "a.yaml")]
    looker.case.undo("a.yaml", looker.case.read("a.yaml").version)
    assert (looker.folder / "a.yaml").read_text() == TEXT


def test_a_file_is_gone_when_it_stays_away(looker: Looker) -> None:
    os.rename(looker.folder / "a.yaml", looker.folder / "a.bak")
    assert looker.look() == []
    os.rename(looker.folder / "a.bak", looker.folder / "a.yaml")
    assert looker.look() == []
    os.unlink(looker.folder / "a.yaml")
    assert looker.look() == []
    assert looker.look() == [("gone", "a.yaml"), ("models", "")]
    assert looker.look() == []
    (looker.folder / "a.yaml").write_text(OTHER)
    assert looker.look() == [("model", "a.yaml"), ("models", "")]
    looker.case.undo("a.yaml", looker.case.read("a.yaml").version)
    assert (looker.folder / "a.yaml").read_text() == TEXT


def test_new_models_reports_and_dossiers_are_told(looker: Looker) -> None:
    (looker.folder / "b.yaml").write_text(OTHER)
    assert looker.look() == [("model", "b.yaml"), ("models", "")]
    (looker.folder / "reports").mkdir()
    (looker.folder / "reports" / "wire.txt").write_text("Talks\n")
    assert looker.look() == [("reports", "")]
    with DossierFile(looker.folder / "dossier.db", create=True):
        pass
    assert looker.look() == [("dossier", "")]
    assert looker.look() == []


def test_a_folder_that_is_gone_ends_nothing(looker: Looker, tmp_path: Path) -> None:
    moved = tmp_path.with_name(f"{tmp_path.name}-moved")
    os.rename(looker.folder, moved)
    assert looker.look() == []
    assert looker.look() == [("gone", "a.yaml"), ("models", "")]
    os.rename(moved, looker.folder)
    assert looker.look() == [("model", "a.yaml"), ("models", "")]


def test_a_watch_in_its_thread_tells_those_who_listen(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(TEXT)
    seen = threading.Event()
    with Cases({"talks": tmp_path}, watched=True) as cases:
        cases.listen(lambda name, event: seen.set() if (name, event.kind) == EXPECTED else None)
        cases.case("talks")
        (tmp_path / "a.yaml").write_text(OTHER)
        assert seen.wait(30)
    assert not [thread for thread in threading.enumerate() if thread.name == "satumeja-watch"]


EXPECTED = ("talks", "model")


def test_who_only_reads_a_dossier_changes_nothing(looker: Looker) -> None:
    with DossierFile(looker.folder / "dossier.db", create=True) as file:
        correct(file, "actor:ana", "add", "me", {"name": "Ana"})
    looker.look()
    with DossierFile(looker.folder / "dossier.db") as file:
        file.rows("SELECT count(*) FROM source")
        assert (looker.folder / "dossier.db-wal").exists()
        assert looker.look() == []
    assert looker.look() == []
