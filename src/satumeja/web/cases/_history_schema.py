"""The SQLite file of a history: its tables, and whether it is one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from satumeja.errors import OutputError
from satumeja.files import log_ahead, maker_of

__all__ = ["BUSY_SECONDS", "prepare"]

_APPLICATION = 0x534D4849  # "SMHI"
_VERSION = 1
BUSY_SECONDS = 30.0
_CHECKED = 64 << 20  # a larger one is not read through whenever it is opened
_SCHEMA = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS texts (
    version TEXT PRIMARY KEY,
    packed BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS steps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo', 'outside', 'back')),
    state TEXT NOT NULL CHECK (state IN ('intended', 'landed')),
    before TEXT REFERENCES texts (version),
    after TEXT NOT NULL REFERENCES texts (version),
    of INTEGER,
    words TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS steps_of_file ON steps (file, state, id);
PRAGMA application_id = {_APPLICATION};
PRAGMA user_version = {_VERSION};
COMMIT;
"""
_ODD = """
SELECT 1 FROM steps WHERE (
    typeof(file) = 'text' AND kind IN ('edit', 'undo', 'redo', 'outside', 'back')
    AND state IN ('intended', 'landed') AND typeof(before) IN ('text', 'null')
    AND typeof(after) = 'text' AND typeof(of) IN ('integer', 'null')
    AND typeof(words) = 'text' AND typeof(who) = 'text' AND typeof(at) = 'text'
) IS NOT TRUE
UNION ALL
SELECT 1 FROM texts WHERE (typeof(version) = 'text' AND typeof(packed) = 'blob') IS NOT TRUE
LIMIT 1
"""
"""Finds what no history holds."""


def prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Make the tables of a new history, or see to it that an old one is sound.

    Parameters
    ----------
    connection : sqlite3.Connection
        The file, in autocommit mode.
    path : Path
        Where it is.

    Raises
    ------
    OutputError
        A newer program wrote it.
    sqlite3.DatabaseError
        It is damaged, or another program's.
    """
    kind, version, tables = maker_of(connection)
    if kind != _APPLICATION and (kind or version or tables):
        raise sqlite3.DatabaseError("is another program's database")
    if version > _VERSION:
        raise OutputError(f"{path}: was written by a newer satumeja; bring this one up to date")
    if path.stat().st_size < _CHECKED:
        verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if verdict != "ok":
            raise sqlite3.DatabaseError(verdict)
        if version == _VERSION:
            _require_sound(connection)
    log_ahead(connection, BUSY_SECONDS)
    connection.execute("PRAGMA synchronous = FULL")
    if version < _VERSION:
        connection.executescript(_SCHEMA)
    connection.execute("PRAGMA foreign_keys = ON")


def _require_sound(connection: sqlite3.Connection) -> None:
    """Refuse a history that has other tables or values than are ever kept."""
    try:
        odd = connection.execute(_ODD).fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname != "SQLITE_ERROR":  # such as one that is busy
            raise
        raise sqlite3.DatabaseError(str(error)) from None
    if odd is not None:
        raise sqlite3.DatabaseError("holds what no history does")
