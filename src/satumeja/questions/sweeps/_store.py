"""Where the results of a sweep are kept: one SQLite file, found again by content."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from satumeja.errors import InputError, OutputError
from satumeja.files import drop_unmade, is_database, log_ahead, maker_of, require_no_log

__all__ = ["NEXT", "Store"]

_APPLICATION = 0x53614D65  # "SaMe", so that no other program's file is taken for a store
_VERSION = 2
_BUSY_SECONDS = 30.0
NEXT = "name another store, or move this one away: all in it can be counted again"
_STRICT = " STRICT" if sqlite3.sqlite_version_info >= (3, 37) else ""
_TABLE = f"""CREATE TABLE result (
    content TEXT PRIMARY KEY NOT NULL,  -- SHA-256 of all that decides the counts
    counts BLOB NOT NULL,               -- 64-bit little-endian, by concept, then by state
    digest BLOB NOT NULL                -- of both, so that a disk that errs is noticed
){_STRICT}"""

_DIGESTS = """UPDATE result SET digest = digest_of(content, counts)
WHERE typeof(content) = 'text' AND typeof(counts) = 'blob'"""


class Store:
    """Results by content, in an SQLite file that survives being killed.

    Parameters
    ----------
    path : Path
        Made if it does not exist. One process writes at a time: the one that sweeps.

    Raises
    ------
    InputError
        If the file is not a store, or one of a newer version.
    OutputError
        If it cannot be opened or written, or is to be made where the log of one that is
        gone lies.

    Notes
    -----
    Each result is a transaction of its own in a write-ahead log. A process killed at
    any moment loses at most the result it was writing; a loss of power may take the
    last ones, never the file. Each has a digest of 128 bits, so that what a disk spoils is
    refused and not counted with; version 1 had none, and its results get theirs when it is
    opened.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        if os.path.isfile(path) and path.stat().st_size and not is_database(path):
            # SQLite itself takes a file of one byte for a new one.
            raise InputError(f"{path}: is not a sound store of sweeps: file is not a database")
        require_no_log(path)
        is_new = not os.path.exists(path)
        with self._faults():
            self._file = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            with self._faults():
                self._open()
        except BaseException:
            self._file.close()
            if is_new:
                drop_unmade(path)
            raise

    def _open(self) -> None:
        application, version, tables = maker_of(self._file)
        fresh = not (tables or application or version)
        if not fresh and application != _APPLICATION:
            raise InputError(f"{self.path}: is an SQLite file, but not a store of sweeps")
        if version > _VERSION:
            raise InputError(
                f"{self.path}: is a store of version {version}, written by a newer satumeja; "
                f"this one knows version {_VERSION}"
            )
        log_ahead(self._file, _BUSY_SECONDS)
        self._file.execute("PRAGMA synchronous = NORMAL")
        if version < _VERSION:
            self._make()

    def _make(self) -> None:
        """Make the table, or give the results of an older one their digests."""
        self._file.create_function("digest_of", 2, _digest, deterministic=True)
        self._file.execute("BEGIN IMMEDIATE")
        # Another process may have done so since it was looked at.
        version = self._file.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            self._file.execute(_TABLE)
        elif version == 1:
            self._file.execute("ALTER TABLE result ADD COLUMN digest BLOB NOT NULL DEFAULT x''")
            self._file.execute(_DIGESTS)
        self._file.execute(f"PRAGMA application_id = {_APPLICATION}")
        self._file.execute(f"PRAGMA user_version = {_VERSION}")
        self._file.execute("COMMIT")

    def get(self, content: str) -> bytes | None:
        """Return the counts kept under a content, None where there are none."""
        with self._faults():
            question = "SELECT counts, digest FROM result WHERE content = ?"
            row = self._file.execute(question, (content,)).fetchone()
        if row is None:
            return None
        counts, digest = row
        if not isinstance(counts, bytes) or _digest(content, counts) != digest:
            raise InputError(f"{self.path}: is damaged: a result is not as it was kept; {NEXT}")
        return counts

    def put(self, content: str, counts: bytes) -> None:
        """Keep counts under a content; what is there stays, being the same."""
        with self._faults():
            row = content, counts, _digest(content, counts)
            self._file.execute("INSERT OR IGNORE INTO result VALUES (?, ?, ?)", row)

    def close(self) -> None:
        """Bring the log into the file and close it."""
        self._file.close()

    @contextmanager
    def _faults(self) -> Iterator[None]:
        """Say in one line what is wrong with the file."""
        try:
            yield
        except sqlite3.OperationalError as error:
            raise OutputError(f"{self.path}: the store cannot be used: {error}") from None
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise InputError(f"{self.path}: is not a sound store of sweeps: {error}") from None


def _digest(content: str, counts: bytes) -> bytes:
    """Tell counts from others, and from those of another question."""
    return hashlib.blake2b(content.encode() + counts, digest_size=16).digest()
