"""The files of a project of qualitative analysis, unpacked within limits and never to the disk."""

from __future__ import annotations

import zipfile
from pathlib import PurePosixPath

from satumeja.errors import Fault, ReportError

__all__ = ["Archive"]

_EXPORTED = "export it anew from the program that has it"
_MOST_BYTES = 256 << 20
_MOST_TEXT = 16 << 20
_MOST_FILES = 20_000


class Archive:
    """The files of a project.

    Parameters
    ----------
    archive : ZipFile
        The project.
    name : str
        What the user calls it.
    """

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self.archive, self.name, self.left = archive, name, _MOST_BYTES
        entries = archive.infolist()
        if len(entries) > _MOST_FILES:
            raise ReportError(Fault(f"holds more than {_MOST_FILES:,} files", name))
        self.entries = {entry.filename.replace("\\", "/").lower(): entry for entry in entries}

    def description(self) -> bytes:
        """Return the file that describes the project."""
        names = [name for name in self.entries if name.endswith(".qde") and "/" not in name]
        if not names:
            raise ReportError(
                Fault(f"is no project (.qdpx): it has no project.qde; {_EXPORTED}", self.name)
            )
        return self.read(self.entries[names[0]], _MOST_BYTES)

    def source(self, name: str) -> bytes | None:
        """Return a file of the folder of sources; None where there is none."""
        pure = PurePosixPath(name.replace("\\", "/"))
        if ".." in pure.parts or pure.is_absolute():
            return None
        entry = self.entries.get(f"sources/{pure}".lower())
        return None if entry is None else self.read(entry, _MOST_TEXT)

    def read(self, entry: zipfile.ZipInfo, most: int) -> bytes:
        """Unpack a file, but never more than is allowed, whatever it says of itself."""
        most = min(most, self.left)
        try:
            with self.archive.open(entry) as stream:
                content = stream.read(most + 1)
        except (
            zipfile.BadZipFile,
            EOFError,
            OSError,
            RuntimeError,
            ValueError,
            NotImplementedError,
        ):
            message = f"{entry.filename} in it is broken, or locked by a password"
            raise ReportError(Fault(message, self.name)) from None
        except Exception as error:  # of the libraries that unpack
            message = f"{entry.filename} in it is broken ({type(error).__name__}); {_EXPORTED}"
            raise ReportError(Fault(message, self.name)) from None
        if len(content) > most:
            raise ReportError(Fault(self._too_large(entry, most), self.name))
        self.left -= len(content)
        return content

    def _too_large(self, entry: zipfile.ZipInfo, most: int) -> str:
        """Say whether a file is too large, or all of them are."""
        if most < self.left:
            return f"{entry.filename} in it unpacks to more than {most >> 20} MB"
        parts = "export a part of its sources at a time"
        return f"unpacks to more than {_MOST_BYTES >> 20} MB; {parts}"
