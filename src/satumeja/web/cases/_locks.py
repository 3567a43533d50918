"""One writer of a file at a time: of the threads of this program, and of its processes."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from satumeja.web.cases._errors import BusyError

__all__ = ["LOCKS", "Locks"]

LOCKS = "locks"
"""The folder of lock files, in the folder that a case keeps for itself."""

_PLATFORM: str = sys.platform  # a plain text, so that every branch is checked everywhere
_PATIENCE = 10.0
_PAUSE = 0.02


class _Lock:
    """The lock of one file; whoever has it may take it again."""

    def __init__(self, place: Path | None) -> None:
        self.place, self.depth = place, 0
        self.threads = threading.RLock()
        self.stream: BinaryIO | None = None

    @contextmanager
    def taken(self, patience: float) -> Iterator[None]:
        if not self.threads.acquire(timeout=patience):
            raise BusyError("this file is being written; try again in a moment")
        try:
            if self.depth == 0 and self.place is not None:
                self.stream = _locked(self.place, patience)
            self.depth += 1
            try:
                yield
            finally:
                self.depth -= 1
                if self.depth == 0 and self.stream is not None:
                    self.stream.close()  # and with it the lock
                    self.stream = None
        finally:
            self.threads.release()


class Locks:
    """The locks of the files of a case.

    Parameters
    ----------
    folder : Path or None
        Where lock files stand, one a file; None where other processes do not matter, as
        where nothing is written.
    patience : float
        Seconds after which one that waits gives up.

    Notes
    -----
    A lock of a process that was killed is gone with it; its lock file stays, and says nothing.
    Programs that are not this one do not know of these locks: that is what versions are for.
    """

    def __init__(self, folder: Path | None, patience: float = _PATIENCE) -> None:
        self._folder, self._patience = folder, patience
        self._locks = dict[str, _Lock]()
        self._guard = threading.Lock()

    @contextmanager
    def of(self, name: str) -> Iterator[None]:
        """Take the lock of a file; the thread that has it may take it again.

        Parameters
        ----------
        name : str
            A safe name.

        Raises
        ------
        BusyError
            If another thread or process keeps it too long.
        """
        with self._guard:
            place = self._folder / f"{name}.lock" if self._folder is not None else None
            lock = self._locks.setdefault(name, _Lock(place))
        with lock.taken(self._patience):
            yield


def _locked(place: Path, patience: float) -> BinaryIO | None:
    """Open a lock file and lock it; None where there can be no lock."""
    try:
        place.parent.mkdir(exist_ok=True)
        stream = place.open("ab")
    except OSError:  # a full or read-only disk: what is to be written will say so itself
        return None
    end = time.monotonic() + patience
    while not _try(stream):
        if time.monotonic() >= end:
            stream.close()
            raise BusyError("another program is writing this file; try again in a moment")
        time.sleep(_PAUSE)
    return stream


def _try(stream: BinaryIO) -> bool:
    """Try to lock an open file; give whether that is done, or cannot be done here at all."""
    if _PLATFORM == "win32":  # the first byte; locked beyond the end of the file, too
        import msvcrt

        os.lseek(stream.fileno(), 0, os.SEEK_SET)
        with suppress(OSError):
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
            return True
        return False
    import fcntl

    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system that knows no locks
        return True
    return True
