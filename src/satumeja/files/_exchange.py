"""Two folders change places in one step, where the system can."""

from __future__ import annotations

import os
import sys
from pathlib import Path

__all__ = ["exchange"]

_PLATFORM: str = sys.platform  # a plain text, so that every branch is checked everywhere
_HERE, _EXCHANGE = -100, 2  # AT_FDCWD; RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS


def exchange(one: Path, other: Path) -> None:
    """Let two folders of one file system change places.

    Parameters
    ----------
    one, other : Path
        Two folders that are there.

    Raises
    ------
    OSError
        If one of them cannot be moved; then both are where they were.

    Notes
    -----
    On Linux and macOS this is one step: at every moment both names lead to a whole folder.
    Elsewhere, and on file systems that cannot, it takes three renames; a process killed
    after the first leaves no folder under the name `other`, and its content, whole, beside
    `one`.
    """
    if _exchanged(os.fsencode(one), os.fsencode(other)):
        return
    aside = one.with_name(f"{one.name}-aside")
    try:
        os.rename(other, aside)
        os.rename(one, other)
        os.rename(aside, one)
    except BaseException:
        if aside.exists():
            if not one.exists():
                os.rename(other, one)
            if not other.exists():
                os.rename(aside, other)
        raise


def _exchanged(one: bytes, other: bytes) -> bool:
    """Ask the system for one step, and say whether it took it."""
    if not _PLATFORM.startswith(("linux", "darwin")):
        return False
    import ctypes

    library = ctypes.CDLL(None)
    try:
        if _PLATFORM == "darwin":
            return bool(library.renamex_np(one, other, _EXCHANGE) == 0)
        return bool(library.renameat2(_HERE, one, _HERE, other, _EXCHANGE) == 0)
    except AttributeError:  # a C library that does not have it
        return False
