"""The history of a case: every text its models ever had, and the steps between them."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from satumeja.errors import OutputError
from satumeja.files import is_database
from satumeja.web.cases._errors import BusyError
from satumeja.web.cases._history_schema import BUSY_SECONDS, prepare
from satumeja.web.cases._locks import LOCKS, Locks
from satumeja.web.cases._steps import Kind, Step, Trail, Words

__all__ = ["History", "version_of"]

_COLUMNS = "id, file, kind, before, after, of, words, who, at, state = 'landed'"


def version_of(content: bytes) -> str:
    """Return the version of a content: its sha256.

    Examples
    --------
    >>> version_of(b"")[:12]
    'e3b0c44298fc'
    """
    return hashlib.sha256(content).hexdigest()


class History:
    """The steps of the files of a case, kept in one SQLite file.

    Parameters
    ----------
    path : Path
        The file; it is made where there is none.

    Raises
    ------
    OutputError
        If it cannot be made or read, or a newer program wrote it.

    Notes
    -----
    A step is kept before its text is written, as *intended*, and after it as *landed*; what a
    killed program leaves as intended is looked at when the case is opened next. Texts are kept
    once a version. A commit of an intended step waits for the disk. A file that is damaged, or is
    something else, is set aside under another name, never deleted; one that is deleted
    meanwhile is made anew.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.set_aside: Path | None = None
        self._lock = threading.RLock()
        self._locks = Locks(path.parent / LOCKS, BUSY_SECONDS)
        self._trails = dict[str, Trail]()
        self._connection = self._opened()

    # -- the file --------------------------------------------------------------------------

    def _opened(self) -> sqlite3.Connection:
        with _troubles(self.path):
            self.path.parent.mkdir(exist_ok=True)
        with self._opening(), _troubles(self.path):
            try:
                return self._connect()
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
            self._put_aside()
            return self._connect()

    @contextmanager
    def _opening(self) -> Iterator[None]:
        """Let one process at a time make the file or put it aside: no other's new one is."""
        try:
            with self._locks.of(self.path.name):
                yield
        except BusyError as error:
            raise OutputError(f"{self.path}: the history cannot be kept: {error}") from None

    def _connect(self) -> sqlite3.Connection:
        if self.path.exists() and self.path.stat().st_size and not is_database(self.path):
            raise sqlite3.DatabaseError("file is not a database")
        connection = sqlite3.connect(
            self.path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            prepare(connection, self.path)
        except BaseException:
            connection.close()
            raise
        self._inode = os.stat(self.path).st_ino
        return connection

    def _put_aside(self) -> None:
        """Give a file that cannot be used another name, with its log."""
        number = 1
        while True:
            aside = self.path.with_name(f"{self.path.stem}-damaged-{number}.db")
            if not aside.exists():
                break
            number += 1
        os.rename(self.path, aside)
        for ending in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                os.rename(f"{self.path}{ending}", f"{aside}{ending}")
        self.set_aside = aside

    @contextmanager
    def _base(self) -> Iterator[sqlite3.Connection]:
        """Give the connection, to one thread at a time; anew where the file was deleted."""
        with self._lock, _troubles(self.path):
            if self._inode != _inode(self.path):
                self._open_again()
            try:
                yield self._connection
            except (sqlite3.ProgrammingError, sqlite3.IntegrityError, sqlite3.OperationalError):
                raise
            except sqlite3.DatabaseError:
                self._connection.close()
                with self._opening():
                    if self._inode == _inode(self.path):  # nobody else has put it aside
                        self._put_aside()
                self._open_again()
                raise

    def _open_again(self) -> None:
        self._connection.close()
        self._trails.clear()
        self._connection = self._opened()

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        """Do several changes whole or not at all."""
        with self._base() as base:
            base.execute("BEGIN IMMEDIATE")
            try:
                yield base
                base.execute("COMMIT")
            except BaseException:
                if base.in_transaction:  # where the disk is full, it is rolled back by then
                    base.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    # -- steps -----------------------------------------------------------------------------

    def intend(
        self,
        file: str,
        kind: Kind,
        before: bytes | None,
        after: bytes,
        *,
        of: int | None = None,
        words: Words = (),
        who: str = "",
        landed: bool = False,
    ) -> Step:
        """Keep a step with both its texts before it is done.

        Parameters
        ----------
        file : str
            The file's name.
        kind : {"edit", "undo", "redo", "outside", "back"}
            What kind of change.
        before, after : bytes
            What the file holds, and is to hold; `before` is None where it is first seen.
        of : int, optional
            The step that is undone, redone or gone back to.
        words : tuple of mapping
            What it does.
        who : str
            Who does it.
        landed : bool
            Whether it is on the disk already, as what another program did is.

        Raises
        ------
        OutputError
            If it cannot be kept; then nothing is.
        """
        at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        old = None if before is None else version_of(before)
        new = version_of(after)
        with self._change() as base:
            for version, content in ((old, before), (new, after)):
                if content is not None:
                    _keep(base, version or "", content)
            state = "landed" if landed else "intended"
            row = (file, kind, state, old, new, of, json.dumps(words), who, at)
            number = base.execute(
                "INSERT INTO steps (file, kind, state, before, after, of, words, who, at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            ).lastrowid
        return Step(number or 0, file, kind, old, new, of, words, who, at, landed)

    def land(self, step: Step) -> None:
        """Keep that a step is on the disk."""
        with self._base() as base:
            # Whether it landed can be told from the disk, so nobody waits for the disk here.
            base.execute("PRAGMA synchronous = NORMAL")
            try:
                base.execute("UPDATE steps SET state = 'landed' WHERE id = ?", (step.id,))
            finally:
                base.execute("PRAGMA synchronous = FULL")

    def drop(self, step: Step) -> None:
        """Forget a step that never came to be; its texts stay."""
        with self._base() as base:
            base.execute("DELETE FROM steps WHERE id = ? AND state = 'intended'", (step.id,))

    def intended(self) -> list[Step]:
        """List the steps of which it is not known whether they landed."""
        with self._base() as base:
            query = f"SELECT {_COLUMNS} FROM steps WHERE state = 'intended' ORDER BY id"  # noqa: S608
            return [_step(row) for row in base.execute(query)]

    def trail(self, file: str) -> Trail:
        """Return what can be undone and redone of a file.

        Notes
        -----
        Costs what is new since it was asked last, by whichever process.
        """
        with self._base() as base:
            trail = self._trails.setdefault(file, Trail())
            after = trail.last.id if trail.last else 0
            query = (
                f"SELECT {_COLUMNS} FROM steps "  # noqa: S608
                "WHERE file = ? AND state = 'landed' AND id > ? ORDER BY id"
            )
            for row in base.execute(query, (file, after)):
                trail.add(_step(row))
            return trail

    def steps(
        self, file: str | None = None, *, before: int | None = None, limit: int = 100
    ) -> list[Step]:
        """List landed steps, the newest first.

        Parameters
        ----------
        file : str, optional
            Of this file alone.
        before : int, optional
            Only those before this one.
        limit : int
            So many at most.
        """
        query = (
            f"SELECT {_COLUMNS} FROM steps WHERE state = 'landed' "  # noqa: S608
            "AND (:file IS NULL OR file = :file) AND (:before IS NULL OR id < :before) "
            "ORDER BY id DESC LIMIT :limit"
        )
        with self._base() as base:
            values = {"file": file, "before": before, "limit": limit}
            return [_step(row) for row in base.execute(query, values)]

    def step(self, number: int) -> Step | None:
        """Return a landed step by its number; None where there is none."""
        with self._base() as base:
            query = f"SELECT {_COLUMNS} FROM steps WHERE id = ? AND state = 'landed'"  # noqa: S608
            row = base.execute(query, (number,)).fetchone()
            return None if row is None else _step(row)

    def content(self, version: str) -> bytes | None:
        """Return what a file held in a version; None where it is not kept."""
        with self._base() as base:
            query = "SELECT packed FROM texts WHERE version = ?"
            row = base.execute(query, (version,)).fetchone()
        if row is None:
            return None
        try:
            content = zlib.decompress(row[0])
        except (zlib.error, TypeError):  # damaged, or another value than is ever kept
            return None
        return content if version_of(content) == version else None


def _keep(base: sqlite3.Connection, version: str, content: bytes) -> None:
    query = "SELECT 1 FROM texts WHERE version = ?"
    if base.execute(query, (version,)).fetchone() is None:
        packed = zlib.compress(content)
        base.execute("INSERT INTO texts (version, packed) VALUES (?, ?)", (version, packed))


def _step(row: tuple[Any, ...]) -> Step:
    number, file, kind, before, after, of, words, who, at, landed = row
    return Step(number, file, kind, before, after, of, _words(words), who, at, bool(landed))


def _words(written: str) -> Words:
    """Read what a step did; nothing where that is damaged, since its texts are what counts."""
    try:
        words = json.loads(written)
    except (ValueError, RecursionError):
        return ()
    is_sound = isinstance(words, list) and all(isinstance(part, dict) for part in words)
    return tuple(words) if is_sound else ()


def _inode(path: Path) -> int:
    try:
        return os.stat(path).st_ino
    except FileNotFoundError:
        return -1


@contextmanager
def _troubles(path: Path) -> Iterator[None]:
    """Tell what is the matter with the file in one line."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.IntegrityError):
        raise  # a fault of this program
    except (sqlite3.DatabaseError, zlib.error) as error:
        raise OutputError(f"{path}: the history cannot be kept: {error}") from None
    except OSError as error:
        raise OutputError(f"{path}: the history cannot be kept: {error.strerror}") from None
