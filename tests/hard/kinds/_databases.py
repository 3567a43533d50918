"""Ways to spoil a database of SQLite: its pages, its scheme, its rows, its values."""

# ruff: noqa: S608 - the names of tables are those of the file
from __future__ import annotations

import contextlib
import sqlite3
import struct
from collections.abc import Callable
from random import Random
from typing import Any

from hard.damage import spoil_bytes
from hard.kinds._words import NUMBERS, REPORTED, spoil_words

__all__ = ["spoil_database"]

Values = Callable[[str, Any, Random], Any]
_ODD: tuple[Any, ...] = (
    *(None, 0, 1, -1, 7, 10**15, -(1 << 63), 1.5, float("inf"), "", "x", b"", b"\xff\x00", b"x"),
    *("r1#a1", "r99#a99", "r1#s1", "actor:x", "c1", "c99", "r1", "[1, 2]", "[9, 3]", "[-5, 1]"),
    *("[1, 99999999]", "{}", "[]", "null", "2021-12-22", "2021-13-45", "act", "nope", "en", "xx"),
)


def spoil_database(data: bytes, random: Random, values: Values) -> bytes:
    """Change a database: half the time as one, else by its pages and its bytes."""
    if random.random() < 0.35:
        return _spoil_pages(data, random)
    changed = bytearray(data)
    changed[18:20] = b"\1\1"  # one whose log is apart cannot be opened in memory
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        try:
            base.deserialize(bytes(changed))
            base.execute("PRAGMA foreign_keys = OFF")
            base.execute("PRAGMA ignore_check_constraints = ON")
            for _ in range(random.choice((1, 1, 1, 2, 4))):
                with contextlib.suppress(sqlite3.Error, OverflowError, UnicodeEncodeError):
                    _change(base, random, values)
            return base.serialize()
        except (sqlite3.Error, UnicodeDecodeError):
            return _spoil_pages(data, random)


def _spoil_pages(data: bytes, random: Random) -> bytes:
    """Change pages: emptied, swapped, cut off, their heads, the head of all."""
    size = 4096
    pages = [data[k : k + size] for k in range(0, len(data), size)]
    place, other = random.randrange(len(pages)), random.randrange(len(pages))
    match random.randrange(7):
        case 0:
            pages[place] = bytes(len(pages[place]))
        case 1:
            pages[place], pages[other] = pages[other], pages[place]
        case 2:
            del pages[random.randrange(1, len(pages) + 1) :]
        case 3 | 4:
            page = bytearray(pages[place])
            start = 100 if place == 0 else 0
            at = start + random.choice((*range(12), *range(12, 40, 2)))
            struct.pack_into(">H", page, at, random.choice((0, 1, 5, 13, 0xFFFF, 300, 4000)))
            pages[place] = bytes(page)
        case 5:
            head = bytearray(pages[0])
            head[random.randrange(16, 100)] = random.choice((0, 1, 2, 3, 4, 64, 255))
            pages[0] = bytes(head)
        case _:
            return spoil_bytes(data, random)
    return b"".join(pages)


def _change(base: sqlite3.Connection, random: Random, values: Values) -> None:
    """Change the scheme, rows or values."""
    listed = base.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    tables = [name for (name,) in listed]
    own = [name for name in tables if "_" not in name] or tables
    if not own:
        return
    table = random.choice(own)
    match random.randrange(14):
        case 0:
            _of_scheme(base, random, tables)
        case 1:
            number = random.choice((0, 1, 4, 5, 8, 9, 10, 99, -1))
            base.execute(f"PRAGMA {random.choice(('user_version', 'application_id'))} = {number}")
        case 2:
            _of_rows(base, random, table)
        case 3:
            other = random.choice(tables)
            base.execute(f'DELETE FROM "{other}"')
        case 4:
            base.execute(f'INSERT INTO "{table}" SELECT * FROM "{table}"')
        case _:
            _of_value(base, random, values, table)


def _of_rows(base: sqlite3.Connection, random: Random, table: str) -> None:
    """Take rows away: all, every other, or one in four; drawn here, since SQLite has no seed."""
    rows = base.execute(f'SELECT rowid FROM "{table}" ORDER BY rowid').fetchall()
    each = random.choice((1, 2, 4))
    gone = [row for row in rows if random.randrange(each) == 0]
    base.executemany(f'DELETE FROM "{table}" WHERE rowid = ?', gone)


def _of_scheme(base: sqlite3.Connection, random: Random, tables: list[str]) -> None:
    """Drop a table, a column or an index, rename one, or take the rules of one away."""
    table = random.choice(tables)
    columns = [row[1] for row in base.execute(f'PRAGMA table_info("{table}")')]
    match random.randrange(5):
        case 0:
            base.execute(f'DROP TABLE "{table}"')
        case 1:
            base.execute(f'ALTER TABLE "{table}" DROP COLUMN "{random.choice(columns)}"')
        case 2:
            base.execute(f'ALTER TABLE "{table}" RENAME COLUMN "{random.choice(columns)}" TO "x"')
        case 3:
            base.execute(f'ALTER TABLE "{table}" RENAME TO "x{random.randrange(99)}"')
        case _:
            base.execute(f'ALTER TABLE "{table}" ADD COLUMN "x{random.randrange(99)}"')


def _of_value(base: sqlite3.Connection, random: Random, values: Values, table: str) -> None:
    """Put another value into a cell or a column, the rules of the table taken away first."""
    if random.random() < 0.3:
        base.execute(f'CREATE TABLE "copy of" AS SELECT * FROM "{table}"')
        base.execute(f'DROP TABLE "{table}"')
        base.execute(f'ALTER TABLE "copy of" RENAME TO "{table}"')
    columns = [row[1] for row in base.execute(f'PRAGMA table_info("{table}")')]
    column = random.choice(columns)
    rows = [row[0] for row in base.execute(f'SELECT rowid FROM "{table}" ORDER BY rowid')]
    if not rows:
        return
    row = random.choice(rows)
    (value,) = base.execute(f'SELECT "{column}" FROM "{table}" WHERE rowid = ?', (row,)).fetchone()
    other = values(column, value, random) if random.random() < 0.7 else None
    if other is None:
        other = _other(base, random, table, column, value)
    where = "WHERE rowid = ?" if random.random() < 0.8 else "WHERE rowid != ?"
    if random.random() < 0.08:
        base.execute(
            f'UPDATE "{table}" SET "{column}" = CAST(x\'c328ff\' AS TEXT) {where}', (row,)
        )
        return
    base.execute(f'UPDATE "{table}" SET "{column}" = ? {where}', (other, row))


def _other(base: sqlite3.Connection, random: Random, table: str, column: str, value: Any) -> Any:
    """Give a value that is odd, of another row or column, or the same changed a little."""
    match random.randrange(5):
        case 0 if isinstance(value, str):
            return spoil_words(value, random)
        case 1 if isinstance(value, int):
            return value + random.choice((1, -1, 1000, 10**9))
        case 2:
            others = [row[0] for row in base.execute(f'SELECT "{column}" FROM "{table}"')]
            return random.choice(others)
        case 3:
            return random.choice((*REPORTED, *NUMBERS))
        case _:
            return random.choice(_ODD)
