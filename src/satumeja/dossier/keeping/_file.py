"""A dossier of many reports, kept in one SQLite file."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from satumeja.errors import Fault, ReportError
from satumeja.files import is_database, require_no_log

__all__ = ["DossierFile", "is_dossier_file"]

_APPLICATION = 0x5A7E_3E1A
_BUSY_SECONDS = 30.0

# Each step brings a file from the version before it to its own; none is ever changed.
_MIGRATIONS = (
    """
    CREATE TABLE source (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE,
        form TEXT NOT NULL, text TEXT NOT NULL, language TEXT NOT NULL, title TEXT NOT NULL,
        published TEXT, day TEXT, place TEXT, byline TEXT, site TEXT, agency TEXT NOT NULL,
        paragraphs TEXT NOT NULL, reader TEXT NOT NULL
    );
    CREATE TABLE refused (
        name TEXT NOT NULL, sha256 TEXT NOT NULL, message TEXT NOT NULL, reader TEXT NOT NULL,
        PRIMARY KEY (name, sha256)
    );
    CREATE TABLE actor (
        source INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
        local TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
        office TEXT, state TEXT, mentions TEXT NOT NULL, PRIMARY KEY (source, local)
    );
    CREATE TABLE statement (
        source INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
        id TEXT NOT NULL, speaker TEXT, speaker_span TEXT, cue TEXT, cue_kind TEXT NOT NULL,
        start INTEGER NOT NULL, stop INTEGER NOT NULL, mode TEXT NOT NULL, addressee TEXT,
        medium TEXT, day TEXT, doubtful INTEGER NOT NULL, within TEXT, words TEXT NOT NULL,
        PRIMARY KEY (source, id)
    );
    CREATE TABLE act (
        source INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
        id TEXT NOT NULL, kind TEXT NOT NULL, actor TEXT NOT NULL, by TEXT, target TEXT,
        statement TEXT, start INTEGER NOT NULL, stop INTEGER NOT NULL, issue TEXT,
        condition TEXT, condition_issue TEXT, condition_actor TEXT, day TEXT, day_end TEXT,
        precision TEXT, words TEXT NOT NULL, PRIMARY KEY (source, id)
    );
    CREATE TABLE correction (
        id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL,
        verb TEXT NOT NULL CHECK (verb IN ('accept', 'reject', 'edit', 'add')),
        item TEXT NOT NULL CHECK (item IN ('statement', 'act')),
        sha256 TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
        was TEXT, change TEXT NOT NULL, note TEXT
    );
    CREATE INDEX actor_id ON actor(id);
    CREATE INDEX statement_speaker ON statement(speaker);
    CREATE INDEX act_actor ON act(actor, issue);
    CREATE INDEX correction_place ON correction(sha256, item, start, stop);
    CREATE VIRTUAL TABLE search USING fts5(words, source UNINDEXED, item UNINDEXED);
    """,
    """
    ALTER TABLE statement ADD COLUMN origin TEXT NOT NULL DEFAULT 'rules';
    ALTER TABLE act ADD COLUMN origin TEXT NOT NULL DEFAULT 'rules';
    """,
    """
    ALTER TABLE source ADD COLUMN encoding TEXT NOT NULL DEFAULT 'utf-8';
    CREATE TABLE given (
        source INTEGER PRIMARY KEY REFERENCES source(id) ON DELETE CASCADE, bytes BLOB NOT NULL
    );
    """,
    """
    ALTER TABLE statement ADD COLUMN act TEXT NOT NULL DEFAULT 'say';
    ALTER TABLE act ADD COLUMN doubtful INTEGER NOT NULL DEFAULT 0;
    """,
)


def is_dossier_file(path: str | os.PathLike[str]) -> bool:
    """Whether a file is a database, and so not a report.

    Parameters
    ----------
    path : path
        A file; one that is not there is none.
    """
    return is_database(path)


class DossierFile:
    """A dossier of many reports: what the machine proposes and what analysts corrected.

    Parameters
    ----------
    path : path
        The file; ``:memory:`` keeps nothing.
    create : bool
        Whether to make the file where there is none.

    Raises
    ------
    ReportError
        There is no such file, it is something else, or a newer program wrote it.
    OutputError
        It is to be made, and the log of one that is gone lies in its place.

    Examples
    --------
    >>> with DossierFile(":memory:", create=True) as file:
    ...     file.rows("SELECT count(*) AS n FROM source")[0]["n"]
    0
    """

    def __init__(self, path: str | os.PathLike[str], *, create: bool = False) -> None:
        self.path = os.fspath(path)
        if self.path != ":memory:":
            _check(self.path, create)
        try:
            self._connection = sqlite3.connect(
                self.path, timeout=_BUSY_SECONDS, isolation_level=None
            )
            self._connection.row_factory = sqlite3.Row
            self._version()
            # Before it is known whose file this is, nothing is asked that changes a file.
            self._connection.execute("PRAGMA journal_mode = WAL")
            # With a log, a killed program loses nothing; a cut of power the last reports at most.
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.execute("PRAGMA foreign_keys = ON")
            self._migrate()
        except sqlite3.DatabaseError as error:
            raise ReportError(Fault(f"cannot be used as a dossier: {error}", self.path)) from None

    def _version(self) -> int:
        """Return which version of the program wrote the file, 0 for a new one."""
        kind = int(self._connection.execute("PRAGMA application_id").fetchone()[0])
        version = int(self._connection.execute("PRAGMA user_version").fetchone()[0])
        tables = self.rows("SELECT count(*) AS n FROM sqlite_master")[0]["n"]
        if kind != _APPLICATION and (kind or tables or version):
            raise ReportError(Fault("is a database, but not a dossier", self.path))
        if version > len(_MIGRATIONS):
            raise ReportError(
                Fault("was written by a newer satumeja; bring this one up to date", self.path)
            )
        return version

    def _migrate(self) -> None:
        """Bring an older file up to date, one step after the other."""
        version = self._version()
        for number, step in enumerate(_MIGRATIONS[version:], version + 1):
            self._connection.executescript(
                f"BEGIN IMMEDIATE; {step}; PRAGMA application_id = {_APPLICATION}; "
                f"PRAGMA user_version = {number}; COMMIT;"
            )

    def rows(self, query: str, values: Mapping[str, Any] | tuple[Any, ...] = ()) -> list[Any]:
        """Ask the file; each row is a mapping by column."""
        return self._connection.execute(query, values).fetchall()

    def do(self, query: str, values: Mapping[str, Any] | tuple[Any, ...] = ()) -> int:
        """Change the file; give the number of the last row added."""
        return self._connection.execute(query, values).lastrowid or 0

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Do several changes whole or not at all."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def discard(self) -> None:
        """Close the file and take it away, as where nothing came to stand in it."""
        self.close()
        file = os.path.realpath(self.path)  # a link to it is the user's
        for ending in ("", "-wal", "-shm"):
            Path(f"{file}{ending}").unlink(missing_ok=True)

    def __enter__(self) -> Self:
        """Give the file itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self.close()


def _check(path: str, create: bool) -> None:
    """Refuse what is no database, and a missing file that is not to be made."""
    file = Path(path)
    if file.is_dir():
        raise ReportError(Fault("is a folder, not a dossier", path))
    if not file.exists():
        if not create:
            raise ReportError(Fault("no such file", path))
        if not file.absolute().parent.is_dir():
            raise ReportError(Fault("its folder does not exist", path))
        require_no_log(path)
        return
    if file.stat().st_size and not is_database(path):
        raise ReportError(Fault("is not a dossier", path))
