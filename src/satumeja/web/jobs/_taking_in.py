"""A file of ``reports/`` read into the dossier: at once, or in a worker where that takes long."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any

from satumeja.bundles import open_bundle
from satumeja.dossier import DossierFile, Gathered, gather
from satumeja.dossier.keeping import progress
from satumeja.errors import ReportError, SatuMejaError
from satumeja.web.cases import Folder, inside
from satumeja.web.jobs._task import Progress, Task
from satumeja.web.shapes import Dropped, DroppedReport

__all__ = ["SLOW_BYTES", "is_slow", "read_dropped", "take_in"]

SLOW_BYTES = 100_000
"""From how many bytes on a file is read in a worker: a second, about, and more."""

_MANY = 12  # articles of an archive that are read at once
_SHOWN = 100  # reports of an archive that are told of by name
_REPORTS = "reports"

Step = Callable[[int, int], None]


def is_slow(path: Path) -> bool:
    """Tell whether to read a file takes longer than a person waits.

    Parameters
    ----------
    path : Path
        The file.
    """
    if path.stat().st_size > SLOW_BYTES:
        return True
    try:
        bundle = open_bundle(path)
        return bundle is not None and len(list(islice(bundle, _MANY + 1))) > _MANY
    except SatuMejaError:
        return False  # what is wrong with it is soon said


def read_dropped(task: Task, tell: Progress) -> dict[str, Any]:
    """Read a file that was dropped, and tell how far that is."""
    path = inside(task.folder / _REPORTS, task.file)
    if not path.is_file():
        raise ReportError(f"{task.file}: is not there any more; drop it again")
    dossier = Folder(task.folder).dossier() or task.folder / "dossier.db"
    try:
        dropped = take_in(dossier, path, task.language, tell)
    except ReportError:
        if task.is_new:
            path.unlink(missing_ok=True)
            with suppress(OSError):
                path.parent.rmdir()
        raise
    return {"data": dropped.model_dump(mode="json")}


def take_in(dossier: Path, path: Path, language: str, step: Step | None = None) -> Dropped:
    """Read a file into a dossier.

    Parameters
    ----------
    dossier : Path
        The dossier, there or not.
    path : Path
        The file.
    language : {"en", "id"}
        Of what is told.
    step : callable, optional
        Told after each report how many are done, and of how many.

    Raises
    ------
    ReportError
        It is no report, archive or event data. A dossier that was made for it goes again.
    """
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    with _opened(dossier) as file:
        last = file.rows("SELECT coalesce(max(id), 0) AS n FROM source")[0]["n"]
        gathered = gather(file, [path], step=step)
        if not (gathered.read or gathered.known or gathered.datasets):
            file.do("DELETE FROM refused WHERE sha256 = ?", (digest,))
            raise ReportError(_why_not(gathered, path, language))
        return _told(file, path, digest, last, gathered, language)


@contextmanager
def _opened(path: Path) -> Iterator[DossierFile]:
    """Open a dossier; one that is made for this goes again where nothing comes of it."""
    is_new = not path.exists()
    file = DossierFile(path, create=True)
    try:
        yield file
    except BaseException:
        if is_new:
            file.discard()
        raise
    finally:
        file.close()


def _why_not(gathered: Gathered, path: Path, language: str) -> str:
    """Say in one sentence why a file is of no use, without the folder it was put into."""
    if gathered.refused:
        return _without_folder(gathered.refused[0], path)
    notes = [note for bundle in gathered.bundles for note in bundle.notes]
    left = f": {notes[0].words(language)}" if notes else ""
    return f"{path.name}: holds no article that can be read{left}"


def _without_folder(line: str, path: Path) -> str:
    return line.replace(f"{path.parent}/", "")


def _told(
    file: DossierFile, path: Path, digest: str, last: int, gathered: Gathered, language: str
) -> Dropped:
    """Tell what came of a file."""
    rows = file.rows(
        "SELECT id, title FROM source WHERE sha256 = :digest OR id IN "
        "(SELECT source FROM place JOIN bundle ON bundle.id = bundle WHERE sha256 = :digest) "
        "ORDER BY id",
        {"digest": digest},
    )
    events = file.rows(
        "SELECT count(*) AS n FROM event JOIN dataset ON dataset.id = dataset WHERE sha256 = ?",
        (digest,),
    )[0]["n"]
    checked = progress(file)
    notes = [note.words(language) for bundle in gathered.bundles for note in bundle.notes]
    refused = [_without_folder(line, path) for line in gathered.refused]
    return Dropped(
        name=path.name,
        reports=[
            DroppedReport(
                id=f"r{row['id']}",
                title=row["title"] or path.name,
                items=checked[f"r{row['id']}"].items,
                is_new=row["id"] > last,
            )
            for row in rows[:_SHOWN]
        ],
        count=len(rows),
        already=sum(row["id"] <= last for row in rows),
        events=events,
        notes=(*notes[:_SHOWN], *refused[:_SHOWN]),
    )
