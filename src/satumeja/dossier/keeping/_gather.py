"""Gather many reports into a dossier file: here or on any executor, and from where it was left."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from dataclasses import dataclass, replace
from pathlib import Path

from satumeja.display import Shown
from satumeja.dossier._dossier import Dossier
from satumeja.dossier._model_reader import Endpoint, read_with_model
from satumeja.dossier._read import read
from satumeja.dossier.keeping._events import in_force
from satumeja.dossier.keeping._file import DossierFile
from satumeja.dossier.keeping._keep import keep
from satumeja.dossier.keeping._known import Known
from satumeja.errors import Fault, ReportError, not_utf8
from satumeja.files import is_database
from satumeja.report import Source, open_source, parse
from satumeja.report.kit import day_in_path, moment_given

__all__ = ["Gathered", "gather", "stated_moments"]

_AHEAD = 64  # reports handed to an executor before the first must be done


@dataclass(frozen=True, repr=False)
class Gathered(Shown):
    """What came of gathering.

    Parameters
    ----------
    read : int
        Reports read now.
    known : int
        Reports the file held already, as this program reads them.
    refused : tuple of str
        One line for each file that is no report.
    changed : tuple of (str, str, str)
        Files read now that held something else before: the name, the report they were, and
        the one they are.
    """

    read: int
    known: int
    refused: tuple[str, ...]
    changed: tuple[tuple[str, str, str], ...] = ()


_Reading = tuple[Source, Dossier] | str


_Moment = dt.datetime | dt.date


@dataclass(frozen=True)
class _How:
    """How reports are to be read: by whom beside the reader, and published when."""

    endpoint: Endpoint | None
    published: _Moment | None
    part: str | None
    stated: Mapping[str, _Moment]

    def moment(self, path: str) -> _Moment | None:
        """Say when a report was published, as it is given now or was when it was read before."""
        day = day_in_path(path, self.part) if self.part is not None else None
        return day or self.published or (self.stated.get(_digest(path)) if self.stated else None)


def gather(
    file: DossierFile,
    paths: Sequence[str | os.PathLike[str]],
    *,
    executor: Executor | None = None,
    again: bool = False,
    endpoint: Endpoint | None = None,
    step: Callable[[int, int], None] | None = None,
    published: dt.datetime | dt.date | None = None,
    published_from: str | None = None,
) -> Gathered:
    """Read reports into a dossier file.

    Parameters
    ----------
    file : DossierFile
        Where to keep them; each report is kept as soon as it is read, so that what was
        broken off goes on where it stopped.
    paths : sequence of path
        The reports, in the order in which they are numbered; they are named in the file by
        their ways from its folder.
    executor : concurrent.futures.Executor, optional
        Where to read; here where there is none.
    again : bool
        Whether to read anew what the file holds. Corrections stay.
    endpoint : Endpoint, optional
        A language model as second reader; what only it finds is proposed, and marked so.
    step : callable, optional
        Told after each report how many are done, and of how many.
    published : datetime.datetime or datetime.date, optional
        When the reports were published, where that is known otherwise.
    published_from : {"name", "folder"}, optional
        Where the path of a report holds the day it was published: in its name or in the folders
        above. A report whose path holds none is dated as it dates itself.

    Returns
    -------
    Gathered
        How many were read, known and refused. The same bytes are kept once.

    Raises
    ------
    ReportError
        A process of the executor ended; what was read until then is in the file.
    """
    from importlib.metadata import version

    reader = version("satumeja")
    held = {} if again else _held(file, reader)
    known = Known.of(file)
    wanted = [os.fspath(path) for path in paths]
    how = _How(endpoint, published, published_from, stated_moments(file))
    counts = {"read": 0, "known": 0}
    refused: list[str] = []
    changed: list[tuple[str, str, str]] = []
    for done, (path, reading) in enumerate(_readings(wanted, held, executor, how), 1):
        if reading is None:
            message = held.get(_digest(path))
            counts["known"] += message is None
            _rename(file, path)
            refused += [message] if message else []
        elif isinstance(reading, str):
            refused.append(reading)
            if _is_utf8(path):
                file.do(
                    "INSERT OR REPLACE INTO refused VALUES (?,?,?,?)",
                    (path, _digest(path), reading, reader),
                )
        else:
            counts["read"] += 1
            source, dossier = reading
            name = from_folder(source.name, file.path)
            earlier = _earlier(file, name, source.sha256)
            number = keep(file, replace(source, name=name), dossier, reader, known)
            changed += [(name, key, f"r{number}") for key in earlier]
            held[source.sha256] = None
        if step is not None:
            step(done, len(wanted))
    return Gathered(counts["read"], counts["known"], tuple(refused), tuple(changed))


def _earlier(file: DossierFile, name: str, digest: str) -> list[str]:
    """Give the last report a file of this name was, where it held other bytes and stands."""
    if name == "-":
        return []
    rows = file.rows("SELECT id, sha256 FROM source WHERE name = ? ORDER BY id", (name,))
    if any(row["sha256"] == digest for row in rows):
        return []
    return [f"r{row['id']}" for row in rows[-1:]]


def _rename(file: DossierFile, path: str) -> None:
    """Call a report by where it is now, if it is no more where it was."""
    rows = file.rows("SELECT id, name FROM source WHERE sha256 = ?", (_digest(path),))
    name = from_folder(path, file.path)
    if not rows or rows[0]["name"] == name or name == "-" or file.path == ":memory:":
        return
    before = Path(os.path.dirname(os.path.abspath(file.path)), rows[0]["name"])
    if not before.exists():
        file.do("UPDATE source SET name = ? WHERE id = ?", (name, rows[0]["id"]))


def from_folder(name: str, file: str) -> str:
    """Name a report from the folder of a dossier file, so that both can be moved together.

    Examples
    --------
    >>> from_folder("talks/reports/wire.txt", "talks/talks.db")
    'reports/wire.txt'
    """
    if name == "-" or file == ":memory:":
        return name
    try:
        return Path(os.path.relpath(name, os.path.dirname(os.path.abspath(file)))).as_posix()
    except ValueError:  # on another drive
        return os.path.abspath(name)


def _held(file: DossierFile, reader: str) -> dict[str, str | None]:
    """Give the bytes a file knows: with why they were refused, or None where they were read."""
    rows = file.rows("SELECT sha256, message FROM refused WHERE reader = ?", (reader,))
    held: dict[str, str | None] = {row["sha256"]: row["message"] for row in rows}
    for row in file.rows("SELECT sha256 FROM source WHERE reader = ?", (reader,)):
        held[row["sha256"]] = None
    return held


def stated_moments(file: DossierFile) -> dict[str, _Moment]:
    """Give when reports were published, of which that was given or corrected, by their SHA-256."""
    rows = file.rows("SELECT id, sha256, published, published_by FROM source")
    digests = {f"r{row['id']}": row["sha256"] for row in rows}
    moments = {row["sha256"]: row["published"] for row in rows if row["published_by"] == "given"}
    for event in in_force(file, ("report",)):
        if "published" in event.change:
            moments[digests[event.of]] = event.change["published"]
    return {digest: moment_given(words) for digest, words in moments.items() if words}


def _digest(path: str) -> str:
    """Give the SHA-256 of a file; of its name where it cannot be read, or only once, as a pipe."""
    try:
        if not os.path.isfile(path):
            raise OSError
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return hashlib.sha256(path.encode("utf-8", "surrogateescape")).hexdigest()


def _is_utf8(path: str) -> bool:
    """Whether a path can be kept as a text."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _readings(
    paths: Sequence[str],
    held: dict[str, str | None],
    executor: Executor | None,
    how: _How,
) -> Iterator[tuple[str, _Reading | None]]:
    """Read what is not held, in order; None for what is."""
    waiting: deque[tuple[str, Future[_Reading] | None]] = deque()
    for path in paths:
        if path != "-" and _digest(path) in held:
            waiting.append((path, None))
        elif executor is None:
            yield from _done(waiting)
            yield path, read_one(path, how.endpoint, how.moment(path))
        else:
            waiting.append((path, executor.submit(read_one, path, how.endpoint, how.moment(path))))
        while len(waiting) > _AHEAD:
            yield _result(*waiting.popleft())
    yield from _done(waiting)


def _done(
    waiting: deque[tuple[str, Future[_Reading] | None]],
) -> Iterator[tuple[str, _Reading | None]]:
    """Give all that waits."""
    while waiting:
        yield _result(*waiting.popleft())


def _result(path: str, future: Future[_Reading] | None) -> tuple[str, _Reading | None]:
    """Wait for one report."""
    try:
        return path, future.result() if future is not None else None
    except (BrokenExecutor, CancelledError):
        message = "the process that read it has ended; what was read is kept, run it again"
        raise ReportError(Fault(message, path)) from None


def read_one(
    path: str, endpoint: Endpoint | None = None, published: _Moment | None = None
) -> _Reading:
    """Read one report, or say in one line why it is none."""
    if not _is_utf8(path):
        return f"{not_utf8(path)}; give the file another name"
    try:
        source = open_source(path)
        found = read(parse(source, published=published))
    except ReportError as error:
        if is_database(path):
            return f"{path}: is a database, such as a dossier, not a report"
        return str(error)
    return source, read_with_model(found, endpoint).dossier if endpoint else found
