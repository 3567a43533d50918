"""A dossier of many reports, kept in one SQLite file."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from satumeja.display import Card, Shown
from satumeja.dossier.keeping._damage import NEXT, damage_at_a_glance, damage_of, damaged_pages
from satumeja.dossier.keeping._schema import APPLICATION, MIGRATIONS, migrate
from satumeja.errors import Fault, ReportError, SatuMejaError, not_utf8
from satumeja.files import drop_unmade, is_database, log_ahead, maker_of, require_no_log

__all__ = ["DossierFile", "is_dossier_file"]

_MADE = "satumeja dossier REPORTS -o FILE makes one"
_BUSY_SECONDS = 30.0
_CHECKED = 64 << 20  # the pages of a larger one are not read through before each change


def is_dossier_file(path: str | os.PathLike[str]) -> bool:
    """Whether a file is a database, and so not a report.

    Parameters
    ----------
    path : path
        A file; one that is not there is none.
    """
    return is_database(path)


class DossierFile(Shown):
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

    def card(self) -> Card:
        """Show where it is."""
        return Card(f"DossierFile: {self.path}")

    def __init__(self, path: str | os.PathLike[str], *, create: bool = False) -> None:
        self.path = os.fspath(path)
        is_new = self.path != ":memory:" and not os.path.exists(self.path)
        if self.path != ":memory:":
            try:
                _check(self.path, create)
            except OSError as error:  # a name that is too long, a folder that is closed to us
                raise ReportError(Fault(f"cannot be read: {error.strerror}", self.path)) from None
        self._writing = self._is_sound = False
        self._has_no_room: sqlite3.DatabaseError | None = None
        self._copied: tempfile.TemporaryDirectory[str] | None = None
        try:
            self._connection = self._connect()
            version = self._version()
            if version < len(MIGRATIONS):
                self._update(version)
            self._connection.execute("PRAGMA foreign_keys = ON")
        except (sqlite3.DatabaseError, UnicodeDecodeError, ReportError) as error:
            if hasattr(self, "_connection"):
                self.close()
            if is_new:
                drop_unmade(self.path)
            raise error if isinstance(error, ReportError) else _trouble(error, self.path) from None

    def _connect(self) -> sqlite3.Connection:
        """Open the file; one that may not be written is read as it stands, and never changed."""
        if self.path == ":memory:":
            return _opened(self.path)
        if not _may_write(self.path):
            return _opened(self._readable(), uri=True)
        connection = _opened(self.path)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master")
        except sqlite3.DatabaseError as error:
            connection.close()
            log = _log_of(self.path)
            if not _is_full(error) or (log.exists() and log.stat().st_size):
                raise
            # To read takes room for an index of the log; without a log it can be read as it is.
            self._has_no_room = error
            return _opened(self._readable(), uri=True)
        return connection

    def _readable(self) -> str:
        """Name the file so that reading it needs no lock and no log beside it."""
        real, log = Path(os.path.realpath(self.path)), _log_of(self.path)
        if log.exists() and log.stat().st_size:
            # What is only in the log is read from a copy, since reading a log makes files.
            self._copied = tempfile.TemporaryDirectory()
            copy = Path(self._copied.name) / "dossier.db"
            shutil.copyfile(real, copy)
            shutil.copyfile(log, copy.with_name("dossier.db-wal"))
            return copy.as_uri()
        return f"{real.as_uri()}?mode=ro&immutable=1"

    def _version(self) -> int:
        """Return which version of the program wrote the file, 0 for a new one."""
        kind, version, tables = maker_of(self._connection)
        if kind != APPLICATION and (kind or tables or version):
            raise ReportError(Fault(f"is a database, but not a dossier; {_MADE}", self.path))
        if version > len(MIGRATIONS):
            raise ReportError(
                Fault("was written by a newer satumeja; bring this one up to date", self.path)
            )
        return version

    def _update(self, version: int) -> None:
        """Bring an older file up to date; one that may not be written, in memory.

        A damaged one is never changed: it is tried in memory whether it can be brought so far.
        """
        if self.rows("SELECT 1 FROM sqlite_master LIMIT 1"):
            memory = _opened(":memory:")
            self._connection.backup(memory)
            migrate(memory, version)
            if self._has_no_room or not _may_write(self.path):
                self._connection.close()
                self._connection = memory
                return
            memory.close()
        self._write_safely()
        migrate(self._connection, version)

    def require_sound(self, *, values: bool = False) -> None:
        """Refuse a file that is damaged, as a glance at its pages tells, and at its values.

        Parameters
        ----------
        values : bool
            Whether to look at every value too, as where all of the file is to be read.

        Raises
        ------
        ReportError
            It is damaged; the message says where and what can be done.
        """
        with self._troubles():
            if not self._is_sound:
                pages, size = (
                    int(self._connection.execute(f"PRAGMA {pragma}").fetchone()[0])
                    for pragma in ("page_count", "page_size")
                )
                self._refuse(damaged_pages(self._connection) if pages * size < _CHECKED else "")
                self._is_sound = True
            if values:
                self._refuse(damage_at_a_glance(self._connection))

    def _refuse(self, damage: str) -> None:
        if damage:
            raise ReportError(Fault(f"is damaged ({damage}); {NEXT}", self.path))

    def _write_safely(self) -> None:
        """Before the first change, keep a log: a killed program then loses nothing.

        Reading alone asks for none, since that would change the file.
        """
        if self._writing:
            return
        if self.path != ":memory:" and not _may_write(self.path):
            raise ReportError(Fault("may not be written; copy it to where it may", self.path))
        if self._has_no_room is not None:
            raise _trouble(self._has_no_room, self.path)
        self.require_sound()
        try:
            log_ahead(self._connection, _BUSY_SECONDS)
            # A cut of power then takes the last reports at most, which are read again.
            self._connection.execute("PRAGMA synchronous = NORMAL")
        except sqlite3.DatabaseError as error:
            raise _trouble(error, self.path) from None
        self._writing = True

    def rows(self, query: str, values: Mapping[str, Any] | tuple[Any, ...] = ()) -> list[Any]:
        """Ask the file; each row is a mapping by column."""
        with self._troubles():
            return self._connection.execute(query, values).fetchall()

    def tuples(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Ask the file for much; each row is a plain tuple, given as it is read."""
        with self._troubles():
            cursor = self._connection.cursor()
            cursor.row_factory = None
            yield from cursor.execute(query)

    def do(self, query: str, values: Mapping[str, Any] | tuple[Any, ...] = ()) -> int:
        """Change the file; give the number of the last row added."""
        self._write_safely()
        with self._troubles():
            return self._connection.execute(query, values).lastrowid or 0

    def do_all(self, query: str, values: Iterable[tuple[Any, ...]]) -> None:
        """Change the file the same way for many values."""
        self._write_safely()
        with self._troubles():
            self._connection.executemany(query, values)

    @contextmanager
    def whole(self, *, lasting: bool = False) -> Iterator[None]:
        """Do several changes whole or not at all; where asked, so that a cut of power keeps them.

        What a person did is asked to last: nobody reads it again. Inside of another it is part
        of that one.
        """
        if self._connection.in_transaction:
            yield
            return
        self._write_safely()
        self.do(f"PRAGMA synchronous = {'FULL' if lasting else 'NORMAL'}")
        self.do("BEGIN IMMEDIATE")
        try:
            yield
            self.do("COMMIT")
        except BaseException:
            if (
                self._connection.in_transaction
            ):  # where the disk is full, it is rolled back by then
                self._connection.execute("ROLLBACK")
            raise

    @contextmanager
    def _troubles(self) -> Iterator[None]:
        """Tell what is the matter with the file, or with words to be kept, in one line."""
        try:
            yield
        except (sqlite3.ProgrammingError, sqlite3.IntegrityError):
            raise  # a fault of this program
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise _trouble(error, self.path) from None
        except UnicodeEncodeError as error:
            raise ReportError(not_utf8(error.object)) from None

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
        if self._copied is not None:
            self._copied.cleanup()

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
        """Close the file; where the program went wrong over a damaged one, say that instead.

        Raises
        ------
        ReportError
            The file is damaged; the message says where and what can be done.
        """
        try:
            if isinstance(error, Exception) and not isinstance(error, SatuMejaError | OSError):
                with suppress(sqlite3.Error):  # then nobody can tell
                    self._refuse(damage_of(self._connection))
        finally:
            self.close()


