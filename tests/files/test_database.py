"""No database is made over the log of one that is gone, and none of others is changed."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from satumeja.dossier import DossierFile
from satumeja.errors import OutputError, SatuMejaError
from satumeja.files import drop_unmade, is_database, log_ahead, maker_of, require_no_log
from satumeja.questions.sweeps._store import Store

OPENERS: dict[str, Callable[[Path], DossierFile | Store]] = {
    "dossier": lambda path: DossierFile(path, create=True),
    "store": Store,
}
opened = pytest.mark.parametrize("opener", OPENERS.values(), ids=OPENERS.keys())


@pytest.mark.parametrize(
    ("content", "is_one"),
    [
        (b"SQLite format 3\0", True),
        (b"SQLite format 3\0 and more", True),
        (b"SQLite format 3", False),
        (b"sqlite format 3\0", False),
        (b"SQLite format 4\0", False),
        (b" SQLite format 3\0", False),
        (b"", False),
    ],
)
def test_a_database_is_known_by_how_it_begins(
    tmp_path: Path, content: bytes, is_one: bool
) -> None:
    (tmp_path / "file").write_bytes(content)
    assert is_database(tmp_path / "file") is is_one


def test_what_cannot_be_read_is_no_database(tmp_path: Path) -> None:
    assert is_database(tmp_path / "none") is False
    assert is_database(tmp_path) is False


@opened
@pytest.mark.parametrize("ending", ["-wal", "-journal"])
def test_the_log_of_a_database_that_is_gone_stays(
    tmp_path: Path, opener: Callable[[Path], DossierFile | Store], ending: str
) -> None:
    log, link = tmp_path / f"kept.db{ending}", tmp_path / "link.db"
    log.write_text("what is left of it")
    link.symlink_to("kept.db")
    for path in (tmp_path / "kept.db", link):
        with pytest.raises(OutputError) as refused:
            opener(path)
        assert str(refused.value) == (
            f"{path}: {log.name} is there without it; name another file, or move that away"
        )
    assert log.read_text() == "what is left of it"
    assert not (tmp_path / "kept.db").exists()


def test_a_log_beside_its_database_is_as_it_should_be(tmp_path: Path) -> None:
    for name in ("kept.db", "kept.db-wal"):
        (tmp_path / name).write_text("x")
    require_no_log(tmp_path / "kept.db")
    (tmp_path / "other.db-wal").touch()
    require_no_log(tmp_path / "other.db")


@opened
@pytest.mark.parametrize("kind", ["CREATE TABLE mine (x)", "PRAGMA application_id = 7"])
def test_a_database_of_another_program_stays_byte_for_byte(
    tmp_path: Path, opener: Callable[[Path], DossierFile | Store], kind: str
) -> None:
    path = tmp_path / "mine.db"
    with sqlite3.connect(path) as file:
        file.execute(kind)
    file.close()
    before = path.read_bytes()
    with pytest.raises(SatuMejaError, match="but not a"):
        opener(path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["mine.db"]


@opened
@pytest.mark.parametrize("text", ["# my notes\n" * 100, "x"])
def test_a_text_stays(
    tmp_path: Path, opener: Callable[[Path], DossierFile | Store], text: str
) -> None:
    path = tmp_path / "notes.db"
    path.write_text(text)
    with pytest.raises(SatuMejaError, match="is not a"):
        opener(path)
    assert path.read_text() == text


@opened
@pytest.mark.parametrize("rights", [0o600, 0o640])
def test_a_database_keeps_its_mode_and_the_link_to_it(
    tmp_path: Path, opener: Callable[[Path], DossierFile | Store], rights: int
) -> None:
    path, link = tmp_path / "kept.db", tmp_path / "link.db"
    opener(path).close()
    path.chmod(rights)
    link.symlink_to("kept.db")
    file = opener(link)
    logs = {stat.S_IMODE(log.stat().st_mode) for log in tmp_path.glob("kept.db*")}
    file.close()
    assert (logs, link.is_symlink()) == ({rights}, True)
    assert stat.S_IMODE(path.stat().st_mode) == rights


def test_a_dossier_that_is_discarded_leaves_the_link_to_it(tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to("kept.db")
    DossierFile(link, create=True).discard()
    assert [file.name for file in tmp_path.iterdir()] == ["link.db"]


ENDINGS = ("", "-wal", "-shm", "-journal")


def test_a_database_that_was_never_made_goes_with_its_logs(tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to("kept.db")
    (tmp_path / "kept.db-shm").write_text("x" * 100)
    for ending in ("", "-wal", "-journal"):
        (tmp_path / f"kept.db{ending}").touch()
    (tmp_path / "other.db").touch()
    drop_unmade(link)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.db", "other.db"]
    drop_unmade(tmp_path / "none.db")


@pytest.mark.parametrize("ending", ["", "-wal", "-journal"])
def test_a_database_that_somebody_fills_stays_with_its_logs(tmp_path: Path, ending: str) -> None:
    for other in ENDINGS:
        (tmp_path / f"kept.db{other}").touch()
    (tmp_path / f"kept.db{ending}").write_text("x")
    drop_unmade(tmp_path / "kept.db")
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == sorted(f"kept.db{other}" for other in ENDINGS)


@pytest.mark.parametrize("missing", ENDINGS)
def test_what_is_not_there_keeps_nothing_else_back(tmp_path: Path, missing: str) -> None:
    for ending in ENDINGS:
        if ending != missing:
            (tmp_path / f"kept.db{ending}").touch()
    drop_unmade(tmp_path / "kept.db")
    assert list(tmp_path.iterdir()) == []


def test_who_made_a_database_is_asked_at_one_moment(tmp_path: Path) -> None:
    """Another process makes it between one answer and the next."""
    ours, other = connected(tmp_path / "new.db"), connected(tmp_path / "new.db")
    other.execute("PRAGMA journal_mode = WAL")
    asked: list[str] = []

    def make(statement: str) -> None:
        asked.append(statement)
        if len(asked) == 3:  # after the transaction was begun, and a first question was asked
            other.executescript("BEGIN; PRAGMA application_id = 7; CREATE TABLE t (x); COMMIT;")

    ours.set_trace_callback(make)
    assert maker_of(ours) == (0, 0, 0)
    assert len(asked) > 3
    assert maker_of(ours) == (7, 0, 1)
    assert not ours.in_transaction
    ours.close()
    other.close()


def test_a_database_whose_fault_is_no_text_is_damaged() -> None:
    """SQLite quotes in an error what it read, which may be no UTF-8."""

    class Spoilt:
        DatabaseError, in_transaction = sqlite3.DatabaseError, True

        def execute(self, statement: str) -> None:
            if statement.startswith("PRAGMA"):
                raise UnicodeDecodeError("utf-8", b"\xd4", 0, 1, "invalid continuation byte")

    with pytest.raises(sqlite3.DatabaseError, match="not UTF-8"):
        maker_of(Spoilt())  # type: ignore[arg-type]


def test_a_log_waits_for_those_who_read(tmp_path: Path) -> None:
    ours, other = connected(tmp_path / "new.db"), connected(tmp_path / "new.db")
    other.executescript("CREATE TABLE t (x); BEGIN; SELECT * FROM t;")
    with pytest.raises(sqlite3.OperationalError, match="database is locked"):
        log_ahead(ours, 0.05)
    timer = threading.Timer(0.1, other.close)
    timer.start()
    log_ahead(ours, 30)
    timer.join()
    assert ours.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    ours.close()


def test_a_log_that_cannot_be_is_told_at_once(tmp_path: Path) -> None:
    made = connected(tmp_path / "kept.db")
    made.executescript("CREATE TABLE t (x);")
    made.close()
    ours = sqlite3.connect(
        f"{(tmp_path / 'kept.db').as_uri()}?mode=ro", uri=True, isolation_level=None
    )
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        log_ahead(ours, 1e9)
    ours.close()


AT_ONCE = """
import os, sys
from pathlib import Path
from satumeja.dossier import DossierFile, take_vocabulary
from satumeja.questions.sweeps._store import Store
from satumeja.web.cases import History

