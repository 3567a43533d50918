"""What is damaged in a dossier file: pages, tables, and values that this program never wrote.

A file is looked through whole where a program went wrong over it, so that a person is told of
the file and not of the program; and at a glance wherever all of it is read.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from satumeja.dossier._links import LINK_KINDS
from satumeja.dossier.keeping._shapes import VERBS, Shape, shapes
from satumeja.files import one_moment

__all__ = ["NEXT", "damage_at_a_glance", "damage_of", "damaged_pages"]

NEXT = "go back to a copy of it, or make it anew from its reports"
"""What can be done about a damaged dossier."""


def damage_of(base: sqlite3.Connection) -> str:
    """Say what is damaged in a file, looking at all that it holds; nothing where it is sound."""
    try:
        return (
            damaged_pages(base, "integrity_check")
            or damage_at_a_glance(base)
            or next(_odd_values(base), "")
            or next(_odd_structures(base), "")
            or next(_odd_corrections(base), "")
        )
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return _words(error)
    except (LookupError, TypeError, ValueError):
        return "its tables are not those of a dossier"


def damaged_pages(base: sqlite3.Connection, check: str = "quick_check") -> str:
    """Say what SQLite finds wrong with the pages of a file; nothing where they are sound.

    The quick check leaves out whether indexes hold what their tables do. It is of one moment:
    the index of words is opened before a check reads anything, and another process that makes
    the file meanwhile may have it anew.
    """
    try:
        with one_moment(base):
            verdict = str(base.execute(f"PRAGMA {check}(1)").fetchone()[0])
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return _words(error)
    return "" if verdict == "ok" else " ".join(verdict.split())


def damage_at_a_glance(base: sqlite3.Connection) -> str:
    """Say which value of a file is none that its column holds; nothing where all are.

    Notes
    -----
    Cost is that of reading all rows, but not all of long texts; in SQLite itself.
    """
    try:
        for table, columns in shapes().items():
            conditions = (
                shape.sql.format(f'{table}."{column}"') for column, shape in columns.items()
            )
            query = (
                f"SELECT rowid AS at_row, * FROM {table} "  # noqa: S608
                f"WHERE ({' AND '.join(conditions)}) IS NOT TRUE LIMIT 1"
            )
            for row in _rows(base, query):
                return _odd_value(table, columns, row)
        return next(_hanging(base), "")
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return _words(error)


def _rows(base: sqlite3.Connection, query: str) -> Iterator[Mapping[str, Any]]:
    cursor = base.cursor()
    cursor.row_factory = None
    cursor.execute(query)
    names = [column[0] for column in cursor.description]
    return (dict(zip(names, row, strict=True)) for row in cursor)


def _odd_value(table: str, columns: Mapping[str, Shape], row: Mapping[str, Any]) -> str:
    odd = next((name for name, shape in columns.items() if not shape.fits(row[name])), "")
    return _odd(table, row["at_row"], odd, row.get(odd))


def _odd(table: str, row: int, column: str, value: Any) -> str:
    """Name a value that is none."""
    shown = f"{value!r}" if isinstance(value, str | int | float | None) else "no value of its kind"
    shown = shown if len(shown) <= 40 else f"{shown[:40]}..."
    return f"{table}, row {row}: {column or 'something'} is {shown}"


_PASSING = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_CANTOPEN")
"""What SQLite says where the file is not to blame: another program, or the disk."""


def _words(error: Exception) -> str:
    """Word an error of SQLite that tells of damage; one that passes is raised again."""
    if str(getattr(error, "sqlite_errorname", "")).startswith(_PASSING):
        raise error
    if isinstance(error, UnicodeDecodeError) or "decode" in str(error):
        return "its texts are not UTF-8"
    return " ".join(str(error).split())


# -- what is in the values ----------------------------------------------------------------


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


def _is_span(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(type(part) is int and part >= 0 for part in value)
    )


def _is_spans(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_span, value))


def _is_mentions(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(part, list) and _is_span(part[:-1]) and isinstance(part[-1], str)
        for part in value
    )


def _is_parties(value: Any) -> bool:
    return isinstance(value, list) and all(_is_texts(part) and len(part) == 2 for part in value)


def _is_stated(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(part, str) for part in value.values())


def _is_entry(value: Any) -> bool:
    return isinstance(value, dict) and all(
        _is_texts(part) if key in ("also", "words") else isinstance(part, str)
        for key, part in value.items()
    )


_STRUCTURES: Mapping[tuple[str, str], Callable[[Any], bool]] = {
    ("source", "agency"): _is_texts,
    ("source", "paragraphs"): _is_spans,
    ("source", "article"): _is_stated,
    ("actor", "mentions"): _is_mentions,
    ("correction", "was"): lambda value: isinstance(value, dict),
    ("vocabulary", "entry"): _is_entry,
    ("event", "category"): _is_texts,
    ("event", "parties"): _is_parties,
}


def _odd_values(base: sqlite3.Connection) -> Iterator[str]:
    """Find values that pass a glance, and are none all the same."""
    for table, columns in shapes().items():
        for row in _rows(base, f"SELECT rowid AS at_row, * FROM {table}"):  # noqa: S608
            if not all(shape.fits(row[column]) for column, shape in columns.items()):
                yield _odd_value(table, columns, row)


def _odd_structures(base: sqlite3.Connection) -> Iterator[str]:
    """Find values of JSON that hold something else than they should."""
    for (table, column), fits in _STRUCTURES.items():
        query = f"SELECT rowid AS at_row, {column} FROM {table} WHERE {column} IS NOT NULL"  # noqa: S608
        for row in _rows(base, query):
            if not _holds(row[column], fits):
                yield _odd(table, row["at_row"], column, row[column])
    for row in _rows(base, "SELECT rowid AS at_row, * FROM correction ORDER BY id"):
        if not _holds(row["change"], partial(_is_change, row["item"])) or (
            row["verb"] == "add" and not _holds(row["change"], partial(_is_addition, row["item"]))
        ):
            yield _odd("correction", row["at_row"], "change", row["change"])


def _holds(text: Any, fits: Callable[[Any], bool]) -> bool:
    try:
        return fits(json.loads(text))
    except (ValueError, TypeError, RecursionError):
        return False


def _is_change(item: str, change: Any) -> bool:
    """Whether what a correction sets can be set."""
    if not isinstance(change, dict):
        return False
    columns = shapes().get("source" if item == "report" else item, {})
    return all(_can_be_set(columns, name, value) for name, value in change.items())


def _is_addition(item: str, change: Any) -> bool:
    """Whether a correction says all that an item needs that was never read."""
    needed = {"statement": ("start", "stop"), "act": ("start", "stop", "kind", "actor")}
    return all(change.get(name) is not None for name in needed.get(item, ()))


def _can_be_set(columns: Mapping[str, Shape], name: str, value: Any) -> bool:
    if name == "reports":
        return value is None or (
            isinstance(value, list) and all(type(part) is int for part in value)
        )
    if name in columns and name not in ("mentions", "agency"):
        return columns[name].fits(value)
    return value is None or isinstance(value, str | int)


# -- what names what ----------------------------------------------------------------------

_KEYS = {
    "statement": re.compile(r"r\d{1,12}#s.*", re.S),
    "act": re.compile(r"r\d{1,12}#[an].*", re.S),
    "report": re.compile(r"r\d{1,12}"),
    "actor": re.compile(r"actor:.+", re.S),
    "issue": re.compile(r"issue:.+", re.S),
    "correction": re.compile(r"c\d{1,12}"),
    "link": re.compile(rf"[^:]+:(?:{'|'.join(LINK_KINDS)}):[^:]+"),
}
_HANGING = (
    ("actor", "source", "source"),
    ("statement", "source", "source"),
    ("act", "source", "source"),
    ("place", "source", "source"),
    ("place", "bundle", "bundle"),
    ("event", "dataset", "dataset"),
    ("given", "source", "source"),
)


def _hanging(base: sqlite3.Connection) -> Iterator[str]:
    """Find rows that belong to what is not there: nobody would ever be told of them."""
    for table, column, other in _HANGING:
        missing = f"{column} NOT IN (SELECT id FROM {other})"  # noqa: S608
        query = f"SELECT rowid AS at_row, {column} FROM {table} WHERE {missing} LIMIT 1"  # noqa: S608
        for row in _rows(base, query):
            yield f"{table}, row {row['at_row']}: there is no {other} {row[column]}"


def _odd_corrections(base: sqlite3.Connection) -> Iterator[str]:
    """Find corrections of nothing."""
    items = {
        f"r{row['source']}#{row['id']}"
        for kind in ("statement", "act")
        for row in _rows(base, f"SELECT source, id FROM {kind}")  # noqa: S608
    }
    items |= {f"r{row['id']}" for row in _rows(base, "SELECT id FROM source")}
    for row in _rows(base, "SELECT rowid AS at_row, * FROM correction ORDER BY id"):
        items |= {f"c{row['id']}"} | ({row["key"]} if row["verb"] == "add" else set())
        is_listed = row["item"] in ("actor", "issue", "link") or row["key"] in items
        if not is_listed or not _KEYS[row["item"]].fullmatch(row["key"]):
            yield _odd("correction", row["at_row"], "key", row["key"])
        if row["verb"] not in (*VERBS[row["item"]], "add"):  # of a statement, `add` does that
            yield _odd("correction", row["at_row"], "verb", row["verb"])
        if row["verb"] in ("merge", "split") and "into" not in json.loads(row["change"]):
            yield _odd("correction", row["at_row"], "change", row["change"])
