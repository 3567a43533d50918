"""The tables of a dossier file, and the steps that bring older ones up to date."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from typing import Any

from satumeja.dossier.keeping._words_index import indexed
from satumeja.report.kit import fingerprint

__all__ = ["APPLICATION", "MIGRATIONS", "migrate"]

APPLICATION = 0x5A7E_3E1A

# Each step brings a file from the version before it to its own; none is ever changed.
MIGRATIONS = (
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
    """
    ALTER TABLE source ADD COLUMN published_by TEXT;
    ALTER TABLE statement ADD COLUMN day_end TEXT;
    ALTER TABLE statement ADD COLUMN precision TEXT;
    ALTER TABLE statement ADD COLUMN day_doubtful INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE statement ADD COLUMN retired INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE statement ADD COLUMN print TEXT NOT NULL DEFAULT '';
    ALTER TABLE act ADD COLUMN day_doubtful INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE act ADD COLUMN due TEXT;
    ALTER TABLE act ADD COLUMN due_end TEXT;
    ALTER TABLE act ADD COLUMN due_precision TEXT;
    ALTER TABLE act ADD COLUMN retired INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE act ADD COLUMN print TEXT NOT NULL DEFAULT '';
    DROP INDEX correction_place;
    ALTER TABLE correction RENAME TO old_correction;
    CREATE TABLE correction (
        id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, verb TEXT NOT NULL,
        item TEXT NOT NULL, key TEXT NOT NULL, was TEXT, change TEXT NOT NULL, note TEXT
    );
    CREATE INDEX correction_key ON correction(key);
    CREATE TABLE vocabulary (
        item TEXT NOT NULL, id TEXT NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (item, id)
    );
    CREATE INDEX actor_name ON actor(name COLLATE NOCASE);
    CREATE INDEX statement_print ON statement(print);
    CREATE INDEX act_print ON act(print);
    DROP TABLE search;
    CREATE VIRTUAL TABLE search USING fts5(
        words, plain, item UNINDEXED, tokenize = "unicode61 remove_diacritics 2"
    );
    """,
    """
    CREATE INDEX correction_item ON correction(item, key);
    """,
    """
    ALTER TABLE source ADD COLUMN article TEXT;
    CREATE TABLE bundle (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL
    );
    CREATE TABLE place (
        bundle INTEGER NOT NULL REFERENCES bundle(id) ON DELETE CASCADE, number INTEGER NOT NULL,
        source INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
        PRIMARY KEY (bundle, number)
    );
    CREATE INDEX place_source ON place(source);
    """,
    """
    CREATE TABLE dataset (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL, reader TEXT NOT NULL
    );
    CREATE TABLE event (
        dataset INTEGER NOT NULL REFERENCES dataset(id) ON DELETE CASCADE,
        row INTEGER NOT NULL, id TEXT NOT NULL, first TEXT, last TEXT, precision TEXT,
        doubtful INTEGER NOT NULL, code TEXT NOT NULL, category TEXT NOT NULL,
        parties TEXT NOT NULL, place TEXT NOT NULL, latitude REAL, longitude REAL,
        deaths INTEGER, source TEXT NOT NULL, link TEXT NOT NULL, note TEXT NOT NULL,
        published TEXT, PRIMARY KEY (dataset, row)
    );
    CREATE INDEX event_id ON event(id);
    """,
    """
    ALTER TABLE correction ADD COLUMN decision INTEGER;
    CREATE INDEX correction_decision ON correction(decision) WHERE decision IS NOT NULL;
    DROP INDEX actor_id;
    CREATE INDEX actor_called ON actor(id, name);
    CREATE INDEX statement_standing ON statement(source, retired);
    CREATE INDEX act_standing ON act(source, statement, retired);
    """,
)


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring a file up to date, one step after the other, each whole or not at all.

    Parameters
    ----------
    connection : sqlite3.Connection
        The file, in autocommit mode.
    version : int
        The version it has; 0 for a new one.
    """
    for number, step in enumerate(MIGRATIONS[version:], version + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Somebody else may have brought it up to date meanwhile.
            if connection.execute("PRAGMA user_version").fetchone()[0] < number:
                for command in filter(str.strip, step.split(";")):
                    connection.execute(command)
                _AFTER.get(number, _nothing)(connection)
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
                connection.execute(f"PRAGMA user_version = {number}")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def _nothing(_: sqlite3.Connection) -> None:
    """Most steps need no more than their commands."""


def _identify(connection: sqlite3.Connection) -> None:
    """Give corrections the item they are of, items their fingerprint, and index the words anew."""
    for row in connection.execute("SELECT * FROM old_correction ORDER BY id").fetchall():
        _carry_over(connection, row)
    connection.execute("DROP TABLE old_correction")
    for item in ("statement", "act"):
        rows = connection.execute(f"SELECT rowid, words FROM {item}").fetchall()  # noqa: S608
        connection.executemany(
            f"UPDATE {item} SET print = ? WHERE rowid = ?",  # noqa: S608
            [(fingerprint(row["words"]), row["rowid"]) for row in rows],
        )
    for source in connection.execute("SELECT id, text FROM source").fetchall():
        statements = connection.execute(
            "SELECT id, words FROM statement WHERE source = ? ORDER BY rowid", (source["id"],)
        ).fetchall()
        connection.executemany(
            "INSERT INTO search (rowid, words, plain, item) VALUES (?,?,?,?)",
            indexed(
                source["id"], source["text"], [(row["id"], row["words"]) for row in statements]
            ),
        )


def _carry_over(connection: sqlite3.Connection, row: Any) -> None:
    """Write an older correction as one of an item, put back where it is no longer read."""
    source = connection.execute(
        "SELECT id, text FROM source WHERE sha256 = ?", (row["sha256"],)
    ).fetchone()
    if source is None:  # its report was never in this file: nothing it could correct
        return
    kind, change = row["item"], json.loads(row["change"])
    letter = "a" if kind == "act" else "s"
    local = f"{letter}c{row['id']}"
    if row["verb"] == "add":
        words = source["text"][row["start"] : row["stop"]]
        change |= {"start": row["start"], "stop": row["stop"], "words": words}
        change["print"] = fingerprint(words)
    else:
        local = _place(connection, source, row, local)
    key = f"r{source['id']}#{local}"
    connection.execute(
        "INSERT INTO correction VALUES (?,?,?,?,?,?,?,?,?)",
        (
            *(row["id"], row["at"], row["who"], row["verb"], kind, key, row["was"]),
            *(json.dumps(change), row["note"]),
        ),
    )


def _place(connection: sqlite3.Connection, source: Any, row: Any, local: str) -> str:
    """Find the item a correction was made of; where it is gone, put it back as a retired one."""
    was: Mapping[str, Any] = json.loads(row["was"])
    table = row["item"]
    compared = ("kind", "actor", "target", "issue") if table == "act" else ()
    for other in connection.execute(
        f"SELECT * FROM {table} WHERE source = ? AND start = ? AND stop = ? ORDER BY rowid",  # noqa: S608
        (source["id"], row["start"], row["stop"]),
    ):
        if all(other[name] == was.get(name) for name in compared):
            return str(other["id"])
    earlier = connection.execute(
        "SELECT key FROM correction WHERE item = ? AND key LIKE ? AND was = ?",
        (table, f"r{source['id']}#%", row["was"]),
    ).fetchone()
    if earlier is not None:
        return str(earlier["key"].partition("#")[2])
    columns = [other["name"] for other in connection.execute(f"PRAGMA table_info({table})")]
    lost = {name: was.get(name) for name in columns} | {
        "source": source["id"],
        "id": local,
        "words": source["text"][row["start"] : row["stop"]],
        "retired": 1,
        "print": "",
        "day_doubtful": 0,
    }
    lost |= {"origin": was.get("origin") or "rules", "doubtful": was.get("doubtful") or 0}
    if table == "statement":
        lost |= {"act": was.get("act") or "say", "cue_kind": was.get("cue_kind") or "say"}
    marks = ",".join("?" * len(columns))
    connection.execute(
        f"INSERT INTO {table} VALUES ({marks})",  # noqa: S608
        [lost[name] for name in columns],
    )
    return local


_AFTER: Mapping[int, Callable[[sqlite3.Connection], None]] = {5: _identify}
