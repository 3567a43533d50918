"""One file, written whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from pathlib import Path

from satumeja.errors import OutputError, not_utf8
from satumeja.files._alike import make_alike
from satumeja.files._scratch import clear_left, locked, scratch_name
from satumeja.files._told import is_read_only, told

__all__ = ["put", "write_whole"]

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_whole(
    path: str | os.PathLike[str],
    content: str | bytes | Iterable[str],
    *,
    sync: bool = False,
    over: str | bytes | None = None,
    new: bool = False,
    private: bool = False,
) -> Path:
    """Write text, as UTF-8, or bytes to `path`, whole or not at all.

    The content goes to a temporary file in the same folder, which then takes the
    place of whatever was there: a reader sees the old file or the new one.

    Parameters
    ----------
    path : path
        Where to; its folder must exist. A file that is there is replaced, unless it is
        read-only; a link is followed, and stays; a device or a pipe is written into.
    content : str or bytes or iterable of str
        What to write; line ends are kept as they are. Pieces of a long text are made while it
        is written.
    sync : bool
        Whether to wait until file and folder are on the disk, so that a cut of power
        loses neither the old nor the new.
    over : str or bytes, optional
        What must stand there until the last moment: a file that somebody else changed
        meanwhile is left as he wrote it.
    new : bool
        Whether there must be no file of that name until the last moment.
    private : bool
        Whether nobody else may read it, whatever was there before.

    Returns
    -------
    Path
        The path written.

    Raises
    ------
    OutputError
        If the folder does not exist or cannot be written, or what is there is not what must
        be; nothing is left behind.

    Notes
    -----
    The new file has the mode, the owner where that can be, and the extended attributes of
    the one it replaces; a new one has what the process gives new files. Other names
    of the old file (hard links) keep the old content.
    """
    target = Path(path)
    data = [content] if isinstance(content, bytes) else _encoded(content, target)
    with told(target), ExitStack() as until:
        place = _place_of(target)
        if place is None:
            with open(target, "wb") as stream:
                for piece in data:
                    stream.write(piece)
            return target
        clear_left(place.parent)
        temporary = place.with_name(scratch_name())
        try:
            put(temporary, data, place, sync=sync, private=private, until=until)
            if over is not None:
                _require(target, place, over)
            if new:
                _name_new(temporary, target, place)
            else:
                os.replace(temporary, place)
            if sync:
                _sync_folder(place.parent)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(temporary)
    return target


def _encoded(content: str | Iterable[str], target: Path) -> Iterable[bytes]:
    """Encode a text, whole before anything is written, or the pieces of one as they come."""
    if isinstance(content, str):
        return [_bytes(content, target)]
    return (_bytes(piece, target) for piece in content)


def _bytes(text: str, target: Path) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise OutputError(f"{target}: cannot be written: {not_utf8(error.object)}") from None


def put(
    path: Path,
    data: Iterable[bytes],
    old: Path,
    *,
    sync: bool = False,
    private: bool = False,
    until: ExitStack | None = None,
) -> None:
    """Make a file of its own name that is like an old one, if there is an old one.

    Parameters
    ----------
    path : Path
        The file to make; there must be none.
    data : iterable of bytes
        What it is to hold, piece by piece.
    old : Path
        Whose place it is to take.
    sync : bool
        Whether to wait until it is on the disk.
    private : bool
        Whether it is its owner's alone instead of like the old one.
    until : ExitStack, optional
        Until when it is held, as what has the name of scratch must be.
    """
    try:
        status = None if private else os.stat(old)
    except FileNotFoundError:
        status = None
    # What may be private is nobody's to read before it has the rights of the old file.
    mode = 0o600 if private or status is not None else 0o666

    def make() -> int:
        return os.open(path, _NEW, mode)

    handle = make() if until is None else locked(make, until)
    with os.fdopen(handle, "wb") as stream:
        for piece in data:
            stream.write(piece)
        if status is not None:
            make_alike(path, old, status)
        if sync:
            stream.flush()
            os.fsync(stream.fileno())


def _place_of(target: Path) -> Path | None:
    """Return the file that a path leads to, there or not; None for a device or a pipe."""
    place = Path(os.path.realpath(target)) if target.is_symlink() else target
    try:
        status = os.stat(target)
    except FileNotFoundError:
        if not place.parent.is_dir():
            raise _no_folder(target, place.parent) from None
        return place
    except NotADirectoryError:
        raise _no_folder(target, place.parent) from None
    if stat.S_ISDIR(status.st_mode):
        raise OutputError(f"{target}: is a folder; name a file in it")
    if not stat.S_ISREG(status.st_mode):
        return None
    if is_read_only(target, status):
        raise OutputError(f"{target}: is read-only; name another file, or make it writable")
    return place


def _require(target: Path, place: Path, content: str | bytes) -> None:
    """Refuse to take the place of what somebody else has written meanwhile."""
    wanted = content.encode() if isinstance(content, str) else content
    if place.read_bytes() != wanted:
        raise OutputError(f"{target}: was changed while it was being edited; run it again")


def _name_new(temporary: Path, target: Path, place: Path) -> None:
    """Give a file its name, unless there is one of that name by now."""
    taken = OutputError(f"{target}: there is such a file already")
    try:
        os.link(temporary, place)
    except FileExistsError:
        raise taken from None
    except OSError:  # a file system that gives a file one name only
        if os.path.lexists(place):
            raise taken from None
        os.replace(temporary, place)


def _no_folder(target: Path, folder: Path) -> OutputError:
    return OutputError(f"{target}: the folder {folder} does not exist; make it first")


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # where a folder cannot be opened
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
