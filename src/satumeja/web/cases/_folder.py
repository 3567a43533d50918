"""The folder of a case: which it is, what is in it, and what its files hold."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from satumeja.display import ShownInLine
from satumeja.errors import Fault, ModelError, did_you_mean
from satumeja.web.cases._errors import GoneError
from satumeja.web.cases._kinds import EDITABLE, FileKind, kind_of
from satumeja.web.cases._loaded import Loaded, Shelf, content_of
from satumeja.web.cases._names import inside, is_safe_name

__all__ = [
    "BRIEFS",
    "OWN",
    "REPORTS",
    "Folder",
    "ModelFile",
    "Signature",
    "case_of",
    "files_in",
    "signature_of",
]

OWN, REPORTS, BRIEFS = ".satumeja", "reports", "briefs"
_DOSSIER = "dossier.db"

Signature = tuple[int, int, int]
"""When a file was changed last, how large it is, and which of its name it is."""


def case_of(path: str | os.PathLike[str]) -> tuple[Path, str]:
    """Tell which case a path opens: its folder, and the file in it that was meant.

    Parameters
    ----------
    path : path
        A folder, a model, a dossier or a report.

    Returns
    -------
    folder : Path
        The folder of the case.
    name : str
        The file, from there; empty where the folder was meant.

    Raises
    ------
    ModelError
        If there is nothing of that name.
    """
    place = Path(path)
    if place.is_dir():
        return place.resolve(), ""
    if not place.exists():
        meant = did_you_mean(place.name, _names_in(place.parent))
        raise ModelError(Fault(f"there is no such file or folder{meant}", str(place)))
    folder = place.parent.resolve()
    if folder.name in (REPORTS, BRIEFS) and _is_case(folder.parent):
        return folder.parent, f"{folder.name}/{place.name}"
    return folder, place.name


def _is_case(folder: Path) -> bool:
    return (folder / OWN).is_dir() or any(
        kind_of(path) for path in folder.iterdir() if path.is_file()
    )


def _names_in(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in folder.iterdir())
    except OSError:
        return []


@dataclass(frozen=True, repr=False)
class ModelFile(ShownInLine):
    """A file of a model in the folder of a case.

    Parameters
    ----------
    name : str
        Its name.
    kind : str
        What it is: yaml, json, gmcr, nfg or xlsx.
    """

    name: str
    kind: FileKind

    @property
    def is_editable(self) -> bool:
        """Whether it is edited in place; the others are shown."""
        return self.kind in EDITABLE


class Folder:
    """The folder of a case, as it is read.

    Parameters
    ----------
    folder : Path
        The folder.

    Raises
    ------
    ModelError
        If it is none.
    """

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        place = Path(folder)
        if not place.is_dir():
            raise ModelError(Fault("there is no such folder", str(place)))
        self.folder = place.resolve()
        self._shelf = Shelf()
        self._kinds = dict[str, tuple[Signature, FileKind]]()

    @property
    def name(self) -> str:
        """What the case is called: its folder."""
        return self.folder.name or str(self.folder)

    # -- what is there ---------------------------------------------------------------------

    def models(self) -> list[ModelFile]:
        """List the models, by name; links and names that are not safe are left out."""
        listed = [
            ModelFile(name, kind)
            for name, signature in files_in(self.folder)
            if (kind := self._kind(name, signature)) not in ("", "database")
        ]
        return sorted(listed, key=lambda model: model.name.casefold())

    def signatures(self) -> dict[str, Signature]:
        """Return what tells whether a model was changed, by name."""
        return {
            name: signature
            for name, signature in files_in(self.folder)
            if self._kind(name, signature) not in ("", "database")
        }

    def left_out(self) -> list[str]:
        """List files that could be models, but have names or are links that are not opened."""
        return sorted(
            entry.name
            for entry in _entries(self.folder)
            if not entry.name.startswith(".")
            and (entry.is_symlink() or not is_safe_name(entry.name))
            and kind_of(Path(entry.path)) not in ("", "database")
        )

    def dossier(self) -> Path | None:
        """Return the dossier: ``dossier.db``, or the only database there; None without one."""
        names = [name for name, at in files_in(self.folder) if self._kind(name, at) == "database"]
        if _DOSSIER in names or len(names) == 1:
            return self.folder / (_DOSSIER if _DOSSIER in names else names[0])
        return None

    def reports(self) -> list[str]:
        """List the files in ``reports/``, by name."""
        return self._listed(REPORTS)

    def briefs(self) -> list[str]:
        """List the files in ``briefs/``, by name."""
        return self._listed(BRIEFS)

    def _listed(self, below: str) -> list[str]:
        return sorted((name for name, _ in files_in(self.folder / below)), key=str.casefold)

    def _kind(self, name: str, signature: Signature) -> FileKind:
        """Tell what a file is; one that was a model stays that while it is broken."""
        before = self._kinds.get(name)
        if before is not None and before[0] == signature:
            return before[1]
        kind = kind_of(self.folder / name)
        if not kind and before is not None:
            kind = before[1]
        self._kinds[name] = signature, kind
        return kind

    # -- single files ----------------------------------------------------------------------

    def path(self, name: str) -> Path:
        """Return the path of a file at the top, there or not.

        Raises
        ------
        NameRefusedError
            If the name is not safe.
        """
        return inside(self.folder, name)

    def report_path(self, name: str) -> Path:
        """Return the path of a report, there or not (`NameRefusedError` as for `path`)."""
        return inside(self.folder / REPORTS, name)

    def brief_path(self, name: str) -> Path:
        """Return the path of a brief, there or not (`NameRefusedError` as for `path`)."""
        return inside(self.folder / BRIEFS, name)

    def read(self, name: str) -> Loaded:
        """Return a model as it is on the disk now.

        Parameters
        ----------
        name : str
            The file's name.

        Raises
        ------
        NameRefusedError
            If the name is not safe.
        GoneError
            If there is no such file, or it is no model.
        ModelError
            If it cannot be read, or is too large. What is wrong *in* it is in its `faults`.
        """
        path = self.path(name)
        content = content_of(path)
        kind = self._kind(name, signature_of(os.stat(path)))
        if kind in ("", "database"):
            listed = [model.name for model in self.models()]
            raise GoneError(f'"{name}" is no model{did_you_mean(name, listed)}')
        return self._shelf.loaded(path, kind, content)


def files_in(folder: Path) -> Iterator[tuple[str, Signature]]:
    """Go through the files of a folder that have safe names and are no links."""
    for entry in _entries(folder):
        if is_safe_name(entry.name) and _is_plain(entry):
            try:
                status = os.stat(entry.path)  # on Windows an entry has no inode
            except OSError:
                continue
            yield entry.name, signature_of(status)


def signature_of(status: os.stat_result) -> Signature:
    """Return what tells whether a file was changed."""
    return status.st_mtime_ns, status.st_size, status.st_ino


def _is_plain(entry: os.DirEntry[str]) -> bool:
    try:
        return stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode)
    except OSError:
        return False


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []
