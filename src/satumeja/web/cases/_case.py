"""A case and the cases of a server."""

from __future__ import annotations

from pathlib import Path

__all__ = ["Case", "Cases"]


class Case:
    """A folder with reports, a dossier, models and briefs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def name(self) -> str:
        """The name of the folder."""
        return self.folder.name


class Cases:
    """The cases of a server: one folder, or those of a shelf."""

    def __init__(self, folders: dict[str, Path], read_only: bool = False) -> None:
        self._cases = {name: Case(folder) for name, folder in folders.items()}
        self.read_only = read_only

    def case(self, name: str) -> Case:
        """Give a case by its name."""
        return self._cases[name]
