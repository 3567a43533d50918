"""A folder of this program's own, written whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from satumeja.errors import OutputError
from satumeja.files._alike import make_alike
from satumeja.files._exchange import exchange
from satumeja.files._manifest import MANIFEST, Manifest, require_own
from satumeja.files._scratch import FOLDER, MAKING, clear_folder, clear_left, locked, scratch_name
from satumeja.files._told import is_read_only, told
from satumeja.files._whole import put

__all__ = ["write_folder"]


def write_folder(path: str | os.PathLike[str], kind: str, files: Mapping[str, str]) -> Path:
    """Write a folder of text files, whole or not at all.

    The files go to a temporary folder beside `path`, which then takes its place. A list of
    them (`MANIFEST`) goes with them, by which they are known again.

    Parameters
    ----------
    path : path
        Where to. A folder that is there is replaced if it is empty, or all in it was
        written by this function as the same kind and is unchanged; a link to one is
        followed, and stays.
    kind : str
        What is written: ``sheets`` or ``tables``.
    files : mapping of str to str
        Their texts by name.

    Returns
    -------
    Path
        The folder written.

    Raises
    ------
    OutputError
        If the folder cannot be written, or anything else is in it; nothing is left behind
        and nothing is changed.

    Notes
    -----
    Files and folder have mode, owner and attributes as after `write_whole`. Whoever looks
    while it is written, or after the process was killed, meets all the old files or all
    the new ones (`exchange` says where that cannot be).
    """
    target = Path(path)
    contents = {name: text.encode() for name, text in files.items()}
    with told(target), ExitStack() as until:
        place = _place_of(target)
        if place.exists():
            require_own(place, target, kind, contents)
        clear_left(place.parent)
        scratch = place.with_name(scratch_name())
        try:
            _make_held(scratch, until)
            making = _filled(scratch / MAKING, kind, contents, place)
            if not place.exists():
                os.rename(making, place)
            else:
                new = scratch / FOLDER
                os.replace(making, new)  # what changes places with another is not made any more
                _take_place(new, place, target, kind, contents)
        finally:
            clear_folder(scratch, whole=True)  # but no old one that could not be put back
    return target


def _make_held(scratch: Path, until: ExitStack) -> None:
    """Make a folder of scratch that nobody takes for one that was left."""
    if os.name == "nt":  # where a folder cannot be opened
        os.mkdir(scratch, 0o700)
        return

    def make() -> int:
        os.mkdir(scratch, 0o700)
        return os.open(scratch, os.O_RDONLY)

    os.close(locked(make, until))


def _place_of(target: Path) -> Path:
    """Return the folder that a path leads to, there or not."""
    place = Path(os.path.realpath(target))
    if not place.parent.is_dir():
        folder = place.parent if target.is_symlink() else target.parent
        raise OutputError(f"{target}: the folder {folder} does not exist")
    if not place.exists():
        return place
    status = os.stat(place)
    if not stat.S_ISDIR(status.st_mode):
        raise OutputError(f"{target}: is a file, not a folder")
    if place == Path.cwd():
        raise OutputError(f"{target}: is the folder you are in; name a folder in it")
    if place.is_mount():
        raise OutputError(f"{target}: is where a disk is mounted; name a folder in it")
    if is_read_only(place, status):
        raise OutputError(f"{target}: is read-only; name another folder, or make it writable")
    return place


def _filled(new: Path, kind: str, contents: Mapping[str, bytes], place: Path) -> Path:
    """Make the new folder, like the one that is there."""
    os.mkdir(new)
    if place.exists():
        make_alike(new, place, os.stat(place))
    listed = Manifest.to_write(kind, contents).text().encode()
    for name, content in {**contents, MANIFEST: listed}.items():
        put(new / name, [content], place / name)
    return new


def _take_place(
    new: Path, place: Path, target: Path, kind: str, contents: Mapping[str, bytes]
) -> None:
    """Let the new folder and the old one change places, unless the old one was changed since.

    Only a folder that nobody can reach any more under its name can be looked through for
    good; one that then has something of somebody's is put back.
    """
    exchange(new, place)
    try:
        require_own(new, target, kind, contents)
    except BaseException:
        exchange(new, place)
        raise