def dossier(path, who):
    with DossierFile(path, create=True) as file, file.whole(lasting=True):
        file.do("INSERT INTO vocabulary VALUES ('actor', ?, '{}')", (who,))

def store(path, who):
    Store(path).put(who, b"1")

def history(path, who):
    History(path).intend("a.yaml", "edit", b"", who.encode())

do, path, processes = globals()[sys.argv[1]], Path(sys.argv[2]), int(sys.argv[3])
for round in range(int(sys.argv[4])):
    ready, go = os.pipe()
    children = []
    for number in range(processes):
        child = os.fork()
        if not child:
            os.close(go)
            os.read(ready, 1)
            do(path / f"{round}" / "new.db", str(number))
            os._exit(0)
        children.append(child)
    (path / f"{round}").mkdir()
    os.close(ready)
    os.close(go)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * processes
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be copied")
@pytest.mark.parametrize(
    ("what", "table"), [("dossier", "vocabulary"), ("store", "result"), ("history", "steps")]
)
def test_processes_that_make_one_at_once_all_keep_in_it(
    tmp_path: Path, what: str, table: str
) -> None:
    """In a process of its own: one that has threads should not be copied."""
    rounds, processes = 25, 4
    words = [sys.executable, "-c", AT_ONCE, what, str(tmp_path), str(processes), str(rounds)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    for number in range(rounds):
        base = connected(tmp_path / f"{number}" / "new.db")
        kept = base.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 -- our own
        assert kept == (processes,)
        base.close()
    assert not list(tmp_path.rglob("*damaged*"))


def connected(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=0.05, isolation_level=None, check_same_thread=False)
