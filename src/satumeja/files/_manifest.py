"""Which files of a folder this program wrote: a list beside them, by name and digest."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from satumeja.errors import OutputError
from satumeja.files._told import is_read_only, told

__all__ = ["MANIFEST", "Manifest", "is_own", "require_free", "require_kind", "require_own"]

MANIFEST = ".satumeja.sha256"
"""The list in a folder; ``sha256sum --check`` reads it too."""

KINDS = {"demo": "what the demo wrote", "sheets": "a model as sheets", "tables": "tables"}
"""What a folder is written as, and how a person is told."""

_HEAD = re.compile(rf"# satumeja: ({'|'.join(KINDS)})")
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_MOST_BYTES = 1 << 20
_INSTEAD = "name another folder, or move it away"
_LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}  # left by who shows a folder, and no work


@dataclass(frozen=True)
class Manifest:
    """What this program wrote into a folder.

    Parameters
    ----------
    kind : str
        One of `KINDS`; empty where there is no list, or none of ours.
    digests : mapping of str to set of str
        By the name of a file, the SHA-256 of what it may hold: two where a run was
        killed between the old content and the new.
    """

    kind: str
    digests: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, folder: Path) -> Self:
        """Read the list of a folder; an empty one where there is none that can be read."""
        file = folder / MANIFEST
        if not _is_regular(file):
            return cls("", {})
        with open(file, "rb") as stream:
            lines = stream.read(_MOST_BYTES).decode(errors="replace").split("\n")
        head = _HEAD.fullmatch(lines[0])
        if head is None:
            return cls("", {})
        digests: dict[str, frozenset[str]] = {}
        for match in filter(None, map(_LINE.fullmatch, lines[1:])):
            digests[match[2]] = digests.get(match[2], frozenset()) | {match[1]}
        return cls(head[1], digests)

    @classmethod
    def to_write(cls, kind: str, contents: Mapping[str, bytes]) -> Self:
        """List files that are to be written."""
        return cls(kind, {name: frozenset({_digest(c)}) for name, c in contents.items()})

    def updated(self, later: Manifest) -> Manifest:
        """Return the list with the files of another in place of its own of the same names."""
        return Manifest(later.kind, {**self.digests, **later.digests})

    def either(self, later: Manifest) -> Manifest:
        """Return the list of files that hold what this one says, or what another does."""
        both = {name: self.digests.get(name, frozenset()) | d for name, d in later.digests.items()}
        return Manifest(later.kind, {**self.digests, **both})

    def text(self) -> str:
        """Return the list as it stands in a folder."""
        entries = sorted((name, digest) for name, ds in self.digests.items() for digest in ds)
        lines = [f"{digest}  {name}\n" for name, digest in entries]
        return "".join([f"# satumeja: {self.kind}\n", *lines])

    def objection(self, file: Path, content: bytes | None) -> str:
        """Say why a file must not be replaced; nothing where it may be.

        Parameters
        ----------
        file : Path
            A file that is there.
        content : bytes or None
            What would be written in its place; None where nothing would.
        """
        ours = self.digests.get(file.name, frozenset())
        if (ours or content is not None) and _is_regular(file):
            with open(file, "rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
            if digest in ours or (content is not None and digest == _digest(content)):
                kept = is_read_only(file, os.stat(file))
                return "is read-only; name another folder, or make it writable" if kept else ""
            if ours:
                return f"was changed since satumeja wrote it; {_INSTEAD}"
        return f"is not known to be satumeja's; {_INSTEAD}"


def require_own(folder: Path, target: Path, kind: str, contents: Mapping[str, bytes]) -> None:
    """Refuse to replace a folder unless all in it is this program's own, and unchanged.

    Parameters
    ----------
    folder : Path
        The folder, which is there.
    target : Path
        What a person calls it.
    kind : str
        What is to be written, one of `KINDS`.
    contents : mapping of str to bytes
        What is to be written, by name.

    Raises
    ------
    OutputError
        If anything else is in the folder; the line names it.
    """
    manifest = Manifest.of(folder)
    require_kind(manifest, target, kind)
    for name, objection in _objections(folder, manifest, contents):
        raise OutputError(f"{target / name}: {objection}")


def is_own(folder: Path) -> bool:
    """Say whether all in a folder is this program's own, and unchanged."""
    manifest = Manifest.of(folder)
    return bool(manifest.kind) and not any(_objections(folder, manifest, {}))


def _objections(
    folder: Path, manifest: Manifest, contents: Mapping[str, bytes]
) -> Iterator[tuple[str, str]]:
    """Give the files of a folder that must not be replaced, and why."""
    for file in sorted(folder.iterdir()):
        if file.name in _LITTER or (file.name == MANIFEST and manifest.kind):
            continue
        objection = manifest.objection(file, contents.get(file.name))
        if objection:
            yield file.name, objection


def require_free(path: str | os.PathLike[str], kind: str, names: Iterable[str]) -> None:
    """Refuse files of a folder that are there and not this program's own, unchanged.

    Parameters
    ----------
    path : path
        The folder; where there is none, all names are free.
    kind : str
        What they are to be part of, one of `KINDS`.
    names : iterable of str
        The files to be written there.

    Raises
    ------
    OutputError
        If one is not free; the line names it.
    """
    folder = Path(path)
    with told(folder):
        manifest = Manifest.of(folder)
        require_kind(manifest, folder, kind)
        listed = names if manifest.kind else [*names, MANIFEST]
        for file in (folder / name for name in listed):
            objection = manifest.objection(file, None) if os.path.lexists(file) else ""
            if objection:
                raise OutputError(f"{file}: {objection}")


def require_kind(manifest: Manifest, target: Path, kind: str) -> None:
    """Refuse a folder that this program wrote as something else."""
    if manifest.kind not in ("", kind):
        said = f"holds {KINDS[manifest.kind]}, not {KINDS[kind]}"
        raise OutputError(f"{target}: {said}; name another folder")


def _is_regular(file: Path) -> bool:
    try:
        return stat.S_ISREG(os.lstat(file).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
