"""A file dropped on the app: kept as it came, and read into the dossier, or nothing of it."""

from __future__ import annotations

import hashlib
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from satumeja.dossier import DossierFile, Gathered, gather
from satumeja.dossier.keeping import progress
from satumeja.files import write_whole
from satumeja.web.cases import Case, free_name, safe_name
from satumeja.web.reports._held import dossier_path
from satumeja.web.routing import Call, RefusedError
from satumeja.web.shapes import Dropped, DroppedReport

__all__ = ["LARGEST", "drop"]

LARGEST = 10_000_000
"""The most bytes of a file that is dropped."""

_FOLDER = "reports"
_SHOWN = 100  # reports of an archive that are told of by name
_locks: dict[str, threading.Lock] = defaultdict(threading.Lock)


def drop(call: Call) -> Dropped:
    """Keep a dropped file under ``reports/`` byte for byte, and read it into the dossier.

    Raises
    ------
    RefusedError
        It is no report, archive or event data; nothing of it is left.
    """
    data: bytes = call.body
    name = safe_name(unquote(call.headers.get("x-name", ""), errors="replace"), "report")
    if not data:
        raise RefusedError("invalid", f"{name}: is empty; there is nothing to read")
    with _locks[str(call.case.folder)]:
        return _Drop(call.case, name, data, call.language).take()


@dataclass
class _Drop:
    """A file to be taken into a case."""

    case: Case
    name: str
    data: bytes
    language: str

    def take(self) -> Dropped:
        """Take it."""
        with self._dossier() as file:
            last = file.rows("SELECT coalesce(max(id), 0) AS n FROM source")[0]["n"]
            already = self._name_held(file)
            if already:
                return self._told(file, already, last)
            with self._kept() as path:
                gathered = gather(file, [path])
                if not (gathered.read or gathered.known or any(gathered.datasets)):
                    file.do("DELETE FROM refused WHERE sha256 = ?", (self._digest,))
                    raise RefusedError("invalid", self._why_not(gathered))
            return self._told(file, path.name, last, gathered)

    @property
    def _digest(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    @contextmanager
    def _dossier(self) -> Iterator[DossierFile]:
        """Open the dossier; one that is made for this goes again where nothing comes of it."""
        path = dossier_path(self.case)
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

    def _name_held(self, file: DossierFile) -> str:
        """Return what a file of the same bytes is called that was read already, if one was."""
        for table in ("source", "bundle", "dataset"):
            rows = file.rows(f"SELECT name FROM {table} WHERE sha256 = ?", (self._digest,))  # noqa: S608
            if rows and (self.case.folder / rows[0]["name"]).is_file():
                return Path(rows[0]["name"]).name
        return ""

    @contextmanager
    def _kept(self) -> Iterator[Path]:
        """Write the file under a name that is free, and take it away where it is of no use."""
        folder = self.case.folder / _FOLDER
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise RefusedError("invalid", f"{_FOLDER} is no folder here, so nothing is put there")
        is_new = not folder.exists()
        folder.mkdir(exist_ok=True)
        path = folder / free_name(folder, self.name)
        write_whole(path, self.data, sync=True)
        try:
            yield path
        except BaseException:
            path.unlink(missing_ok=True)
            if is_new:
                with suppress(OSError):
                    folder.rmdir()
            raise

    def _why_not(self, gathered: Gathered) -> str:
        """Say in one sentence why it is of no use, without the folder it was put into."""
        folder = f"{self.case.folder / _FOLDER}/"
        if gathered.refused:
            return gathered.refused[0].replace(folder, "")
        notes = [note for bundle in gathered.bundles for note in bundle.notes]
        left = f": {notes[0].words(self.language)}" if notes else ""
        return f"{self.name}: holds no article that can be read{left}"

    def _told(
        self, file: DossierFile, name: str, last: int, gathered: Gathered | None = None
    ) -> Dropped:
        """Tell what came of it."""
        rows = file.rows(
            "SELECT id, title FROM source WHERE sha256 = :digest OR id IN "
            "(SELECT source FROM place JOIN bundle ON bundle.id = bundle WHERE sha256 = :digest) "
            "ORDER BY id",
            {"digest": self._digest},
        )
        checked = progress(file)
        notes = [note for bundle in gathered.bundles for note in bundle.notes] if gathered else []
        folder = f"{self.case.folder / _FOLDER}/"
        refused = [line.replace(folder, "") for line in gathered.refused] if gathered else []
        events = file.rows(
            "SELECT count(*) AS n FROM event JOIN dataset ON dataset.id = dataset "
            "WHERE sha256 = ?",
            (self._digest,),
        )[0]["n"]
        return Dropped(
            name=name,
            reports=[
                DroppedReport(
                    id=f"r{row['id']}",
                    title=row["title"] or name,
                    items=checked[f"r{row['id']}"].items,
                    is_new=row["id"] > last,
                )
                for row in rows[:_SHOWN]
            ],
            count=len(rows),
            already=sum(row["id"] <= last for row in rows),
            events=events,
            notes=(*(note.words(self.language) for note in notes[:_SHOWN]), *refused[:_SHOWN]),
        )
