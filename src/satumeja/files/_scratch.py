"""What is not yet whole: under a name by which it is known, and held by who makes it.

What a process makes it locks; a process that is killed lets go. So whoever writes into a folder
next can tell what nobody makes any more, and takes it away. Where there are no such locks, as on
Windows and some network disks, it stays.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path

from satumeja.files._manifest import is_own

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

__all__ = [
    "FOLDER",
    "MAKING",
    "clear_folder",
    "clear_left",
    "clear_scratch",
    "locked",
    "scratch_name",
]

MAKING = "making"
"""In a folder of scratch, one that is not yet whole, or is being taken away."""
FOLDER = "folder"
"""In a folder of scratch, one that is whole: the new one, or the old one after it."""

_SCRATCH = re.compile(r"\.satumeja-[0-9a-f]{16}")


def scratch_name() -> str:
    """Return a name that no file has, for what is not yet whole."""
    return f".satumeja-{os.urandom(8).hex()}"


def locked(make: Callable[[], int], until: ExitStack) -> int:
    """Make a file or folder, and hold it, so that nobody takes it for one that was left.

    Parameters
    ----------
    make : callable
        Makes it, and gives a handle of it, which is the caller's to close.
    until : ExitStack
        Lets go at its end.

    Returns
    -------
    int
        The handle.
    """
    while True:
        handle = make()
        if fcntl is None:
            return handle
        own = os.dup(handle)
        with suppress(OSError):  # a disk without locks
            fcntl.flock(own, fcntl.LOCK_EX)
        if os.fstat(own).st_nlink:
            until.callback(os.close, own)
            return handle
        os.close(own)  # it was taken away before it was held
        os.close(handle)


def clear_left(folder: Path) -> None:
    """Take away what processes that were killed left half-written in a folder.

    Parameters
    ----------
    folder : Path
        The folder, there or not. Others may be writing into it: what they hold stays, and so
        does an old folder that was set aside and has anything in it that is not known.
    """
    if fcntl is None:
        return
    with suppress(OSError):
        for path in folder.iterdir():
            if _SCRATCH.fullmatch(path.name):
                with suppress(OSError):
                    _clear(path)


def _clear(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if not path.is_dir():
            os.unlink(path)
            return
        clear_folder(path, whole=is_own(path / FOLDER))
    finally:
        os.close(handle)


def clear_folder(scratch: Path, *, whole: bool) -> None:
    """Take away a folder of scratch, with the whole one in it or not; where it stays, it does."""
    shutil.rmtree(scratch / MAKING, ignore_errors=True)
    with suppress(OSError):
        if whole:
            # Without the list of its files, which may be the first to go, nobody knows it again.
            os.replace(scratch / FOLDER, scratch / MAKING)
            shutil.rmtree(scratch / MAKING, ignore_errors=True)
    with suppress(OSError):
        os.rmdir(scratch)


def clear_scratch(folder: Path) -> None:
    """Take away files that processes that were killed left half-written, whoever holds them.

    Parameters
    ----------
    folder : Path
        The folder, there or not; nobody may be writing into it.

    Notes
    -----
    Folders are left: in one that was being replaced the old files can be set aside.
    """
    with suppress(OSError):
        for path in folder.iterdir():
            if _SCRATCH.fullmatch(path.name) and not path.is_symlink() and path.is_file():
                path.unlink(missing_ok=True)