def _opened(where: str, *, uri: bool = False) -> sqlite3.Connection:
    """Open a database, in which each change stands by itself unless asked otherwise."""
    connection = sqlite3.connect(where, timeout=_BUSY_SECONDS, isolation_level=None, uri=uri)
    connection.row_factory = sqlite3.Row
    return connection


def _trouble(error: sqlite3.DatabaseError | UnicodeDecodeError, path: str) -> ReportError:
    """Word what SQLite has against a file."""
    name = str(getattr(error, "sqlite_errorname", ""))
    if name.startswith("SQLITE_BUSY"):
        message = "another program is writing it; try again when that is done"
    elif _is_full(error) or name.startswith("SQLITE_READONLY"):
        message = f"cannot be written: {error}"
    elif isinstance(error, UnicodeDecodeError) or "decode" in str(error):
        message = f"is damaged, its texts are not UTF-8; {NEXT}"
    else:
        message = f"cannot be used as a dossier ({error}); {NEXT}"
    return ReportError(Fault(message, path))


def _is_full(error: BaseException) -> bool:
    """Whether a disk has no room, or took nothing for another reason."""
    name = str(getattr(error, "sqlite_errorname", ""))
    return name.startswith(("SQLITE_FULL", "SQLITE_IOERR"))


def _may_write(path: str) -> bool:
    """Whether a file may be written, and its folder may hold a log beside it."""
    real = os.path.realpath(path)
    folder_may = os.access(os.path.dirname(real), os.W_OK)
    return folder_may and (not os.path.exists(real) or os.access(real, os.W_OK))


def _check(path: str, create: bool) -> None:
    """Refuse what is no database, and a missing file that is not to be made."""
    file = Path(path)
    if file.is_dir():
        raise ReportError(Fault(f"is a folder, not a dossier; {_MADE}", path))
    if not file.exists():
        if not create:
            raise ReportError(Fault(f"no such file; {_MADE}", path))
        if not file.absolute().parent.is_dir():
            raise ReportError(Fault("its folder does not exist; make it first", path))
        if not _may_write(path):
            raise ReportError(Fault("its folder may not be written; name another", path))
        require_no_log(path)
        return
    if file.stat().st_size:
        if not is_database(path):
            raise ReportError(Fault(f"is not a dossier; {_MADE}", path))
    elif not create and not _log_of(path).exists():
        raise ReportError(Fault(f"is empty, not a dossier; {_MADE}", path))


def _log_of(path: str) -> Path:
    """Name the log beside a file, which has what is not yet in the file itself."""
    return Path(f"{os.path.realpath(path)}-wal")
