"""Databases of SQLite, before SQLite itself touches them."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from satumeja.errors import OutputError

if TYPE_CHECKING:
    import sqlite3

__all__ = [
    "Maker",
    "drop_unmade",
    "is_database",
    "log_ahead",
    "maker_of",
    "one_moment",
    "require_no_log",
]

_MAGIC = b"SQLite format 3\0"
_PAUSE = 0.02


class Maker(NamedTuple):
    """What a database says of who made it; all is 0 in a new one.

    Parameters
    ----------
    application : int
        Which program's file it says that it is.
    version : int
        Which version of its tables it has.
    tables : int
        How many tables and indexes are in it.
    """

    application: int
    version: int
    tables: int


def is_database(path: str | os.PathLike[str]) -> bool:
    """Whether a file is a database of SQLite; it may be anybody's.

    Parameters
    ----------
    path : path
        A file, there or not.
    """
    try:
        with open(path, "rb") as stream:
            return stream.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def maker_of(connection: sqlite3.Connection) -> Maker:
    """Return what a database says of who made it, all of it at one moment.

    Parameters
    ----------
    connection : sqlite3.Connection
        The database, in autocommit mode and outside a transaction.

    Raises
    ------
    sqlite3.DatabaseError
        It is damaged.

    Notes
    -----
    Asked one after the other, the answers could be of before and after another process made it:
    a database with tables and without a maker, which looks like somebody else's.
    """
    try:
        with one_moment(connection):
            application, version, tables = (
                int(connection.execute(question).fetchone()[0])
                for question in (
                    "PRAGMA application_id",
                    "PRAGMA user_version",
                    "SELECT count(*) FROM sqlite_master",
                )
            )
            return Maker(application, version, tables)
    except UnicodeDecodeError:  # of what SQLite quotes in its error
        raise connection.DatabaseError("its texts are not UTF-8") from None


@contextmanager
def one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    """Have all that is read of a database be of one moment, whatever others write meanwhile.

    Parameters
    ----------
    connection : sqlite3.Connection
        The database, in autocommit mode; in a transaction, that one is the moment.
    """
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the moment is now
        yield
    finally:
        if connection.in_transaction:
            connection.execute("COMMIT")


def log_ahead(connection: sqlite3.Connection, patience: float) -> None:
    """Have a database write its log ahead, so that a killed process loses nothing.

    Parameters
    ----------
    connection : sqlite3.Connection
        The database, in autocommit mode.
    patience : float
        Seconds after which one that others keep busy is given up.

    Raises
    ------
    sqlite3.OperationalError
        If it is busy for so long, or cannot be written.

    Notes
    -----
    SQLite does not itself wait here: two processes that open a new database at once would each
    keep the other from it, so that it says at once that the database is locked.
    """
    end = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except connection.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() >= end:
                raise
        time.sleep(_PAUSE)


def require_no_log(path: str | os.PathLike[str]) -> None:
    """Refuse to make a database where a log of one lies that is gone.

    SQLite deletes a log it meets beside a new database, and with it what somebody may
    still want to save from it.

    Parameters
    ----------
    path : path
        The database, which may be there or not.

    Raises
    ------
    OutputError
        If it is not there, and a log of its name is and is not empty.
    """
    file = os.path.realpath(path)
    # First the logs: who makes the database at this moment makes it before its log.
    logs = [log for log in (f"{file}-wal", f"{file}-journal") if _size(log)]
    if logs and not os.path.exists(file):
        name = os.path.basename(logs[0])
        raise OutputError(
            f"{os.fspath(path)}: {name} is there without it; name another file, or move that away"
        )


def drop_unmade(path: str | os.PathLike[str]) -> None:
    """Take away a database that could not be made, as on a full disk, and so holds nothing.

    Parameters
    ----------
    path : path
        One that was not there before this process opened it, and is closed. One that somebody
        else has filled meanwhile, or is filling, stays.
    """
    file = os.path.realpath(path)
    if not any(map(_size, (file, f"{file}-wal", f"{file}-journal"))):
        for name in (f"{file}{ending}" for ending in ("", "-wal", "-shm", "-journal")):
            if os.path.isfile(name):  # no link that leads in a circle, which is the user's
                with suppress(OSError):
                    os.unlink(name)


def _size(file: str) -> int:
    try:
        return os.path.getsize(file)
    except OSError:
        return 0
