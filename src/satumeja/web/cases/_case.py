"""A case and the cases of a server."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from satumeja.errors import Fault, ModelError, did_you_mean
from satumeja.files import is_database

__all__ = ["Case", "Cases", "ModelFile", "case_of"]

_EDITABLE = (".yaml", ".yml", ".json")
_SHOWN = (".gmcr", ".nfg", ".xlsx")
_DATABASES = (".db", ".sqlite", ".dossier")


def case_of(path: Path) -> tuple[Path, str]:
    """Tell which case a path opens: its folder, and the file in it that was meant.

    Raises
    ------
    ModelError
        If there is nothing of that name.
    """
    if path.is_dir():
        return path.resolve(), ""
    if not path.exists():
        near = [other.name for other in path.parent.iterdir()] if path.parent.is_dir() else []
        meant = did_you_mean(path.name, near)
        raise ModelError(Fault(f"there is no such file or folder{meant}", str(path)))
    folder = path.parent.resolve()
    if folder.name == "reports":
        return folder.parent, f"reports/{path.name}"
    return folder, path.name


@dataclass(frozen=True)
class ModelFile:
    """A file of a model in the folder of a case."""

    name: str

    @property
    def is_editable(self) -> bool:
        """Whether it is edited in place; the others are shown."""
        return Path(self.name).suffix.lower() in _EDITABLE


class Case:
    """A folder with reports, a dossier, models and briefs."""

    def __init__(self, folder: Path, read_only: bool = False) -> None:
        self.folder, self.read_only = folder, read_only

    @property
    def name(self) -> str:
        """The name of the folder."""
        return self.folder.name

    def models(self) -> list[ModelFile]:
        """List the models, by name."""
        return [
            ModelFile(path.name)
            for path in sorted(self.folder.iterdir())
            if path.is_file()
            and not path.name.startswith(".")
            and path.suffix.lower() in (*_EDITABLE, *_SHOWN)
        ]

    def dossier(self) -> Path | None:
        """Return the dossier: ``dossier.db``, or the only database there; None without one."""
        there = [path for path in self.folder.iterdir() if path.suffix.lower() in _DATABASES]
        there = [path for path in there if is_database(path)]
        own = [path for path in there if path.name == "dossier.db"]
        return own[0] if own else there[0] if len(there) == 1 else None

    def briefs(self) -> list[str]:
        """List the files in ``briefs/``, by name."""
        folder = self.folder / "briefs"
        return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


class Cases:
    """The cases of a server: one folder, or those of a shelf."""

    def __init__(self, folders: dict[str, Path], read_only: bool = False) -> None:
        self._cases = {name: Case(folder, read_only) for name, folder in folders.items()}
        self.read_only = read_only

    def names(self) -> list[str]:
        """List the names of the cases."""
        return list(self._cases)

    def case(self, name: str) -> Case:
        """Give a case by its name."""
        return self._cases[name]
