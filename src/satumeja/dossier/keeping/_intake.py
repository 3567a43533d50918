"""What is to be read: plain files, and the articles of files of many, one after the other."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from satumeja.bundles import Bundle, Piece, open_bundle
from satumeja.errors import MissingExtraError, ReportError

__all__ = ["Incoming", "Intake", "digest_of", "from_folder", "is_utf8"]


@dataclass(frozen=True)
class Incoming:
    """One report to be read, or a file that cannot be opened.

    Parameters
    ----------
    name : str
        The file, or the file and the number of the article.
    digest : str
        The SHA-256 it is known by.
    piece : Piece or None
        The article; None of a plain file.
    problem : str or None
        Why a file cannot be opened, in one line.
    """

    name: str
    digest: str
    piece: Piece | None = None
    problem: str | None = None


@dataclass
class Intake:
    """The reports of files, in order, whatever the files are.

    Parameters
    ----------
    paths : sequence of str
        The files.
    only : sequence of range
        Which articles to take of files of many; all where there are none.
    columns : mapping, optional
        The columns of tables, where they are not to be told by their names.
    """

    paths: Sequence[str]
    only: Sequence[range] = ()
    columns: Mapping[str, str] | None = None
    bundles: list[Bundle] = field(default_factory=list)
    """The files of many that were read to their end, with their notes."""
    _digests: dict[str, str] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Incoming]:
        """Yield the reports."""
        self.bundles = []
        for path in self.paths:
            yield from self._of(path)

    def __len__(self) -> int:
        """Count the reports, which reads files of many once for this."""
        return sum(1 for _ in self)

    def digest(self, bundle: str) -> str:
        """Give the SHA-256 of a file of many."""
        return self._digests.setdefault(bundle, digest_of(bundle))

    def _of(self, path: str) -> Iterator[Incoming]:
        """Yield the reports of one file."""
        try:
            bundle = (
                open_bundle(path, self.columns) if is_utf8(path) and os.path.isfile(path) else None
            )
            if bundle is None:
                yield Incoming(path, digest_of(path))
                return
            for piece in bundle.only(self.only) if self.only else bundle:
                yield Incoming(piece.name, hashlib.sha256(piece.data).hexdigest(), piece)
            self.bundles.append(bundle)
        except (ReportError, MissingExtraError) as error:
            problem = str(error) if isinstance(error, ReportError) else f"{path}: {error}"
            yield Incoming(path, digest_of(path), problem=problem)


def digest_of(path: str) -> str:
    """Give the SHA-256 of a file; of its name where it cannot be read, or only once, as a pipe."""
    try:
        if not os.path.isfile(path):
            raise OSError
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return hashlib.sha256(path.encode("utf-8", "surrogateescape")).hexdigest()


def is_utf8(path: str) -> bool:
    """Whether a path can be kept as a text."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


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
