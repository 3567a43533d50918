"""Files of this program's own in a folder where others may be too."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path

from satumeja.errors import OutputError
from satumeja.files._manifest import MANIFEST, Manifest, require_free
from satumeja.files._scratch import clear_left, scratch_name
from satumeja.files._told import told
from satumeja.files._whole import put, write_whole

__all__ = ["write_among"]


def write_among(path: str | os.PathLike[str], kind: str, files: Mapping[str, str]) -> Path:
    """Write text files into a folder, and leave alone what else is there.

    Parameters
    ----------
    path : path
        The folder, which must exist.
    kind : str
        What they are part of: ``demo``.
    files : mapping of str to str
        Their texts by name. One that is there is replaced if this function wrote it and
        it is unchanged.

    Returns
    -------
    Path
        The folder.

    Raises
    ------
    OutputError
        If one is there that is not this program's own and unchanged, or the folder cannot
        be written; then none is written.

    Notes
    -----
    A process that is killed leaves each file whole, the old one or the new one, and the
    list by which both are known again.
    """
    folder = Path(path)
    contents = {name: text.encode() for name, text in files.items()}
    new = Manifest.to_write(kind, contents)
    with told(folder), ExitStack() as stack:
        if not folder.is_dir():
            raise OutputError(f"{folder}: is no folder")
        clear_left(folder)
        ready = {}
        for name, content in contents.items():
            ready[name] = folder / scratch_name()
            stack.callback(_forget, ready[name])
            put(ready[name], [content], folder / name, until=stack)
        require_free(folder, kind, files)
        old = Manifest.of(folder)
        write_whole(folder / MANIFEST, old.either(new).text())
        for name, temporary in ready.items():
            os.replace(temporary, folder / name)
        write_whole(folder / MANIFEST, old.updated(new).text())
    return folder


def _forget(temporary: Path) -> None:
    with suppress(FileNotFoundError):
        os.unlink(temporary)
