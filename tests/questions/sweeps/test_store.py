"""A store survives being killed, and takes no other file for its own."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from satumeja.errors import InputError, OutputError
from satumeja.questions.sweeps._store import Store


def run(path: Path, *statements: str) -> None:
    file = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        file.execute(statement)
    file.close()


def number(path: Path, pragma: str) -> int:
    file = sqlite3.connect(path)
    found = file.execute(f"PRAGMA {pragma}").fetchone()[0]
    file.close()
    return int(found)


def test_what_is_put_is_found_again(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.db")
    assert store.get("a") is None
    store.put("a", b"counts")
    assert store.get("a") == b"counts"
    store.put("a", b"other")
    assert store.get("a") == b"counts"
    store.close()
    again = Store(tmp_path / "store.db")
    assert again.get("a") == b"counts"
    again.close()
    assert [path.name for path in tmp_path.iterdir()] == ["store.db"]


def test_a_store_says_what_it_is(tmp_path: Path) -> None:
    Store(tmp_path / "store.db").close()
    assert number(tmp_path / "store.db", "application_id") == 0x53614D65
    assert number(tmp_path / "store.db", "user_version") == 2


def test_results_of_an_older_store_are_kept(tmp_path: Path) -> None:
    """One of version 1 knew no digests; a result that is none is refused when it is asked for."""
    path = tmp_path / "store.db"
    run(
        path,
        """CREATE TABLE result (
            content TEXT PRIMARY KEY NOT NULL,  -- as it was
            counts BLOB NOT NULL                -- with remarks
        )""",
        "INSERT INTO result VALUES ('a', x'0102'), ('b', x''), ('odd', 'a text')",
        f"PRAGMA application_id = {0x53614D65}",
        "PRAGMA user_version = 1",
    )
    for _ in range(2):
        store = Store(path)
        assert [store.get(key) for key in ("a", "b", "c")] == [b"\1\2", b"", None]
        with pytest.raises(InputError, match="a result is not as it was kept"):
            store.get("odd")
        store.close()
    assert number(path, "user_version") == 2


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE result SET counts = x'0100000000000001' WHERE content = 'a'",
        "UPDATE result SET digest = x'00' WHERE content = 'a'",
        "REPLACE INTO result SELECT 'a', counts, digest FROM result WHERE content = 'b'",
    ],
)
def test_counts_that_were_spoilt_are_refused(tmp_path: Path, change: str) -> None:
    """Counted with, they would be wrong and look right."""
    path = tmp_path / "store.db"
    store = Store(path)
    store.put("a", bytes(8))
    store.put("b", b"other   ")
    store.close()
    run(path, change)
    store = Store(path)
    with pytest.raises(
        InputError, match=r"is damaged: a result is not as it was kept; name anoth"
    ):
        store.get("a")
    assert store.get("b") == b"other   "
    store.close()


def test_what_is_put_is_there_for_others_at_once(tmp_path: Path) -> None:
    first, second = Store(tmp_path / "store.db"), Store(tmp_path / "store.db")
    first.put("a", b"1")
    second.put("b", b"2")
    assert [store.get(key) for store in (first, second) for key in "ab"] == [b"1", b"2"] * 2
    first.close()
    second.close()


def text(path: Path) -> None:
    path.write_text("number,state,nash\n" * 100, encoding="utf-8")


def damaged(path: Path) -> None:
    Store(path).close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)


def other(path: Path) -> None:
    run(path, "CREATE TABLE budget (year, amount)", "INSERT INTO budget VALUES (2021, 5)")


def empty_but_marked(path: Path) -> None:
    run(path, "PRAGMA application_id = 77")


def newer(path: Path) -> None:
    Store(path).close()
    run(path, "PRAGMA user_version = 3")


NO_STORES: list[tuple[Callable[[Path], None], str]] = [
    (text, "is not a sound store of sweeps: file is not a database"),
    (other, "is an SQLite file, but not a store of sweeps"),
    (empty_but_marked, "is an SQLite file, but not a store of sweeps"),
    (newer, "is a store of version 3, written by a newer satumeja; this one knows version 2"),
]


@pytest.mark.parametrize(("make", "message"), NO_STORES)
def test_other_files_are_refused_and_left_as_they_are(
    make: Callable[[Path], None], message: str, tmp_path: Path
) -> None:
    path = tmp_path / "store.db"
    make(path)
    before = path.read_bytes()
    with pytest.raises(InputError) as refused:
        Store(path)
    assert str(refused.value) == f"{path}: {message}"
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["store.db"]


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.touch()
    Store(path).close()
    assert number(path, "user_version") == 2


def test_damage_is_told_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    damaged(path)
    store = Store(path)
    with pytest.raises(
        InputError, match=r"store\.db: is not a sound store of sweeps: .*malformed"
    ):
        store.get("a")
    store.close()


@pytest.mark.parametrize("name", ["", "no/store.db"])
def test_a_store_that_cannot_be_made_is_told_in_one_line(name: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="the store cannot be used: unable to open"):
        Store(tmp_path / name)


def test_a_store_that_cannot_be_written_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As for a file without permission to write, which stops no superuser."""
    path = tmp_path / "store.db"
    Store(path).close()
    run(path, "PRAGMA journal_mode = DELETE")
    connect = sqlite3.connect

    def read_only(path: Path, **options: float) -> sqlite3.Connection:
        return connect(f"{path.as_uri()}?mode=ro", uri=True, **options)  # type: ignore[call-overload,no-any-return]

    monkeypatch.setattr(sqlite3, "connect", read_only)
    with pytest.raises(OutputError, match="cannot be used: attempt to write a readonly database"):
        Store(path)


def test_a_full_disk_is_told_in_one_line(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.db")
    store.put("a", b"1")
    store._file.execute("PRAGMA max_page_count = 1")
    with pytest.raises(OutputError, match="cannot be used: database or disk is full"):
        store.put("b", b"2" * 100_000)
    assert store.get("a") == b"1"
    store.close()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="stops no superuser")
def test_a_file_without_permission_to_write_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    Store(path).close()
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(OutputError, match="the store cannot be used"):
            Store(path)
    finally:
        tmp_path.chmod(0o755)
