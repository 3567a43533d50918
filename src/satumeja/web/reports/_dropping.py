"""A file dropped on the app: kept as it came, and read into the dossier, or nothing of it."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import cast
from urllib.parse import unquote

from satumeja.dossier import DossierFile
from satumeja.errors import ReportError
from satumeja.files import write_whole
from satumeja.web.cases import Case, free_name, safe_name
from satumeja.web.jobs import Jobs, JobsBusyError, Task, is_slow, take_in
from satumeja.web.reports._held import dossier_path
from satumeja.web.routing import Call, RefusedError
from satumeja.web.shapes import Dropped

__all__ = ["LARGEST", "drop"]

LARGEST = 10_000_000
"""The most bytes of a file that is dropped."""

_FOLDER = "reports"
_locks: dict[str, threading.Lock] = defaultdict(threading.Lock)


def drop(call: Call) -> Dropped:
    """Keep a dropped file under ``reports/`` byte for byte, and read it into the dossier.

    What takes long to read is read by a job, which is named in the answer.

    Raises
    ------
    RefusedError
        It is no report, archive or event data; nothing of it is left.
    """
    data: bytes = call.body
    name = safe_name(unquote(call.headers.get("x-name", ""), errors="replace"), "report")
    if not data:
        raise RefusedError("invalid", f"{name}: is empty; there is nothing to read")
    case = call.case
    with _locks[str(case.folder)], _kept(case, name, data) as (path, is_new):
        jobs = cast("Jobs | None", call.desk.get("jobs"))
        if jobs is not None and is_slow(path):
            return _begun(call, jobs, path, is_new=is_new)
        try:
            return take_in(dossier_path(case), path, call.language)
        except ReportError as error:
            raise RefusedError("invalid", str(error)) from None


def _begun(call: Call, jobs: Jobs, path: Path, *, is_new: bool) -> Dropped:
    """Begin the job that reads a file."""
    folder, case = call.case.folder, call.names["case"]
    task = Task("gather", case, folder, path.name, "", call.language, is_new=is_new)
    try:
        job = jobs.begin(task)
    except JobsBusyError as error:
        raise RefusedError("busy", str(error)) from None
    return Dropped(name=path.name, reports=[], count=0, already=0, job=job.id)


@contextmanager
def _kept(case: Case, name: str, data: bytes) -> Iterator[tuple[Path, bool]]:
    """Give the file in ``reports/``; one written for this goes again where it is of no use."""
    folder = case.folder / _FOLDER
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise RefusedError("invalid", f"{_FOLDER} is no folder here, so nothing is put there")
    earlier = _same(case, folder, name, data)
    if earlier is not None:
        yield earlier, False
        return
    is_first = not folder.exists()
    folder.mkdir(exist_ok=True)
    path = folder / free_name(folder, name)
    write_whole(path, data, sync=True)
    try:
        yield path, True
    except BaseException:
        path.unlink(missing_ok=True)
        if is_first:
            with suppress(OSError):
                folder.rmdir()
        raise


def _same(case: Case, folder: Path, name: str, data: bytes) -> Path | None:
    """Find a file of the same bytes that was read, or put there, before."""
    names = [*_names_read(case, sha256(data).hexdigest()), name]
    for path in (folder / other for other in names):
        if not path.is_symlink() and path.is_file() and path.read_bytes() == data:
            return path
    return None


def _names_read(case: Case, digest: str) -> list[str]:
    """Give what files of some bytes were called when they were read into the dossier."""
    path = dossier_path(case)
    if not path.exists():
        return []
    with DossierFile(path) as file:
        return [
            row["name"].removeprefix(f"{_FOLDER}/")
            for table in ("source", "bundle", "dataset")
            for row in file.rows(f"SELECT name FROM {table} WHERE sha256 = ?", (digest,))  # noqa: S608
            if row["name"].count("/") == 1 and row["name"].startswith(f"{_FOLDER}/")
        ]
