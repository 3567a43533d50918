"""Gather many reports into a dossier file: here or on any executor, and from where it was left."""

from __future__ import annotations

import datetime as dt
import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from satumeja.bundles import Bundle, Piece
from satumeja.display import Shown
from satumeja.dossier._dossier import Dossier
from satumeja.dossier._model_reader import Endpoint, read_with_model
from satumeja.dossier._read import read
from satumeja.dossier.keeping._datasets import TakenDataset, take_datasets
from satumeja.dossier.keeping._events import in_force
from satumeja.dossier.keeping._file import DossierFile
from satumeja.dossier.keeping._intake import Incoming, Intake, from_folder, is_utf8
from satumeja.dossier.keeping._keep import keep, keep_place
from satumeja.dossier.keeping._known import Known
from satumeja.errors import Fault, MissingExtraError, ReportError, not_utf8
from satumeja.extras import calling
from satumeja.files import is_database
from satumeja.release import VERSION
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
    bundles : tuple of Bundle
        The files of many articles among what was named, with their notes.
    datasets : tuple of TakenDataset
        The files of events among it, which are kept beside the reports.
    """

    read: int
    known: int
    refused: tuple[str, ...]
    changed: tuple[tuple[str, str, str], ...] = ()
    bundles: tuple[Bundle, ...] = ()
    datasets: tuple[TakenDataset, ...] = ()


@dataclass(frozen=True)
class _Refusal:
    """Why a file is no report, and whether its bytes alone are why, so that it stays none."""

    words: str
    stays: bool = False


_Reading = tuple[Source, Dossier] | _Refusal


_Moment = dt.datetime | dt.date


@dataclass(frozen=True)
class _How:
    """How reports are to be read: by whom beside the reader, and published when."""

    endpoint: Endpoint | None
    published: _Moment | None
    part: str | None
    stated: Mapping[str, _Moment]

    def moment(self, report: Incoming) -> _Moment | None:
        """Say when a report was published, as it is given now or was when it was read before."""
        day = day_in_path(report.name, self.part) if self.part is not None else None
        return day or self.published or self.stated.get(report.digest)


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
    only: Sequence[range] = (),
    columns: Mapping[str, str] | None = None,
) -> Gathered:
    """Read reports into a dossier file, and take files of events into its timeline.

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
    only : sequence of range, optional
        Which articles to take of files of many, as `satumeja.bundles.chosen` reads them.
    columns : mapping of str to str, optional
        Of tables: which column states what, where that is not to be told by its name.

    Returns
    -------
    Gathered
        How many were read, known and refused. The same bytes are kept once.

    Raises
    ------
    ReportError
        A process of the executor ended; what was read until then is in the file.
    """
    reader = VERSION
    held = {} if again else _held(file, reader)
    known = Known.of(file)
    names = [os.fspath(path) for path in paths]
    others, datasets, refused = take_datasets(file, names, reader, again=again)
    intake = Intake(others, only, columns)
    how = _How(endpoint, published, published_from, stated_moments(file))
    total = len(intake) if step is not None else 0
    counts = {"read": 0, "known": 0}
    changed: list[tuple[str, str, str]] = []
    for count, (report, reading) in enumerate(_readings(intake, held, executor, how), 1):
        if reading is None:
            message = held.get(report.digest)
            counts["known"] += message is None
            _rename(file, report)
            refused += [message] if message else []
        elif isinstance(reading, _Refusal):
            refused.append(reading.words)
            if reading.stays:
                file.do(
                    "INSERT OR REPLACE INTO refused VALUES (?,?,?,?)",
                    (report.name, report.digest, reading.words, reader),
                )
        else:
            counts["read"] += 1
            source, dossier = reading
            name = from_folder(source.name, file.path)
            earlier = _earlier(file, name, source.sha256) if report.piece is None else []
            number = keep(file, replace(source, name=name), dossier, reader, known)
            changed += [(name, key, f"r{number}") for key in earlier]
            held[source.sha256] = None
        if report.piece is not None:
            place = report.piece.place
            name = from_folder(place.bundle, file.path)
            stands = replace(place, bundle=intake.digest(place.bundle))
            keep_place(file, name, report.digest, stands)
        if step is not None:
            step(count, total)
    return Gathered(
        *(counts["read"], counts["known"], tuple(refused), tuple(changed), tuple(intake.bundles)),
        tuple(datasets),
    )


def _earlier(file: DossierFile, name: str, digest: str) -> list[str]:
    """Give the last report a file of this name was, where it held other bytes and stands."""
    if name == "-":
        return []
    rows = file.rows("SELECT id, sha256 FROM source WHERE name = ? ORDER BY id", (name,))
    if any(row["sha256"] == digest for row in rows):
        return []
    return [f"r{row['id']}" for row in rows[-1:]]


def _rename(file: DossierFile, report: Incoming) -> None:
    """Call a report by where it is now, if it is no more where it was."""
    rows = file.rows("SELECT id, name FROM source WHERE sha256 = ?", (report.digest,))
    name = from_folder(report.name, file.path)
    if not rows or rows[0]["name"] == name or name == "-" or file.path == ":memory:":
        return
    before = Path(os.path.dirname(os.path.abspath(file.path)), rows[0]["name"])
    bundle = Path(str(before).rpartition("#")[0]) if report.piece is not None else before
    if not before.exists() and not bundle.is_file():
        file.do("UPDATE source SET name = ? WHERE id = ?", (name, rows[0]["id"]))


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


_Waiting = deque[tuple[Incoming, Future[_Reading] | _Reading | None]]


def _readings(
    intake: Intake,
    held: dict[str, str | None],
    executor: Executor | None,
    how: _How,
) -> Iterator[tuple[Incoming, _Reading | None]]:
    """Read what is not held, in order; None for what is."""
    waiting: _Waiting = deque()
    for report in intake:
        if report.problem is not None:
            waiting.append((report, _Refusal(report.problem)))
        elif report.name != "-" and report.digest in held:
            waiting.append((report, None))
        elif executor is None:
            yield from _finished(waiting)
            wanted = report.piece or report.name
            yield report, read_one(wanted, how.endpoint, how.moment(report))
        else:
            wanted = report.piece or report.name
            with calling(partial(_failed, report)):
                future = executor.submit(read_one, wanted, how.endpoint, how.moment(report))
            waiting.append((report, future))
        while len(waiting) > _AHEAD:
            yield _result(*waiting.popleft())
    yield from _finished(waiting)


def _finished(waiting: _Waiting) -> Iterator[tuple[Incoming, _Reading | None]]:
    """Give all that waits."""
    while waiting:
        yield _result(*waiting.popleft())


def _result(
    report: Incoming, future: Future[_Reading] | _Reading | None
) -> tuple[Incoming, _Reading | None]:
    """Wait for one report."""
    if not isinstance(future, Future):
        return report, future
    with calling(partial(_failed, report)):
        try:
            return report, future.result()
        except (BrokenExecutor, CancelledError):
            message = "the process that read it has ended; what was read is kept, run it again"
            raise ReportError(Fault(message, report.name)) from None


def _failed(report: Incoming, why: str) -> ReportError:
    """Say that what was to read a report did not."""
    again = "what was read is kept, run it again, or without other processes"
    return ReportError(Fault(f"the process that read it failed: {why}; {again}", report.name))


def read_one(
    report: str | Piece, endpoint: Endpoint | None = None, published: _Moment | None = None
) -> _Reading:
    """Read one report, a file or an article of one, or say in one line why it is none."""
    if isinstance(report, str) and not is_utf8(report):
        return _Refusal(f"{not_utf8(report)}; give the file another name")
    try:
        source = report.source() if isinstance(report, Piece) else open_source(report)
        dossier = read(parse(source, published=published))
    except ReportError as error:
        if isinstance(report, str) and is_database(report):
            words = f"{report}: is a database, such as a dossier, not a report"
            return _Refusal(words, stays=True)
        passes = isinstance(error.__cause__, MissingExtraError | MemoryError)
        return _Refusal(str(error), stays=not passes)
    return source, read_with_model(dossier, endpoint).dossier if endpoint else dossier
